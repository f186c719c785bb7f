"""Addresses of sources: what a browser could not open, or would open elsewhere, is refused with its reason; no password is repeated."""

from small import COLUMNS, SOURCES, problems, table_csv, write

SCHEME = "which does not begin with http:// or https://"
BLANK = "with blanks or control characters"
UNSAFE = "with quotes, brackets or other characters that an address writes as % and two digits"
USER = "with a user name or password"
PORT = "with a port that is none"
HOST = "whose host is no full name in ASCII letters"
LONG = "a" * 64
REFUSED = [
    ("example.org/page", SCHEME),
    ("ftp://example.org/", SCHEME),
    ("javascript:alert(1)", SCHEME),
    ("data:text/html,x", SCHEME),
    ("//example.org/", SCHEME),
    ("https:/example.org/", SCHEME),
    ("https://example.org/a page", BLANK),
    ("https://exa mple.org/", BLANK),
    ("https://example.org/a\u00a0page", BLANK),
    ("https://example.org/a\npage", BLANK),
    ('https://example.org/"onclick=x', UNSAFE),
    ("https://example.org/'x", UNSAFE),
    ("https://example.org/<b>", UNSAFE),
    ("https://example.org\\@evil.org/", UNSAFE),
    ("https://example.org/100%", UNSAFE),
    ("https://example.org/%zz", UNSAFE),
    ("https://user@example.org/", USER),
    ("https://example.org:80@evil.org/", USER),
    ("https://example.org:0/", PORT),
    ("https://example.org:65536/", PORT),
    ("https://example.org:http/", PORT),
    ("https://example.org:/", PORT),
    ("https://localhost/", HOST),
    ("https:///page", HOST),
    ("https://", HOST),
    ("https://example..org/", HOST),
    ("https://.example.org/", HOST),
    ("https://-example.org/", HOST),
    (f"https://{LONG}.org/", HOST),
    ("https://exämple.org/", HOST),
    ("https://exam_ple.org/", HOST),
    ("https://192.168.1.10/", HOST),
    ("https://2130706433/", HOST),
    ("https://example.123/", HOST),
]
READ = [
    "http://example.org",
    "https://example.org/",
    "https://example.org?q=1#part",
    "https://EXAMPLE.org:443/a/(b)/c,d;e=f!*~@$&+:",
    "https://bengkuluekspress.disway.id./berita",
    f"https://{LONG[:63]}.xn--p1ai/%E2%80%8Bx",
    "https://example.org/berita/penjabat-walikota–surabaya",
]


def told(tmp_path, addresses: list[str]) -> list[str]:
    folder = write(tmp_path / "data")
    more = [(f"more-{place}", "Kompas", "Title", address, "2022", "berita") for place, address in enumerate(addresses)]
    first = [(key, publisher, "Title", "", day, "berita") for key, publisher, day in SOURCES]
    table_csv(folder, "sources", COLUMNS["sources"], first + more)
    return problems(folder)


def test_a_broken_address_is_told_with_what_is_wrong(tmp_path):
    lines = told(tmp_path, [address for address, _ in REFUSED])
    begin = len(SOURCES) + 2
    for row, ((address, reason), line) in enumerate(zip(REFUSED, lines, strict=True), begin):
        assert line.startswith(f"sources.csv, row {row}, column url: found '"), address
        assert f"', {reason}; expected a web address such as https://www.bawaslu.go.id/" in line, address


def test_every_sound_address_is_read(tmp_path):
    assert told(tmp_path, READ) == []


def test_a_password_is_not_repeated(tmp_path):
    (line,) = told(tmp_path, ["https://admin:rahasia@example.org/page"])
    assert "found 'https://…@example.org/page', with a user name or password" in line
