# SPDX-License-Identifier: EUPL-1.2
"""Catalogue services over real loopback: both ways of asking, paging, services, bad answers."""

from pathlib import Path

import pytest

from app.intake.guards import Rules
from app.intake.job import Job
from app.intake.run import harvest
from app.model import Run
from app.normalise import make_reader
from app.store import Store, open_store, prepare
from app.vocabulary import Vocabulary
from harvesters import HARVESTERS, csw
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.record import Page, Portal
from tests.harvesters.ckan_server import door_to
from tests.harvesters.csw_server import Catalogue, Entry, serving


def portal(url: str) -> Portal:
    return Portal("geo", "csw", url, "https://geo.grauheim.example/")


def pages_of(catalogue: Catalogue, query: str = "") -> list[Page]:
    with serving(catalogue) as url:
        return list(csw.fetch(portal(url + query), door_to(url, tries=1)))


def names(pages: list[Page], query: str = "") -> list[str]:
    found = [csw.open_page(portal("x"), page) for page in pages]
    return [item.identifier for contents in found for item in contents.items]


def service(number: int, target: int) -> Entry:
    return Entry(f"svc-{number}", "service", serves=f"id-{target:04}")


@pytest.mark.parametrize("way", ["Get", "Post"])
def test_every_dataset_comes_the_way_the_capabilities_say(way: str) -> None:
    catalogue = Catalogue(ways=(way,), most=30)
    catalogue.add(*range(200))
    found = names(pages_of(catalogue))
    assert sorted(set(found)) == [f"id-{number:04}" for number in range(200)]
    assert {method for method, _ in catalogue.asked} == {way.upper()}


def test_only_open_data_is_asked_for_and_taken() -> None:
    catalogue = Catalogue(entries=[Entry("geheim", keywords=("intern",))])
    catalogue.entries += [Entry("reihe", "series"), Entry("app", "application"), service(1, 2)]
    catalogue.add(1, 2)
    assert sorted(names(pages_of(catalogue))) == ["id-0001", "id-0002", "reihe"]
    assert "opendata" in catalogue.asked[0][1]


def test_another_keyword_can_be_named_or_none() -> None:
    catalogue = Catalogue(entries=[Entry("a", keywords=("intern",)), Entry("b")])
    assert names(pages_of(catalogue, "?keyword=intern")) == ["a"]
    assert sorted(names(pages_of(Catalogue(catalogue.entries, filters=False), "?keyword="))) == [
        "a",
        "b",
    ]


def test_an_address_with_a_question_of_its_own_is_asked_for_records() -> None:
    catalogue = Catalogue(ways=("Get",))
    catalogue.add(1)
    query = "?Service=CSW&Request=GetCapabilities&VERSION=2.0.2&map=grauheim"
    (page,) = pages_of(catalogue, query)
    assert names([page]) == ["id-0001"]
    assert "map=grauheim" in page.name and page.name.lower().count("request=") == 1


def test_services_are_coupled_across_pages() -> None:
    catalogue = Catalogue(most=10)
    catalogue.add(*range(60))
    catalogue.entries += [service(1, 5), service(2, 55), service(3, 55), service(4, 999)]
    told = {}
    for page in pages_of(catalogue):
        for item in csw.open_page(portal("x"), page).items:
            told[item.identifier] = csw.parse(portal("x"), item)
    coupled = {name: len(record.services) for name, record in told.items() if record.services}
    assert coupled == {"id-0005": 1, "id-0055": 2}
    (distribution,) = told["id-0005"].distributions
    assert distribution.access_urls == ("https://d.example/svc-1",)
    assert distribution.formats == ("WFS",)


def test_files_of_a_folder_are_coupled_too(tmp_path: Path) -> None:
    for entry in (Entry("id-0001"), service(1, 1), service(2, 77)):
        (tmp_path / f"{entry.identifier}.xml").write_text(entry.as_xml())
    (tmp_path / "kaputt.xml").write_text("<html>")
    where = portal(str(tmp_path))
    pages = list(csw.fetch(where, door_to("http://127.0.0.1:1/")))
    assert [page.name for page in pages] == ["id-0001.xml", "kaputt.xml", "svc-2.xml"]
    (item,) = csw.open_page(where, pages[0]).items
    assert len(csw.parse(where, item).services) == 1
    (broken,) = csw.open_page(where, pages[2]).broken
    assert (broken.identifier, broken.reason) == ("svc-2", "item.service_alone")


@pytest.mark.parametrize(
    ("refuses", "status"),
    [
        (("SortBy",), 200),
        (("apiso:",), 400),
        (("apiso:Subject", ">Subject<"), 200),
        (("SortBy", "ogc:Filter"), 200),
    ],
)
def test_a_service_that_knows_less_is_asked_for_less(refuses: tuple[str, ...], status: int) -> None:
    catalogue = Catalogue(ways=("Post",), refuses=refuses, status=status)
    catalogue.entries = [Entry("geheim", keywords=("intern",)), service(1, 1)]
    catalogue.add(1, 2, 3)
    pages = pages_of(catalogue)
    assert sorted(set(names(pages))) == ["id-0001", "id-0002", "id-0003"]


def test_addresses_of_an_inner_network_in_capabilities_are_not_followed() -> None:
    catalogue = Catalogue(address="http://csw.intern.example:8080/csw")
    catalogue.add(1)
    assert names(pages_of(catalogue)) == ["id-0001"]


