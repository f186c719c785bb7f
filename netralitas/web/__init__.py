"""How every address outside the dashboard answers."""
