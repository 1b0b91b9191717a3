# SPDX-License-Identifier: EUPL-1.2
"""Licences are read exactly, and what several statements together say is never guessed."""

import pytest

from app.model import Reading
from app.model.reading import MISSING
from app.normalise import Reader, licence
from app.normalise.notes import Noted

ZERO = "http://dcat-ap.de/def/licenses/dl-zero-de/2.0"
BY = "http://dcat-ap.de/def/licenses/dl-by-de/2.0"
CC_BY = "http://dcat-ap.de/def/licenses/cc-by"
CC_BY_4 = "https://creativecommons.org/licenses/by/4.0/"


def exact(id: str) -> Reading:
    return Reading(id, "exact", "uri", id)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (ZERO, "dl-zero-de-2.0"),
        ("https://www.dcat-ap.de/def/licenses/cc-zero/", "cc0-1.0"),
        ("http://creativecommons.org/licenses/by/4.0/deed.de", "cc-by-4.0"),
        ("CC BY-SA 4.0", "cc-by-sa-4.0"),
        ("Datenlizenz Deutschland - Zero - Version 2.0", "dl-zero-de-2.0"),
        ('"CC BY-SA 4.0"^^http://www.w3.org/2001/XMLSchema#string', "cc-by-sa-4.0"),
    ],
)
def test_a_known_licence_is_exact(reader: Reader, text: str, id: str) -> None:
    read = reader.licence(text)
    assert (read.value, read.status) == (id, "exact")


def test_a_class_is_ambiguous_with_its_id(reader: Reader) -> None:
    read = reader.licence(CC_BY)
    assert (read.value, read.status, read.raw) == ("cc-by", "ambiguous", CC_BY)


@pytest.mark.parametrize(
    "text",
    [
        "Nutzungsbedingungen der Gemeinde",
        "https://creativecommons.org/licenses/by/9.0/",
        "CC BY 4.00",
        "frei",
    ],
)
def test_what_is_not_known_stays_unknown(reader: Reader, text: str) -> None:
    read = reader.licence(text)
    assert (read.value, read.status, read.raw) == (None, "unknown", text)


@pytest.mark.parametrize("text", ["", "  ", "License Not Specified"])
def test_nothing_said_is_missing(reader: Reader, text: str) -> None:
    assert reader.licence(text).status == "missing"


def test_licence_and_rights_that_mean_the_same_are_one(reader: Reader) -> None:
    read = reader.licence_of((ZERO,), ("https://www.govdata.de/dl-de/zero-2-0",))
    assert (read.value.value, read.value.status, read.notes) == ("dl-zero-de-2.0", "exact", ())


def test_rights_that_are_a_licence_count_alone(reader: Reader) -> None:
    read = reader.licence_of((), ("public", BY))
    assert (read.value.value, read.value.rule) == ("dl-by-de-2.0", "rights.uri")


def test_contradicting_statements_are_ambiguous_and_noted(reader: Reader) -> None:
    read = reader.licence_of((ZERO,), (BY,))
    assert (read.value.value, read.value.status) == (None, "ambiguous")
    assert read.value.candidates == ("dl-by-de-2.0", "dl-zero-de-2.0")
    assert [note[0] for note in read.notes] == ["licence.contradiction"]
    assert read == reader.licence_of((BY,), (ZERO,))._replace()


def test_a_version_beside_its_class_settles_it(reader: Reader) -> None:
    read = reader.licence_of((CC_BY, CC_BY_4), ())
    assert (read.value.value, read.value.status, read.notes) == ("cc-by-4.0", "exact", ())


def test_a_variant_does_not_settle_a_class(reader: Reader) -> None:
    read = reader.licence_of((CC_BY, "https://creativecommons.org/licenses/by-sa/4.0/"), ())
    assert read.value.status == "ambiguous"
    assert read.value.candidates == ("cc-by", "cc-by-sa-4.0")


