"""One Chart, many media."""
