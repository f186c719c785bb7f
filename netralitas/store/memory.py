"""Answers remembered with the snapshot that gave them."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, wraps

from netralitas.chart import Chart


def remembered(declare: Callable) -> Callable:
    """Answer the same question from memory; a chart keeps how it was asked for, so that a deck can ask again."""

    @lru_cache(maxsize=2048)
    @wraps(declare)
    def answer(*arguments, **named):
        given = declare(*arguments, **named)
        if isinstance(given, Chart) and arguments[0].synthetic:
            given = replace(given, synthetic=True)
        if isinstance(given, Chart) and not named:
            _, scope, *more = arguments
            given.cache["declared"] = (f"{declare.__module__.rpartition('.')[2]}.{declare.__name__}", scope, tuple(more))
        return given

    return answer
