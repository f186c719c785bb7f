"""The list in `corrections.yaml`. A list that is not there is no empty list: only `corrections: []` is."""

from pathlib import Path

import yaml

from etl.package import inside
from etl.problem import Problem

FILE = "corrections.yaml"
NONE = "where there are none, it says `corrections: []`"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML as it is, but a key that stands twice is told: the first list of two would be lost."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and keys.count(key.value) > 1:
                raise yaml.MarkedYAMLError(problem=f"the key {key.value} twice", problem_mark=key.start_mark)
        return super().construct_mapping(node, deep)


def read_entries(data_dir: Path) -> list | Problem:
    """The entries as they stand there, whatever they are, or why there is no list of them."""
    path = inside(data_dir, FILE)
    if path is None:
        return Problem(FILE, 0, "", "a link that leads out of the folder", "a file of the data folder itself")
    if not path.is_file():
        return Problem(FILE, 0, "", "no such file", f"the list of corrections; {NONE}")
    try:
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)  # a safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Problem(FILE, 0, "", f"text that is no list of corrections ({error})", "YAML as its first lines say")
    return _entries(content)


def _entries(content: object) -> list | Problem:
    if content is None:
        return Problem(FILE, 0, "", "an empty file", f"the key corrections with a list; {NONE}")
    if not isinstance(content, dict):
        return Problem(FILE, 0, "", "text that is no list of corrections", "YAML as its first lines say")
    other = [str(key) for key in content if key != "corrections"]
    if other:
        return Problem(FILE, 0, "", "the key " + ", ".join(other), f"the key corrections and no other; {NONE}")
    entries = content.get("corrections")
    if entries is None:
        return Problem(FILE, 0, "", "nothing under corrections", f"a list; {NONE}")
    return entries if isinstance(entries, list) else Problem(FILE, 0, "", "corrections that are no list", "YAML as its first lines say")
