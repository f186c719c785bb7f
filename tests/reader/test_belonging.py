"""What of a text belongs to a number: stage, counter, place, election and day, said beside it, before it or above it."""

import pytest

from netralitas.reader import read
from tests.reader.reading import cases

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
    ("Pada 2020 ASN yang tidak netral disanksi.", []),
    ("Ada 2020 ASN yang tidak netral disanksi.", ["2020"]),
    ("Ada 16 kasus netralitas ASN sampai 1 Maret 2019 (Jawa Pos: 17).", ["16", "17"]),
    ("Ada 16 kasus netralitas ASN sampai 1 Maret 2019 (lihat: 17).", ["16"]),
    # A number that was counted before is said again; persons of the cases that were counted.
    ("Ada 43 ASN tidak netral.\nDari 43 orang itu banyak guru.", ["43", "43"]),
    ("Ada 43 ASN tidak netral.\nDari 44 orang itu banyak guru.", ["43"]),
    ("Netralitas ASN\nAda 1.194 kasus dengan 1.645 orang.", ["1.194", "1.645"]),
    ("Netralitas ASN\nAda 1.194 kasus dan acara dengan 1.645 orang.", ["1.194"]),
    # As slides print it: a number, its unit and what it counts, a line each.
    ("Netralitas ASN Pilkada 2020\n15\nkasus\n12\nkasus", ["15", "12"]),
    ("Jawa Timur, netralitas ASN\ntautan: kabar.id/tangani-\n15-kasus-pelanggaran/", []),
    ("Jawa Timur, netralitas ASN\ntautan: kabar.id/tangani\n15 kasus pelanggaran", ["15"]),
    # One more of the parts that are listed.
    ("Ada 131 kasus netralitas ASN, yaitu 16 di provinsi, 104 di kabupaten dan 11 di kota.", ["131", "16", "104", "11"]),
    ("Ada 131 kasus netralitas ASN, dibahas di provinsi, 104 di lantai 2 dan 11 di aula.", ["131"]),
    # One more share of the kinds of them.
    ("Terbukti tidak netral 26,5 persen pejabat fungsional. Kampanye di media sosial mencapai 30,4 persen.", ["26,5", "30,4"]),
    ("Terbukti tidak netral 26,5 persen pejabat fungsional. Inflasi mencapai 30,4 persen.", ["26,5"]),
    ("Kampanye di media sosial tentang netralitas mencapai 30,4 persen.", []),
    ("Of 71 civil servants who breached neutrality five were found not to be in breach.", ["71", "five"]),
    ("Of 71 civil servants who breached neutrality five were tall.", ["71"]),
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
    ("KASN menerima 137 pengaduan netralitas.", "dugaan"),
    ("KASN membaca 137 pengaduan netralitas.", ""),
    ("314 cases of neutrality were forwarded and 99 turned out not to be violations.", "bukan_pelanggaran"),
    ("314 cases of neutrality were forwarded and 99 were to be violations.", "pelanggaran"),
    ("Netralitas ASN\n4\nkasus\nDalam proses\nBali", "dalam_proses"),
    ("Netralitas ASN\n4\nkasus\nBali\nDalam proses", ""),
    ("Of 43 civil servants who were not neutral 24 were cleared.", "bukan_pelanggaran"),
    ("Of 43 civil servants who were not neutral 24 cleared the table.", ""),
    ("Later 88 cases alleging a breach of neutrality.", "dugaan"),
    ("Netralitas ASN: sanksi bagi 72 orang.", "sanksi"),
    ("Netralitas ASN: pelanggar dan sanksi, 72 orang.", "pelanggaran"),
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
        ("di pemerintah provinsi", ()),
        ("kata pemerintah provinsi", ("pemda",)),
        ("dan dinyatakan BKN terbukti", ("bkn",)),
        ("dan dinyatakan terbukti, kata warga kepada BKN", ()),
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


