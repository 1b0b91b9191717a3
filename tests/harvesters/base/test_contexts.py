# SPDX-License-Identifier: EUPL-1.2
"""Contexts of JSON-LD that unfold are refused before a parser sees them; real ones are not."""

import json
from typing import Any

import pytest

from harvesters.base.contexts import refuse_contexts
from harvesters.base.errors import TooMuch

TERMS = {f"t{number}": f"urn:x:{number}" for number in range(200)}
CHAIN = {"c0": "urn:" + "x" * 100} | {f"c{n}": f"c{n - 1}:" + "x" * 100 for n in range(1, 40)}


def refuse(*contexts: Any) -> None:
    graph = [{"@context": context, "t1": 1} for context in contexts]
    refuse_contexts(json.dumps(graph).encode(), "seite")


@pytest.mark.parametrize(
    "contexts",
    [
        [{f"t{number}": "urn:x" for number in range(50_000)}],
        [{"@vocab": "urn:" + "x" * 5_000}],
        [{"t": {"@id": "urn:" + "x" * 5_000}}],
        [CHAIN],
        [TERMS] + [{"a": "urn:a"}] * 30_000,
        [{f"t{n}": {"@id": "urn:t", "@context": TERMS} for n in range(20)}] * 400,
    ],
    ids=["many terms", "long address", "long in a map", "long by a chain", "copied", "nested"],
)
def test_what_unfolds_is_refused(contexts: list[Any]) -> None:
    with pytest.raises(TooMuch) as raised:
        refuse(*contexts)
    assert raised.value.params == {"page": "seite"}


def test_escapes_hide_no_context() -> None:
    long = json.dumps({"@vocab": "urn:" + "x" * 5_000})
    with pytest.raises(TooMuch):
        refuse_contexts(b'{"\\u0040conte\\u0078t": ' + long.encode() + b"}", "seite")


@pytest.mark.parametrize(
    "contexts",
    [
        [TERMS],
        [TERMS] * 2_000,
        [["https://remote.example/c.jsonld", TERMS]],
        ["https://remote.example/c.jsonld"],
        [{"a": "b:x", "b": "a:x", "c": "c:c"}],
        [{name: {"@id": iri, "@type": "@id"} for name, iri in TERMS.items()}] * 500,
    ],
    ids=["one", "many", "remote", "only remote", "circle", "maps"],
)
def test_real_ones_pass(contexts: list[Any]) -> None:
    refuse(*contexts)


def test_a_context_that_is_no_json_is_left_to_the_parser() -> None:
    refuse_contexts(b'{"@context": {"a": }', "seite")
