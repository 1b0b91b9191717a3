# SPDX-License-Identifier: EUPL-1.2
"""The box "Quellenvermerk" on a dataset's page, to be copied, harmless and in both languages."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from app.store import Store
from tests.builders import dataset, harvest, id_of, part
from tests.web.page import Page, read

HOSTILE = "</textarea><script>alert(1)</script>"


def page(client: FlaskClient, path: str) -> Page:
    """A page that is answered."""
    answer = client.get(path)
    assert answer.status_code == 200
    return read(answer.text)


def shown(client: FlaskClient, store: Store, *licences: str | None, **more: object) -> str:
    """The page of a dataset whose files stand under these licences."""
    parts = [part("CSV", licence) for licence in licences]
    made = replace(dataset("https://daten.example/d/9", "13003000", "", *parts), **more)  # type: ignore[arg-type]
    harvest(store, made)
    return f"/datensatz/{id_of(made)}"


def test_the_line_stands_there_to_be_copied(client: FlaskClient, sqlite_store: Store) -> None:
    path = shown(client, sqlite_store, "dl-by-de-2.0", title="Baum")
    text = page(client, path).text
    line = (
        "Amt, Baum (https://daten.example/d/9), dl-de/by-2-0 (https://www.govdata.de/dl-de/by-2-0)"
    )
    assert f"Datenquelle: {line}" in text
    assert f"Data source: {line}" in page(client, f"/en{path}").text
    assert "Wortlaut des Quellenvermerks" in text
    assert {"vermerk-text", "vermerk-html", "vermerk-markdown"} <= set(
        page(client, path).attribute("textarea", "id")
    )


def test_each_licence_of_a_mixed_dataset_has_its_line(
    client: FlaskClient, sqlite_store: Store
) -> None:
    text = page(client, shown(client, sqlite_store, "cc-by-4.0", "etalab-2.0", "cc-by-4.0")).text
    assert "Datenquellen:" in text and "(b) " in text and "(c) " not in text


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        ("cc0-1.0", "nicht vorgeschrieben"),
        (None, "Es ist keine Lizenz angegeben"),
        ("cc-by", "kann"),
    ],
)
def test_no_line_is_invented(
    client: FlaskClient, sqlite_store: Store, licence: str | None, said: str
) -> None:
    shown_page = page(client, shown(client, sqlite_store, licence))
    assert said in shown_page.text
    assert "vermerk-text" not in shown_page.attribute("textarea", "id")


def test_hostile_titles_stay_words(client: FlaskClient, sqlite_store: Store) -> None:
    path = shown(client, sqlite_store, "cc-by-3.0", title=HOSTILE)
    assert "<script>alert" not in client.get(path).text
    assert HOSTILE in page(client, path).text
