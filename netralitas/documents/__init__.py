"""Drafts as files: the text of DOCX, PPTX, PDF and TXT with its places, and remarks put back at them. Nothing is ever stored."""

from netralitas.documents.aside import read, remarked
from netralitas.documents.draft import Draft, Section
from netralitas.documents.passage import KINDS, MOST_BYTES, Part, Passage, Remark, Unreadable
from netralitas.documents.paste import pasted
from netralitas.documents.rewrite import Change, rewritten

__all__ = [
    "KINDS",
    "MOST_BYTES",
    "Change",
    "Draft",
    "Part",
    "Passage",
    "Remark",
    "Section",
    "Unreadable",
    "pasted",
    "read",
    "remarked",
    "rewritten",
]
