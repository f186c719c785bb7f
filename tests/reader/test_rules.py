"""The reader of text: every rule with an example and a counter-example, and what it names in all usual writings."""

import pytest

from netralitas.reader import excluded, laws, places, read
from tests.reader.reading import cases

# Rule → a number that counts no cases by it, and one beside the same words that does.
NO_CASES = {
    "uang": ("Denda Rp6.000.000 bagi ASN.", "Denda dijatuhkan dalam 6 kasus netralitas ASN."),
    "telepon": ("Narahubung: 0335 421234 untuk netralitas.", "Narahubung mencatat 42 kasus netralitas."),
    "nomor_pegawai": ("ASN dengan NIP 198001012005011001 tidak netral.", "NIP dicatat dalam 18 kasus netralitas."),
    "waktu": ("Rapat netralitas ASN pukul 09.30 di kantor.", "Rapat netralitas ASN mencatat 9 kasus."),
    "alamat": ("Bawaslu di Jalan Ahmad Yani No. 12.", "Bawaslu di Jalan Ahmad Yani mencatat 12 kasus."),
    "ruang": ("Rapat netralitas ASN di lantai 3.", "Rapat netralitas ASN membahas 3 kasus."),
    "pasal": ("Netralitas ASN diatur Pasal 71.", "Netralitas ASN dilanggar dalam 71 kasus."),
    "urutan": ("HUT ke-52 Korpri bertema netralitas ASN.", "Ada 52 kasus netralitas ASN."),
    "nomor": ("Surat netralitas ASN nomor 800/12/2024.", "Surat netralitas ASN menyebut 800 kasus."),
    "lama": ("Laporan netralitas ASN paling lambat 7 hari.", "Laporan netralitas ASN memuat 7 kasus."),
    "peserta": ("Rapat netralitas ASN dihadiri 120 orang.", "Rapat netralitas ASN membahas 120 kasus."),
    "daftar": ("Netralitas ASN, daftar sebagian: Makassar, 101 dari sejumlah kasus.", "Daftar netralitas ASN sebagian: 101 kasus."),
    "tidak_disebut": ("Netralitas ASN di wilayah yang tidak disebut: 0.", "Netralitas ASN, yang disebut: 3 kasus."),
    "target": ("Target kita 10 pelanggaran netralitas.", "Target kita berat: ada 10 pelanggaran netralitas."),
    "daerah": ("Netralitas ASN di 12 provinsi diawasi.", "Netralitas ASN dilanggar dalam 12 kasus."),
    "andaian": ("Kalau 1 persen saja ASN tidak netral, itu 1.170 orang.", "Dari mereka 1 persen ASN terbukti tidak netral."),
    "macam": ("Netralitas ASN: 17 bentuk pelanggaran.", "Netralitas ASN: 17 kasus pelanggaran."),
    "pemilihan": ("Netralitas ASN dan 3 pasangan calon.", "Netralitas ASN dilanggar dalam 3 kasus."),
    "pegawai": ("Jumlah ASN mencapai 48.000 orang, semua netral.", "Dugaan terhadap 48 orang ASN yang melanggar netralitas."),
    "tanggal": ("Rapat netralitas ASN pada 12 Februari 2024.", "Rapat netralitas ASN membahas 12 kasus."),
    "tahun": ("Netralitas ASN tahun 2023.", "Netralitas ASN dilanggar dalam 2.023 kasus."),
    "hal_lain": ("Bawaslu mencatat 12 kasus korupsi.", "Bawaslu mencatat 12 kasus netralitas."),
}
STAGES = {
    "dugaan": ("12 kasus dugaan pelanggaran netralitas ASN", "12 alleged violations by civil servants"),
    "diteruskan": ("Bawaslu meneruskan 12 kasus netralitas ASN", "12 cases of neutrality were forwarded to KASN"),
    "terbukti": ("12 ASN terbukti melanggar", "12 civil servants were proven to have violated neutrality"),
    "rekomendasi_sanksi": (
        "12 ASN direkomendasikan untuk dijatuhi sanksi",
        "12 civil servants were recommended for sanctions",
    ),
    "sanksi": ("12 ASN dijatuhi sanksi", "12 civil servants were sanctioned"),
    "bukan_pelanggaran": ("12 kasus netralitas ASN tidak terbukti", "12 civil servants were found not to have breached neutrality"),
    "dalam_proses": ("Bawaslu masih memproses 12 kasus netralitas ASN", "Bawaslu was still processing 12 cases of neutrality"),
    "belum_ditindaklanjuti": ("12 kasus netralitas ASN belum ditindaklanjuti", "12 cases of neutrality were not followed up"),
}


