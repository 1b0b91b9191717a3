# SPDX-License-Identifier: EUPL-1.2
"""What a portal fills in is told apart from what somebody declared."""

from dataclasses import replace

import pytest

from app.normalise import Reader, make_reader, understand
from app.vocabulary import Vocabulary
from harvesters.base.record import Portal, RawDistribution, Record
from tests.normalise.builders import TODAY

CLOSED = "http://dcat-ap.de/def/licenses/other-closed"
BY = "https://www.govdata.de/dl-de/by-2-0"
PORTAL = Portal("ahornau", "dcat", "https://daten.ahornau.de", "https://daten.ahornau.de")


@pytest.fixture
def reader(vocabulary: Vocabulary) -> Reader:
    defaults = {"ahornau": "other-closed", "buchheim": "dl-by-de-2.0"}
    return make_reader(vocabulary, TODAY, defaults)


def test_the_default_is_ambiguous_with_its_own_rule_and_finding(reader: Reader) -> None:
    found = reader.at(PORTAL).licence_of((CLOSED,), ())
    assert (found.value.value, found.value.status) == ("other-closed", "ambiguous")
    assert found.value.rule == "default"
    assert [note[0] for note in found.notes] == ["licence.default"]


def test_elsewhere_the_same_licence_is_declared(reader: Reader) -> None:
    found = reader.at(replace(PORTAL, key="other")).licence_of((CLOSED,), ())
    assert found.value.rule == "uri"
    assert [note[0] for note in found.notes] == ["licence.ambiguous"]


def test_a_default_that_is_a_licence_is_only_likely(reader: Reader) -> None:
    found = reader.at(replace(PORTAL, key="buchheim")).licence_of((BY,), ())
    assert (found.value.value, found.value.status) == ("dl-by-de-2.0", "likely")


def test_the_default_yields_to_what_is_declared_beside_it(reader: Reader) -> None:
    found = reader.at(PORTAL).licence_of((CLOSED,), (BY,))
    assert (found.value.value, found.value.rule, found.notes) == ("dl-by-de-2.0", "rights.uri", ())


def test_the_default_of_a_file_yields_to_the_dataset(reader: Reader) -> None:
    file = RawDistribution(access_urls=("https://daten.ahornau.de/a.csv",), licences=(CLOSED,))
    record = Record("ahornau", "https://daten.ahornau.de/a", licences=(BY,), distributions=(file,))
    dataset, _ = understand(reader, PORTAL, record)
    assert dataset.distributions[0].licence.rule == "dataset.uri"
    assert (dataset.licence.value, dataset.licence.status) == ("dl-by-de-2.0", "exact")


def test_without_a_declaration_the_default_is_found_at_the_file(reader: Reader) -> None:
    file = RawDistribution(access_urls=("https://daten.ahornau.de/a.csv",), licences=(CLOSED,))
    record = Record("ahornau", "https://daten.ahornau.de/a", distributions=(file,))
    dataset, findings = understand(reader, PORTAL, record)
    assert dataset.licence.rule == "default"
    assert "licence.default" in {finding.code for finding in findings}


def test_the_old_code_follows_the_portal(reader: Reader) -> None:
    assert reader.licence("cc-by-3.0").value == "cc-by"
    assert reader.at(PORTAL).licence("cc-by-3.0").value == "cc-by-3.0-de"
    abroad = replace(PORTAL, base="https://data.example.org", url="https://data.example.org")
    assert reader.at(replace(abroad, key="x")).licence("cc-by-3.0").value == "cc-by"


def test_likely_and_exact_statements_agree(reader: Reader) -> None:
    found = reader.licence_of((BY,), ("Quelle: Stadt Ahornau, dl-de/by-2-0",))
    assert (found.value.value, found.value.status, found.notes) == ("dl-by-de-2.0", "exact", ())


def test_a_remark_in_the_rights_is_no_second_licence(reader: Reader) -> None:
    found = reader.licence_of((BY,), ("dl-de/by-2-0. Es wird keine Haftung und nichts zugesagt.",))
    assert (found.value.value, found.value.status) == ("dl-by-de-2.0", "exact")


def test_rights_that_restrict_contradict(reader: Reader) -> None:
    found = reader.licence_of(("CC BY 4.0",), ("CC BY 4.0, nicht kommerziell",))
    assert (found.value.value, found.value.status) == (None, "ambiguous")
    assert [note[0] for note in found.notes] == ["licence.contradiction"]
