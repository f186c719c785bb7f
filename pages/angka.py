"""Cek angka: may I say this number? One box, and the answer on one screen."""

from netralitas import ui
from netralitas.ui import angka

data = ui.snapshot()

# What is asked stands in the address.
typed = angka.question()

# The verdict in a word, the sentence to say, why.
told = angka.answered(data, typed)

# Everything known for the same question, and the same number elsewhere.
angka.evidence(data, told)

# How to add what is missing, and the page for a phone in a meeting.
angka.ways(told)