def test_a_service_that_always_gives_its_first_page_is_stopped() -> None:
    catalogue = Catalogue(moves=False, most=10)
    catalogue.add(*range(100))
    with pytest.raises(UnexpectedAnswer) as raised:
        pages_of(catalogue)
    assert raised.value.code == "paging.repeats"
    assert len(catalogue.asked) < 100


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<!DOCTYPE html><html>Wartung</html>", "answer.html"),
        ("", "answer.empty"),
        ('<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><l>&b;</l>', "answer.doctype"),
        ("Störung", "answer.csw_not_xml"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "answer.csw_other"),
    ],
)
@pytest.mark.parametrize("at", [1, 4])
def test_a_bad_answer_ends_the_run_with_its_reason(body: str, code: str, at: int) -> None:
    catalogue = Catalogue(most=10, body=lambda good, number: body if number >= at else good)
    catalogue.add(*range(100))
    with pytest.raises(HarvestError) as raised:
        pages_of(catalogue)
    assert raised.value.code == code


def test_answers_too_large_are_asked_for_in_smaller_ones() -> None:
    long = "x" * 400_000
    catalogue = Catalogue()
    catalogue.entries = [Entry(f"id-{n:04}", keywords=("opendata", long)) for n in range(60)]
    pages = pages_of(catalogue)
    assert len(set(names(pages))) == 60
    assert max(len(page.body) for page in pages) < 16_000_000


def test_no_dataset_loses_its_services_because_they_could_not_be_asked_for() -> None:
    catalogue = Catalogue(refuses=(">service<",), status=500)
    catalogue.add(1)
    with pytest.raises(HarvestError):
        pages_of(catalogue)


def test_services_without_end_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csw, "_MOST_SERVICES", 100)
    catalogue = Catalogue(most=20)
    catalogue.add(1)
    catalogue.entries += [service(number, 1) for number in range(200)]
    with pytest.raises(UnexpectedAnswer) as raised:
        pages_of(catalogue)
    assert raised.value.code == "paging.repeats"
    assert len(catalogue.asked) < 20


def test_what_is_no_catalogue_service_is_told_at_once() -> None:
    catalogue = Catalogue(ways=())
    with pytest.raises(HarvestError) as raised:
        pages_of(catalogue)
    assert raised.value.code == "answer.csw_no_records"


# Through the whole intake.


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    prepare(made)
    return made


def run(store: Store, vocabulary: Vocabulary, url: str, folder: Path) -> Run:
    reader = make_reader(vocabulary)
    door = door_to(url if url.startswith("http") else "http://127.0.0.1:1/", tries=1)
    job = Job(portal(url), HARVESTERS["csw"], door, reader, folder / "st", Rules(), "test")
    return harvest(store, job).run


def once(store: Store, vocabulary: Vocabulary, catalogue: Catalogue, folder: Path) -> Run:
    with serving(catalogue) as url:
        return run(store, vocabulary, url, folder)


def test_a_harvest_and_the_same_again(store: Store, vocabulary: Vocabulary, tmp_path: Path) -> None:
    catalogue = Catalogue()
    catalogue.add(*range(150))
    catalogue.entries += [service(1, 3)]
    with serving(catalogue) as url:
        first = run(store, vocabulary, url, tmp_path)
        catalogue.entries.reverse()
        again = run(store, vocabulary, url, tmp_path)
    assert (first.state, first.received, first.announced) == ("complete", 150, 150)
    assert (again.state, again.same, again.changed) == ("complete", 150, 0)


def test_a_service_that_filters_nothing_is_complete_all_the_same(
    store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    catalogue = Catalogue(filters=False, most=20)
    catalogue.add(*range(50))
    catalogue.entries += [service(1, 3), Entry("app", "application"), Entry("x", keywords=())]
    told = once(store, vocabulary, catalogue, tmp_path)
    assert (told.state, told.received, told.rejected) == ("complete", 50, 0)


@pytest.mark.parametrize("count", [40, 400])
def test_a_wrong_count_makes_the_run_partial(
    store: Store, vocabulary: Vocabulary, tmp_path: Path, count: int
) -> None:
    catalogue = Catalogue(count=count)
    catalogue.add(*range(150))
    told = once(store, vocabulary, catalogue, tmp_path)
    assert (told.state, told.received) == ("partial", 150)


def test_datasets_that_come_and_go_meanwhile_shift_nothing(
    store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    def change(catalogue: Catalogue, number: int) -> None:
        if 2 < number < 9:
            catalogue.remove(*range(number * 7, number * 7 + 7))
            catalogue.add(*range(1_000 + number * 10, 1_003 + number * 10))

    catalogue = Catalogue(before=change, most=30)
    catalogue.add(*range(300))
    told = once(store, vocabulary, catalogue, tmp_path)
    assert told.state == "complete"
    assert told.received >= len(catalogue.entries)


def test_a_truncated_answer_makes_the_run_partial(
    store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    catalogue = Catalogue(most=20, body=lambda good, number: good[:-400] if number == 4 else good)
    catalogue.add(*range(60))
    told = once(store, vocabulary, catalogue, tmp_path)
    assert told.state == "partial"
    assert told.received >= 40


def test_a_saved_answer_is_complete_and_names_what_it_rejects(
    store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    file = Path(__file__).resolve().parent.parent / "fixtures" / "csw" / "solarkataster.xml"
    told = run(store, vocabulary, f"file:{file}", tmp_path)
    assert (told.state, told.received, told.added, told.rejected) == (
        "complete-with-rejects",
        3,
        1,
        2,
    )
