"""How many bytes an answer takes, roughly and quickly: enough to keep a memory within its bounds."""

import dataclasses
import marshal
import sys
from datetime import date
from functools import singledispatch

import pandas as pd
import pyarrow as pa

_COLUMN, _OBJECT = 700, 64  # what pandas keeps for a column, Python for a small object
_PLAIN = 4  # a plain structure takes about this many times its bytes when written down
# Cells of all tables take 40 to 85 bytes in the mean. Small frames are many, and looking into each costs more than the answer.
_CELL, _FEW = 88, 4096
_FLAT = {str, float, int, bool, type(None), pd.Timestamp, type(pd.NaT), date}  # what holds nothing
_SOME = 8  # of many parts in a row, which are much alike, so many are weighed for all


@singledispatch
def weight(answer: object) -> int:
    """Bytes of an answer with all that it holds."""
    if dataclasses.is_dataclass(answer):
        return _OBJECT + sum(weight(getattr(answer, part)) for part in answer.__dataclass_fields__)
    travels = getattr(answer, "travels", None)
    return _OBJECT * 4 + (weight(travels) if travels is not None else sys.getsizeof(answer))


@weight.register(bool)
@weight.register(int)
@weight.register(float)
@weight.register(type(None))
def _of_number(answer: object) -> int:
    return _OBJECT


@weight.register(str)
@weight.register(bytes)
def _of_text(answer: str | bytes) -> int:
    return sys.getsizeof(answer)


@weight.register
def _of_frame(answer: pd.DataFrame) -> int:
    cells = _CELL * answer.size if answer.size <= _FEW else int(answer.memory_usage(deep=True).sum())
    return _COLUMN * (answer.shape[1] + 2) + cells


@weight.register(pd.Series)
@weight.register(pd.Index)
def _of_column(answer: pd.Series | pd.Index) -> int:
    return 2 * _COLUMN + int(answer.memory_usage(deep=True))


@weight.register
def _of_table(answer: pa.Table) -> int:
    return _COLUMN * answer.num_columns + answer.nbytes


@weight.register(dict)
@weight.register(list)
@weight.register(tuple)
@weight.register(set)
@weight.register(frozenset)
def _of_parts(answer: dict | list | tuple | set | frozenset) -> int:
    try:
        return _OBJECT + _PLAIN * len(marshal.dumps(answer))
    except ValueError:
        parts = answer.values() if isinstance(answer, dict) else list(answer)
        some = parts[:: -(-len(parts) // _SOME)] if isinstance(answer, list | tuple) and len(parts) > _SOME else parts
        size = sum(sys.getsizeof(part) if type(part) in _FLAT else weight(part) for part in some)
        return sys.getsizeof(answer) + size * len(parts) // max(len(some), 1)
