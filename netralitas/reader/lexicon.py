"""The words by which a text names elections, counters, stages and units, in Indonesian and English: patterns with the code they mean."""

import re

# What parts the numbers of a sentence from each other.
BREAK = re.compile(r"[;:,]|\b(?:dan|serta|sedangkan|sementara|namun|tetapi|and|while|whereas|but)\b", re.IGNORECASE)
# What was done on someone's recommendation counts no recommendations.
_ON_WHICH = r"(?<!\batas )(?<!\bberdasarkan )(?<!\bsesuai )(?<!\bmenurut )(?<!\blewat )"
_ON_WHICH_EN = r"(?<!\bon the )(?<!\bupon the )(?<!\bon )(?<!\bon its )(?<!\bon their )"
# Right before a share: it is how much a number changed.
CHANGES = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|melonjak|anjlok|kenaikan|penurunan|rose|fell|grew|up|down|increased?|decreased?"
    r"|dropped)(?:\s+(?:sebesar|sebanyak|sekitar|hampir|lebih dari|menjadi|by|of|about|nearly|almost|more than))*\s+$",
    re.IGNORECASE,
)
# Stage → (weight, patterns). Where several stand at one number, the weightiest speaks: "meneruskan 15 kasus dugaan" is forwarded.
STAGES: dict[str, tuple[int, str]] = {
    "belum_ditindaklanjuti": (
        9,
        r"belum (?:di)?tindak ?lanjuti|belum (?:dilaksanakan|dijalankan|dieksekusi)|belum (?:di)?(?:jatuhi|beri|kenai"
        r"|kenakan)\w* (?:sanksi|hukuman)"
        r"|(?:not|yet to be|awaiting) (?:yet )?(?:been )?(?:followed up|sanctioned|carried out)"
        r"|menunggu (?:tindak ?lanjut(?:nya)?|PPK)"
        r"|(?:await\w*|waiting for) (?:a |the )?(?:follow-?up|(?:decision|action) (?:of|by|from) (?:\w+ ){0,2}"
        r"(?:superiors?|regents?|mayors?|governors?|heads?))",
    ),
    "bukan_pelanggaran": (
        8,
        r"tidak terbukti|bukan (?:merupakan )?pelanggaran|tidak (?:memenuhi|cukup) (?:unsur|bukti)|tidak melanggar|dihentikan"
        r"|(?:(?:found|judged|turned out|shown) )?not (?:to (?:be|have been|constitute|amount to) )?(?:in |an? )?"
        r"(?:violations?|breach(?:es)?)"
        r"|not (?:been )?(?:proven|found (?:guilty|to have))|not to have (?:breached|violated|broken)"
        r"|(?:were|was) not(?=\s*(?:[.;,]|$))|unproven|cleared(?! (?:the|a|up)\b)|exonerated"
        r"|no (?:violations?|breach(?:es)?)|(?:were |was )?(?:dropped|dismissed)",
    ),
    "dalam_proses": (
        7,
        r"(?:masih|sedang|dalam)(?: dalam)? (?:di)?(?:proses|tangani|kaji\w*|periksa\w*|penanganan|pengkajian|klarifikasi)\b"
        r"|(?:masih|sedang) (?:memproses|menangani|mengkaji|memeriksa|mengklarifikasi|menyelidiki)\b"
        r"|menunggu (?:\w+ )?(?:verifikasi|klarifikasi|kajian|pemeriksaan|rekomendasi)(?: (?:BKN|KASN|bawaslu))?"
        r"|(?:await\w*|waiting for) (?:\w+ )?(?:verification"
        r"|clarification|examination|recommendations?)"
        r"|still (?:processing|handling|examining|investigating|reviewing)"
        r"|(?:still )?(?:being|in|under) (?:process\w*|examin\w+|investigat\w+|review)|still pending",
    ),
    "diteruskan": (
        6,
        r"(?:di|me)?teruskan(?!nya| berkali-kali| (?:ke|dari) (?:grup|group|WA)\b)|meneruskan|penerusan|(?:di|me)limpahkan"
        r"|(?:di|me)?rekomendasi(?:kan)? (?:ke"
        r"|kepada) (?:KASN|BKN|Komisi|Badan)"
        r"|(?:di|me)ny?(?:s)?erahkan (?:ke|kepada) (?:KASN|BKN)|disampaikan (?:ke|kepada) (?:KASN|BKN)|(?:forwarded|referred"
        r"|passed on|handed over|submitted) to"
        r"|passed(?= [^.;]{0,80}\bon to\b)|forwarded(?! (?:many times|to (?:the |this )?group))|referred",
    ),
    "rekomendasi_sanksi": (
        6,
        rf"{_ON_WHICH}"
        r"(?:di|me)?rekomendasi(?:kan)?(?: (?:untuk|agar|supaya|KASN|BKN|di\w+|mendapat\w*|penjatuhan|pemberian)){0,3} (?:sanksi|hukuman)"
        rf"|{_ON_WHICH}(?:di|me)?rekomendasi(?:kan)?"
        r"|recommend(?:ed|ations?)(?: for| that)?(?: \w+){0,3} (?:sanctions?|sanctioned"
        rf"|punish\w+)|{_ON_WHICH_EN}recommend(?:ed|ations?)",
    ),
    "sanksi": (
        5,
        r"(?:di|men)?(?:jatuhi|jatuhkan|kenai|kenakan|beri|berikan|memberi|memberikan)(?: \w+){0,2} (?:sanksi|hukuman)"
        r"|disanksi|sanksi (?:bagi|kepada|terhadap|untuk)(?= (?:[^\W\d]+ ){0,2}\d)"
        r"|(?:di)?hukum(?:an)? disiplin(?! (?:tingkat )?(?:ringan|sedang|berat))"
        r"|(?:sudah|telah) ditindak ?lanjuti|ditindak ?lanjuti(?: oleh)? (?:PPK|pejabat|kepala)|sanksi (?:sudah |telah )?dijatuhkan"
        r"|(?:been |were |was )?(?:sanctioned|punished|disciplined)|sanctions? (?:were |was |had been )?imposed",
    ),
    "terbukti": (
        5,
        r"terbukti(?: melanggar| bersalah| tidak netral)?|proven|proved|found (?:guilty|to have (?:breached|violated|broken))",
    ),
    "pidana": (5, r"(?:tindak )?pidana|dipidana|criminal(?: \w+)? cases?|election crimes?"),
    "temuan": (3, r"temuan(?: pengawas)?|ditemukan sendiri|menemukan sendiri|findings?|itself found"),
    "laporan": (
        3,
        r"laporan (?:dari )?(?:masyarakat|warga|publik)|dilaporkan (?:(?:oleh )?masyarakat|(?:ke|kepada) (?:bawaslu|panwas\w*))"
        r"|public reports?|reports? (?:from|by) the public",
    ),
    "dugaan": (
        2,
        r"(?:laporan|pengaduan|aduan|kasus|temuan)? ?dugaan(?: \w+)? pelanggaran|dugaan"
        r"|(?:yang )?diduga(?: \w+)? (?:melanggar|tidak netral)|diduga"
        r"|(?:menerima|diterima|terima) (?:laporan|pengaduan|aduan)(?: tentang| mengenai| atas| terhadap)?"
        r"|(?:menerima|diterima|terima|received)(?= (?:[^\W\d]+ ){0,2}[\d.,]+ (?:laporan|pengaduan|aduan|reports?|complaints?))"
        r"|(?:yang )?(?:dilaporkan|diadukan|terlapor)"
        r"|(?:laporan|pengaduan|aduan) (?:tentang |mengenai |atas |soal )?pelanggaran|dituduh|dituding"
        r"|alleged(?:ly)?(?: violations?| breach\w*)?|alleging(?: an?)?(?: violations?| breach\w*)?|allegations?|suspected|accused|reported"
        r"|reports? (?:about|of)|complaints? (?:about|against|of)",
    ),
    "pelanggaran": (1, r"pelanggaran(?: netralitas)?|melanggar(?: netralitas)?|pelanggar|violat\w+|breach\w*"),
}