@pytest.mark.parametrize("rule", NO_CASES)
def test_a_number_that_counts_no_cases_is_known_by_its_rule(store, rule):
    example, counter = NO_CASES[rule]
    assert {one.why for sentence in read(store, example) for one in sentence.numbers} == {rule}
    assert len(cases(store, counter)) == 1


def test_every_rule_has_its_example():
    named = {name.strip().replace(" ", "_") for name in excluded._RULES}
    assert named - set(NO_CASES) == {"butir", "kode"}  # both need more than a sentence; see below


def test_the_number_of_an_item_and_a_code_in_brackets_count_nothing(store):
    text = "1. Netralitas ASN dijaga.\n2. Bawaslu mencatat 15 kasus dugaan pelanggaran netralitas ASN pada butir(4)."
    assert [one.text for one in cases(store, text)] == ["15"]


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("language", [0, 1], ids=["id", "en"])
def test_the_stage_is_read_in_both_languages(store, stage, language):
    assert {one.stage.values for one in cases(store, STAGES[stage][language])} == {(stage,)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.194 kasus netralitas ASN", 1194),
        ("1,194 neutrality cases", 1194),
        ("seribu seratus sembilan puluh empat kasus netralitas ASN", 1194),
        ("Pada 10 Desember 2024 delapan puluh tiga orang ASN tidak netral", 83),
        ("Ada 5 ratus kasus netralitas ASN", 500),
        ("two civil servants breached neutrality", 2),
        ("12,5 persen kasus netralitas ASN terbukti", 12.5),
    ],
)
def test_a_number_is_read_in_all_usual_writings(store, text, value):
    assert [one.value for one in cases(store, text)] == [value]


def test_what_stands_in_an_address_is_not_said(store):
    text = "Bawaslu mencatat 15 kasus netralitas ASN, https://a.co.id/makassar-catat-11-asn-terbukti dan a.com/7-kasus-asn."
    found = cases(store, text)
    assert [one.text for one in found] == ["15"] and found[0].place.values == ()


def test_brackets_behind_a_number_say_where_and_when(store):
    text = "Pada Pilkada 2020 ada 1.194 kasus netralitas ASN, secara nasional; 721 kasus netralitas ASN, menurut Bawaslu (Pilkada 2018)."
    assert [one.event.values for one in cases(store, text)] == [("pilkada-2020",), ("pilkada-2018",)]


def test_the_place_of_a_newspaper_is_no_place_of_a_number(store):
    found = cases(store, "Menurut RMOL Jatim ada 417 kasus dugaan pelanggaran netralitas ASN.")
    assert found[0].place.values == ()


def test_a_site_is_no_institution(store):
    named = [term.code for one in read(store, "Laporkan pelanggaran netralitas ke lapor.kasn.go.id atau ke KASN.") for term in one.terms]
    assert named == ["kasn"]


def test_what_was_not_so_is_read_behind_what_was(store):
    found = cases(store, "Of 433 cases of neutrality 314 were found to be violations and 99 were not.")
    assert [one.stage.values for one in found][1:] == [("pelanggaran",), ("bukan_pelanggaran",)]


def test_a_list_of_stages_gives_each_number_its_own(store):
    found = cases(store, "Cases of neutrality: Not a violation: 6 cases; Forwarded to KASN/BKN: 9 cases.")
    assert [one.stage.values for one in found] == [("bukan_pelanggaran",), ("diteruskan",)]
    assert {one.counter.values for one in found} == {()}


