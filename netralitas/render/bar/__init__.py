"""Bars."""
