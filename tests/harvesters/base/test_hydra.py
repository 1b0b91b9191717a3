# SPDX-License-Identifier: EUPL-1.2
"""Paging in the old and the new words of Hydra, addresses as IRIs and as literals."""

import pytest

from harvesters.base.hydra import glance
from harvesters.base.record import Contents
from tests.harvesters.pages import BASE, read, turtle, xml

P1, P2, P9 = (f"{BASE}catalog.rdf?page={number}" for number in (1, 2, 9))


def paging(contents: Contents) -> tuple[int | None, str | None, str | None]:
    return contents.announced, contents.next_url, contents.self_url


FORMS = [
    (
        f"<{P1}> a hydra:PagedCollection ; hydra:totalItems 217 ; hydra:nextPage"
        f" <{P2}> ; hydra:lastPage <{P9}> ."
    ),
    (
        f'<{P1}> a hydra:PagedCollection ; hydra:totalItems "217" ; hydra:nextPage'
        f' "{P2}" ; hydra:lastPage "{P9}" .'
    ),
    f"<{P1}> a hydra:PartialCollectionView ; hydra:next <{P2}> . :k a"
    " hydra:Collection ; hydra:totalItems 217 ;"
    f" hydra:view <{P1}> .",
    (
        f"<{P1}> a hydra:PartialCollectionView ; hydra:next '{P2}' . :k a dcat:Catalog"
        " ; hydra:totalItems 217 ."
    ),
    f"<{P1}> hydra:next <{P2}> ; hydra:totalItems '217.0' .",
    f"<{P1}> a <https://www.w3.org/ns/hydra/core#PagedCollection> ;"
    f" <https://www.w3.org/ns/hydra/core#next> <{P2}> ; hydra:totalItems ' 217 ' .",
    f"<{P1}> a hydra:PagedCollection ; hydra:totalItems 217 ; hydra:next '', <{P2}> .",
]


@pytest.mark.parametrize("text", FORMS)
def test_every_form(text: str) -> None:
    assert paging(read(turtle(text))) == (217, P2, P1)


def test_relative_addresses() -> None:
    page = (
        '<hydra:PagedCollection rdf:about="catalog.rdf?page=1"><hydra:next'
        ' rdf:resource="?page=2"/></hydra:PagedCollection>'
    )
    assert read(xml(page)).next_url == f"{BASE}?page=2"
    literal = turtle(f'<{P1}> a hydra:PagedCollection ; hydra:next "?page=2" .')
    assert read(literal).next_url == "?page=2", "the walk resolves it against the page's address"


def test_the_last_page_names_none() -> None:
    text = (
        f"<{P9}> a hydra:PagedCollection ; hydra:totalItems 217 ;"
        f" hydra:previousPage <{P2}> ; hydra:lastPage <{P9}> ."
    )
    assert paging(read(turtle(text))) == (217, None, P9)


@pytest.mark.parametrize("total", ["viele", "-5", "²", "9" * 5000, "", "1e9"])
def test_a_total_that_is_no_number_is_none(total: str) -> None:
    text = f'<{P1}> a hydra:PagedCollection ; hydra:totalItems "{total}" . :d a dcat:Dataset .'
    assert read(turtle(text)).announced is None


def test_pages_without_hydra_say_nothing() -> None:
    assert paging(read(turtle(":d a dcat:Dataset ; dct:title 'next' ."))) == (None, None, None)


XML_LINKS = [
    f'<hydra:nextPage rdf:resource="{P2}"/>',
    f"<hydra:nextPage>{P2}</hydra:nextPage>",
    '<hydra:next rdf:resource="?page=2"/>',
    '<hydra:next rdf:resource="http://x.example/?a=1&amp;page=2"/>',
    f'<hydra:next rdf:resource="{P2}"/><dct:title>hydra:next</dct:title>',
    "",
]


def in_xml(link: str) -> str:
    """A page whose view has this link."""
    return xml(f'<hydra:PagedCollection rdf:about="{P1}">{link}</hydra:PagedCollection>')


@pytest.mark.parametrize("text", [turtle(form) for form in FORMS] + [*map(in_xml, XML_LINKS)])
def test_a_glance_says_what_reading_says_or_that_it_is_not_sure(text: str) -> None:
    seen = glance(text.encode())
    assert not seen.sure or seen.next_url == read(text).next_url


def test_a_glance_is_sure_of_what_portals_write() -> None:
    for link in XML_LINKS[:2]:
        assert glance(in_xml(link).encode())[:2] == (True, P2)
    assert glance(turtle(FORMS[0]).encode())[:2] == (True, P2)
    assert glance(in_xml("").encode())[:2] == (True, None)


@pytest.mark.parametrize("body", [b"", b"{}", b"<html></html>", "\ufeff{}".encode(), b"\0<\0"])
def test_a_glance_is_not_sure_of_anything_else(body: bytes) -> None:
    assert not glance(body).sure


def test_a_glance_sees_datasets_however_a_page_names_them() -> None:
    pages = [
        '<dcat:Dataset rdf:about="http://x/1"/>',
        '<dcat:Catalog rdf:about="http://x/"><dcat:dataset rdf:resource="http://x/1"/></dcat:Catalog>',
    ]
    for page in pages:
        assert glance(xml(page).encode()).datasets == {b"http://x/1"}
    assert glance(turtle("<http://x/1> a dcat:Dataset .").encode()).datasets == {b"http://x/1"}
