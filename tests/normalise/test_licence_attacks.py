# SPDX-License-Identifier: EUPL-1.2
"""Spellings nobody listed: a table judged by hand, and every licence name and address distorted.

A distortion that means nothing (blanks, dashes, encodings, markup) keeps the licence; one that
means something (a restriction, a version there is not) never leaves the licence standing as sure.
"""

import csv
import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from app.model import Reading
from app.normalise.licence_reading import read
from app.vocabulary import Vocabulary

TABLE = Path(__file__).parents[1] / "fixtures/licences/spellings.csv"
FIRM = ("exact", "likely")


def _table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_table_judged_by_hand(vocabulary: Vocabulary) -> None:
    """Columns: text, licence or class, status, candidates where no class stands for them."""
    rows = _table()
    assert len(rows) >= 700
    wrong = []
    for row in rows:
        found = read(vocabulary, row["text"])
        several = " ".join(found.candidates) if found.status == "ambiguous" else ""
        said = (found.value or "", found.status, "" if found.value else several)
        if said != (row["licence"], row["status"], row["candidates"]):
            wrong.append((row["text"], said))
    assert wrong == []


def _as_cp1252(text: str, times: int = 1) -> str:
    for _ in range(times):
        text = "".join(_sign(byte) for byte in text.encode())
    return text


def _sign(byte: int) -> str:
    found = bytes([byte]).decode("cp1252", errors="ignore")
    return found or chr(byte)


SAME_NAME: dict[str, Callable[[str], str]] = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "zero width": lambda text: f"\ufeff{text[:4]}\u200b{text[4:]}\u200b",
    "soft hyphen": lambda text: f"{text[:5]}\u00ad{text[5:]}",
    "word joiner": lambda text: text.replace("-", "-\u2060"),
    "en dash": lambda text: text.replace("-", "–"),
    "em dash": lambda text: text.replace("-", "—"),
    "fixed hyphen": lambda text: text.replace("-", "\u2011"),
    "minus": lambda text: text.replace("-", "\u2212"),
    "cp1252": lambda text: _as_cp1252(text.replace("-", "–").replace(" ", "\u00a0")),
    "cp1252 twice": lambda text: _as_cp1252(text.replace("-", "–").replace(" ", "\u00a0"), 2),
    "latin 1": lambda text: text.replace("-", "–").encode().decode("latin-1"),
    "capitals": str.upper,
    "small letters": str.lower,
    "quotes": lambda text: f"„{text}“",
    "brackets": lambda text: f"[{text}]",
    "end of a sentence": lambda text: f"{text}.",
    "percent": quote,
    "percent twice": lambda text: quote(quote(text)),
    "entities": lambda text: text.replace(" ", "&nbsp;").replace("-", "&ndash;"),
    "lines": lambda text: text.replace(" ", "\r\n"),
    "label": lambda text: f"Lizenz: {text}",
    "json": lambda text: f'{{"id": "", "name": "{text}", "quelle": "CC BY-NC: Stadt A"}}',
    "wide letters": lambda text: "".join(
        chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text
    ),
    "underscores": lambda text: text.replace(" ", "_"),
}
SAME_ADDRESS: dict[str, Callable[[str], str]] = {
    "http": lambda uri: uri.replace("https:", "http:"),
    "https": lambda uri: uri.replace("http:", "https:"),
    "www": lambda uri: re.sub(r"//(www[.])?", "//www.", uri),
    "no scheme": lambda uri: re.sub(r"^https?://", "", uri),
    "slash": lambda uri: uri.rstrip("/") + "/",
    "no slash": lambda uri: uri.rstrip("/"),
    "double slash": lambda uri: re.sub(r"(?<=[a-z])/(?=[a-z])", "//", uri, count=1),
    "host in capitals": lambda uri: re.sub(r"//[^/]+", lambda host: host[0].upper(), uri),
    "brackets": lambda uri: f"<{uri}>",
    "full stop": lambda uri: f"{uri}.",
    "anchor": lambda uri: f'<a href="{uri}" target="_blank">{uri}</a>',
    "anchor escaped": lambda uri: escape(f'<a href="{uri}">Lizenz</a>'),
    "markdown": lambda uri: f"[Lizenz]({uri})",
    "label": lambda uri: f"Lizenz: {uri}",
    "json": lambda uri: f'{{"url": "{uri}"}}',
    "json escaped": lambda uri: f'{{\\"url\\": \\"{uri}\\"}}',
    "slashes escaped": lambda uri: '{"url": "' + uri.replace("/", "\\/") + '"}',
    "percent": lambda uri: quote(uri, safe=""),
    "percent twice": lambda uri: quote(quote(uri, safe=""), safe=""),
    "zero width": lambda uri: f"\ufeff{uri}\u200b",
}
# Names that are read as a whole only: their own words hold a doubt.
WHOLE = ("bzw. nicht angegeben", "older lists", "opendata.swiss", "Ia (", "(Ib,", "no cover texts")


