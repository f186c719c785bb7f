"""The sentence to say of a figure: made of examples, and as it stands for every published figure."""

import re

import pytest
from small import UNDATED, Bench, figure

STEPS = ("figure", "flag", "verdict", "verdict_time", "say")
SAID = "select source_row, say_id, say_en from verdict inner join figure using (figure_id)"


@pytest.fixture
def said(bench: Bench):
    """Place in the list → both sentences."""
    return lambda *figures: {
        place: both for place, *both in bench.ask(list(figures), SAID, ("figure", "flag", "verdict", "verdict_time", "say"))
    }


def test_sentence_says_counter_number_unit_place_election_day_and_publisher(said):
    (indonesian, english) = said(figure(value=1194, stage="diteruskan", source_id="tribun"))[0]
    assert indonesian == (
        "Sampai 1 November 2020 Bawaslu meneruskan 1.194 kasus dugaan pelanggaran netralitas ASN di Jawa Timur ke KASN "
        "(Pilkada 2020; sumber: Tribun)."
    )
    assert english == (
        "Up to 1 November 2020 Bawaslu forwarded 1,194 cases of alleged breach of neutrality by civil servants in Jawa Timur to KASN "
        "(Pilkada 2020; source: Tribun)."
    )


@pytest.mark.parametrize(
    ("changes", "beginning"),
    [
        ({"as_of": "2020-11"}, "Sampai November 2020 Bawaslu"),
        ({"as_of": "2020"}, "Sampai akhir 2020 Bawaslu"),
        ({"as_of": "2022-01-31"}, "Menurut keterangan 31 Januari 2022, Bawaslu"),
        ({"as_of": ""}, "Menurut berita 31 Januari 2022, Bawaslu"),
        (UNDATED, "Bawaslu mencatat"),
        ({"period_start": "2020-09-26", "period_end": "2020-10-20", "as_of": ""}, "Dari 26 September sampai 20 Oktober 2020 Bawaslu"),
        ({"as_of": "2020-08-01"}, "Sampai 1 Agustus 2020, 130 hari sebelum pemungutan suara, Bawaslu"),
        ({"counted_by": "pemda"}, "Sampai 1 November 2020 pemerintah daerah"),
    ],
)
def test_sentence_begins_with_its_day(said, changes, beginning):
    assert said(figure(**changes))[0][0].startswith(beginning)


def test_one_case_and_one_civil_servant_are_singular(said):
    assert "recorded 1 case of" in said(figure(value=1))[0][1]
    indonesian, english = said(figure(value=1, unit="orang"))[0]
    assert "mencatat 1 ASN yang diduga" in indonesian and "1 civil servant alleged" in english


def test_nought_is_said_in_words(said):
    indonesian, english = said(figure(value=0))[0]
    assert "Bawaslu belum mencatat kasus dugaan" in indonesian and "recorded no cases of" in english


def test_mixed_persons_are_not_called_civil_servants(said):
    indonesian, english = said(figure(value=3, unit="orang", qualifier="campuran", note="2 PNS dan 1 kepala desa"))[0]
    assert "3 orang (ASN dan kepala desa) yang diduga" in indonesian
    assert "3 persons (civil servants and village heads) alleged" in english


@pytest.mark.parametrize(
    ("note", "indonesian", "english"),
    [
        ("", "netralitas ASN dan yang bukan ASN di", "by civil servants and people who are not civil servants in"),
        ("termasuk kades", "netralitas ASN dan kepala desa di", "by civil servants and village heads in"),
        (
            "kades, perangkat desa, honorer",
            "netralitas ASN, kepala desa, perangkat desa, dan tenaga honorer di",
            "by civil servants, village heads, village officials and contract staff in",
        ),
    ],
)
def test_cases_of_others_too_name_them_where_the_breach_is_named(said, note, indonesian, english):
    told = said(figure(qualifier="campuran", note=note))[0]
    assert indonesian in told[0] and english in told[1]


def test_of_one_person_or_case_among_others_it_is_open_which_it_is(said):
    person, case = (said(figure(value=1, unit=unit, qualifier="campuran", note="satu kades"))[0] for unit in ("orang", "kasus"))
    assert "1 orang (ASN atau kepala desa) yang" in person[0] and "1 person (civil servant or village head) alleged" in person[1]
    assert "netralitas ASN atau kepala desa di" in case[0] and "by a civil servant or village head in" in case[1]
    unnamed = said(figure(value=1, unit="orang", qualifier="campuran"))[0]
    assert "1 orang (belum tentu ASN) yang" in unnamed[0] and "1 person (not necessarily a civil servant) alleged" in unnamed[1]


@pytest.mark.parametrize(
    ("changes", "recipient"),
    [
        ({}, "KASN"),
        ({"stage_basis": "konteks"}, "lembaga yang berwenang"),
        ({"stage_basis": "konteks", "note": "diserahkan ke KASN"}, "KASN"),
        # told years later, of an election whose cases went to KASN
        ({"as_of": "2025-06-24"}, "KASN"),
        ({"event": "", "as_of": "2024-08-31"}, "KASN"),
        ({"event": "", "as_of": "2024-12-02"}, "KASN/BKN"),
        ({"event": "", "period_start": "2024-09-25", "as_of": "2024-12-02"}, "BKN"),
        ({"event": "", "as_of": "2024-12-02", "note": "forwarded to BKN"}, "BKN"),
        ({"event": "", "as_of": "2024-12-02", "stage_basis": "konteks", "note": "diteruskan ke BKN"}, "BKN"),
        ({"event": "", "as_of": "2024-12-02", "note": "sudah ditindaklanjuti KASN"}, "KASN/BKN"),
    ],
)
def test_forwarded_cases_went_where_the_page_says_or_where_they_went_on_that_day(said, changes, recipient):
    told = said(figure(**{"value": 20, "stage": "diteruskan", **changes}))[0]
    assert f"netralitas ASN di Jawa Timur ke {recipient}" in told[0]
    english = "the competent body" if recipient.startswith("lembaga") else recipient
    assert f"by civil servants in Jawa Timur to {english}" in told[1]


