"""A page of shapes, measured and placed, for pictures and slides alike."""
