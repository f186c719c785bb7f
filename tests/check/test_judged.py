"""A draft checked: every right answer of `cases/drafts`, what a leader would put on a slide, and what may not change."""

import csv
import re
from datetime import date

import pytest

from netralitas.check.draft import checked, drafted
from netralitas.documents import Draft, read
from tests.check.judging import ON, judged, one, verdicts
from tests.helpers import ROOT, made

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


def test_in_a_table_the_cell_is_corrected_and_on_a_slide_all_lines_of_the_sentence(store):
    rows = "Wilayah\tDugaan\tRapat\nKabupaten Probolinggo\t1.194\t9 Mei"
    corrected = judged(store, f"Netralitas ASN Pilkada 2018\n{rows}").corrected
    assert "Kabupaten Probolinggo\t[semula: 1.194] [menjadi: " in corrected and "]\t9 Mei" in corrected
    slide = "Netralitas ASN Pilkada 2018\n1.194\nkasus dugaan di Kabupaten Probolinggo\nSelesai."
    corrected = re.sub(r"\[semula: .*?\]", "", judged(store, slide).corrected)
    assert "721 kasus" in corrected and "Kabupaten Probolinggo" not in corrected and corrected.endswith("Selesai.\n")


def test_a_corrected_draft_keeps_no_number_of_others_and_no_institution_that_ended(store):
    said = "Pada Pilkada 2020 di Kabupaten Probolinggo 2.007 orang ASN dilaporkan melanggar netralitas. KASN akan mengawasinya."
    corrected = checked(store, drafted(said), "id", on=ON).corrected
    now = re.sub(r"\[semula: .*?\] ", "", corrected).strip()
    assert "KASN menerima pengaduan tentang 2.007 ASN, secara nasional" in now
    assert "Kabupaten Probolinggo" not in now
    assert now.endswith("[menjadi: BKN] akan mengawasinya.")


@pytest.mark.parametrize(("region", "event"), [("ID", "pilkada-2020"), ("35.13", "pilkada-2018"), ("64.02", "pemilu-2024")])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_proposed_deck_goes_through_without_a_number_that_is_not_to_be_said(store, region, event, language):
    _, pptx = made(store, region, event, language)
    draft = checked(store, Draft(tuple(read(pptx, "paparan.pptx"))), language, on=ON)
    assert any(finding.kind == "angka" for finding in draft.findings)
    assert [finding for finding in draft.findings if finding.verdict in ("jangan", "salah", "kedaluwarsa")] == []


SENTENCES = [
    # One number of a sentence for itself would take another statement of the same day.
    ("Per 16 Desember 2021 KASN menerima laporan 2.007 orang pada Pilkada 2020: 1.588 terbukti, 1.365 dijatuhi sanksi.", "1.588", "layak"),
    # Where no word says what is counted, allegations are heard: 16 is an older count of them that another source disputes, though
    # the 16 of those that were forwarded would be said rightly.
    ("Pada Pilkada 2020 kasus netralitas ASN terbanyak ialah Maros (16).", "16", "catatan"),
    ("Pada Pilkada 2020 kasus netralitas ASN terbanyak ialah Maros (20).", "20", "layak"),
    ("Pada Pilkada 2020 di Maros 16 kasus netralitas ASN diteruskan.", "16", "layak"),
    # Reports said to be such are what their source counts; cases said to be alleged are not reports of the public.
    ("Per 11 November 2024 Bawaslu Sumenep menerima 4 laporan dugaan netralitas ASN pada Pilkada 2024.", "4", "layak"),
    ("Per 11 November 2024 di Sumenep ada 4 dugaan netralitas ASN pada Pilkada 2024.", "4", "catatan"),
    # Only those that were forwarded are so many, of more allegations.
    ("Pada Pilkada 2024 ada 314 kasus netralitas ASN secara nasional.", "314", "layak"),
    ("Per 12 November 2020 ada 12 kasus netralitas ASN Pilkada 2020 di Luwu Timur.", "12", "catatan"),
    ("Per 12 November 2020 12 kasus netralitas ASN Pilkada 2020 di Luwu Timur diteruskan.", "12", "layak"),
    # The part that the sentence names, before a whole of the same number.
    ("Rincian per 11 September 2020, Pilkada 2020 Sulawesi Selatan, ASN: hukuman disiplin sedang, 12 kasus.", "12", "layak"),
    ("Rincian per 11 September 2020, Pilkada 2020 Sulawesi Selatan, ASN: 12 kasus.", "12", "catatan"),
    # The number that another source gives must be said of the same stage.
    ("Pada Pilkada 2020 di Maros per 2 Oktober 2020 ada 16 kasus dugaan netralitas ASN, 12 diteruskan.", "16", "catatan"),
    ("Pada Pilkada 2020 di Maros per 2 Oktober 2020 ada 16 kasus dugaan netralitas ASN, menurut Kompas 12.", "16", "layak"),
    # Said to be about so much: of what was counted exactly, and of what its source itself says so of.
    ("Sampai 19 Desember 2020 Bawaslu meneruskan sekitar 1.194 kasus netralitas ASN Pilkada 2020 ke KASN.", "1.194", "catatan"),
    ("Sampai 19 Desember 2020 Bawaslu meneruskan 1.194 kasus netralitas ASN Pilkada 2020 ke KASN.", "1.194", "layak"),
    ("Pada Pilkada 2018 ada sekitar 500 kasus netralitas ASN secara nasional.", "500", "layak"),
    ("Pada Pilkada 2020 sekitar 1.200 kasus diteruskan Bawaslu ke KASN per 19 Desember 2020.", "1.200", "catatan"),
    ("Pada Pilkada 2018 Bawaslu mencatat 721 kasus dugaan pelanggaran netralitas ASN.", "721", "jangan"),
    ("Pada Pilkada 2020 di Kota Makassar Bawaslu meneruskan 67 kasus netralitas ASN.", "67", "jangan"),
    ("Jangan menyebut 1.194 kasus dugaan di Kabupaten Probolinggo pada Pilkada 2018.", "1.194", "layak"),
    ("Bawaslu meneruskan 1.194 kasus netralitas ASN ke KASN.", "1.194", "catatan"),
    ("ASN Kabupaten Probolinggo netral. Bawaslu meneruskan 721 kasus ke KASN pada Pilkada 2018.", "721", "catatan"),
    ("ASN Kabupaten Probolinggo netral. Bawaslu meneruskan 721 kasus ke KASN pada Pilkada 2020.", "721", "jangan"),
    ("Di Maluku Utara ada 1.194 kasus netralitas ASN pada Pilkada 2018.", "1.194", "jangan"),
    # Of the place and election, and it counts another thing.
    ("Pada Pilkada 2020 ada 1.596 kasus ASN tidak netral secara nasional.", "1.596", "jangan"),
    ("Pada Pilkada 2020 ada 1.596 ASN terbukti tidak netral secara nasional.", "1.596", "layak"),
    ("Pada Pilkada 2020 ada 1.193 kasus netralitas ASN secara nasional.", "1.193", "tidak_dikenal"),
]


