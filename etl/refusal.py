"""What a command refuses to do, in sentences for whoever asked for it."""


class Refusal(Exception):
    """A command does not do what it was asked to; each of `sentences` is a line for the terminal."""

    def __init__(self, *sentences: str):
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
