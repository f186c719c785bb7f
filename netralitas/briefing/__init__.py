"""A deck, declared."""