# The window of a count in all usual writings, and beside them words alike that do not say when it begins.
WINDOWS = [
    ("25 Sept–25 Okt 2024", "layak"),
    ("25 September s.d. 25 Oktober 2024", "layak"),
    ("antara 25 September dan 25 Oktober 2024", "layak"),
    ("September 25 to October 25, 2024", "layak"),
    ("15 September–25 Oktober 2024", "catatan"),
    ("sampai 25 Oktober 2024", "catatan"),
    ("rapat 5 September, sampai 25 Oktober 2024", "catatan"),
]


@pytest.mark.parametrize(("window", "verdict"), WINDOWS)
def test_a_window_is_said_in_all_usual_writings(store, window, verdict):
    said = judged(store, f"Pada Pilkada 2024 ({window}) Bawaslu mencatat 8 kasus dugaan pelanggaran netralitas ASN di Lampung.")
    assert one(said, "8").verdict == verdict


def test_a_month_says_when_a_count_begins_that_begins_on_its_first(store):
    told = "Pada Pemilu 2019 KASN mencatat 14 kasus dugaan di Sulawesi Tenggara {since} sampai 15 April 2019."
    said = {since: one(judged(store, told.format(since=since)), "14").verdict for since in ("sejak Januari", "sejak 15 Januari")}
    assert said == {"sejak Januari": "layak", "sejak 15 Januari": "catatan"}


@pytest.mark.parametrize(("sentence", "number", "verdict"), SENTENCES, ids=lambda value: value[:40])
def test_a_sentence_is_judged_and_not_only_its_number(store, sentence, number, verdict):
    assert one(judged(store, sentence), number).verdict == verdict


# Two numbers of one source that no statement has both of: where the sentence says in what they differ, it is said rightly.
OF_ONE_SOURCE = [
    ("Bawaslu menangani dugaan terhadap 114 ASN; 89 orang direkomendasikan KASN untuk disanksi", "layak", ""),
    ("ada dugaan terhadap 114 ASN; 89 orang direkomendasikan untuk disanksi", "catatan", "satu sumber, tetapi berbeda pencacah:"),
]


@pytest.mark.parametrize(("said", "verdict", "words"), OF_ONE_SOURCE, ids=["said", "unsaid"])
def test_two_counts_of_one_source_are_said_to_be_of_one(store, said, verdict, words):
    found = one(judged(store, f"Per 15 Januari 2021 {said} di Jawa Tengah pada Pilkada 2020."), "89")
    assert found.verdict == verdict and words in found.explanation and "sumber lain" not in found.explanation


def test_two_counts_of_one_source_differ_in_their_windows(store):
    found = one(judged(store, "Pada Pemilu 2024 KASN menerima 202 dugaan dan 141 orang terbukti."), "141")
    assert found.verdict == "catatan" and "satu sumber, tetapi berbeda tanggal dan awal masa:" in found.explanation