def _names(vocabulary: Vocabulary) -> Iterator[str]:
    for licence in vocabulary.licences:
        if licence.kind == "licence" and not licence.is_class:
            names = {licence.name("de"), licence.name("en"), licence.law.label, licence.spdx}
            yield from sorted(name for name in names if name)


def _same(first: Reading, second: Reading) -> bool:
    return (first.value, first.status in FIRM) == (second.value, second.status in FIRM)


@pytest.mark.parametrize("kind", SAME_NAME)
def test_distorted_names_stay_what_they_are(vocabulary: Vocabulary, kind: str) -> None:
    for name in _names(vocabulary):
        if any(words in name for words in WHOLE) or (kind == "label" and name == "CC-BY-3.0"):
            continue
        text = SAME_NAME[kind](name)
        assert _same(read(vocabulary, text), read(vocabulary, name)), text


@pytest.mark.parametrize("kind", SAME_ADDRESS)
def test_distorted_addresses_stay_what_they_are(vocabulary: Vocabulary, kind: str) -> None:
    for licence in vocabulary.licences:
        for uri in licence.uris:
            if not uri.startswith("http"):
                continue
            text, plain = SAME_ADDRESS[kind](uri), read(vocabulary, uri)
            found = read(vocabulary, text)
            assert found.value == plain.value or found.status not in FIRM, text
            if plain.status in FIRM and licence.kind == "licence" and not _odd(uri):
                assert _same(found, plain), text


def _odd(uri: str) -> bool:
    """Whether the address holds blanks or an address of its own, so that a text cuts it short."""
    return "%" in uri or " " in uri or uri.count("http") > 1


SURE = (
    *("CC BY 4.0", "cc-by-4.0", "CC BY 3.0 DE", "CC BY", "CC0 1.0", "GeoNutzV", "dl-de/by-2-0"),
    "Creative Commons Namensnennung 4.0 International",
    "Datenlizenz Deutschland – Namensnennung – Version 2.0",
    "https://creativecommons.org/licenses/by/4.0/",
    "https://www.govdata.de/dl-de/zero-2-0",
)
RESTRICTIONS = (
    *("nicht kommerziell", "nichtkommerziell", "NC", "nc", "non-commercial", "NonCommercial"),
    *("keine kommerzielle Nutzung", "kommerzielle Nutzung untersagt", "not for commercial use"),
    *("kommerzielle Nutzung ausgeschlossen", "kommerzielle Nutzung auf Anfrage", "no resale"),
    *("kommerzielle Nutzung lizenzpflichtig", "commercial use prohibited", "permission required"),
    *("nur für private Zwecke", "gewerbliche Nutzung kostenpflichtig", "personal use only"),
    *("keine Bearbeitung", "ND", "NoDerivatives", "unverändert", "Bearbeitung nicht erlaubt"),
    *("SA", "ShareAlike", "Weitergabe unter gleichen Bedingungen", "keine Weitergabe an Dritte"),
    *("nur zu Forschungszwecken", "research use only", "Nutzung nur intern", "nur für Behörden"),
    *("gegen Gebühr", "nach Vereinbarung", "Nutzungsvertrag erforderlich", "mit Einschränkungen"),
    *("usage non commercial", "uso non commerciale", "niet-commercieel", "alle Rechte vorbehalten"),
)
BESIDE = (
    "{} {}",
    "{}, {}",
    "{} - {}",
    "{} ({})",
    "{}; {}",
    "{}: {}",
    "{}\n{}",
    "{}-{}",
    "{1}: {0}",
)


@pytest.mark.parametrize("restriction", RESTRICTIONS)
def test_a_restriction_is_never_overlooked(vocabulary: Vocabulary, restriction: str) -> None:
    for name in SURE:
        whole = read(vocabulary, name).value
        for pattern in BESIDE:
            found = read(vocabulary, pattern.format(name, restriction))
            assert found.status not in FIRM or found.value != whole, found.raw


VERSIONS = ("0.9", "1.7", "2.2", "3.1", "4.1", "5.0", "6.0", "10.0", "40.0")


def test_versions_that_do_not_exist_are_never_read(vocabulary: Vocabulary) -> None:
    known = {licence.version for licence in vocabulary.licences}
    for name in _names(vocabulary):
        found = re.search(r"(?<!\d)(\d)[.](\d)(?!\d)", name)
        for version in VERSIONS if found and len(re.findall(r"\d", name)) == 2 else ():
            assert version not in known
            wrong = name[: found.start()] + version + name[found.end() :] if found else ""
            assert read(vocabulary, wrong).status not in FIRM, wrong