SHORTENED = {
    "tidak": "tdk|tak",
    "belum": "blm",
    "masih": "msh",
    "sudah": "sdh|udah",
    "telah": "tlh",
    "sedang": "sdg",
    "dalam": "dlm",
    "rekomendasi": "rekom",
    "menunggu": "nunggu|tunggu",
}

COUNTERS = {
    "bawaslu": r"bawaslu|panwas(?:lu|lih)?|badan pengawas pemilihan umum|badan pengawas pemilu"
    r"|(?:general )?election supervisory (?:agency|body|board)",
    "kasn": r"KASN|komisi (?:aparatur sipil negara|ASN)|(?:state )?civil service commission|civil apparatus commission",
    "bkn": r"BKN|badan kepegawaian negara|national civil service agency",
    "kemenpanrb": r"kemen(?:terian )?pan[- ]?(?:dan )?rb|men ?pan[- ]?(?:dan )?rb|"
    r"kementerian pendayagunaan aparatur negara(?: dan reformasi birokrasi)?"
    r"|ministry of (?:administrative reform|state apparatus)",
    "kemendagri": r"kemendagri|mendagri|kementerian dalam negeri|ministry of home affairs|ministry of the interior"
    r"|(?:home affairs|interior) ministry",
    "pemda": r"BKPSDM|BKPP|BKD|inspektorat|pemkab|pemkot|pemprov|pemda|pemerintah (?:daerah|provinsi|kabupaten|kota)",
}
# Before a counter: it receives, or is asked or waited for, and did not count.
RECIPIENT = (
    r"(?:ke|kepada|to|dengan|with|(?:menunggu|nunggu|tunggu)(?:\s+\w+){0,2}|(?:await\w*|waiting for)(?:\s+\w+){0,2}(?:\s+(?:of|by|from))?)"
    r"\s+(?:the\s+)?(?:KASN\s*(?:/|dan|atau|and|or)\s*)?$"
)
# Before a government: where they serve, and not who counted.
WHERE_THEY_SERVE = r"(?:\bdi|\bpada|\blingkungan|\basal|\bin|\bat)\s+(?:(?:lingkungan|lingkup|seluruh|the)\s+)*$"
# Before a counter that stands behind its number.
SAID_BY = (
    r"(?:menurut|oleh|kata|versi|dari|data|according to|by|from|said"
    r"|(?<!yang )\bdi(?:rekomendasikan|nyatakan|sebut|putuskan|catat|temukan))\s+(?:the\s+|data\s+)?$"
)

