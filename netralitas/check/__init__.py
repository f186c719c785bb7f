"""Is what a text says right: each number against the published figures, each law against the law."""
