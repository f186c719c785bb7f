"""Flows: a statement, each part under its whole."""
