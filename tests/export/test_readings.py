# SPDX-License-Identifier: EUPL-1.2
"""Our readings stand beside what the portal said, never in its place, and never make it invalid."""

import pytest

from app.export.dcat import write_item
from app.export.item import Facts, FileFacts
from app.export.terms import DCAT, DCATAP, DCT, RDF, SKOS
from tests.export.making import (
    CSV,
    DATASET,
    FILE,
    MEANING,
    PUBLIC,
    REGIONS,
    SITE,
    STABLE,
    TREES,
    ZERO,
    a,
    item,
    nt,
    plain,
)

FILE_FACTS = FileFacts(uri=FILE[1:-1], licence="cc-zero", format="CSV", availability="STABLE")
RECORD = "<https://spiegel.example/datensatz/abcdefghijklm#record>"


def lines(statements: str, facts: Facts, **more: object) -> set[str]:
    made = write_item(item(statements, facts, **more), "<urn:c>", SITE, MEANING, "default")
    return set(made.lines)


def test_readings_are_added_where_the_portal_said_nothing() -> None:
    facts = Facts("13003000", "umwelt--baumkataster", ("REGI",), access_rights="PUBLIC")
    found = lines(plain(), facts._replace(files=(FILE_FACTS,)))
    key = "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13003000"
    assert f"{DATASET} <{DCT}spatial> <{key}> ." in found
    assert f"{DATASET} <{DCT}references> <{TREES}> ." in found
    assert f"{DATASET} <{DCAT}theme> <{REGIONS}> ." in found
    assert f"{DATASET} <{DCT}accessRights> <{PUBLIC}> ." in found
    assert f"{FILE} <{DCT}license> <{ZERO}> ." in found
    assert f"{FILE} <{DCT}format> <{CSV}> ." in found
    assert f"{FILE} <{DCATAP}availability> <{STABLE}> ." in found
    assert not any("#Statement" in line or "exactMatch" in line for line in found)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("13", "stateKey/13"),
        ("13072", "districtKey/13072"),
        ("130720001", "municipalAssociationKey/130720001"),
    ],
)
def test_keys_of_each_length_have_their_list(key: str, name: str) -> None:
    assert any(line.endswith(f"/{name}> .") for line in lines(plain(), Facts(key)))


def test_what_the_portal_said_already_is_not_said_again() -> None:
    statements = plain((FILE, DCT + "license", f"<{ZERO}>"))
    found = lines(statements, Facts(files=(FileFacts(uri=FILE[1:-1], licence="cc-zero"),)))
    assert sum("license>" in line for line in found if line.startswith(FILE)) == 1
    assert not any("description" in line for line in found if line.startswith(RECORD))


def test_another_spelling_of_the_same_is_matched_not_doubled() -> None:
    spelled = "https://www.dcat-ap.de/def/licenses/cc-zero"
    statements = plain((FILE, DCT + "license", f"<{spelled}>"))
    found = lines(statements, Facts(files=(FileFacts(uri=FILE[1:-1], licence="cc-zero"),)))
    assert f"<{spelled}> <{SKOS}exactMatch> <{ZERO}> ." in found
    assert f"{FILE} <{DCT}license> <{ZERO}> ." not in found


def test_beside_a_text_the_reading_is_a_statement_of_our_record() -> None:
    statements = plain((FILE, DCT + "format", '"csv"'))
    found = lines(statements, Facts(files=(FILE_FACTS._replace(licence=None),)))
    assert f"{FILE} <{DCT}format> <{CSV}> ." not in found
    node = next(line.split(" ")[0] for line in found if line.endswith(f"<{RDF}Statement> ."))
    assert f"{RECORD} <{DCT}hasPart> {node} ." in found
    assert f"{node} <{RDF}subject> {FILE} ." in found
    assert f"{node} <{RDF}predicate> <{DCT}format> ." in found
    assert f"{node} <{RDF}object> <{CSV}> ." in found


def test_a_different_iri_is_no_spelling_of_ours() -> None:
    statements = plain((FILE, DCT + "license", "<https://x.example/other>"))
    found = lines(statements, Facts(files=(FileFacts(uri=FILE[1:-1], licence="cc-zero"),)))
    assert not any("exactMatch" in line for line in found)
    assert any(line.endswith(f"<{RDF}object> <{ZERO}> .") for line in found)


def test_a_blank_dataset_gets_nothing_added_but_its_blank_file_does() -> None:
    statements = nt(
        a("_:x1", "Dataset"),
        ("_:x1", DCAT + "distribution", "_:x2"),
        a("_:x2", "Distribution"),
        ("_:x2", DCAT + "accessURL", "<https://daten.example/baeume.csv>"),
    )
    facts = Facts(
        "13003000", files=(FileFacts(None, "https://daten.example/baeume.csv", format="CSV"),)
    )
    found = lines(statements, facts, uri=None, identifier="baeume")
    said = set(statements.split("\n"))
    assert {line for line in found - said if line.startswith("_:x1")} == set()
    assert f"_:x2 <{DCT}format> <{CSV}> ." in found
    assert any(line.endswith(f"<{RDF}subject> _:x1 .") for line in found)
    assert f"<urn:c> <{DCAT}dataset> _:x1 ." in found
    assert f"{RECORD} <http://xmlns.com/foaf/0.1/primaryTopic> _:x1 ." in found


def test_a_file_that_cannot_be_told_from_another_gets_nothing() -> None:
    statements = plain(
        (DATASET, DCAT + "distribution", "_:f2"),
        a("_:f2", "Distribution"),
        ("_:f2", DCAT + "accessURL", "<https://daten.example/baeume.csv>"),
    )
    facts = Facts(files=(FileFacts(None, "https://daten.example/baeume.csv", format="CSV"),))
    assert not any(CSV in line for line in lines(statements, facts))


def test_everything_said_comes_out_again() -> None:
    facts = Facts("13003000", themes=("REGI",), files=(FILE_FACTS,))
    statements = plain((FILE, DCT + "format", '"csv"'), (DATASET, DCT + "license", '"frei"'))
    assert set(statements.split("\n")) <= lines(statements, facts)
