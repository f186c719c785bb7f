"""The project's own measurements: `python -m bench [names…]` prints one table; see `bench.__main__`."""
