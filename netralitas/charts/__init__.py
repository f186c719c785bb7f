"""The dashboard's charts, declared: a store and a filter in, a Chart out. Remembered by (snapshot, arguments)."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, wraps

from netralitas.chart import Chart


