"""Laws, sanctions and institutions of a draft, by the day on which it is said."""

from datetime import date

import pytest

from tests.check.judging import judged, one, verdicts


@pytest.mark.parametrize(
    ("term", "verdict"),
    [
        ("1 sampai 6 bulan", "benar"),
        ("paling singkat 1 (satu) bulan dan paling lama 6 (enam) bulan", "benar"),
        ("paling singkat 1 (satu) bulan atau paling lama 6 (enam) bulan", "benar"),
        ("2 sampai 6 bulan", "catatan"),
    ],
)
def test_a_prison_term_is_right_only_with_the_months_of_the_law(store, term, verdict):
    told = f"Pejabat ASN yang membuat keputusan yang merugikan calon dipidana penjara {term}."
    assert one(judged(store, told), term).verdict == verdict


LAWS = [
    ("Disiplin diatur Peraturan Pemerintah No. 94 Thn 2021.", "PP 94/2021", "benar"),
    ("Disiplin diatur PP 53/2010.", "PP 53/2010", "kedaluwarsa"),
    ("Netralitas ASN diawasi menurut Perbawaslu 6/2018.", "Perbawaslu 6/2018", "belum_diverifikasi"),
    ("Netralitas ASN diatur PP 94/2021 Pasal 99.", "PP 94/2021 Pasal 99", "catatan"),
    # An article is that of the law beside it: Pasal 87 is of the law before.
    ("Netralitas ASN diatur UU 20/2023 Pasal 87.", "UU 20/2023 Pasal 87", "catatan"),
    ("Netralitas ASN diatur UU 20/2023 Pasal 52.", "UU 20/2023 Pasal 52", "benar"),
    ("Netralitas ASN diatur Pasal 280 dan 283 UU 7/2017.", "UU 7/2017 Pasal 280 dan 283", "benar"),
    ("Netralitas ASN diatur Pasal 280 dan 99 UU 7/2017.", "UU 7/2017 Pasal 280 dan 99", "catatan"),
    ("Netralitas ASN diatur UU 77/1999.", "UU 77/1999", "tidak_dikenal"),
    # What the sentence itself says does not hold; beside it words alike that do not say so.
    ("Netralitas ASN bukan PP 24/2021, melainkan PP 94/2021.", "PP 24/2021", "benar"),
    ("Netralitas ASN bukan hanya PP 24/2021.", "PP 24/2021", "salah"),
    ("UU 5/2014 tentang ASN telah dicabut dengan UU 20/2023.", "UU 5/2014", "benar"),
    ("UU 20/2023 mencabut UU 5/2014 tentang ASN.", "UU 5/2014", "benar"),
    ("Menurut UU 5/2014, salah satu asas ASN adalah netralitas.", "UU 5/2014", "kedaluwarsa"),
    ("Netralitas ASN: PP 24/2021 tidak relevan.", "PP 24/2021", "benar"),
    ("Netralitas ASN: PP 24/2021 mengatur, PP 53/2010 dicabut.", "PP 24/2021", "salah"),
    ("ASN yang tidak netral dikenai skorsing.", "skorsing", "catatan"),
    # Of the law before, and of the law in force with another measure.
    ("ASN yang tidak netral dikenai penundaan kenaikan pangkat selama 1 tahun.", "penundaan kenaikan pangkat selama 1 tahun", "catatan"),
    ("ASN dikenai pemotongan tunjangan kinerja 25% selama 3 bulan.", "pemotongan tunjangan kinerja 25% selama 3 bulan", "catatan"),
    ("Neutrality: demotion by one rank for 1 year.", "demotion by one rank for 1 year", "catatan"),
    ("Sanksi bagi ASN dijatuhkan oleh Inspektorat.", "Inspektorat", "catatan"),
    ("ASN yang tidak netral sudah disanksi Inspektorat.", "Inspektorat", "catatan"),
    ("ASN yang tidak netral dikenai pemecatan sementara.", "pemecatan sementara", "catatan"),
    ("ASN yang tidak netral dinonjobkan.", "dinonjobkan", "catatan"),
    ("Setiap pelanggaran netralitas ASN harus dilaporkan kepada KASN.", "KASN", "kedaluwarsa"),
]


@pytest.mark.parametrize(("sentence", "found", "verdict"), LAWS, ids=lambda value: value[:40])
def test_laws_sanctions_and_institutions_are_judged_by_the_day(store, sentence, found, verdict):
    assert one(judged(store, sentence), found).verdict == verdict


def test_what_the_law_has_is_named_as_the_law_names_it(store):
    assert "permintaan sendiri sebagai PNS." in one(judged(store, "ASN yang tidak netral dikenai skorsing."), "skorsing").explanation