def test_a_name_of_two_parts_is_one_place(store):
    found = cases(store, "Kabupaten Maros 4 kasus netralitas ASN, Kabupaten Pangkajene dan Kepulauan 13 kasus.")
    assert [one.place.values for one in found] == [("73.09",), ("73.10",)]


@pytest.mark.parametrize(
    ("short", "code"), [("Kukar", "64.02"), ("Lotim", "52.03"), ("Sidrap", "73.14"), ("Pemkab Konsel", "74.05"), ("Sultra", "74")]
)
def test_a_region_is_known_by_the_short_name_of_its_press(store, short, code):
    assert cases(store, f"Bawaslu {short} mencatat 15 kasus netralitas ASN.")[0].place.values == (code,)


def test_every_short_name_is_that_of_a_region(store):
    spoken = {code for words, codes in places._names(store).items() if " ".join(words) in places._PRESS for code in codes}
    assert len(spoken) == len(places._PRESS)


LAWS = [
    ("Menurut UU Pilkada No. 10/2016 ASN netral.", ["UU 10/2016"]),
    ("Menurut PP dan UU ASN Nomor 20 Tahun 2023.", ["UU 20/2023"]),
    ("Peraturan Pemerintah (PP) Nomor 94 Tahun 2021", ["PP 94/2021"]),
    ("PP Disiplin PNS Nomor 94 Tahun 2021", ["PP 94/2021"]),
    ("PP Nomor 94 Tahun 2021 tentang Disiplin PNS Pasal 5 huruf n", ["PP 94/2021 Pasal 5 huruf n"]),
    ("PP 24/2021, Pasal 5 huruf n PP 94/2021", ["PP 24/2021", "PP 94/2021 Pasal 5 huruf n"]),
    ("UU 5/2014 tentang ASN dan Pasal 71 UU 10/2016", ["UU 5/2014", "UU 10/2016 Pasal 71"]),
    (
        "Government Regulation No. 24 of 2021, Article 5 letter n of Government Regulation 94/2021",
        ["PP 24/2021", "PP 94/2021 Pasal 5 huruf n"],
    ),
    ("Undang Undang Nomor 20 Tahun 2023", ["UU 20/2023"]),
    ("Surat PP Muhammadiyah Nomor 3 Tahun 2021", []),
    # Several articles of one law, and beside them a count and the law of the next line.
    ("Pasal 280 dan 283 UU 7/2017", ["UU 7/2017 Pasal 280 dan 283"]),
    ("Articles 280 and 283 of Law 7/2017", ["UU 7/2017 Pasal 280 dan 283"]),
    ("Pasal 280 s.d. 283 UU 7/2017", ["UU 7/2017 Pasal 280 s.d. 283"]),
    ("UU 7/2017 Pasal 280, 282, dan 283 melarangnya", ["UU 7/2017 Pasal 280, 282, dan 283"]),
    ("UU 10/2016 Pasal 71, 15 kasus dugaan", ["UU 10/2016 Pasal 71"]),
    ("UU 10/2016 Pasal 71 dan PP 94/2021", ["UU 10/2016 Pasal 71", "PP 94/2021"]),
    ("PP 94/2021 Pasal 8 ayat (4)\nUU 10/2016 Pasal 71", ["PP 94/2021 Pasal 8 ayat (4)", "UU 10/2016 Pasal 71"]),
]


@pytest.mark.parametrize(("text", "named"), LAWS, ids=lambda value: str(value)[:40])
def test_a_law_is_read_in_all_usual_writings_with_its_own_article(text, named):
    assert [law.name for law in laws.laws(text)] == named


def test_where_a_letter_was_written_is_no_place_of_its_numbers(store):
    found = cases(store, "SIARAN PERS\nMakassar, 6 November 2020\nAda 15 kasus dugaan pelanggaran netralitas ASN pada Pilkada 2020.")
    assert found[0].place.values == ()