@pytest.mark.parametrize(
    ("said", "begins", "days"),
    [
        ("25 Sept–23 Nov 2024", ("2024-09-25",), ("2024-11-23",)),
        ("25–30 November 2024", ("2024-11-25",), ("2024-11-30",)),
        ("dari 25 sampai 30 November 2024", ("2024-11-25",), ("2024-11-30",)),
        ("November 25–30, 2024", ("2024-11-25",), ("2024-11-30",)),
        ("28 November–10 Februari 2024", ("2023-11-28",), ("2024-02-10",)),
        ("rapat 5 September, lalu 30 November 2024", (), ("2024-11-30",)),
        ("tercatat 15 sampai 30 November 2024", (), ("2024-11-30",)),
        ("7\t-\n14 September 2020", (), ()),
    ],
)
def test_a_window_has_its_first_and_its_last_day(store, said, begins, days):
    sentence = read(store, f"Netralitas ASN: {said}.")[0]
    assert (sentence.begins, sentence.days) == (begins, days)


@pytest.mark.parametrize(("again", "said"), [("itu", ("71.72", "pilkada-2024")), ("lain", ())])
def test_a_number_said_again_is_of_what_was_said_of_it(store, again, said):
    text = f"Di Kota Bitung pada Pilkada 2024 ada 23 ASN tidak netral.\nDari 23 ASN {again} 14 disanksi."
    found = [one for one in cases(store, text) if one.text == "23"][-1]
    assert (*found.place.values, *found.event.values) == said


def test_the_stage_of_a_headline_with_a_number_is_that_number_s(store):
    stage = lambda title: read(store, "Ada 20 kasus netralitas ASN.", title)[0].numbers[0].stage.values  # noqa: E731
    assert (stage("1.596 ASN terbukti tidak netral"), stage("ASN terbukti tidak netral")) == ((), ("terbukti",))


def test_what_is_said_right_before_the_next_number_is_that_number_s(store):
    stages = lambda text: [one.stage.values for one in cases(store, text)]  # noqa: E731
    said = "Bawaslu counted 43 civil servants who were not neutral, {} 10 {}."
    assert stages(said.format("forwarded", "cases")) == [(), ("diteruskan",)]
    assert stages(said.format("forwarded by the office to KASN on that day,", "cases"))[0] == ("diteruskan",)


@pytest.mark.parametrize(
    ("begins", "place"),
    [
        ("JAKARTA, December 5, 2024 - ", ()),
        ("JAKARTA, 5 Desember 2024 – ", ()),
        ("JAKARTA, KOMPAS.com — ", ()),
        ("Jakarta, December 5, 2024, ", ("31",)),
    ],
)
def test_where_a_text_was_written_is_no_place_of_its_numbers(store, begins, place):
    (number,) = cases(store, f"{begins}Bawaslu recorded 15 cases of neutrality of civil servants.")
    assert number.place.values[:1] == place


def test_where_a_text_was_written_is_no_place_of_its_numbers_in_its_title_either(store):
    place = lambda title: read(store, "Ada 20 kasus netralitas ASN.", title)[0].numbers[0].place.values  # noqa: E731
    assert (place("Catatan pers, Jakarta, 10 Desember 2024"), place("Catatan pers Jakarta")) == ((), ("31",))


@pytest.mark.parametrize(("mark", "counter"), [("", ()), (",", ("kasn",))])
def test_who_counted_the_last_of_two_did_not_count_the_first(store, mark, counter):
    found = cases(store, f"Ada 25 ASN yang diduga tidak netral dan dua orang dijatuhi sanksi{mark} menurut KASN.")
    assert [one.counter.values for one in found] == [counter, ("kasn",)]


@pytest.mark.parametrize(("mark", "event"), [("- ", ("pilkada-2024",)), ("", ())])
def test_the_items_of_a_list_are_of_one_election(store, mark, event):
    found = cases(store, f"- Netralitas ASN: 30 kasus pada Pilkada 2024.\n{mark}Di Bali ada 2 kasus.\n{mark}Di Lampung ada 8 kasus.")
    assert [one.event.values for one in found[1:]] == [event, event]
