# SPDX-License-Identifier: EUPL-1.2
"""Marks: which spellings say the same, and what is no name of a dataset."""

from dataclasses import replace
from datetime import date

import pytest

from app.model import Body, Dataset, Distribution, Reading
from app.normalise.copies import marks, normal_url
from harvesters.base.record import Record
from tests.normalise.builders import record

UUID = "2f1c7a44-5a0e-4c8e-9d1e-8a3b52f6d001"
BODY = Body("Stadt", Reading("13003000", "exact"))


def made(said: Record, **more: object) -> dict[int, str]:
    """Key -> rule."""
    given: dict[str, object] = {"title": "Bäume", "publisher": BODY} | more
    dataset = Dataset(said.portal, said.identifier, **given)  # type: ignore[arg-type]
    return {mark.key: mark.rule for mark in marks(said, dataset)}


def shared(one: dict[int, str], other: dict[int, str]) -> set[str]:
    """Rules of the first under which both have a key."""
    return {rule for key, rule in one.items() if key in other}


@pytest.mark.parametrize(
    "spelling",
    (
        "http://www.daten.example/d/1/",
        "https://DATEN.example:443/d/1#teil",
        "https://daten.example/d/1?utm_source=mail",
        "https://daten.example/d;jsessionid=AB12/1",
    ),
)
def test_spellings_of_one_address(spelling: str) -> None:
    assert normal_url(spelling) == "daten.example/d/1"


@pytest.mark.parametrize(
    "text", ("https://daten.example/", "https://daten.example/index.html", "kein", "http://[x/a")
)
def test_start_pages_and_other_texts_name_nothing(text: str) -> None:
    assert normal_url(text) is None


def test_parameters_tell_addresses_apart_but_not_their_order() -> None:
    assert normal_url("https://x.example/f?a=1&b=2") == normal_url("https://x.example/f?b=2&a=1")
    assert normal_url("https://x.example/f?a=1") != normal_url("https://x.example/f?a=2")


def test_a_uuid_is_one_name_wherever_it_stands() -> None:
    plain = made(record(identifier=UUID.upper()))
    address = made(record(identifier=f"https://gdi.example/id/de.st/{UUID}"))
    assert shared(plain, address) == {"identifier"}


def test_any_other_identifier_needs_the_title_too() -> None:
    one = made(record(identifier="x1", identifiers=("baumkataster-2023",)))
    same = made(record(identifier="y1", identifiers=("Baumkataster-2023",)))
    other = made(record(identifier="y1", identifiers=("baumkataster-2023",)), title="Wald")
    assert shared(one, same) == {"identifier"}
    assert not shared(one, other)


def test_a_landing_page_may_be_the_uri_of_the_original() -> None:
    original = made(record(identifier="https://stadt.example/d/7"))
    copy = made(record(identifier="z", landing_pages=("http://stadt.example/d/7",)))
    assert shared(copy, original) == {"landing_page"}


def test_a_file_is_a_mark_a_service_only_with_the_title() -> None:
    said = record(identifier="x")
    file = (Distribution(download_url="https://stadt.example/b.csv"),)
    wms = (Distribution(access_url="https://stadt.example/wms?request=GetCapabilities"),)
    wood = {"title": "Wald"}
    assert shared(made(said, distributions=file), made(said, distributions=file, **wood))
    assert not shared(made(said, distributions=wms), made(said, distributions=wms, **wood))
    assert shared(made(said, distributions=wms), made(said, distributions=wms)) == {"file"}


def test_title_and_publisher_need_a_date_that_is_the_same() -> None:
    said, day = record(identifier="x"), date(2024, 5, 1)
    one = made(said, issued=day)
    assert shared(one, made(replace(said, identifier="y"), issued=day)) == {"title"}
    assert not shared(one, made(said, issued=date(2024, 5, 2)))
    assert not made(said)


def test_a_series_is_never_a_copy_of_a_dataset() -> None:
    said = record(identifier=UUID)
    assert not shared(made(said), made(said, kind="series"))
