"""Netralitas: published statistics on the neutrality of Indonesian civil servants, each with its source."""
