"""The map: its shapes, drawn from points and areas or imported, and the folder that they lie in."""
