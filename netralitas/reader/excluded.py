"""Numbers that count no cases: each rule has a name, a pattern, and says so in its name to the reader of the result."""

import re
from collections.abc import Iterator
from functools import cache

from netralitas.reader.numerals import NUMBER_WORD

# Name → (what stands before the number, the number's own shape, what stands behind it). The first that fits names it.
_NUMBER = r"\d+(?:[.,]\d+)*"
_IF = r"(?:kalau|jika|bila|apabila|andai\w*|seandainya|misalnya|umpamanya|if|suppose)"
_RULES: dict[str, tuple[str, str, str]] = {
    "uang": (r"(?:Rp\.?|IDR|USD|US\$|\$)\s*", _NUMBER, r""),
    "uang ": (r"", rf"{_NUMBER}(?:\s+(?:ribu|juta|miliar|triliun|thousand|million|billion))?", r"\s*(?:rupiah|dollars?|dolar)\b"),
    # A part of what someone is paid: a sanction, no share of cases.
    "uang  ": (
        r"(?:tunjangan|tukin|TPP|gaji|penghasilan|honor\w*|allowance|salary|pay)\b[^.;\d]{0,40}",
        _NUMBER,
        r"\s*(?:persen|%|per ?cent)",
    ),
    "telepon": (
        r"(?:telepon|telp\.?|tlp\.?|hp|wa|whatsapp|fax|faks|narahubung|kontak|hotline|call center|phone)(?:\s*[:.]|\s+\w+\s*:)?\s*",
        r"[+(]?\d[\d ().x-]{3,}",
        r"",
    ),
    "telepon ": (r"", r"(?:\+62|\(0\d{2,3}\)|(?<![\d.,])\b0\d{2,4})[ .-]?\d{3,}[\dx .-]*", r""),
    "nomor pegawai": (r"(?:NIP|NIK|NPWP|NRP)\.?\s*:?\s*", r"\d[\d .]{5,}", r""),
    "waktu": (r"(?:pukul|jam|at)\s*:?\s+", r"\d{1,2}[.:]\d{2}(?:\s*(?:s\.?[d/]\.?|sampai|hingga|to|[-–])\s*\d{1,2}[.:]\d{2})?", r""),
    "waktu ": (r"", r"\b\d{1,2}(?:[.:]\d{2})?(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?", r"\s*(?:WIB|WITA|WIT|a\.?m\.?|p\.?m\.?)(?!\w)"),
    "alamat": (r"(?:jalan|jl\.?|jln\.?|gang|gg\.?)\s+[^,;\n]{1,40}?(?:no\.?|nomor)\s*", r"\d+", r""),
    "alamat ": (r"(?:RT|RW|kode pos|postal code|blok|kav\.?|km)\.?\s*", r"\d+", r""),
    # The postal code that ends an address.
    "alamat  ": (r"(?:jalan|jl\.?|jln\.?)\s[^;\n]{1,80}?\s", r"\d{5}", r"(?=\s*(?:[.,;)]|$))"),
    "ruang": (r"(?:lantai|ruang(?:an)?|kamar|gedung|room|floor|lt\.?|hall|aula)\s+", r"\d+", r""),
    "ruang ": (r"", r"\b\d+(?:st|nd|rd|th)?", r"\s+floor\b"),
    "pasal": (r"(?:pasal|ayat|angka|bab|butir|huruf|article|paragraph|section|chapter)\s*\(?", r"\d+", r""),
    "pasal ": (r"", r"\(\d+\)", r"(?=\s*(?:huruf|UU|PP)\b)"),
    # Ayat (1), (2) dan (4). A number in brackets behind anything else may be a count: Bali (9), Kota Bima (4).
    "pasal  ": (
        r"(?:ayat|paragraphs?)\s*",
        r"\(\d+\)(?:\s*(?:,|dan|sampai(?: dengan)?|s\.?d\.?|atau|and|to|or|[-–])+\s*\(\d+\))+",
        r"",
    ),
    "urutan": (r"ke-?\s?", r"\d+", r""),
    "urutan ": (r"", r"\b\d+(?:st|nd|rd|th)\b", r""),
    "nomor": (
        r"\b(?:nomor(?: urut| surat)?|no\.?|number|halaman|hal\.?|hlm\.?|page|slide|tabel|table|gambar|figure|bagian|lampiran"
        r"|tahap|versi)\s*:?\s*",
        rf"{_NUMBER}(?:/[\w./-]+)?",
        r"",
    ),
    "butir": (r"(?:^|\n)\s*\(?", r"\d{1,2}", r"[.)](?=\s)"),
    "kode": (r"\w+\(", r"\d+", r"\)"),
    "lama": (
        r"",
        rf"{_NUMBER}(?:\s*(?:sampai(?: dengan)?|hingga|to|[-–])\s*{_NUMBER})?",
        r"\s*(?:\([^)]*\)\s*)?(?:hari|minggu|bulan|tahun|jam|menit|detik|kali|days?|weeks?|months?|years?|hours?|minutes?|times)\b",
    ),
    "peserta": (
        r"(?:diikuti|dihadiri|mengundang|menghadirkan|peserta|undangan|attended by|participants?)(?:\s+(?:oleh"
        r"|sebanyak|sekitar|lebih dari|by|about|some|:))*\s*",
        _NUMBER,
        r"",
    ),
    "peserta ": (
        r"",
        _NUMBER,
        r"\s+(?:orang\s+)?(?:peserta|undangan|hadirin|panitia|narasumber|camat|lurah|kepala (?:desa|OPD|dinas)|OPD|SKPD"
        r"|participants|attendees|guests)\b",
    ),
    "peserta  ": (
        r"(?:sosialisasi|pelatihan|bimbingan teknis|bimtek|rapat|apel|upacara|ikrar|deklarasi|pembinaan|penyuluhan|seminar|lokakarya"
        r"|workshop|kegiatan|acara|training|briefing|pledge)[^.;:\d]{0,60}?\s(?:bagi|untuk|kepada|oleh|bersama|melibatkan|for|by|with|involving)\s+"
        r"(?:sekitar\s+|seluruh\s+|about\s+)?",
        _NUMBER,
        r"(?=\s+(?:orang|ASN|PNS|PPPK|pegawai|aparatur|pejabat|civil servants|people|employees|officials))",
    ),
    "daerah": (
        r"",
        rf"(?:{_NUMBER}|\b(?:{NUMBER_WORD})(?:\s+(?:{NUMBER_WORD}))*)",
        r"\s+(?:provinsi|kabupaten|kota|daerah|kecamatan|desa|kelurahan|wilayah|TPS|provinces|regencies|cities|districts"
        r"|regions|villages|polling)\b",
    ),
    "pegawai ": (
        r"(?:meng)?(?:imbau|himbau|ajak|ingatkan)(?:\s+(?:agar|kepada|seluruh|semua|para)){0,2}\s+(?:(?:sekitar|lebih dari)\s+|[±~]\s*)?",
        _NUMBER,
        r"\s+(?:orang\s+)?(?:ASN|PNS|PPPK|pegawai|aparatur)\b",
    ),
    "tidak_disebut": (
        r"(?:tidak (?:ia )?(?:di)?sebut(?:kan)?|not name(?:d)?)\b[^.;\d]{0,30}?",
        r"0",
        r"",
    ),
    # What many do together: 1.250 ASN mengucapkan ikrar netralitas. To attend a campaign is a breach.
    "peserta   ": (
        r"",
        _NUMBER,
        r"\s+(?:orang\s+)?(?:ASN|PNS|PPPK|pegawai|aparatur|orang|civil servants|employees|people)(?:\s+\w+){0,3}?\s+(?:mengucap\w*"
        r"|berikrar|menandatangani|dilatih|dilantik|pledged|swore|signed|(?:meng)?ikuti\s+(?:sosialisasi|apel|ikrar|deklarasi|upacara"
        r"|pelatihan|bimtek|rapat)|attended\s+(?:the\s+)?(?:training|briefing|ceremony|meeting))\b",
    ),
    "daftar": (r"(?:daftar sebagian|partial list)\s*:[^.;\n]{0,40}?,\s*", _NUMBER, r"(?=\s+(?:dari|of)\b)"),
    "target": (
        r"(?:(?:target|sasaran|ditargetkan|menargetkan|goal|aim|aiming for)\b(?:\s+20\d\d)?[^.;,:\d]{0,30}?(?::\s*)?|menuju\s+)",
        rf"(?:{_NUMBER}|\b(?:nol|zero)\b)",
        r"(?=\s*(?:kasus|pelanggaran|laporan|temuan|aduan|persen|%|cases|violations|breaches|reports|per ?cent))",
    ),
    "andaian": (
        rf"{_IF}\s+(?:(?:hanya|ada|cuma|just|only|even|there (?:is|are))\s+)?",
        rf"(?:{_NUMBER}|\b(?:satu|one)\b)",
        r"(?=\s*(?:persen|%|per ?cent|(?:kasus|orang|ASN|PNS|pegawai|laporan|cases?|civil servants?|reports?)\s+(?:saja|pun|lagi|each)\b))",
    ),
    # What follows from it: kalau 1 persen saja tidak netral, itu 1.170 orang.
    "andaian ": (
        rf"{_IF}\b[^.;!?\n]{{0,80}}?,\s*(?:maka\s+)?(?:itu|artinya|berarti|that is|that means|that would be)\s+(?:sudah\s+)?",
        _NUMBER,
        r"",
    ),
    "macam": (
        r"",
        _NUMBER,
        r"\s+(?:bentuk|jenis|macam|kategori|langkah|poin|butir|unsur|larangan|kinds?|types?|forms?|categories|steps?|points?)\b",
    ),
    "pemilihan": (
        r"",
        _NUMBER,
        r"\s+(?:juta\s+|ribu\s+)?(?:pasangan|paslon|pasang|calon|kandidat|suara|pemilih|kursi|partai|candidates?|pairs|votes?"
        r"|voters?|seats?|parties)\b",
    ),
    "pegawai": (
        r"(?:jumlah|total|memiliki|mempunyai|terdapat|has|have|employs?)\s+(?:seluruh\s+)?(?:ASN|PNS|PPPK|pegawai"
        r"|aparatur sipil negara|civil servants)"
        r"(?:\s+(?:di|in|se-?|pada|pemerintah|kabupaten|kota|provinsi|sebanyak|sekitar|mencapai|adalah|yaitu|of"
        r"|is)(?:\s?[A-Z][a-z]+)*)*\s+",
        _NUMBER,
        r"",
    ),
}
_NAMED = {name: name.strip().replace(" ", "_") for name in _RULES}


def _opened(before: str) -> str:
    """Words before a number begin a word: "at" is not the end of tercatat."""
    return rf"(?<!\w)(?:{before})" if before else ""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern], ...]:
    return tuple(
        (_NAMED[name], re.compile(rf"{_opened(before)}(?P<number>{own}){behind}", re.IGNORECASE))
        for name, (before, own, behind) in _RULES.items()
    )


def found(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and rule of every stretch whose numbers count no cases; stretches may overlap."""
    for name, pattern in _patterns():
        for match in pattern.finditer(text):
            if not _is_parted(text, match):
                yield match.start("number"), match.end("number"), name


def _is_parted(text: str, match: re.Match) -> bool:
    """A line or a cell ends between the number and the words of its rule. A number alone on its line belongs to the next."""
    if re.search(r"[^\s|][^\S\n\t]*[\n\t|]", text[match.start() : match.start("number")]):
        return True
    start, end = match.span("number")
    behind = re.match(r"[^\S\n\t]*([\n\t|])", text[end : match.end()])
    is_alone = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return behind is not None and not (is_alone and behind[1] == "\n")
