# SPDX-License-Identifier: EUPL-1.2
"""Pages say what comes from the demonstration portal, and nothing of it where there is none."""

import pytest
from flask.testing import FlaskClient

from app.model.demonstration import PORTAL
from app.store import Store
from tests.builders import dataset, harvest, id_of

OWN = dataset("https://a.example/1", "05515000", "verkehr--unfall")
INVENTED = dataset("https://b.example/2", "05515000", "verkehr--unfall", portal=PORTAL)


def text(client: FlaskClient, path: str) -> str:
    """A page as it comes."""
    return client.get(path).get_data(as_text=True)


@pytest.mark.parametrize(
    ("prefix", "word"), [("", "Demonstrationsportal"), ("/en", "Invented example")]
)
def test_an_invented_dataset_says_so(
    client: FlaskClient, sqlite_store: Store, prefix: str, word: str
) -> None:
    harvest(sqlite_store, OWN, INVENTED)
    assert word in text(client, f"{prefix}/datensatz/{id_of(INVENTED)}")
    assert word not in text(client, f"{prefix}/datensatz/{id_of(OWN)}")


def test_the_start_page_counts_what_is_invented(client: FlaskClient, sqlite_store: Store) -> None:
    harvest(sqlite_store, OWN)
    assert "Demonstration" not in text(client, "/")
    harvest(sqlite_store, INVENTED)
    assert "1 der Datensätze" in text(client, "/")


@pytest.mark.parametrize(
    "path",
    [
        *("/suche", "/kommune/05515000", "/musterdatensatz/verkehr--unfall", "/kommunen"),
        *("/formate", "/format/CSV", "/lizenzen", "/lizenz/dl-by-de-2.0", "/standards"),
        *("/standard/csv", "/vergleich/offenheit"),
    ],
)
def test_pages_mark_what_is_invented(client: FlaskClient, sqlite_store: Store, path: str) -> None:
    harvest(sqlite_store, OWN)
    assert "Demonstration" not in text(client, path)
    harvest(sqlite_store, INVENTED)
    assert "Demonstration" in text(client, path) and "demo remove" in text(client, path)
