# SPDX-License-Identifier: EUPL-1.2
"""What has no end in one page or over all pages is ended, and said (H9, H11)."""

import json
from datetime import UTC, datetime

import pytest

from app.intake import collect
from harvesters import HARVESTERS
from harvesters.base import catalogue, iso19139_answer, json_item
from harvesters.base.errors import HarvestError
from harvesters.base.record import Page, Portal
from tests.harvesters.ckan_server import make_package
from tests.intake import making
from tests.intake.conftest import reader, sqlite_trial  # noqa: F401 - fixtures
from tests.intake.making import nameless, towns
from tests.intake.trial import Trial, serving

WHEN = datetime(2026, 5, 4, tzinfo=UTC)
PORTAL = Portal("p", "x", "https://p.example/", "https://p.example/")
_ISO = '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"/>'


def opened(kind: str, text: str) -> object:
    return HARVESTERS[kind].open(PORTAL, Page(1, f"urn:{len(text)}", text.encode(), WHEN))


def test_too_many_datasets_in_a_page_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_MOST_DATASETS", 5)
    with pytest.raises(HarvestError) as raised:
        opened("dcat", towns(*range(6)))
    assert raised.value.code == "answer.too_much"


def test_too_many_records_in_an_answer_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(iso19139_answer, "_MOST_RECORDS", 5)
    spaces = 'xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"'
    held = f"<csw:SearchResults numberOfRecordsMatched='6'>{_ISO * 6}</csw:SearchResults>"
    with pytest.raises(HarvestError) as raised:
        opened("csw", f"<csw:GetRecordsResponse {spaces}>{held}</csw:GetRecordsResponse>")
    assert raised.value.code == "answer.csw_too_many"


def test_a_dataset_with_too_many_files_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_item, "_LONGEST", 50)
    many = [{"url": f"https://a.example/{number}"} for number in range(51)]
    found = [make_package(1), make_package(2, resources=many), make_package(3, x=[{}] * 30)]
    answer = {"success": True, "result": {"count": 2, "results": found}}
    contents = HARVESTERS["ckan"].open(PORTAL, Page(1, "u", json.dumps(answer).encode(), WHEN))
    assert [each.reason for each in contents.broken] == ["item.too_much"] * 2
    assert len(contents.items) == 1


def test_rejects_without_end_end_the_run(
    sqlite_trial: Trial,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(collect, "_MOST_REJECTS", 5)
    two = [nameless(f"x{number}") + nameless(f"y{number}") for number in range(9)]
    pages = [towns(number) + rejects for number, rejects in enumerate(two)]
    run = sqlite_trial.run(harvester=serving(*pages))
    assert (run.state, run.notes[0].code) == ("partial", "run.too_many_rejects")
    assert run.rejected == 6


def test_time_that_is_over_ends_the_run_within_a_page(
    sqlite_trial: Trial,  # noqa: F811
) -> None:
    """A page may take hours of its own; what was not reached stays as it was."""
    assert sqlite_trial.run(towns(*range(60))).state == "complete"
    changed = making.catalogue(making.dataset(number, f"Neu {number}") for number in range(60))
    run = sqlite_trial.run(harvester=serving(changed), seconds=0)
    assert (run.state, run.received, run.changed) == ("partial", collect._STEP, collect._STEP)
    assert [note.code for note in run.notes] == ["run.too_long"]
    assert len(sqlite_trial.numbers()) == 60