# Which election and which place: what the words say, however they say it; beside it, what they do not.
PLACED = [
    # The vote of the one named before was long over, and the other's was near.
    ("Pada Pemilu 2024 ada 22 kasus terbukti menurut KASN di Jawa Tengah. Sampai 24 Oktober 2024 ada 15 kasus pelanggaran.", "15", "layak"),
    (
        "Pada Pemilu 2024 ada 22 kasus terbukti menurut KASN di Jawa Tengah. Sampai 24 Januari 2024 ada 15 kasus pelanggaran.",
        "15",
        "tidak_dikenal",
    ),
    # The day says the election, the only one of its year.
    ("Per 4 Oktober 2020 Bawaslu mencatat 92 kasus dugaan netralitas ASN di Sulawesi Tenggara.", "92", "layak"),
    ("Bawaslu mencatat 92 kasus dugaan netralitas ASN di Sulawesi Tenggara.", "92", "catatan"),
    # The whole province, not the city before.
    (
        "Di Sulawesi Selatan, Pilkada 2020. Makassar 11 kasus. Per 2 Oktober 2020 diteruskan 79 kasus dari seluruh provinsi.",
        "79",
        "catatan",
    ),
    ("Di Sulawesi Selatan, Pilkada 2020. Makassar 11 kasus. Per 2 Oktober 2020 diteruskan 79 kasus ke KASN.", "79", "tidak_dikenal"),
    # Of another election than the sentence before: its place may have been left behind there, and is to be named.
    ("Jawa Barat\nPada Pilkada 2020 di Garut ada 3 kasus. Pada Pemilu 2019 tercatat 17 kasus dugaan.", "17", "catatan"),
    ("Jawa Barat\nPada Pemilu 2019 di Garut ada 3 kasus. Pada Pemilu 2019 tercatat 17 kasus dugaan.", "17", "tidak_dikenal"),
    # An election that is only compared with goes on to nothing.
    (
        "Pada Pilkada 2024 ada 64 ASN melanggar di Maluku Utara, turun dari 118 orang pada Pilkada 2020. Bawaslu: 64 orang melanggar.",
        "64",
        "layak",
    ),
    # Whom KASN calls offenders it found to be such; Bawaslu's offenders are its own.
    ("Menurut KASN per 31 Mei 2022 pelanggar Pilkada 2020 ialah 1.596 ASN tidak netral.", "1.596", "layak"),
    ("Per 31 Mei 2022 pelanggar Pilkada 2020 ialah 1.596 ASN tidak netral.", "1.596", "catatan"),
]


@pytest.mark.parametrize(("said", "number", "verdict"), PLACED, ids=lambda value: value[:60])
def test_a_number_is_placed_by_what_is_said_of_it(store, said, number, verdict):
    assert [finding.verdict for finding in judged(store, f"Netralitas ASN. {said}").findings if finding.found == number][-1] == verdict


def test_this_year_is_the_year_of_the_draft(store):
    said = "Netralitas ASN Kabupaten Kudus. Pada Pilkada 2018 ada 3 kasus. Tahun ini ada 6 ASN yang dilaporkan."
    events = {day.year: one(judged(store, said, on=day), "6").number.event.values for day in (date(2024, 11, 4), date(2019, 1, 4))}
    assert events == {2024: ("pilkada-2024", "pemilu-2024"), 2019: ("pemilu-2019",)}


def test_a_ministry_counts_the_country_below_the_heading_of_a_region(store):
    told = (
        "Neutrality in Bali\nBy 4 December 2024 {} reported 1,158 civil servants, of whom 24 were not in violation, 19 had been sanctioned."
    )
    by = lambda who: {one.found: one.verdict for one in judged(store, told.format(who), "en").findings if one.kind == "angka"}  # noqa: E731
    ministry, someone = by("the Home Affairs Ministry"), by("Bawaslu Bali")
    assert set(ministry.values()) == {"catatan"} and set(ministry) == {"1,158", "24", "19"}
    assert someone["1,158"] == "jangan"


def test_a_table_is_judged_by_what_heads_it(store):
    rows = "Luwu\t3\nLuwu Timur\t18"
    found = judged(store, f"Tabel 1. Dugaan pelanggaran netralitas ASN, Pilkada 2024\n{rows}")
    assert one(found, "18").verdict == "layak" and one(found, "3").verdict == "catatan"
    assert one(judged(store, f"ASN dijatuhi sanksi, Pilkada 2024\n{rows}"), "18").verdict == "tidak_dikenal"


def test_what_was_chosen_holds_where_the_text_says_nothing_and_is_said(store):
    told = "Tercatat 92 kasus dugaan pelanggaran netralitas ASN per 4 Oktober 2020."
    found = one(judged(store, told, region="74", event="pilkada-2020"), "92")
    assert found.figure_id and "dianggap Sulawesi Tenggara" in found.assumed and "dianggap Pilkada 2020" in found.assumed
