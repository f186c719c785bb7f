"""Shares and growth in a draft: computed from the counts beside them, in figures and in words."""

import pytest

from netralitas.check.draft import checked
from netralitas.documents import Draft
from netralitas.documents.passage import Part, Passage
from tests.check.judging import ON, judged, one, verdicts


def test_a_share_is_computed_from_the_numbers_beside_it(store):
    told = "Per 16 Desember 2021 KASN menyatakan 1.588 orang terbukti pada Pilkada 2020; {share} persen, yakni 1.365 orang, disanksi."
    right, wrong = (one(judged(store, told.format(share=share)), share) for share in ("86", "91"))
    assert right.verdict != "tidak_dikenal" and "86 persen" in right.explanation
    assert (wrong.verdict, wrong.say) == ("tidak_dikenal", "86 persen") and "1.365 dari 1.588" in wrong.explanation


def test_a_share_is_computed_from_the_numbers_of_its_paragraph(store):
    told = "Per 16 Desember 2021 KASN menyatakan 1.588 orang terbukti pada Pilkada 2020. Yang disanksi 1.365 orang atau {share} persen."
    right, wrong = (one(judged(store, told.format(share=share)), share) for share in ("86", "91"))
    assert right.verdict != "tidak_dikenal" and wrong.verdict == "tidak_dikenal"


def test_a_growth_is_computed_and_never_said_without_its_two_counts(store):
    told = "Pada Pilkada 2018 Bawaslu meneruskan 721 kasus netralitas ASN, pada Pilkada 2020 1.194 kasus: naik {share} persen."
    right, wrong = (one(judged(store, told.format(share=share)), share) for share in ("66", "90"))
    assert right.verdict == "catatan" and "dari 721 ke 1.194" in right.explanation
    assert wrong.verdict == "tidak_dikenal" and "66 persen" in wrong.say


# Growth and shares in words: borne out, not borne out, of nothing; and words alike that compare no counts.
IN_WORDS = [
    (
        "naik tiga kali lipat, dari 31 kasus per 10 Maret 2020 menjadi 92 kasus per 4 Oktober 2020",
        "tiga kali lipat",
        "catatan",
        "92 adalah 3 kali 31",
    ),
    (
        "naik dua kali lipat, dari 31 kasus per 10 Maret 2020 menjadi 92 kasus per 4 Oktober 2020",
        "dua kali lipat",
        "tidak_dikenal",
        "3 kali",
    ),
    ("tripled, from 31 cases as of 10 March 2020 to 92 cases as of 4 October 2020", "tripled", "catatan", "92 adalah 3 kali 31"),
    ("naik dua kali lipat", "dua kali lipat", "tidak_dikenal", "Tidak ada dua angka"),
    ("turun separuh, dari 92 kasus menjadi 31 kasus", "separuh", "tidak_dikenal", "perubahannya 66,3 persen"),
    ("92 kasus per 4 Oktober 2020; sepertiga di antaranya, 31 kasus, lebih dulu", "sepertiga", "catatan", "31 dari 92"),
    ("92 kasus per 4 Oktober 2020; lebih dari separuh di antaranya, 31 kasus, lebih dulu", "separuh", "tidak_dikenal", "31 dari 92"),
]


@pytest.mark.parametrize(("said", "found", "verdict", "words"), IN_WORDS, ids=lambda value: value[:40])
def test_a_comparison_in_words_is_computed_from_the_numbers_beside_it(store, said, found, verdict, words):
    told = one(judged(store, f"Pada Pilkada 2020 dugaan pelanggaran netralitas ASN di Sulawesi Tenggara {said}."), found)
    assert told.verdict == verdict and words in told.explanation


@pytest.mark.parametrize(
    "said",
    [
        "Rapat berlangsung setengah hari.",
        "ASN melapor dua kali sebulan.",
        "Anggaran naik dua kali lipat.",
        "Kurang dari separuhnya terbukti.",
    ],
)
def test_what_compares_no_counts_is_none(store, said):
    draft = judged(store, f"Per 4 Oktober 2020 ada 92 kasus dugaan netralitas ASN di Sulawesi Tenggara pada Pilkada 2020. {said}")
    assert verdicts(draft) == {"92": "layak"}


def test_a_share_of_a_number_that_is_said_again_goes_back_to_its_part(store):
    before = "Netralitas ASN Jawa Tengah, Pilkada 2020\nPer 16 Januari 2021 114 orang diteruskan.\n72 orang dijatuhi sanksi.\n"
    said = {
        whole: one(judged(store, f"{before}Dari {whole}, 63 persen disanksi."), "63").verdict
        for whole in ("114 orang itu", "200 orang itu")
    }
    assert said == {"114 orang itu": "catatan", "200 orang itu": "tidak_dikenal"}


@pytest.mark.parametrize(("share", "verdict"), [("86", "layak"), ("91", "tidak_dikenal")])
def test_a_share_in_a_line_of_its_own_is_of_the_lines_before(store, share, verdict):
    lines = ("Netralitas ASN Pilkada 2020, KASN per 16 Desember 2021", "- 1.588 orang terbukti", "- 1.365 orang disanksi")
    assert one(judged(store, "\n".join((*lines, f"- {share} persen disanksi"))), share).verdict == verdict


def test_what_stands_on_another_slide_is_not_beside_a_share(store):
    told = ("Per 16 Desember 2021 KASN: 1.588 orang terbukti, 1.365 orang disanksi.", "100 ASN terbukti tidak netral, 86 persen disanksi.")
    slides = [
        passage
        for page, body in enumerate(told, 1)
        for passage in (Passage("Netralitas ASN Pilkada 2020", Part.TITLE, page), Passage(body, Part.BODY, page))
    ]
    assert one(checked(store, Draft(tuple(slides)), "id", on=ON), "86").verdict == "tidak_dikenal"


def test_a_share_is_of_the_number_that_it_names_and_of_no_other(store):
    told = "Per 16 Desember 2021 KASN: 2.007 orang dilaporkan pada Pilkada 2020, 1.588 terbukti, 1.365 disanksi. Itu {} orang itu."
    said = {whole: one(judged(store, told.format(f"dua pertiga dari {whole}")), "dua pertiga").verdict for whole in ("2.007", "1.588")}
    assert said == {"2.007": "layak", "1.588": "tidak_dikenal"}


def test_a_growth_goes_back_to_the_paragraph_before(store):
    told = (
        "Pada Pilkada 2024 Bawaslu mencatat 433 dugaan pelanggaran netralitas ASN.\n"
        "Dibandingkan Pilkada 2020, ketika dicatat 1.536 kasus, jumlah itu turun {share} persen."
    )
    right, wrong = (one(judged(store, told.format(share=share)), share) for share in ("72", "91"))
    assert right.verdict == "catatan" and "dari 1.536 ke 433" in right.explanation
    assert wrong.verdict == "tidak_dikenal"


def test_a_share_of_two_numbers_that_nobody_put_together_is_warned_of(store):
    told = (
        "Pada Pilkada 2020 secara nasional ada 1.536 kasus dugaan menurut Bawaslu, dan 1.373 ASN disanksi menurut KASN, atau 89,4 persen."
    )
    assert one(judged(store, told), "89,4").verdict == "catatan"
