# SPDX-License-Identifier: EUPL-1.2
"""Addresses that run a script are not handed on, texts about them are."""

import pytest

from app.export.harmless import harmful
from app.export.said import hear, settle
from app.export.terms import DCAT, DCT, safe_iri
from tests.export.making import DATASET, FILE, nt, plain

SCRIPTS = ("javascript:alert(1)", "JavaScript:x()", "vbscript:x", "data:text/html,x")


@pytest.mark.parametrize("address", SCRIPTS)
def test_a_script_is_left_out_as_address_and_as_thing_and_told(address: str) -> None:
    line = f"{DATASET} <{DCAT}landingPage> <{address}> ."
    about = f'<{address}> <{DCT}title> "Datei" .'
    said = hear(f"{plain()}\n{line}\n{about}", "default")
    assert said.left_out == sorted([line, about])
    assert settle(said, []) == sorted(plain().split("\n"))


@pytest.mark.parametrize("text", ["javascript:alert(1)", " JAVASCRIPT:x", "data:text/html,x"])
def test_where_an_address_belongs_a_script_as_text_is_left_out(text: str) -> None:
    line = f'{FILE} <{DCAT}downloadURL> "{text}" .'
    assert harmful(f"{plain()}\n{line}") == [line]


@pytest.mark.parametrize("text", ["JavaScript: Bibliotheken", "Data: Stadt", "<javascript:x>"])
def test_texts_may_speak_of_scripts(text: str) -> None:
    assert harmful(nt((DATASET, DCT + "title", f'"{text}"'))) == []


@pytest.mark.parametrize("address", SCRIPTS)
def test_no_term_is_made_of_a_script(address: str) -> None:
    assert safe_iri(address) is None
