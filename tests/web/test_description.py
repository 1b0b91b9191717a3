# SPDX-License-Identifier: EUPL-1.2
"""A description keeps its paragraphs, lists and links, and nothing else of the portal's markup."""

import json
import time

import pytest
from flask.testing import FlaskClient

from app.normalise.text import plain
from app.store import Store
from app.web.pages.description import Block, Run, described, of_lines
from tests.builders import change, dataset, harvest, id_of
from tests.web.test_pages import page

MARKUP = (
    '<p>Die <b>Bäume</b> der <a href="https://stadt.example/a?b=1&amp;c=2">Stadt</a>.<br>Zweite'
    " Zeile</p><ul><li>eins</li><li>zwei</li></ul><ol><li>erstens</li></ol>Rest"
)


def blocks(raw: str) -> list[Block]:
    return described(plain(raw), "application/n-triples", "", {"description": (raw,)})


def words(found: list[Block]) -> str:
    return "".join(run.text for block in found for item in block.items for run in item)


def test_paragraphs_lists_and_links_are_kept() -> None:
    found = blocks(MARKUP)
    assert [(block.kind, len(block.items)) for block in found] == [
        ("p", 1),
        ("ul", 2),
        ("ol", 1),
        ("p", 1),
    ]
    assert Run("Stadt", "https://stadt.example/a?b=1&c=2") in found[0].items[0]
    assert blocks(MARKUP.replace("<", "&lt;").replace(">", "&gt;")) == found


def test_plain_text_has_paragraphs_bullets_and_addresses() -> None:
    found = of_lines(
        "Erster\nAbsatz\n\n- eins\n* [zwei](https://x.example/2)\nSiehe http://y.example."
    )
    assert [block.kind for block in found] == ["p", "ul", "p"]
    assert found[1].items[1] == (Run("zwei", "https://x.example/2"),)
    assert found[2].items[0][1:] == (Run("http://y.example", "http://y.example"), Run("."))


def test_markup_in_json_is_found_wherever_the_dialect_puts_it() -> None:
    said = json.dumps({"metas": {"default": {"description": MARKUP}}, "notes": 3})
    assert described(plain(MARKUP), "application/json", said, {}) == blocks(MARKUP)
    assert described("Anders", "application/json", said, {}) == of_lines("Anders")


@pytest.mark.parametrize(
    "raw",
    [
        "<p>gut</p><script>boese()</script>",
        '<a href="javascript:boese()">da</a><p>',
        "<p>auf <ul><li>offen <script> nie zu",
        "a < b und c > d",
        '<p title="<b>">schräg</p>',
        "<!-- <p> weg --><p>da</p>",
    ],
)
def test_markup_never_says_more_or_less_than_was_understood(raw: str) -> None:
    found = blocks(raw)
    assert "".join(words(found).split()) == "".join(plain(raw).split())
    runs = [run for block in found for item in block.items for run in item]
    assert not any(run.url and not run.url.startswith("http") for run in runs)


@pytest.mark.parametrize(
    "part", ["<", "<!--", "<a ", "</", '<a href="', "<p>", "<ul>", "[", "http://"]
)
def test_broken_markup_takes_no_longer_for_being_long(part: str) -> None:
    """Processor time; generous, for what would be quadratic takes many seconds."""
    raw = (part * 40_000)[:39_000]
    start = time.process_time()
    blocks(f"<p>{raw}")
    assert time.process_time() - start < 3


def test_the_page_writes_the_tags_itself(client: FlaskClient, sqlite_store: Store) -> None:
    raw = f'{MARKUP}<img src=x onerror="boese()"><p onclick="boese()">Ende</p>'
    about = "https://stadt.example/html"
    said = f"<{about}> <http://purl.org/dc/terms/description> {json.dumps(raw)} ."
    html = dataset(about, "13003000", description=plain(raw))
    text = dataset("text", "13003000", description="- eins\n- https://z.example/2")
    harvest(sqlite_store, change(html, [], said), text)
    marked, bare = (client.get(f"/datensatz/{id_of(each)}").text for each in (html, text))
    assert '<a href="https://stadt.example/a?b=1&amp;c=2" rel="nofollow ugc">Stadt</a>' in marked
    assert "<li>eins</li>" in marked and "<ol class" in marked
    assert "onerror" not in marked and "onclick" not in marked
    assert (
        '<li><a href="https://z.example/2" rel="nofollow ugc">https://z.example/2</a></li>' in bare
    )


def test_a_dataset_says_first_what_it_is_and_leads_to_its_parts(
    client: FlaskClient, filled: str
) -> None:
    shown = page(client, f"/datensatz/{filled}")
    ids = set(shown.attribute("*", "id"))
    parts = {link[1:] for link in shown.attribute("a", "href") if link.startswith("#")}
    assert {"dateien", "lesung", "quellenvermerk", "hinweise", "verlauf"} <= parts <= ids
