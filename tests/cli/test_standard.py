# SPDX-License-Identifier: EUPL-1.2
"""``standard read``: what programs and people are answered about a value of dct:conformsTo."""

import io
import json
import sys
from typing import Any

import pytest

from app.normalise.standard import read
from app.normalise.standard_answer import Asked, answer
from app.vocabulary import load
from harvesters.base.record import RawStandard
from tests.cli.conftest import Command

MEMBERS = {"text", "id", "name", "level", "status", "evidence", "rule", "candidates"}
PROFILE, SYSTEM = "metadata_profile", "reference_system"


def answers(command: Command, *texts: str) -> list[dict[str, Any]]:
    said = command("standard", "read", "--json", "--", *texts)
    assert said.status == 0
    return [json.loads(line) for line in said.out.splitlines()]


@pytest.mark.parametrize(
    ("text", "id", "status", "evidence", "rule"),
    [
        ("https://gtfs.org/", "gtfs", "exact", "declared", "uri"),
        ("https://gtfs.org/schedule/2024", "gtfs", "exact", "declared", "below"),
        ("http://www.xplanung.de/xplangml", "xplanung", "exact", "declared", "namespace"),
        ("https://xleitstelle.de/xplanung", "xplanung", "exact", "declared", "specification"),
        ("gtfs", "gtfs", "exact", "declared", "id"),
        ("XPlanung (XPlanGML)", "xplanung", "exact", "declared", "name"),
        ("GTFS Schedule", "gtfs", "exact", "declared", "alias"),
        ("Liniennetz als GTFS", "gtfs", "likely", "inferred", "words"),
        ("GTFS und XPlanung", None, "ambiguous", None, "words"),
        ("DCAT-AP.de", "dcat-ap-de", PROFILE, None, "name"),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", None, SYSTEM, None, SYSTEM),
        ("Hausnorm 7", None, "unknown", None, "none"),
        ("  ", None, "missing", None, "empty"),
    ],
)
def test_what_a_value_names_and_why(
    command: Command, text: str, id: str | None, status: str, evidence: str | None, rule: str
) -> None:
    (found,) = answers(command, text)
    assert set(found) == MEMBERS
    assert (found["id"], found["status"], found["evidence"]) == (id, status, evidence)
    assert found["rule"] == rule
    assert found["text"] == text


def test_every_urn_of_the_vocabulary_is_found_by_its_urn(command: Command) -> None:
    urns = {urn: entry.id for entry in load().standards for urn in entry.urns}
    found = answers(command, *urns)
    assert [each["id"] for each in found] == list(urns.values())
    assert {each["rule"] for each in found} == {"urn"}


def test_every_name_and_address_of_the_vocabulary_has_a_rule_that_holds() -> None:
    vocabulary = load()
    for entry in vocabulary.standards:
        for said in (entry.id, entry.name, *entry.aliases, *entry.uris, *entry.namespaces):
            found = answer(vocabulary, Asked(said))
            assert found["rule"] not in {"none", "empty", "words", "address"}, said
            if entry.level != "metadata":
                taken = read(vocabulary, (RawStandard(said),)).value.standards
                assert [use.key for use in taken] == [found["id"]], said


def test_several_that_may_be_meant_are_listed(command: Command) -> None:
    (found,) = answers(command, "GTFS und XPlanung")
    assert found["candidates"] == ["gtfs", "xplanung"]


def test_a_label_names_what_the_address_does_not(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '{"text": "https://stadt.example/norm", "label": "XPlanGML"}\nGTFS\n\n{"text": 7}\n'
    stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    said = command("standard", "read", "-")
    first, second, third, fourth = (json.loads(line) for line in said.out.splitlines())
    assert (first["id"], first["rule"]) == ("xplanung", "alias")
    assert (second["id"], third["status"]) == ("gtfs", "missing")
    assert "„text“" in fourth["error"]
    assert said.status == 1


def test_people_read_name_status_evidence_and_rule(command: Command) -> None:
    said = command("standard", "read", "GTFS", "GTFS und XPlanung")
    assert "gtfs (General Transit Feed Specification (GTFS)) · erkannt · angegeben" in said.out
    assert "mehrdeutig · Wörter im Text: gtfs, xplanung" in said.out
    english = command("--lang", "en", "standard", "read", "DCAT-AP.de")
    assert "profile of the metadata, no data standard · name" in english.out


@pytest.mark.parametrize(
    ("text", "words"),
    [("{", "JSON"), ("a\0b", "NUL"), ("x" * 100_001, "länger"), ('{"label": "x"}', "„text“")],
)
def test_what_is_no_question_is_refused(command: Command, text: str, words: str) -> None:
    said = command("standard", "read", text)
    assert said.status == 2
    assert words in said.err
