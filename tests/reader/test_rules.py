"""The reader of text: every rule with an example and a counter-example, and texts made of known parts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from netralitas.reader import excluded, laws, places, read
from netralitas.wording import number

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


def cases(store, text: str) -> list:
    return [one for sentence in read(store, text) for one in sentence.numbers if one.is_case]


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


# What is left unsaid of a number, and what tells it; beside each, words alike that tell nothing.
GOING_ON = [
    ("Dilaporkan 2.034 ASN; terbukti 1.597 (79%) dan disanksi 1.450.", ["2.034", "1.597", "79", "1.450"]),
    ("Netralitas ASN: Temuan 1, Laporan 3.", []),
    ("Netralitas ASN.\nTemuan: 12\nDiteruskan: 9", ["12", "9"]),
    ("ASN itu melanggar 2 aturan netralitas.", []),
    ("Bawaslu mencatat 11 kasus netralitas ASN. Empat di antaranya terbukti.", ["11", "Empat"]),
    ("Netralitas ASN penting. Empat di antaranya adalah integritas dan disiplin.", []),
    ("15 civil servants breached neutrality. Two of them were from the education office.", ["15", "Two"]),
    ("Diteruskan 21 kasus netralitas ASN.\n- 12 ASN di Kabupaten Pasuruan\n- Kota Bima: 9 ASN", ["21", "12", "9"]),
    ("Diteruskan 21 kasus netralitas ASN.\n- 350 pegawai mengikuti ikrar di Kabupaten Pasuruan", ["21"]),
    ("Di Brebes (Pilkada 2017) ada 4 orang yang diproses.", ["4"]),
    ("Kesehatan 4 orang ASN diperiksa.", []),
    ("Bawaslu mencatat 43 kasus netralitas ASN. Jumlahnya kemudian menjadi 57.", ["43", "57"]),
    ("Bawaslu mencatat 43 kasus netralitas ASN. Suhu mencapai 40.", ["43"]),
    ("Dari lima belas kasus dugaan netralitas ASN, tiga belas diteruskan.", ["lima belas", "tiga belas"]),
    ("Dari lima belas kasus netralitas ASN, salah satu terbukti.", ["lima belas"]),
    ("Target 2029: nol pelanggaran netralitas.", []),
    ("Ini satu perkara atau sebagian masa netralitas ASN.", []),
    ("Ini satu perkara netralitas ASN.", []),
    ("Ada satu perkara netralitas ASN.", ["satu"]),
    ("Tabel 1. Dugaan pelanggaran netralitas ASN\nLuwu\t3\nLuwu Timur\t18", ["3", "18"]),
    ("Jadwal apel netralitas\nLuwu\t3\nLuwu Timur\t18", []),
    ("Kota Bau-Bau meneruskan 18 ke KASN pada Pilkada 2018.", ["18"]),
    ("1.588 (79,1%) terbukti melanggar netralitas.", ["1.588", "79,1"]),
    ("Target kepatuhan netralitas 100 persen.", []),
    ("Sosialisasi netralitas bagi 450 ASN di balai kota.", []),
    ("Sosialisasi digelar setelah 450 ASN tidak netral.", ["450"]),
    ("Ada 450 pegawai hadir di acara netralitas.", []),
    ("Ada 450 pegawai tidak netral.", ["450"]),
    ("Berapa ASN yang terbukti tidak netral?\nMenurut KASN ada 180 orang.", ["180"]),
    ("Berapa kursi dan meja untuk rapat netralitas?\nMenurut panitia ada 180 orang.", []),
    ("1.588 ASN TERBUKTI TIDAK NETRAL!\n223 belum.", ["1.588", "223"]),
    ("Ada 5 ASN tidak netral. Kasus stunting turun dari 12,3% menjadi 10,1%.", ["5"]),
    ("Polres menangani 3 kasus pembunuhan, Bawaslu 3 kasus netralitas ASN.", ["3"]),
    ("Ada 15 laporan warga tentang netralitas ASN.", ["15"]),
    ("Ada 11 ASN melanggar netralitas. Sebelas orang!", ["11", "Sebelas"]),
    ("Netralitas ASN dijaga. Sebelas orang!", []),
    ("Ada 44 kasus netralitas ASN. Di Lampung turun dari 26 orang menjadi 8 kasus.", ["44", "26", "8"]),
    ("Netralitas ASN dijaga. Di Lampung panitia turun dari 26 orang menjadi 8.", []),
    ("Dugaan netralitas ASN\n| Bali | 2 | Bawaslu |\n| Lampung | 8 | Bawaslu |", ["2", "8"]),
    ("Bawaslu mengimbau 100.000 ASN di Bali agar tetap netral.", []),
    ("Bawaslu mencatat 100 ASN di Bali tidak netral.", ["100"]),
    ("Rapat netralitas ASN selesai. Kesimpulan: 3 rekomendasi disepakati.", []),
    ("Rapat netralitas ASN selesai. KASN mengeluarkan 3 rekomendasi.", ["3"]),
    ("Info netralitas: 24 org tdk terbukti, 436 blm ditindaklanjuti.", ["24", "436"]),
    ("Kab. Brebes 2018 katanya 33, padahal netralitas ASN dijaga.", ["33"]),
    ("Ada 15 kasus netralitas ASN.\nBali 2 kasus\nJumlah nasional 805", ["15", "2", "805"]),
    ("Ada 15 kasus netralitas ASN.\nJumlah camat 24 dan lurah 5", ["15"]),
    ("Ada 433 kasus netralitas ASN, naik dari 356.", ["433", "356"]),
    ("Netralitas ASN penting. Pendapatan naik dari 356.", []),
    ("ASN tidak netral: pemotongan tunjangan kinerja 25 persen.", []),
    ("Di antara ASN tidak netral 25 persen terbukti.", ["25"]),
    (
        "Bawaslu mencatat 433 dugaan netralitas ASN. Tiga ratus empat belas diteruskan, sembilan puluh bukan pelanggaran.",
        ["433", "Tiga ratus empat belas", "sembilan puluh"],
    ),
    ("Netralitas ASN dijaga. Tiga hal diteruskan.", []),
    ("Di Jawa Timur dugaan pelanggaran netralitas ASN turun dari 42 menjadi 15.", ["42", "15"]),
    ("Netralitas ASN dijaga. Di Jawa Timur suhu turun dari 42 menjadi 15.", []),
    ("Ada 15 kasus netralitas ASN. Satu kasus saja sudah terlalu banyak.", ["15"]),
    ("Dua dari tiga kasus netralitas ASN bermula dari ponsel.", []),
    ("Ada 15 kasus netralitas ASN. Tiga dari empat dugaan bermula dari ponsel.", ["15"]),
    ("Enam belas ASN tidak netral, semuanya dalam enam kasus.", ["Enam belas", "enam"]),
    ("Dari 15 kasus netralitas ASN, tiga kasus terbukti.", ["15", "tiga"]),
    ("Sebanyak 1.250 ASN mengucapkan ikrar netralitas.", []),
    ("Sebanyak 12 ASN menghadiri kampanye dan tidak netral.", ["12"]),
    ("Kasus netralitas itu melibatkan 12 ASN.", ["12"]),
    # Of a bulletin only the part that is about neutrality counts cases.
    ("Buletin\nVaksin Anjing\nKasus turun dari 45 kasus menjadi 12 kasus.\nIkrar ASN\nAda 3 kasus di Bali.", ["3"]),
    ("Netralitas ASN\nContoh\nDi Bali ada 3 kasus.", ["3"]),
    ("Sultra Pilkada 2018 cuma 33, padahal netralitas ASN dijaga.", ["33"]),
    # A number in brackets is an article's only behind one, and a postal code only in an address.
    ("ASN terlapor tertinggi ialah Sulawesi Tenggara (90), Jawa Tengah (47) dan Bali (4).", ["90", "47", "4"]),
    ("Netralitas ASN diatur ayat (1), (2) dan (4) serta ayat (3).", []),
    ("Ada 15 kasus netralitas ASN. Kantornya di Jalan MT Haryono, Jakarta 12770.", ["15"]),
    ("Ada 15 kasus netralitas ASN. Di Jakarta 12770.", ["15", "12770"]),
    ("Ada 694 ASN terlapor tidak netral. Lima provinsi dengan jumlah ASN terlapor tertinggi dibina.", ["694"]),
    ("Ada 694 ASN terlapor tidak netral. Lima ASN terlapor dibina.", ["694", "Lima"]),
    # Of another matter, though an election supervisor handles it.
    ("Netralitas ASN dijaga. KASN menerima 15 pengaduan jual beli jabatan dan 3 pengaduan perselingkuhan.", []),
    ("Netralitas ASN dijaga. Bawaslu menangani 195 perkara kepala desa.", []),
    ("Netralitas ASN dijaga. Bawaslu menangani 29 kasus netralitas kepala desa dan 7 kasus kepala desa dan ASN.", ["29", "7"]),
    ("Neutrality of civil servants: 1,271 violations of all kinds and 19 cases of campaign-finance fraud.", []),
    ("Neutrality of civil servants: 1,271 violations of civil servants and 19 cases of village heads and civil servants.", ["1,271", "19"]),
    ("114 civil servants accused of taking sides\nNine people were questioned and fined for vote buying.", ["114"]),
    ("114 civil servants accused of taking sides\n9 people were questioned.", ["114", "9"]),
    ("Info netralitas: BKN rekom sanksi 23 org ASN.", ["23"]),
    ("Info netralitas: BKN undang rekan 23 org ASN.", []),
    ("Ada 5 kasus netralitas ASN, politik uang 30 laporan, netralitas 7 laporan.", ["5", "7"]),
    ("Netralitas ASN dijaga. Bawaslu menerima 8 laporan ijazah palsu dan 11 pelanggaran protokol kesehatan.", []),
    ("Info netralitas: 1.158 ASN dilaporkan, nunggu verifikasi BKN 667, nunggu PPK 436, nunggu bus 5.", ["1.158", "667", "436"]),
    ("Ada 433 kasus netralitas ASN.\nSulsel 117 ASN (5 Sept 2024), Kota Bima 28 org", ["433", "117", "28"]),
    ("Ada 433 kasus netralitas ASN.\nSulsel 117 ASN ikut rapat, Kota Bima 28 org hadir", ["433"]),
    ("KASN recommended sanctions against 872 and met with 30.", ["872"]),
]

# What a number counts, where other words beside it name another stage.
OTHER_STAGES = [
    ("Dua ASN dijatuhi sanksi atas rekomendasi KASN.", "sanksi"),
    ("Dua ASN mendapat rekomendasi KASN.", "rekomendasi_sanksi"),
    ("Two civil servants were sanctioned on the recommendation of KASN.", "sanksi"),
    ("Two civil servants were sanctioned on its recommendation.", "sanksi"),
    ("Bawaslu had passed 1,194 cases of neutrality breaches by civil servants on to KASN.", "diteruskan"),
    ("Bawaslu had passed a law on 1,194 cases of neutrality breaches.", "pelanggaran"),
    ("KASN issued recommendations on two civil servants.", "rekomendasi_sanksi"),
    ("492 ASN direkomendasikan KASN, dan 256 orang atau 52 persen sudah ditindaklanjuti oleh PPK.", "sanksi"),
    ("492 ASN direkomendasikan KASN, dan 256 orang.", "rekomendasi_sanksi"),
    ("Sudah dijatuhi sanksi 14 ASN, 9 orang blm.", "belum_ditindaklanjuti"),
    ("Sudah dijatuhi sanksi 14 ASN, 9 orang lagi.", "sanksi"),
    ("Diduga tidak netral 14 ASN, 9 orang belum.", "dugaan"),
    ("Dari 1.158 ASN yang diduga tidak netral 667 orang menunggu verifikasi BKN.", "dalam_proses"),
    ("Dari 1.158 ASN yang diduga tidak netral 436 orang menunggu tindak lanjut PPK.", "belum_ditindaklanjuti"),
    (
        "Of 89 civil servants proven to have breached neutrality, 15 were waiting for a decision of their superiors.",
        "belum_ditindaklanjuti",
    ),
    ("Of 89 civil servants proven to have breached neutrality, 15 were waiting for a train.", "terbukti"),
    ("BKN received 47 reports of neutrality breaches.", "dugaan"),
    ("BKN menerima 47 laporan pelanggaran netralitas.", "dugaan"),
    ("BKN menemukan 47 pelanggaran netralitas.", "pelanggaran"),
    ("Info netralitas: 85 ASN dilaporkan ke Bawaslu.", "laporan"),
    ("Info netralitas: 85 ASN dilaporkan tidak netral.", "dugaan"),
    ("(Diteruskan ke grup)\n20 kasus netralitas ASN", ""),
    ("(Diteruskan ke KASN)\n20 kasus netralitas ASN", "diteruskan"),
    # A heading that names the matter says nothing of the stage; one that says what was done does.
    ("Pelanggaran netralitas ASN meningkat\n20 kasus netralitas ASN", ""),
    ("Pelanggaran netralitas ASN terbukti\n20 kasus netralitas ASN", "terbukti"),
]


@pytest.mark.parametrize(("text", "stage"), OTHER_STAGES, ids=lambda value: str(value)[:60])
def test_the_stage_is_that_of_the_number_and_not_of_what_stands_beside_it(store, text, stage):
    assert cases(store, text)[-1 if "persen" not in text else -2].stage.values == tuple(filter(None, [stage]))


@pytest.mark.parametrize(
    ("said", "counters"),
    [
        ("menunggu verifikasi BKN", ()),
        ("nunggu verifikasi BKN", ()),
        ("menurut BKN", ("bkn",)),
        ("awaiting verification by BKN", ()),
        ("counted by BKN", ("bkn",)),
    ],
)
def test_who_is_waited_for_did_not_count(store, said, counters):
    assert cases(store, f"Ada 667 ASN tidak netral {said}.")[0].counter.values == counters


@pytest.mark.parametrize(
    ("said", "events"),
    [
        ("the 2020 election", ("pilkada-2020",)),
        ("the election of 2018", ("pilkada-2018",)),
        ("the 2020 vote", ("pilkada-2020",)),
        ("pemilihan tahun 2020", ("pilkada-2020",)),
        ("the 2020 meeting", ()),
    ],
)
def test_an_election_of_a_year_that_held_one_needs_no_other_name(store, said, events):
    found = cases(store, f"Neutrality of civil servants in {said}\n15 cases in Bali.")
    assert found[0].event.values == events


@pytest.mark.parametrize(("text", "counted"), GOING_ON, ids=lambda value: str(value)[:40])
def test_a_number_that_goes_on_from_others_is_counted_with_them(store, text, counted):
    assert [one.text for one in cases(store, text)] == counted


def test_a_share_in_brackets_parts_no_number_from_what_is_said_of_it(store):
    text = "Dari 2.007 ASN yang dilaporkan, 1.588 (79,1%) terbukti; yang dijatuhi sanksi 1.365 orang, 86 persen dari yang terbukti."
    stages = {one.text: one.stage.values for one in cases(store, text)}
    assert (stages["2.007"], stages["1.588"], stages["1.365"]) == (("dugaan",), ("terbukti",), ("sanksi",))


def test_a_day_in_brackets_is_said_of_the_number_before_them(store):
    found = cases(store, "Kendal: 4 orang melanggar, DIY 3 kasus netralitas ASN (data 4 Oktober 2020).")
    assert [one.day.values for one in found] == [(), ("2020-10-04",)]


def test_a_line_that_heads_others_says_where_and_when(store):
    text = "Nota Dinas\nPerihal: netralitas ASN Pilkada 2018\nKota Bima\n9 ASN melanggar.\nKabupaten Pasuruan\n12 ASN melanggar."
    found = cases(store, text)
    assert [one.place.values for one in found] == [("52.72",), ("35.14",)]
    assert {(one.event.values, one.event.where) for one in found} == {(("pilkada-2018",), "judul")}


def test_the_country_of_a_comparison_is_no_place_of_a_number(store):
    text = "Sulawesi Selatan mencatat 157 laporan netralitas ASN, tertinggi di Indonesia. Jumlahnya menjadi 88 kasus."
    assert [one.place.values for one in cases(store, text)] == [("73",), ("73",)]
    assert cases(store, "Ada 157 laporan netralitas ASN di Indonesia.")[0].place.values == ("ID",)


def test_a_headline_may_ask(store):
    found = cases(store, "Kota Makassar darurat netralitas?\nAda 15 kasus dugaan pelanggaran netralitas ASN pada Pilkada 2020.")
    assert found[0].place.values == ("73.71",)


def test_an_election_named_before_is_not_that_of_a_count_of_long_before_it(store):
    text = "Pada Pilkada 2024 ada 433 kasus netralitas ASN. Di Bali hanya {} kasus per {}."
    early, late = (cases(store, text.format(2, day))[1] for day in ("4 Oktober 2020", "3 Desember 2024"))
    assert (early.event.values, late.event.values) == ((), ("pilkada-2024",))


def test_the_day_of_another_election_is_none_of_a_number(store):
    one = "Pada Pilkada 2018 ada 54 kasus netralitas ASN, sementara pada Pilkada 2024 baru 8 kasus per 3 Oktober 2024."
    two = "Pada Pemilu 2024 ada 481 kasus netralitas ASN per 2 April 2024. Pada {} ada 12 kasus."
    assert [found.day.values for found in cases(store, one)] == [(), ("2024-10-03",)]
    told = [cases(store, two.format(event))[1].day.values for event in ("Pilkada 2020", "Pemilu 2024")]
    assert told == [(), ("2024-04-02",)]


@pytest.mark.parametrize(
    ("said", "event"),
    [("di Bali 12 kasus pada 2020", "pilkada-2020"), ("di Bali 12 kasus pada 2019", "pilkada-2018"), ("di Bali 12 kasus", "pilkada-2018")],
)
def test_the_year_beside_a_number_goes_before_an_election_named_for_others(store, said, event):
    found = cases(store, f"Pada Pilkada 2018 ada 54 kasus netralitas ASN, sementara {said}.")
    assert [one.event.values for one in found] == [("pilkada-2018",), (event,)]


def test_a_line_with_a_number_says_of_those_below_it_which_election_and_not_where(store):
    found = cases(store, "92 kasus netralitas ASN di Bali pada Pilkada 2020!\n39 kasus netralitas sudah selesai.")
    assert (found[1].event.values, found[1].place.values) == (("pilkada-2020",), ())


def test_what_is_not_to_be_said_is_not_what_the_next_sentence_is_about(store):
    text = "{}. Ada 15 kasus netralitas ASN."
    said = ("Jangan menyebut 1.194 kasus untuk Kota Bima", "Ada 1.194 kasus netralitas di Kota Bima")
    assert [cases(store, text.format(one))[-1].place.values for one in said] == [(), ("52.72",)]


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
]


@pytest.mark.parametrize(("text", "named"), LAWS, ids=lambda value: str(value)[:40])
def test_a_law_is_read_in_all_usual_writings_with_its_own_article(text, named):
    assert [law.name for law in laws.laws(text)] == named


def test_where_a_letter_was_written_is_no_place_of_its_numbers(store):
    found = cases(store, "SIARAN PERS\nMakassar, 6 November 2020\nAda 15 kasus dugaan pelanggaran netralitas ASN pada Pilkada 2020.")
    assert found[0].place.values == ()


# A table, and which of its cells count cases.
TABLES = [
    ("Netralitas ASN\nProvinsi\tDugaan (kasus)\tJumlah ASN\nBali\t2\t9.000\nJawa Timur\t15\t48.000", ["2", "15"]),
    ("Apel netralitas ASN\nKecamatan\tJumlah kursi\nLuwu\t3", []),
    ("Dugaan pelanggaran netralitas ASN\nKecamatan\tJumlah TPS\tJumlah\nLuwu\t30\t4", ["4"]),
    ("Netralitas ASN\nTahap\tBali\tJawa Timur\nDugaan\t2\t15\nKursi rapat\t40\t50", ["2", "15"]),
    ("Dugaan netralitas ASN\n| Daerah | 2018 | 2020 |\n|---|---|---|\n| Bali | 2 | 3 |", ["2", "3"]),
    # A cell ends there: the days of the next one count nothing, and its number is no duration.
    ("Netralitas ASN\nDaerah\tDugaan\tLama\nBali\t12\t7 hari\nNTB\t9\thari kerja", ["12", "9"]),
    ("Netralitas ASN\nDaerah\tDugaan\tCatatan\nBali\t12\t2 dihentikan, 4 kursi", ["12", "2"]),
    # How many elections there were; and who was punished, where nothing else is counted.
    ("Kasus netralitas ASN\nTahun\tJumlah daerah\tJumlah kasus\n2018\t171\t721", ["721"]),
    ("Sanksi ASN tidak netral\nHukuman\tJumlah ASN\nDisiplin berat\t3\nDisiplin sedang\t5 orang", ["3", "5"]),
    # The table ends there.
    ("Netralitas ASN\nDaerah\tDugaan\nBali\t12\nRapat memesan 40.\nMeja\t5", ["12"]),
]


@pytest.mark.parametrize(("table", "counted"), TABLES, ids=lambda value: str(value)[:40])
def test_the_first_row_of_a_table_says_what_its_columns_count(store, table, counted):
    assert [one.text for one in cases(store, table)] == counted


def test_a_number_of_a_table_has_what_its_column_and_its_row_say(store):
    text = "Dugaan netralitas ASN\nDaerah\tPilkada 2018\tPilkada 2020 (orang)\nKota Bima\t9\t12\nKabupaten Brebes\t4 kasus\t5"
    found = [(one.text, one.place.values, one.event.values, one.unit) for one in cases(store, text)]
    assert found == [
        ("9", ("52.72",), ("pilkada-2018",), ""),
        ("12", ("52.72",), ("pilkada-2020",), "orang"),
        ("4", ("33.29",), ("pilkada-2018",), "kasus"),
        ("5", ("33.29",), ("pilkada-2020",), "orang"),
    ]


def test_the_paragraph_above_a_table_says_what_it_is_about(store):
    rows = "Daerah\tDugaan\nKota Bima\t9"
    said = "Data Pilkada 2020. Keadaan per 2 Oktober 2020 dari Bawaslu."
    found, several = (cases(store, f"Netralitas ASN\n{text}\n{rows}")[-1] for text in (said, f"{said} Pada Pilkada 2018 lain."))
    assert (found.event.values, found.day.values) == (("pilkada-2020",), ("2020-10-02",))
    assert several.event.values == ()


def test_what_counts_in_a_table_is_not_what_counts_below_it(store):
    text = "Netralitas ASN\nDaerah\tTerbukti (orang)\nBali\t12\nPada Pilkada 2018 ada 9 kasus netralitas ASN."
    found = cases(store, text)[-1]
    assert (found.text, found.unit, found.stage.values) == ("9", "kasus", ())


# -- texts made of known parts ---------------------------------------------------------

FORMS = {
    "id": (
        "Pada {event} di {place} Bawaslu mencatat {number} kasus dugaan pelanggaran netralitas ASN.",
        "Sampai 4 Oktober 2020 terdapat {number} kasus dugaan pelanggaran netralitas ASN di {place} pada {event}.",
    ),
    "en": ("In the {event} Bawaslu recorded {number} alleged cases of neutrality breaches in {place}.",),
}
PLACES = {"Jawa Timur": "35", "Kabupaten Probolinggo": "35.13", "Kota Makassar": "73.71", "Sulawesi Tenggara": "74"}
PLAIN = (
    "Netralitas ASN dijaga bersama.",
    "Rapat berlangsung pukul 09.00 WIB di lantai 2.",
    "Acara dihadiri 250 peserta pada 5 Maret 2025.",
    "Anggarannya Rp1.250.000.000.",
    "Hubungi 0335-421234.",
    "Pasal 5 mengatur larangannya.",
    "The meeting of 5 March 2025 was attended by 250 participants.",
    "Jumlah ASN mencapai 48.000 orang.",
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=some.integers(2, 99_999),
    place=some.sampled_from(sorted(PLACES)),
    year=some.sampled_from(["2018", "2020", "2024"]),
    form=some.sampled_from([(language, form) for language, forms in FORMS.items() for form in forms]),
    around=some.lists(some.sampled_from(PLAIN), max_size=3),
)
def test_a_planted_number_is_found_with_its_parts(store, value, place, year, form, around):
    language, sentence = form
    planted = sentence.format(event=f"Pilkada {year}", place=place, number=number(value, language))
    (found,) = cases(store, " ".join([*around, planted]))
    assert (found.value, found.unit) == (value, "kasus")
    assert (found.place.values, found.event.values, found.stage.values) == ((PLACES[place],), (f"pilkada-{year}",), ("dugaan",))


COLUMNS = {
    "Dugaan pelanggaran": ("dugaan", ""),
    "Diteruskan ke KASN (kasus)": ("diteruskan", "kasus"),
    "ASN terbukti": ("terbukti", "orang"),
    "Cases forwarded": ("diteruskan", "kasus"),
}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    columns=some.lists(some.sampled_from(sorted(COLUMNS)), min_size=1, max_size=4, unique=True),
    rows=some.lists(some.sampled_from(sorted(PLACES)), min_size=1, max_size=4, unique=True),
    values=some.lists(some.integers(2, 9_999), min_size=16, max_size=16),
    parted=some.sampled_from(["\t", " | "]),
    staff=some.booleans(),
)
def test_a_number_planted_in_a_table_is_found_with_its_parts(store, columns, rows, values, parted, staff):
    left = iter(values)
    planted = [[(place, column, next(left)) for column in columns] for place in rows]
    lines = [["Wilayah", *columns, *(["Jumlah ASN"] if staff else [])]]
    lines += [[row[0][0], *(number(value, "id") for *_, value in row), *(["5.000"] if staff else [])] for row in planted]
    found = cases(store, "\n".join(["Netralitas ASN Pilkada 2020", *(parted.join(line) for line in lines)]))
    told = [(one.value, one.place.values, one.stage.values, one.unit, one.event.values) for one in found]
    expected = [(value, PLACES[place], *COLUMNS[column]) for row in planted for place, column, value in row]
    assert told == [(value, (place,), (stage,), unit, ("pilkada-2020",)) for value, place, stage, unit in expected]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(around=some.lists(some.sampled_from(PLAIN), min_size=1, max_size=8))
def test_a_text_without_case_numbers_gives_none(store, around):
    assert cases(store, " ".join(around)) == []
