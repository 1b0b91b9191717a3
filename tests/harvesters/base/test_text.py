# SPDX-License-Identifier: EUPL-1.2
"""Bytes of any encoding become the text that was meant, or a reason (promise H12)."""

import codecs

import pytest

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.text import (
    beginning,
    decode,
    is_plain_utf8,
    shorten,
    without_declaration,
)
from tests.harvesters.pages import only, page

TEXT = "<a>Straßenbäume „Grün“ – 5 €</a>"
DECLARED = '<?xml version="1.0" encoding="{}"?>'


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_unicode_with_and_without_mark(encoding: str, mark: bytes) -> None:
    assert decode(page(mark + TEXT.encode(encoding))) == (TEXT, ())


def test_two_marks_are_none() -> None:
    assert decode(page(codecs.BOM_UTF8 * 2 + TEXT.encode()))[0] == TEXT


@pytest.mark.parametrize("name", ["ISO-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii"])
def test_latin_1_is_read_as_windows_wrote_it(name: str) -> None:
    body = (DECLARED.format(name) + TEXT).encode("cp1252")
    assert decode(page(body))[0] == DECLARED.format(name) + TEXT


def test_the_header_names_the_encoding_when_xml_does_not() -> None:
    body = "<a>Ωmega привет</a>".encode("iso8859-5", "ignore")
    assert "привет" in decode(page(body, charset="ISO-8859-5"))[0]


def test_a_declared_single_byte_encoding_is_no_repair() -> None:
    body = (DECLARED.format("ISO-8859-15") + "<a>Größe €</a>").encode("iso8859-15")
    text, repairs = decode(page(body))
    assert "Größe €" in text
    assert repairs == ()


def test_undeclared_legacy_text_is_reported() -> None:
    text, repairs = decode(page(TEXT.encode("cp1252")))
    assert text == TEXT
    assert [(each.code, each.position) for each in repairs] == [
        ("encoding.repaired", "page 1, byte 7")
    ]


def test_valid_utf_8_beats_a_false_declaration() -> None:
    body = (DECLARED.format("ISO-8859-1") + TEXT).encode()
    assert decode(page(body))[0].endswith(TEXT)


@pytest.mark.parametrize("declared", ["", "ISO-8859-1", "utf-16", "windows-1252"])
def test_lines_of_both_kinds_keep_their_umlauts(declared: str) -> None:
    head = DECLARED.format(declared) if declared else ""
    body = (
        head.encode() + b"\n" + "Bäume in Köln\n".encode() + "Straße in München\n".encode("cp1252")
    )
    text, repairs = decode(page(body))
    assert "Bäume in Köln\nStraße in München" in text
    assert [each.code for each in repairs] == ["encoding.repaired"]


def test_one_line_of_both_kinds_is_not_garbled_as_a_whole() -> None:
    body = "Bäume, Köln, Größe, Märkte ".encode() + "Fuß".encode("cp1252") + b" Ende"
    assert decode(page(body))[0] == "Bäume, Köln, Größe, Märkte Fuß Ende"


def test_a_character_cut_at_the_end_garbles_nothing() -> None:
    body = "<a>Bäume und Wälder ü".encode()[:-1]
    assert decode(page(body))[0].startswith("<a>Bäume und Wälder ")


def test_a_mark_does_not_switch_the_repair_off() -> None:
    body = codecs.BOM_UTF8 + "<a>\nBäume\n".encode() + "Straße".encode("cp1252")
    text, repairs = decode(page(body))
    assert text == "<a>\nBäume\nStraße"
    assert repairs


def test_half_a_character_of_utf_16_is_reported() -> None:
    text, repairs = decode(page(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1]))
    assert text.startswith(TEXT[:-1])
    assert [each.code for each in repairs] == ["encoding.repaired"]


@pytest.mark.parametrize(
    "name",
    ["base64", "zlib", "idna", "punycode", "undefined", "unicode_escape", "rot13", "klingon"],
)
def test_names_that_are_no_encoding_of_text_are_ignored(name: str) -> None:
    body = (DECLARED.format(name) + TEXT).encode("cp1252")
    assert decode(page(body))[0].endswith(TEXT)
    assert decode(page(TEXT.encode("cp1252"), charset=name))[0] == TEXT


@pytest.mark.parametrize("charset", ["utf\x008", "ü", "", "-" * 5000])
def test_odd_charsets_of_the_header_are_ignored(charset: str) -> None:
    assert decode(page(TEXT.encode("cp1252"), charset=charset))[0] == TEXT


@pytest.mark.parametrize(
    "body", [b"", b"  \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n", codecs.BOM_UTF16_LE]
)
def test_an_empty_body_is_said_to_be_empty(body: bytes) -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        decode(page(body))
    assert raised.value.code == "answer.empty"
    assert raised.value.params == {"page": "seite"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_a_whole_catalogue_in_any_encoding(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    body = head + (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">'
        '<dcat:Dataset rdf:about="https://a.example/1"><dct:title>Bäume in Köln</dct:title>'
        "</dcat:Dataset></rdf:RDF>"
    )
    assert only(body.encode(encoding)).titles[0].value == "Bäume in Köln"


def test_what_may_be_parsed_as_it_came() -> None:
    assert is_plain_utf8(page(TEXT))
    assert is_plain_utf8(page(DECLARED.format("utf-8") + TEXT))
    assert not is_plain_utf8(page(DECLARED.format("ISO-8859-1") + TEXT))
    assert not is_plain_utf8(page("<a>\r\n</a>"))
    assert not is_plain_utf8(page(codecs.BOM_UTF8 + b"<a/>"))


def test_the_declaration_goes_and_nothing_else() -> None:
    assert without_declaration('\n<?xml version="1.0"?><a><?xml x?></a>') == "<a><?xml x?></a>"


def test_reports_are_short_and_carry_no_control_characters() -> None:
    assert shorten("x" * 600) == "x" * 499 + "…"
    assert shorten("a\x00b\x1b[31m\ud800") == "a\ufffdb\ufffd[31m\ufffd"
    assert shorten("a\nb\tc") == "a\nb\tc"


@pytest.mark.parametrize("blanks", [0, 1, 999, 1_000, 1_001, 5_000])
def test_a_text_begins_behind_its_blanks(blanks: int) -> None:
    assert beginning(" \n" * blanks + "{x" * 2_000)[:100] == "{x" * 50
    assert beginning(" " * blanks) == ""