ELECTIONS = {
    "pilkada": r"pilkada|pilgub|pilbup|pilwali|pilwalkot|pilkot|pemilukada|pemilihan kepala daerah|pemilihan gubernur|pemilihan bupati"
    r"|pemilihan wali ?kota"
    r"|pemilihan serentak|(?:simultaneous )?(?:regional|local)(?: head)? elections?|gubernatorial elections?"
    r"|elections? of regional heads",
    "pemilu": r"pemilu(?!kada)|pemilihan umum|pileg|pilpres|pemilihan presiden|pemilihan legislatif|(?:simultaneous )?general elections?"
    r"|presidential(?: and legislative)? elections?|legislative elections?",
}
BETWEEN_ELECTION_AND_YEAR = r"(?:\s+(?:serentak|nasional|lanjutan|tahun|thn\.?|th\.?|of|in|in the year|year))*\s+"

# What a number counts. The nouns of a stage leave open whether cases or persons are counted.
UNITS = {
    "persen": r"persen|prosen|per ?cent|%",
    "laporan": r"laporan|aduan|pengaduan|reports?|complaints?",
    "orang": r"orang|org|ASN|PNS|PPPK|pegawai|aparatur|aparat|pelanggar|terlapor|terduga|oknum"
    r"|civil servants?|persons?|people|employees|officials|offenders|violators",
    "kasus": r"kasus|perkara|cases?|case",
    "": r"dugaan|temuan|pelanggaran|rekomendasi|allegations?|violations?|breaches|findings|recommendations",
}
BEFORE_UNIT = (
    r"(?:\s*\([^()]{1,60}\)|\s+(?:buah|alleged|suspected|proven|reported|recorded|confirmed|neutrality|public|other"
    r"|more|new|such|jumlah|individual|state|of the)){0,3}\s*"
)

