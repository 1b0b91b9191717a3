# SPDX-License-Identifier: EUPL-1.2
"""Hostile titles, names and addresses stay words in every form of the credit."""

import html5lib
import pytest
from rdflib import Graph

from app.licensing.credit import Source
from app.licensing.credit_escape import LONGEST, clean, link, markdown
from tests.licensing.credits import answered

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[klick](javascript:alert(1))",
    "![x](https://boese.example/x.png) **fett** `code` # Kopf",
    "{{ 7*7 }} {licence} {provider} %s $x",
    '""" . <urn:a> <urn:b> "x',
    "back\\slash \\",
    "&lt;b&gt; &amp;",
]


@pytest.mark.parametrize("licence", ["cc-by-3.0", "dl-by-de-2.0", "nlod-2.0", "odbl-1.0"])
@pytest.mark.parametrize("text", HOSTILE)
def test_words_stay_words(text: str, licence: str) -> None:
    source = Source("d", licence, clean(text), clean(text), "", "https://a.example/d", text)
    said = answered(source)
    tree = html5lib.parseFragment(said["html"], namespaceHTMLElements=False)
    assert {each.tag for each in tree.iter()} - {"DOCUMENT_FRAGMENT"} <= {"p", "a", "ul", "li"}
    links = [each.attrib for each in tree.iter("a")]
    assert all(set(each) <= {"href", "rel"} for each in links)
    assert all(each["href"].startswith("https://") for each in links)
    shown = "".join(tree.itertext())
    assert text in shown
    assert text in said["text"]
    Graph().parse(data=said["rdf"], format="turtle")


def test_markdown_shows_what_was_said() -> None:
    for mark in "\\`*_{}[]()<>#+!|~&":
        assert markdown(f"a{mark}b") == f"a\\{mark}b"
    assert markdown("- Punkt") == "\\- Punkt"
    assert markdown("1. Punkt") == "1\\. Punkt"
    assert markdown("Stand 2026, § 5 Abs. 1") == "Stand 2026, § 5 Abs. 1"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JaVaScript:alert(1)",
        "data:text/html,x",
        "ftp://a.example/",
        "//a.example/x",
        "https://",
        "https:///pfad",
        "http://[::1",
        "https://a.example/\u202egpj.exe",
        "https://a.example/" + "x" * 3_000,
        "",
        "a",
    ],
)
def test_only_web_addresses_are_links(url: str) -> None:
    assert link(url) == ""


def test_an_address_is_encoded_and_otherwise_as_it_was() -> None:
    assert link("https://a.example/ä b?x=1&y=%20#z") == "https://a.example/ä%20b?x=1&y=%20#z"
    assert link('https://a.example/"><b>') == "https://a.example/%22%3E%3Cb%3E"


def test_a_text_is_one_line_of_bounded_length() -> None:
    assert clean("a\x00b\nc\td  e") == "a b c d e"
    assert clean("abc\u202edef\u2066") == "abcdef"
    assert clean("e\u0301") == "é"
    assert clean("\ud800x") == "x"
    assert len(clean("x" * 1_000_000)) == LONGEST
    assert clean(None) == ""
