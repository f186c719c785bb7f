"""The dashboard's charts, declared: a store and a filter in, a Chart out. Remembered by (snapshot, arguments)."""

from functools import lru_cache

remembered = lru_cache(maxsize=2048)
