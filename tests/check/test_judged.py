"""A draft checked: every right answer of `cases/drafts`, what a leader would put on a slide, and what may not change."""

import csv
from datetime import date

import pytest

from netralitas.check.draft import Checked, checked, drafted
from netralitas.check.finding import Finding
from tests.helpers import ROOT

DRAFTS = ROOT / "tests" / "cases" / "drafts"
CASES = list(csv.DictReader((DRAFTS / "expected.csv").open(encoding="utf-8")))
# The words of `must_name`, as the product writes them.
NAMED = {
    ("01.txt", "1.194"): ("721", "Pilkada 2020", "Indonesia"),
    ("02.txt", "1.194"): ("19 Desember 2020", "1.398 kasus", "24 Agustus 2022"),
    ("03.txt", "PP 24/2021"): ("Kehutanan", "PP 94/2021"),
    ("04.txt", "2.034"): ("KASN",),
    ("04.txt", "1.597"): ("KASN",),
    ("04.txt", "1.450"): ("1.373", "31 Mei 2022"),
    ("05.txt", "15"): ("10 Maret 2020",),
    ("05.txt", "42"): ("KASN", "dari sumber dan tanggal lain: jangan digabung dengan 15"),
    ("06.txt", "57"): ("Yang diketahui", "2 orang"),
    ("06.txt", "two"): ("Bawaslu Kabupaten Sampang",),
    ("07.txt", "KASN"): ("BKN",),
    ("07.txt", "1 sampai 6 bulan"): ("Pasal 188", "hanya pejabat ASN yang membuat keputusan atau tindakan"),
}
ON = date(2026, 1, 15)


def judged(store, written: str, language: str = "id", **chosen) -> Checked:
    return checked(store, drafted(written), language, **{"on": ON} | chosen)


def one(draft: Checked, found: str) -> Finding:
    return next(finding for finding in draft.findings if finding.found == found)


def verdicts(draft: Checked) -> dict[str, str]:
    return {finding.found: finding.verdict for finding in draft.findings if finding.kind != "bukan"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']} {case['found']}")
def test_each_number_and_law_of_the_drafts_is_judged_right(store, case):
    draft = judged(store, (DRAFTS / case["file"]).read_text(encoding="utf-8"))
    found = one(draft, case["found"])
    assert found.kind == ("bukan" if case["kind"] == "bukan angka kasus" else case["kind"])
    assert found.verdict == case["verdict"].replace(" ", "_")
    told = f"{found.explanation} {found.say}"
    assert [words for words in NAMED.get((case["file"], case["found"]), ()) if words not in told] == []


@pytest.mark.parametrize("file", sorted({case["file"] for case in CASES}))
def test_nothing_else_of_the_drafts_is_warned_of(store, file):
    draft = judged(store, (DRAFTS / file).read_text(encoding="utf-8"))
    expected = {case["found"] for case in CASES if case["file"] == file and case["kind"] != "bukan angka kasus"}
    assert set(verdicts(draft)) == expected


@pytest.mark.parametrize("file", sorted({case["file"] for case in CASES}))
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_finding_stands_where_the_text_has_it(store, file, language):
    draft = judged(store, (DRAFTS / file).read_text(encoding="utf-8"), language)
    for finding in draft.findings:
        if finding.kind != "hukum":
            assert draft.text[finding.start : finding.end].startswith(finding.found[:4])
        start, end = finding.sentence
        assert start <= finding.start < finding.end <= end


def test_the_sentence_of_the_brief(store):
    draft = judged(
        store,
        "Bawaslu mencatat 1.194 kasus dugaan pelanggaran netralitas ASN di Kabupaten Probolinggo pada Pilkada 2018. "
        "Sanksinya diatur dalam PP 24/2021.",
    )
    number, law = one(draft, "1.194"), one(draft, "PP 24/2021")
    assert number.verdict == "jangan"
    assert [words for words in ("721 kasus", "Bawaslu", "Indonesia", "Pilkada 2020") if words not in number.explanation] == []
    assert "Pilkada 2018" in number.say
    assert (law.verdict, law.say) == ("salah", "PP 94/2021")
    assert "[menjadi: PP 94/2021]" in draft.corrected
    corrected = draft.corrected.partition("[menjadi: ")[2].partition("]")[0]
    assert "721 kasus" in corrected and "Jangan" not in corrected
