# SPDX-License-Identifier: EUPL-1.2
"""The source files: real keys and names, invented rest, every reference resolves."""

import re
from collections import Counter
from dataclasses import asdict

import pytest

from app.demonstration.expansion import drafts, slug_of, years
from app.demonstration.faults import FAULTS, spoil
from app.demonstration.source_files import Entry, Kommune, load
from app.demonstration.wording import ALL_MARKED
from app.vocabulary import Vocabulary

SOURCE = load()
DRAFTS = tuple(drafts(SOURCE))
ENTRIES = [(kommune, entry) for kommune in SOURCE.kommunen for entry in kommune.datasets]
MUNICIPAL = [kommune for kommune in SOURCE.kommunen if len(kommune.key) > 2]
VOCABULARIES = (
    "publications.europa.eu",
    "dcat-ap.de",
    "data.europa.eu",
    "inspire.ec.europa.eu",
    "musterdatenkatalog.de",
    "www.iana.org",
    "www.govdata.de",
    "www.dcat-ap.de",
    "www.rfc-editor.org",
    "www.xplanung.de",
    "gbfs.org",
    "gtfs.org",
)


def test_it_is_as_large_as_promised() -> None:
    assert len(MUNICIPAL) >= 15
    assert len({kommune.key[:2] for kommune in MUNICIPAL}) >= 8
    assert len(DRAFTS) >= 400
    assert len({entry.of for _, entry in ENTRIES if "land--" not in entry.of}) >= 60


def test_cities_villages_kreise_and_verbaende_take_part(vocabulary: Vocabulary) -> None:
    known = [vocabulary.register.get(kommune.key) for kommune in MUNICIPAL]
    levels = Counter(found.level for found in known if found)
    assert min(levels["gemeinde"], levels["kreis"], levels["verband"]) >= 3
    populations = [found.population for found in known if found and found.population]
    assert min(populations) < 10_000 and max(populations) > 400_000


@pytest.mark.parametrize("kommune", SOURCE.kommunen, ids=lambda kommune: kommune.slug)
def test_keys_and_names_are_those_of_the_register(kommune: Kommune, vocabulary: Vocabulary) -> None:
    found = vocabulary.register.get(kommune.key)
    assert found is not None
    assert found.short_name.removeprefix("Amt ") in kommune.name
    assert kommune.where.endswith(found.short_name)


def test_every_topic_is_a_musterdatensatz_under_its_official_name(vocabulary: Vocabulary) -> None:
    for slug, topic in SOURCE.topics.items():
        known = vocabulary.musterdaten.get(slug)
        if slug.startswith("land--"):
            assert known is None and not topic.label
        else:
            assert known is not None and known.label == topic.label


def test_every_topic_uses_keys_of_the_lists(vocabulary: Vocabulary) -> None:
    for topic in SOURCE.topics.values():
        assert vocabulary.themes.get(topic.theme)
        assert vocabulary.frequencies.get(topic.often)
        assert not topic.hvd or vocabulary.hvd_categories.get(topic.hvd)
        assert not topic.inspire or vocabulary.inspire_themes.get(topic.inspire)


def test_every_topic_licence_format_standard_and_fault_is_used() -> None:
    assert set(SOURCE.topics) - {entry.of for _, entry in ENTRIES} == set()
    licences = {entry.licence or kommune.licence for kommune, entry in ENTRIES}
    assert set(SOURCE.licences) == licences
    assert set(SOURCE.kinds) == {name for _, entry in ENTRIES for name in entry.files.split()}
    assert set(SOURCE.standards) == {entry.standard for _, entry in ENTRIES} - {""}
    assert set(FAULTS) == {name for _, entry in ENTRIES for name in entry.wrong.split()}


def test_every_description_ends_with_the_mark() -> None:
    plain = re.compile(rf"{ALL_MARKED} (?:der|des) [^.]+\.(?:</p>)?$")
    assert [draft.iri for draft in DRAFTS if not plain.search(draft.description)] == []


def test_nothing_is_there_twice() -> None:
    for field in ("iri", "identifier"):
        counted = Counter(getattr(draft, field) for draft in DRAFTS if not draft.is_series)
        assert [name for name, number in counted.items() if number > 1] == []


def test_every_address_is_reserved_or_of_a_public_list() -> None:
    text = repr([asdict(draft) for draft in DRAFTS])
    hosts = set(re.findall(r"https?://([^/'\"?<>\s]+)", text))
    assert {host for host in hosts if not host.endswith(".example")} <= set(VOCABULARIES)
    mails = set(re.findall(r"[\w.-]+@([\w.-]+)", text))
    assert mails and all(host.endswith(".example") for host in mails)


def test_invented_persons_look_invented() -> None:
    names = {draft.contact.name for draft in DRAFTS if draft.contact.person}
    assert len(names) >= 3
    assert all(re.search("Beispiel|Muster|Fiktiv|Probe", name) for name in names)


def test_years_are_ranges_or_lists() -> None:
    assert years("2019-2021") == (2019, 2020, 2021)
    assert years("2014 2020") == (2014, 2020)
    assert years("") == ()


def test_titles_become_parts_of_addresses() -> None:
    assert slug_of("Spiel- und Bolzplätze (Größe)") == "spiel-und-bolzplaetze-groesse"


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_changes_something(name: str) -> None:
    sound = next(draft for draft in DRAFTS if draft.files and not draft.is_series)
    assert spoil(sound, name) != sound


def test_an_unknown_fault_and_an_unknown_key_are_errors() -> None:
    with pytest.raises(KeyError):
        spoil(DRAFTS[0], "licence-mising")
    with pytest.raises(TypeError):
        Entry(of="a", title="b", file="csv")  # type: ignore[call-arg]


def test_every_combination_of_habits_occurs() -> None:
    assert {kommune.names for kommune in MUNICIPAL} == {"uri", "text", "both"}
    assert {kommune.reference for kommune in MUNICIPAL} == {"v4", "old", "label", "none"}
    assert {kommune.geocoding for kommune in MUNICIPAL} == {"new", "old", "none"}
    assert len({kommune.dcatde for kommune in MUNICIPAL}) >= 4
