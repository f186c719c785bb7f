"""Pages written from templates: everything that comes from data or was typed is escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from netralitas.wording import sourced, text

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    """A name that a template misspells is an error."""
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def written(template: str, language: str, style: Markup, **values: object) -> str:
    say = lambda key, **filled: text(language, key, **filled)  # noqa: E731
    return _environment().get_template(template).render(say=say, sourced=sourced, language=language, style=style, **values)


def source(words: str, url: str) -> Markup:
    """Words that lead to their page; only a web address becomes a link."""
    if not url.startswith(("https://", "http://")):
        return Markup("{}").format(words)
    return Markup('<a href="{}" rel="noopener">{}</a>').format(url, words)
