# SPDX-License-Identifier: EUPL-1.2
"""The RDF harvester from the first address to the last record, over a server on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harvesters import HARVESTERS, dcat
from harvesters.base.errors import HarvestError, MalformedRecord
from harvesters.base.record import Page, Portal
from tests.harvesters.loopback import Answer, Server, answer, door, serve
from tests.harvesters.pages import BASE, FIXTURES, PORTAL, dataset_xml, read, records, turtle, xml


def hydra(number: int, following: str | None, datasets: int = 2, total: int = 6) -> str:
    """Page ``number`` of a catalogue; following: its next link as it is written."""
    link = f"<hydra:nextPage>{following}</hydra:nextPage>" if following else ""
    first = (number - 1) * datasets
    return xml(
        f'<hydra:PagedCollection rdf:about="{BASE}catalog.rdf?page={number}">'
        f"<hydra:totalItems>{total}</hydra:totalItems>{link}</hydra:PagedCollection>"
        + "".join(dataset_xml(each) for each in range(first, first + datasets))
    )


def portal(server: Server, path: str = "/catalog.rdf") -> Portal:
    return Portal("grauheim", "dcat", server.url(path), BASE)


def walk(server: Server, path: str = "/catalog.rdf") -> tuple[list[Page], HarvestError | None]:
    """The pages of a walk and what ended it."""
    pages: list[Page] = []
    try:
        for page in dcat.fetch(portal(server, path), door(server)):
            pages.append(page)
    except HarvestError as error:
        return pages, error
    return pages, None


LINKS = {
    "absolute": "{server}/catalog.rdf?page={number}",
    "relative to the page": "?page={number}",
    "relative to the host": "/catalog.rdf?page={number}",
    "with spaces around": "  ?page={number}\n",
}


@pytest.mark.parametrize("link", LINKS)
def test_next_links_are_followed_to_the_end(link: str) -> None:
    def page(call: object) -> bytes:
        number = int(str(call.path).partition("page=")[2] or 1)  # type: ignore[attr-defined]
        form = LINKS[link].format(server=server.url("").rstrip("/"), number=number + 1)
        return answer(hydra(number, form if number < 3 else None))

    with serve(page) as server:
        pages, error = walk(server)
        assert error is None
        assert server.paths == ["/catalog.rdf", "/catalog.rdf?page=2", "/catalog.rdf?page=3"]
    assert [page.number for page in pages] == [1, 2, 3]
    found = [dcat.open_page(PORTAL, page) for page in pages]
    assert sum(len(each.items) for each in found) == 6
    assert {each.announced for each in found} == {6}


def test_a_relative_link_counts_from_where_a_redirect_led() -> None:
    answers: dict[str, Answer] = {
        "/catalog.rdf": answer(status=302, Location="/v2/catalog"),
        "/v2/catalog": answer(hydra(1, "catalog?page=2")),
        "/v2/catalog?page=2": answer(hydra(2, None)),
    }
    with serve(answers) as server:
        pages, error = walk(server)
    assert error is None
    assert [page.name.partition("/v2")[2] for page in pages] == ["/catalog", "/catalog?page=2"]


BAD_ENDS: dict[str, tuple[dict[str, Answer], str, int]] = {
    "a circle": (
        {
            "/catalog.rdf": answer(hydra(1, "?page=2")),
            "/catalog.rdf?page=2": answer(hydra(2, "?page=2")),
        },
        "paging.circle",
        2,
    ),
    "back to the start": (
        {
            "/catalog.rdf": answer(hydra(1, "?p=2")),
            "/catalog.rdf?p=2": answer(hydra(2, "catalog.rdf")),
        },
        "paging.circle",
        2,
    ),
    "a web page": (
        {
            "/catalog.rdf": answer(hydra(1, "?page=2")),
            "/catalog.rdf?page=2": answer("<!DOCTYPE html><html>Wartung</html>"),
        },
        "answer.html",
        2,
    ),
    "an empty page": (
        {"/catalog.rdf": answer(hydra(1, "?page=2")), "/catalog.rdf?page=2": answer("")},
        "answer.empty",
        2,
    ),
    "a missing page": ({"/catalog.rdf": answer(hydra(1, "?page=2"))}, "network.status", 1),
    "no address": ({"/catalog.rdf": answer(hydra(1, "http://[::1"))}, "network.scheme", 1),
    "a file": ({"/catalog.rdf": answer(hydra(1, "file:///etc/passwd"))}, "network.scheme", 1),
    "a private place": (
        {"/catalog.rdf": answer(hydra(1, "http://169.254.169.254/"))},
        "network.private_address",
        1,
    ),
}


@pytest.mark.parametrize("kind", BAD_ENDS)
def test_a_walk_that_cannot_go_on_keeps_its_pages_and_says_why(kind: str) -> None:
    answers, code, count = BAD_ENDS[kind]
    with serve(answers) as server:
        pages, error = walk(server)
    assert len(pages) == count
    assert error is not None
    assert error.code == code


@pytest.mark.parametrize("content", ["same", "none"])
def test_pages_without_end_come_to_an_end(content: str) -> None:
    def page(call: object) -> bytes:
        number = int(str(call.path).partition("page=")[2] or 1)  # type: ignore[attr-defined]
        body = hydra(1, f"?page={number + 1}", 2 if content == "same" else 0)
        return answer(body)

    with serve(page) as server:
        pages, error = walk(server)
    assert error is not None
    assert error.code == "paging.repeats"
    assert 2 <= len(pages) <= 5


def test_an_empty_page_in_between_does_not_end_the_walk() -> None:
    def page(call: object) -> bytes:
        number = int(str(call.path).partition("page=")[2] or 1)  # type: ignore[attr-defined]
        following = f"?page={number + 1}" if number < 5 else None
        return answer(hydra(number, following, 0 if number in (1, 3) else 2))

    with serve(page) as server:
        pages, error = walk(server)
    assert (len(pages), error) == (5, None)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    for number in (1, 2, 10):
        (tmp_path / f"page{number}.rdf").write_text(hydra(number, "?page=99"))
    yield tmp_path


def test_a_folder_is_read_file_by_file_and_no_link_is_followed(folder: Path) -> None:
    given = Portal("grauheim", "dcat", folder.as_uri(), BASE)
    pages = list(dcat.fetch(given, door()))
    assert [page.name for page in pages] == ["page1.rdf", "page2.rdf", "page10.rdf"]
    assert all(page.local for page in pages)
    assert dcat.open_page(given, pages[0]).next_url == "?page=99"


def test_a_file_may_not_be_larger_than_an_answer(folder: Path) -> None:
    given = Portal("grauheim", "dcat", str(folder / "page1.rdf"), BASE)
    with pytest.raises(HarvestError) as raised:
        list(dcat.fetch(given, door(largest_answer=10)))
    assert raised.value.code == "file.too_large"


@pytest.mark.parametrize("name", ["grauheim.ttl"])
def test_records_read_again_are_the_records_parsed(name: str) -> None:
    for record in records((FIXTURES / name).read_bytes()):
        again = dcat.reread(
            PORTAL, record.identifier, record.kind, record.statements, record.personal
        )
        assert again.statements == record.statements
        assert again.distributions == record.distributions
        assert again.agents == record.agents


def test_statements_without_their_dataset_are_malformed() -> None:
    with pytest.raises(MalformedRecord) as raised:
        dcat.reread(PORTAL, "x", "dataset", '<urn:a> <urn:b> "c" .\n', "")
    assert (raised.value.code, raised.value.params) == ("item.no_identity", {"identifier": "x"})


def test_the_last_page_is_opened_once_only() -> None:
    contents = read(turtle(":d a dcat:Dataset ."), number=7)
    assert read(turtle(":d a dcat:Dataset ."), number=7) is contents


def test_the_kind_is_registered() -> None:
    assert HARVESTERS["dcat"] is dcat.HARVESTER
