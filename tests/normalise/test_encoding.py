# SPDX-License-Identifier: EUPL-1.2
"""Broken encodings are mended, once or twice; good text of any language stays as it is."""

import pytest

from app.normalise.encoding import mend_encoding
from app.normalise.terms import read_keywords
from app.normalise.text import read_block, read_line
from harvesters.base.record import Text

GOOD = (
    "Straßenbäume in Köln – „Öffnungszeiten“ für 5 €, §§ 1–3, 20 °C, m²",
    "SÃO PAULO: NAÇÃO, IRMÃ, AMANHÃ”",
    "Informação às câmaras, pão e mãe",
    "«CITÉ» – Âge, château, À propos, déjà vu, ‚Île‘",
    "Ærø, Łódź, Příbram, Ñandú, Škoda",
    "Überflutung …",
)


def broken(text: str, times: int = 1) -> str:
    """UTF-8 read as Windows-1252 (as Latin-1 where that has no sign)."""
    for _ in range(times):
        text = "".join(
            bytes([byte]).decode("latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else "cp1252")
            for byte in text.encode()
        )
    return text


@pytest.mark.parametrize("text", GOOD)
def test_good_text_stays(text: str) -> None:
    assert mend_encoding(text) == text


@pytest.mark.parametrize("times", (1, 2))
@pytest.mark.parametrize("text", (GOOD[0], GOOD[4], GOOD[5], "Ämter, ÖPNV und à la carte"))
def test_broken_text_is_mended(text: str, times: int) -> None:
    assert mend_encoding(broken(text, times)) == text


def test_latin_1_is_mended_as_well() -> None:
    assert mend_encoding("Straße Köln".encode().decode("latin-1")) == "Straße Köln"


def test_only_what_is_broken_is_touched() -> None:
    assert mend_encoding("Köln und DÃ¼sseldorf") == "Köln und Düsseldorf"


def test_other_scripts_stay() -> None:
    for text in ("Дом и сад", "Αθήνα", "東京", "ɻ"):
        assert mend_encoding(text) == text


@pytest.mark.parametrize("read", (read_line, read_block))
def test_it_is_noted(read: object) -> None:
    found = read((Text("BÃ¤ume"),), "dct:title")  # type: ignore[operator]
    assert found.value == "Bäume"
    assert [(note[0], note[1]) for note in found.notes] == [("text.mojibake", "BÃ¤ume")]


def test_a_good_text_is_not_noted() -> None:
    assert not read_line((Text("Bäume"),), "dct:title").notes


def test_keywords_are_mended() -> None:
    assert read_keywords((Text("BÃ¤ume"), Text("Bäume"))) == ("Bäume",)