# A text, or a part of it under a heading of its own, that has none of these words is not about neutrality.
MATTER = (
    r"netral\w*|neutral\w*|bawaslu|panwas\w*|KASN|BKN|ASN|PNS|aparatur sipil|pegawai negeri|civil serv\w+|pilkada|pemilu\w*"
    r"|pilgub|pilbup|pilwal\w*"
    r"|elections?|pelanggaran|violations?"
)
TOPIC = rf"{MATTER}|kasus|cases?"
# A number of these is of something else, whatever its unit.
OTHER_TOPIC = (
    r"korupsi|corruption|covid\S*|corona|DBD|dengue|stunting|HIV|TBC?|narkoba|narkotika|drugs?|pencurian|theft|kekerasan"
    r"|violence|perceraian|divorce|kecelakaan"
    r"|accidents?|politik uang|money politics|hoaks|hoax\w*|ujaran kebencian|keuangan|financial|tahunan|annual"
    r"|ijazah|perusakan|pemalsuan|forger\w+|vandalism|protokol kesehatan|prokes|health protocols?"
    r"|jual[- ]beli jabatan|perselingkuhan|dana kampanye|campaign[- ]financ\w+|vote[- ]buying|of (?:all|every|any) kinds?"
    # Of these alone; cases of neutrality that village heads are in, too, are another matter.
    r"|(?<!netralitas )(?<!neutrality )(?:kepala desa|kades|perangkat desa|village heads?)(?!\s*(?:[,/&]|dan\b|serta\b|atau\b|and\b|or\b))"
    r"|administrasi pemilih|kode etik penyelenggara"
    r"|demam|malaria|campak|rabies|diare|keracunan|flu|banjir|longsor|perundungan|bullying|pernikahan|perkawinan|fever|flood\w*|fires?"
    r"|pembunuhan|penganiayaan|perampokan|begal|pencabulan|pelecehan|asusila|penggelapan|pungli|kemiskinan|miskin|murders?|robber\w+|assaults?"
    r"|kebakaran|perdata|cerai|penipuan|gigitan|lalu lintas|tilang|traffic|bites?|sengketa|kampanye hitam|alat peraga"
)
QUALIFIERS = {
    "sekitar": r"sekitar|kira-kira|kurang lebih|hampir|±|~|about|around|some|approximately|nearly|roughly|almost",
    "lebih_dari": r"lebih dari|di atas|sedikitnya|setidaknya|paling sedikit|minimal|more than|over|at least|no fewer than",
}
# Before it, about is no word of a number: complaints about 137 cases.
MATTER_OF = r"\b(?:complaints?|reports?|allegations?|information|petitions?|talk\w*|heard|spoke) $"
# What a text says of numbers that are not to be said. The verbs are said of much else (jangan pakai mobil dinas): their object is a
# number, or nothing stands behind them.
_NUMBER_SAID = (
    r"(?=\s*(?:$|[.,;:!?)•·\n]|(?:[^\s.;:]+\s+){0,3}?(?:angka\w*|jumlah\w*|data|nol|hitungan|kasus|zero|numbers?|figures?|counts?|totals?"
    r"|it|this|that|ini|itu|tersebut|sebagai|as)\b|(?:[^\s.;:]+\s+){0,3}?\d))"
)
REFUSED = (
    r"(?:(?:tidak konsisten|inconsistent|not consistent)(?=\s*\()|(?:berjumlah|add up to)(?=\s+[\d.,]+,\s+(?:bukan|not)\b)"
    r"|(?P<before>(?:angka|jumlah|data|number|figure)\w*\s+(?:ini|itu|tersebut|which|that)?\s*)?"
    r"(?:jangan|tidak boleh|hindari|do not|don[’']t|must not|never|avoid)\b[^.;:]{0,40}?\b"
    r"(?:sebut|menyebut\w*|disebut\w*|kutip|mengutip|dikutip|katakan|mengatakan|pakai|memakai|dipakai|gunakan|menggunakan|digunakan"
    rf"|quot\w+|say\w*|cit\w+|us(?:e|es|ed|ing)){_NUMBER_SAID})"
)