def test_an_unread_licence_beside_a_known_one_leaves_doubt(reader: Reader) -> None:
    read = reader.licence_of((ZERO, "Es gelten weitere Bedingungen"), ())
    assert (read.value.value, read.value.status) == (None, "ambiguous")
    assert read.value.candidates == ("dl-zero-de-2.0",)
    assert [note[:2] for note in read.notes] == [
        ("licence.unknown", "Es gelten weitere Bedingungen")
    ]


@pytest.mark.parametrize(
    "rights",
    [("public",), ("http://publications.europa.eu/resource/authority/access-right/PUBLIC",)],
)
def test_access_statements_are_no_licence(reader: Reader, rights: tuple[str, ...]) -> None:
    assert reader.licence_of((), rights).value.status == "missing"
    assert reader.rights_of(rights) == Noted(MISSING)


def test_rights_that_say_something_else_are_unknown_not_missing(reader: Reader) -> None:
    read = reader.rights_of(("Nur nach Rücksprache",))
    assert (read.value.status, read.value.raw) == ("unknown", "Nur nach Rücksprache")


def test_a_distribution_inherits_only_where_it_says_nothing() -> None:
    dataset = exact("cc0-1.0")
    inherited = licence.of_distribution(Noted(MISSING), dataset)
    assert (inherited.value.value, inherited.value.rule) == ("cc0-1.0", "dataset.uri")
    own = Noted(Reading(None, "unknown", "unread", "x"))
    assert licence.of_distribution(own, dataset) is own


@pytest.mark.parametrize(
    ("parts", "status", "value"),
    [
        ([exact("cc0-1.0"), exact("cc0-1.0")], "exact", "cc0-1.0"),
        ([exact("cc0-1.0"), exact("odbl-1.0")], "mixed", None),
        ([exact("cc0-1.0"), MISSING], "mixed", None),
        ([exact("cc0-1.0"), Reading(None, "unknown", "unread", "x")], "mixed", None),
        ([Reading("cc-by", "ambiguous", "uri", "x")], "ambiguous", "cc-by"),
        ([Reading(None, "unknown", "unread", "x"), MISSING], "unknown", None),
        ([MISSING, MISSING], "missing", None),
        ([], "exact", "odbl-1.0"),
    ],
)
def test_the_licence_of_a_dataset_is_derived(
    parts: list[Reading], status: str, value: str | None
) -> None:
    derived = licence.derive(parts, exact("odbl-1.0"))
    assert (derived.status, derived.value) == (status, value)
    assert derived == licence.derive(reversed(parts), exact("odbl-1.0"))


def test_a_mixed_dataset_names_its_licences() -> None:
    derived = licence.derive([exact("odbl-1.0"), exact("cc0-1.0"), MISSING], MISSING)
    assert derived.candidates == ("cc0-1.0", "odbl-1.0")


@pytest.mark.parametrize(
    ("entry", "id", "status"),
    [
        (("cc-by", CC_BY_4, "Eigener Name der Lizenz"), "cc-by-4.0", "exact"),
        (
            ("unsere-lizenz", "", "Datenlizenz Deutschland Namensnennung 2.0"),
            "dl-by-de-2.0",
            "exact",
        ),
        (("notspecified", "Keine Angabe zur Lizenz"), None, "missing"),
        (("frei", "Nutzungsbedingungen der Gemeinde"), None, "unknown"),
        (("cc-by-4.0", BY), None, "ambiguous"),
    ],
)
def test_names_of_one_entry_of_a_licence_list_mean_one_licence(
    reader: Reader, entry: tuple[str, ...], id: str | None, status: str
) -> None:
    read = reader.licence_of(reader.licence_entry(entry), ()).value
    assert (read.value, read.status) == (id, status)


def test_the_title_stands_for_an_entry_that_cannot_be_read(reader: Reader) -> None:
    assert reader.licence_entry(("frei", "Nutzungsbedingungen")) == ("Nutzungsbedingungen",)
    assert reader.licence_entry(()) == ()