def test_a_number_that_another_source_tells_differently_says_how(said):
    told = said(figure(note_kind="bertentangan", note="halaman lain menyebut 12 orang"))[0]
    assert told[0].endswith("; sumber lain menyebutnya berbeda (halaman lain menyebut 12 orang).")
    assert "; another source reports it differently (" in told[1]


def test_a_number_of_a_source_that_contradicts_itself_is_refused_by_the_name_of_the_source(said):
    doubtful = figure(qualifier="tidak_konsisten", source_id="tribun")
    refused = said(doubtful, figure(note_kind="sebagian"))[0]
    assert refused[0].startswith("Jangan menyebut 10 kasus untuk Jawa Timur dengan sumber Tribun: sumber ini menyebut")
    assert refused[1].startswith("Do not say 10 cases for Jawa Timur with Tribun as the source: this source gives differing")
    # what can be said keeps its own clause
    assert refused[0].endswith("; ini satu perkara atau sebagian masa, bukan jumlah seluruhnya.")


def test_a_window_without_an_end_says_so(said):
    open_window = said(figure(period_start="2020-09-26", as_of="", source_id="undated"))[0]
    assert open_window[0].startswith("Sejak 26 September 2020 (sampai kapan tidak disebut), Bawaslu")
    assert open_window[1].startswith("Since 26 September 2020 (until when is not said), Bawaslu")


@pytest.mark.parametrize(
    ("changes", "word"),
    [({}, "belum"), ({"as_of": "2020-12-09"}, "tidak"), ({"period_start": "2020-09-26", "period_end": "2020-10-20"}, "tidak")],
)
def test_nothing_may_still_come_before_voting_day_only(said, changes, word):
    assert f"Bawaslu {word} mencatat kasus" in said(figure(value=0, **changes))[0][0]


def test_no_sentence_says_that_a_body_sits_in_a_region(store):
    rows = store._connection.execute("select say_id, say_en from verdict").fetchall()
    wrong = re.compile(
        r"(KASN|BKN|berwenang|bukan pelanggaran|belum ditindaklanjuti|terbukti) di [A-Z]|(KASN|BKN|competent body|no violation) in [A-Z]"
    )
    assert [text for both in rows for text in both if wrong.search(text)] == []


def test_a_clause_with_another_number_names_its_source_and_day(said):
    indonesian, english = said(figure(value=90, as_of="2020-10-01"), figure(value=100, as_of="2020-09-01", source_id="tribun"))[0]
    assert indonesian.endswith("; hitungan sebelumnya 100 kasus (Bawaslu, s.d. 1 September 2020, Tribun).")
    assert english.endswith("; the count before it is 100 cases (Bawaslu, up to 1 September 2020, Tribun).")


def test_what_is_not_to_be_said_names_what_can_be_said(said):
    indonesian, english = said(figure(value=15, region="35.13"), figure(value=10))[0]
    assert indonesian.startswith("Jangan menyebut 15 untuk Kabupaten Probolinggo. Yang dapat dikatakan: sampai 1 November 2020 Bawaslu")
    assert "10 kasus" in indonesian and indonesian.endswith(").")
    assert english.startswith("Do not say 15 for Kabupaten Probolinggo. What can be said: up to 1 November 2020 Bawaslu")


def test_the_open_region_is_told_with_its_candidates(said):
    indonesian, english = said(figure(region="35.74", qualifier="ambigu-wilayah"))[0]
    assert "(Kabupaten Probolinggo atau Kota Probolinggo)" in indonesian and "(Kabupaten Probolinggo or Kota Probolinggo)" in english


# -- the published figures -------------------------------------------------------


def test_every_published_figure_has_a_sound_sentence(store):
    rows = store._connection.execute("select figure_id, say_id, say_en from verdict").fetchall()
    broken = [
        (figure_id, text)
        for figure_id, *both in rows
        for text in both
        if not text or not text.endswith(".") or not text[0].isupper() or any(mark in text for mark in ("  ", "..", "{", "_", ";;", " ;"))
    ]
    assert broken == []


def test_no_sentence_stammers_or_writes_a_day_as_a_machine_does(store):
    rows = store._connection.execute("select say_id, say_en from verdict").fetchall()
    written = re.compile(r"\d{4}-\d{2}-\d{2}|(\b[a-z]+) \1\b")
    assert [text for both in rows for text in both if written.search(text)] == []


@pytest.mark.parametrize(
    "form",
    [
        "laporan tentang 10 laporan",
        "meneruskan 3 orang dugaan",
        "kasus diduga",
        " 1 cases",
        " 1 civil servants",
        " 1 persons",
        " 1 reports",
        "1 orang (ASN dan",
        "1 person (civil servants",
    ],
)
def test_no_broken_form(store, form):
    assert store._connection.execute("select count(*) from verdict where contains(say_id || say_en, $form)", {"form": form}).fetchone() == (
        0,
    )


def test_every_stage_and_unit_has_a_form(store):
    missing = store._connection.execute(
        "select distinct stage, unit from figure where (stage, unit) not in (select stage, unit from sentence_form where counters is null)"
    ).fetchall()
    assert missing == []
