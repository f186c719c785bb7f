"""Source files in, one immutable snapshot out."""
