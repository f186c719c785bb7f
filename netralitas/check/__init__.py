"""May it be said? A number that somebody typed, or a whole draft, judged by what has been published."""