@pytest.mark.parametrize(
    "said",
    [
        "Pada 2020 ASN yang tidak netral dikenai penundaan kenaikan pangkat selama 1 tahun.",
        "Pada Pilkada 2020 ASN yang tidak netral dikenai penundaan kenaikan pangkat.",
        "ASN yang tidak netral dikenai pemotongan tunjangan kinerja 25% selama 6 bulan.",
        "ASN yang tidak netral dikenai penurunan jabatan setingkat lebih rendah selama 1 tahun.",
    ],
)
def test_a_sanction_that_the_law_of_its_time_has_is_not_warned_of(store, said):
    assert verdicts(judged(store, said)) == {}


# What is still to come of an institution that ended; beside each, words alike about its own time or its end.
ENDED = [
    ("Setelah Pilkada 2020, KASN akan mengawasinya.", "Pada Pilkada 2020 KASN mengawasinya."),
    ("Laporan Pilkada 2020 akan diteruskan ke KASN.", "Pada 2020 Bawaslu menyatakan laporan itu akan diteruskan ke KASN."),
    ("Sejak 2019 setiap laporan netralitas disampaikan kepada KASN.", "Sejak 2019 KASN menerima 2.034 laporan netralitas ASN."),
    (
        "Netralitas ASN Menjelang Pilkada 2029\nLaporan disampaikan lewat KASN.",
        "Netralitas ASN Pilkada 2020\nLaporan disampaikan lewat KASN.",
    ),
    ("Berkaca pada Pilkada 2020, rekomendasi KASN wajib dilaksanakan.", "Pada Pilkada 2020 rekomendasi KASN wajib dilaksanakan PPK."),
    ("After the 2020 elections KASN will supervise neutrality.", "After KASN was dissolved every neutrality report must go to BKN."),
    (
        "Setelah tahapan berakhir, setiap laporan netralitas dibawa ke KASN.",
        "Setelah KASN dibubarkan, laporan wajib dibawa ke BKN.",
    ),
    (
        "Per 3 Oktober 2025 KASN menangani laporan netralitas.",
        "Per 3 Oktober 2025: diteruskan ke KASN/BKN; pencatat: Bawaslu, KASN.",
    ),
    ("Rekomendasi netralitas dari KASN bersifat final.", "Pada 2020 rekomendasi netralitas dari KASN bersifat final."),
    (
        "Pada Pilkada 2029 54 kasus netralitas diteruskan ke KASN, pada Pilkada 2018 8 kasus.",
        "Pada Pilkada 2018 54 kasus netralitas diteruskan ke KASN, pada Pilkada 2024 8 kasus.",
    ),
    ("KASN hari ini masih mengawasi netralitas ASN.", "Pada Pilkada 2020 KASN masih mengawasi netralitas ASN."),
    ("KASN masih berwenang atas netralitas ASN.", "Waktu itu KASN masih memproses laporan netralitas ASN."),
    ("Netralitas ASN dijaga. Lapor ke KASN ya.", "Netralitas ASN dijaga. Warga lapor ke KASN."),
    (
        "Netralitas ASN: hasilnya disampaikan kepada KASN dalam 30 (tiga puluh) hari.",
        "Netralitas ASN: hasilnya disampaikan kepada KASN.",
    ),
    ("Kini KASN mengawasi netralitas ASN.", "Kini tugas KASN mengawasi netralitas ASN dijalankan oleh BKN."),
]


@pytest.mark.parametrize(("wrong", "right"), ENDED, ids=lambda value: value[:40])
def test_an_institution_that_ended_is_told_where_it_is_still_to_act(store, wrong, right):
    told = lambda text: [one.verdict for one in judged(store, text).findings if one.kind == "lembaga"]  # noqa: E731
    assert (told(wrong), told(right)) == (["kedaluwarsa"], [])


@pytest.mark.parametrize(
    "sentence",
    ["Pada Pilkada 2020 KASN menangani laporan netralitas ASN.", "Inspektorat memeriksa ASN yang dilaporkan tidak netral."],
)
def test_what_an_institution_did_in_its_time_is_not_warned_of(store, sentence):
    assert verdicts(judged(store, sentence)) == {}


def test_a_law_is_judged_for_the_day_on_which_the_draft_is_said(store):
    assert verdicts(judged(store, "Disiplin diatur PP 53/2010.", on=date(2020, 10, 1))) == {"PP 53/2010": "benar"}
    assert verdicts(judged(store, "Disiplin ASN diatur PP 94/2021.", on=date(2020, 10, 1))) == {"PP 94/2021": "kedaluwarsa"}
