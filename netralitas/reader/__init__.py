"""What a text says, by rules alone: its sentences, the numbers and laws in them, and what the words around each say of it.

    read(store, text, title="", loose=False) -> tuple[Sentence, ...]

A `Sentence` (start, end, text, paragraph) holds `numbers` (Found), `laws` (Law), `terms` (Term: institutions, sanctions,
prison terms), `ratios` (Ratio: dua kali lipat) and `mentions` (all places, elections, stages, counters and days). All offsets
are those of the whole text.

A `Found` is one number: start, end, text, value, `unit` (kasus, orang, laporan, persen; empty where unsaid), `why` (the
name of the rule by which it counts no cases, empty where it does: `is_case`), `qualifier` (sekitar, lebih_dari or empty),
`refused` (the text itself says not to say it), and the parts `place`, `event`, `stage`, `counter`, `day`.

A `Part` has `values` (codes of the snapshot; several where the words leave it open, as Kabupaten and Kota of one name;
none where nothing is said) and `where` it was read: "kalimat", "paragraf" (an earlier sentence of it), "judul" (a heading above it) or "".

`title` is what heads the text (lines that are headings within it are taken without it); `loose` reads a question: small
letters will do for names, a bare number is asked about.

The rooms: `text` cuts sentences, `numerals` reads numbers, `excluded` knows those that count no cases, `places` and
`mentions` what is named, `tables` what heads a column, `numbers` and `counted` decide, `ratios` reads comparisons in words,
`attribution` joins, `completed` adds what is said elsewhere, `found` is what comes out, `laws` reads laws; `lexicon` holds the words.
"""

from netralitas.reader.found import Found, Part, Sentence
from netralitas.reader.laws import Law, Term
from netralitas.reader.mentions import Mention
from netralitas.reader.sentence import read
from netralitas.reader.tables import cell

__all__ = ["Found", "Law", "Mention", "Part", "Sentence", "Term", "cell", "read"]
