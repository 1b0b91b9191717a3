# SPDX-License-Identifier: EUPL-1.2
"""The pages: every syntax, both forms of paging, the same bytes every time."""

import re

import pytest
from pyoxigraph import RdfFormat, parse

from app.demonstration import version
from app.demonstration.pages import FORMS, documents

PAGES = documents()
FORMAT = {media_type: form for form, media_type in FORMS}


def test_all_syntaxes_are_there() -> None:
    assert {page.media_type for page in PAGES} == {media_type for _, media_type in FORMS}


def test_the_pages_are_the_same_every_time() -> None:
    assert documents() == PAGES


def test_the_version_is_a_fingerprint_and_stays() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", version())
    assert version() == version()


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_each_page_can_be_read_once_its_ampersands_are_written(number: int) -> None:
    page = PAGES[number]
    form = FORMAT[page.media_type]
    body = page.body.replace(b"&ansicht", b"&amp;ansicht")
    triples = list(parse(body if form == RdfFormat.RDF_XML else page.body, format=form))
    assert len(triples) > 500


def test_one_page_holds_a_bare_ampersand() -> None:
    bare = [page for page in PAGES if re.search(rb"&(?!amp;|lt;|gt;|quot;|apos;|#)\w+=", page.body)]
    assert [page.media_type for page in bare if page.media_type == "application/rdf+xml"]


def test_every_page_names_the_catalogue_as_a_demonstration() -> None:
    for page in PAGES:
        assert b"Demonstrationskatalog von Datenspiegel" in page.body


def test_every_page_but_the_last_names_the_next_one_in_old_or_new_terms() -> None:
    for number, page in enumerate(PAGES, 1):
        leads_on = f"seite={number + 1}" in page.body.decode()
        assert leads_on is (number < len(PAGES))
    joined = b"".join(page.body for page in PAGES)
    assert b"PagedCollection" in joined and b"PartialCollectionView" in joined
