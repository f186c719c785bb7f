"""How many bytes an answer takes, roughly and quickly: enough to keep a memory within its bounds."""

import dataclasses
import marshal
import sys

import pandas as pd
import pyarrow as pa

_COLUMN, _OBJECT = 700, 64  # what pandas keeps for a column, Python for a small object
_PLAIN = 4  # a plain structure takes about this many times its bytes when written down


def weight(answer: object) -> int:
    """Bytes of an answer with all that it holds."""
    if answer is None or isinstance(answer, (bool, int, float)):
        return _OBJECT
    if isinstance(answer, (str, bytes)):
        return sys.getsizeof(answer)
    if isinstance(answer, pd.DataFrame):
        return _COLUMN * (answer.shape[1] + 2) + int(answer.memory_usage(deep=True).sum())
    if isinstance(answer, (pd.Series, pd.Index)):
        return 2 * _COLUMN + int(answer.memory_usage(deep=True))
    if isinstance(answer, pa.Table):
        return _COLUMN * answer.num_columns + answer.nbytes
    return _of_parts(answer)


def _of_parts(answer: object) -> int:
    if isinstance(answer, (dict, list, tuple, set, frozenset)):
        try:
            return _OBJECT + _PLAIN * len(marshal.dumps(answer))
        except ValueError:
            parts = [*answer, *answer.values()] if isinstance(answer, dict) else answer
            return sys.getsizeof(answer) + sum(map(weight, parts))
    if dataclasses.is_dataclass(answer):
        return _OBJECT + sum(weight(getattr(answer, part.name)) for part in dataclasses.fields(answer))
    travels = getattr(answer, "travels", None)
    return _OBJECT * 4 + (weight(travels) if travels is not None else sys.getsizeof(answer))
