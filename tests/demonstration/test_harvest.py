# SPDX-License-Identifier: EUPL-1.2
"""What the house understands of the demonstration, and what it notices of what is wrong."""

from collections import Counter

import pytest

from app.compare import QUESTIONS
from app.demonstration.expansion import drafts, slug_of, years
from app.demonstration.source_files import load
from app.model.demonstration import PORTAL
from app.model.findings import CODES
from app.model.selection import Selection
from app.store import catalogue_queries, feed_queries, figure_queries, portal_queries
from tests.demonstration.conftest import Harvested, run

SOURCE = load()
DRAFTS = tuple(drafts(SOURCE))


def test_the_run_is_complete(harvested: Harvested) -> None:
    got = harvested.outcome.run
    assert (got.state, got.rejected, got.notes) == ("complete", 0, ())
    assert got.received == got.added == got.announced == len(DRAFTS)
    assert got.distributions == sum(len(draft.files) for draft in DRAFTS)


def test_the_same_again_changes_nothing(harvested: Harvested) -> None:
    got = run(harvested.store, harvested.job).run
    assert (got.state, got.same) == ("complete", len(DRAFTS))
    assert got.added == got.changed == got.retired == 0


def test_neither_identifiers_nor_the_portal_hold_a_port(harvested: Harvested) -> None:
    assert not [name for name in harvested.datasets if "127.0.0.1" in name]
    with harvested.store.session() as session:
        known = portal_queries.get(session, PORTAL)
    assert known and known.url == "http://demonstration.example/katalog"


def test_every_dataset_is_its_kommunes(harvested: Harvested) -> None:
    for kommune in SOURCE.kommunen:
        own = f"https://opendata.{kommune.slug}.example/"
        published = [d for name, d in harvested.datasets.items() if name.startswith(own)]
        assert published
        read = Counter(dataset.publisher.key.value for dataset in published)
        assert set(read) <= {kommune.key, None}
        assert read[kommune.key] >= 3 * read[None]


def test_nearly_every_dataset_is_the_musterdatensatz_it_was_written_for(
    harvested: Harvested,
) -> None:
    wrong, total = [], 0
    for kommune in SOURCE.kommunen:
        for entry in kommune.datasets:
            if len(kommune.key) == 2:
                continue
            year = (years(entry.years) or (0,))[0]
            name = slug_of(entry.title) + (f"-{year}" if year else "")
            read = harvested.datasets[f"https://opendata.{kommune.slug}.example/dataset/{name}"]
            total += 1
            if read.musterdatensatz.value != entry.of:
                wrong.append((kommune.slug, entry.title, read.musterdatensatz))
    claimed = [each for each in wrong if each[2].value is not None]
    assert len(claimed) <= total * 0.05, claimed
    assert len(wrong) <= total * 0.1, wrong


def test_sixty_musterdatensaetze_and_fifteen_kommunen_are_understood(harvested: Harvested) -> None:
    datasets = harvested.datasets.values()
    assert len({d.musterdatensatz.value for d in datasets} - {None}) >= 60
    keys = {d.publisher.key.value for d in datasets if d.publisher.level != "land"} - {None}
    assert len(keys) >= 15 and len({str(key)[:2] for key in keys}) >= 8


def test_yearly_slices_are_one_holding(harvested: Harvested) -> None:
    slices = [d for d in harvested.datasets.values() if d.title and "Vornamenstatistik" in d.title]
    assert len(slices) == 3
    assert len({d.series.holding for d in slices}) == 1


def test_services_series_standards_and_high_value_datasets_occur(harvested: Harvested) -> None:
    datasets = harvested.datasets.values()
    assert {d.kind for d in datasets} == {"dataset", "series"}
    assert sum(bool(d.services) for d in datasets) >= 10
    assert sum(bool(d.hvd_categories) for d in datasets) >= 20
    declared = {
        use.key
        for dataset in datasets
        for file in dataset.distributions
        for use in file.standards
        if use.evidence == "declared"
    }
    assert {"gtfs", "oparl", "xplanung", "csv", "gbfs", "inspire-data-specification"} <= declared


def test_formats_and_licences_vary(harvested: Harvested) -> None:
    files = [file for d in harvested.datasets.values() for file in d.distributions]
    assert len({file.format.value for file in files} - {None}) >= 20
    assert {file.licence.status for file in files} >= {"exact", "ambiguous", "unknown", "missing"}
    assert len({file.licence.value for file in files if file.licence.status == "exact"}) >= 6
    mixed = [d for d in harvested.datasets.values() if d.licence.status == "mixed"]
    assert len(mixed) >= 3


@pytest.mark.parametrize(
    "code",
    [
        "licence.missing",
        "licence.unknown",
        "licence.ambiguous",
        "licence.contradiction",
        "date.invalid",
        "temporal.reversed",
        "media_type.unrecognised",
        "format.unrecognised",
        "byte_size.invalid",
        "url.invalid",
        "xml.repaired",
        "frequency.unrecognised",
        "availability.unrecognised",
        "language.unrecognised",
        "hvd.unrecognised",
        "musterdatensatz.several",
        "musterdatensatz.contradiction",
        "title.missing",
        "theme.missing",
        "publisher.missing",
        "kommune.unresolved",
        "dataset.without_distribution",
        "standard.metadata_profile",
    ],
)
def test_what_is_wrong_on_purpose_is_noticed(harvested: Harvested, code: str) -> None:
    assert code in CODES
    assert code in harvested.codes()


def test_german_dates_are_read(harvested: Harvested) -> None:
    name = "https://opendata.kiel.example/dataset/bushaltestellen"
    read = harvested.datasets[name]
    assert read.modified and read.modified.date().isoformat() == "2025-08-15"
    assert read.issued and read.issued.isoformat() == "2019-03-01"


def test_most_datasets_have_no_grave_finding(harvested: Harvested) -> None:
    grave = [
        name
        for name, found in harvested.findings.items()
        if any(CODES[finding.code] == "error" for finding in found)
    ]
    assert 0 < len(grave) < len(harvested.datasets) * 0.1


def test_persons_stand_apart(harvested: Harvested) -> None:
    with harvested.store.session() as session:
        items = list(feed_queries.walk(session, Selection()))
    personal = [item for item in items if item.personal]
    assert len(personal) > 20
    assert not [item for item in items if "Mustermann" in item.statements]


def test_the_catalogue_is_marked(harvested: Harvested) -> None:
    with harvested.store.session() as session:
        (catalogue,) = catalogue_queries.catalogues(session).values()
    assert catalogue.title and "Demonstration" in catalogue.title
    assert catalogue.licence == "cc0-1.0"


def test_the_first_question_has_something_to_say(harvested: Harvested) -> None:
    with harvested.store.session() as session:
        figures = figure_queries.figures(session)
    assert figures.kommunen >= 15
    assert "haeufigste-datenbestaende" in QUESTIONS
