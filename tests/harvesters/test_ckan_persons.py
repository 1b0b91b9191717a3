# SPDX-License-Identifier: EUPL-1.2
"""What packages say of natural persons stands apart; offices and their mailboxes stay (S11)."""

import json

import pytest

from harvesters.base.record import Text
from tests.harvesters.ckan_reading import bare, read, read_file


def test_persons_stand_apart() -> None:
    record = read_file("dcat_extras.json")
    assert "Beispielhuber" not in record.statements
    assert "beispielhuber" not in record.statements
    assert "0123 456789" not in record.statements
    assert json.loads(record.personal) == {
        "maintainer": "Erika Beispielhuber",
        "maintainer_email": "erika.beispielhuber@musterhausen.example",
        "extras": {"maintainer_tel": "0123 456789"},
    }
    assert "opendata@musterhausen.example" in record.statements


def test_persons_among_contacts_stand_apart() -> None:
    record = read_file("ogd_2012.json")
    assert "Karl" not in record.statements and "Zimmer 3" not in record.statements
    assert "statistik@beispielstadt.example" in record.statements
    assert "karl.beispiel@" in record.personal
    record = read_file("scheming.json")
    assert "Beispielmann" not in record.statements and "Frau Muster" not in record.statements
    assert "kaemmerei@beispielau.example" in record.statements


@pytest.mark.parametrize(
    ("name", "is_apart"),
    [
        ("Erika Musterfrau", True),
        ("Musterfrau, Erika", True),
        ("Dr. E. Musterfrau", True),
        ("Hans-Peter von der Beispiel", True),
        ("Georg Baumann", True),
        ("Roland Wassermann", True),
        ("Erika Schulenburg", True),
        ("Bad Musterhausen", False),
        ("Amt für Bau und Umwelt", False),
        ("Stadt Musterhausen", False),
        ("Grünflächenamt", False),
        ("Deutscher Wetterdienst", False),
        ("Open Data Team", False),
        ("Amt 61", False),
        ("Landkreis Beispiel", False),
        ("Musterhausen", False),
    ],
)
def test_names_of_persons_and_of_offices(name: str, is_apart: bool) -> None:
    record = read(bare(author=name, author_email="info@musterhausen.example"))
    assert (name in record.personal) is is_apart
    assert (name in record.statements) is not is_apart
    assert "info@musterhausen.example" in record.statements


def test_a_personal_mailbox_beside_an_office_stands_apart_alone() -> None:
    more = {"author": "Stadt Musterhausen", "author_email": "erika.huber@musterhausen.example"}
    record = read(bare(**more))
    assert json.loads(record.personal) == {"author_email": more["author_email"]}
    assert record.agents[0].names == (Text("Stadt Musterhausen"),)
    assert record.agents[0].mail is None


def test_the_shape_of_a_name_makes_no_publisher_a_person() -> None:
    extras = {"publisher_name": "Bergisch Musterbach", "publisher_email": "info@stadt.example"}
    record = read(bare(extras=extras))
    assert not record.personal
    assert record.agents[0].names == (Text("Bergisch Musterbach"),)
    extras["publisher_email"] = "musterbach@stadt.example"
    assert "musterbach@" in read(bare(extras=extras)).personal


def test_a_body_named_like_its_domain_is_no_person() -> None:
    author = {"author": "Bergisch Musterbach", "author_email": "daten@bergischmusterbach.example"}
    assert not read(bare(**author)).personal


def test_a_mailbox_that_bears_the_persons_name_stands_apart() -> None:
    person = {"maintainer": "Jürgen Müller", "maintainer_email": "mueller@stadt.example"}
    assert json.loads(read(bare(**person)).personal) == person
