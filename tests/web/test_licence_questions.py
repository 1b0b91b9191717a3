# SPDX-License-Identifier: EUPL-1.2
"""The pages of the questions about licences: what each must show, and how little they ask."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.model import Reading
from app.store import Store, run_writes, swap_writes
from tests.builders import WHEN, change, dataset, harvest, part, reading
from tests.web.conftest import TREES
from tests.web.test_pages import page
from tests.web.test_statements import cost

TOWN = "13003000"
STATES = (Reading(status="mixed"), Reading(raw="CC", status="ambiguous"), Reading())


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("lang", ["", "/en"])
def test_every_state_of_a_licence_has_words(
    client: FlaskClient, sqlite_store: Store, state: Reading, lang: str
) -> None:
    was = dataset("1", TOWN, TREES, part("CSV"), licence=reading("cc-by-4.0"))
    harvest(sqlite_store, was)
    with sqlite_store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", WHEN + timedelta(days=1))
        now = replace(was, licence=state, distributions=())
        swap_writes.replace(session, run, [replace(change(now), hash="2")], WHEN)
        swap_writes.bump_generation(session)
    shown = page(client, f"{lang}/vergleich/lizenzwechsel")
    assert "Datensatz 1" in shown.text


NEED = f"musterdatensatz={TREES}"
COSTS = {
    "/lizenzen": 3,
    "/lizenzen?land=13&offen=ja&portal=stadt": 3,
    "/lizenz/cc-by-4.0": 3,
    "/lizenz/cc-by-4.0.json?land=13": 1,
    "/lizenzen/vergleich?lizenz=cc-by-4.0&lizenz=odbl-1.0": 0,
    "/vergleich/offenheit": 2,
    "/vergleich/offenheit.json?nach=thema": 1,
    "/vergleich/offenheit.json?nach=land&thema=verkehr": 1,
    f"/vergleich/kombinierbarkeit?{NEED}": 2,
    f"/vergleich/kombinierbarkeit.json?{NEED}&nach=ziel": 1,
    f"/vergleich/kombinierbarkeit.json?{NEED}&nach=lizenz": 1,
    "/vergleich/lizenzwechsel": 4,
    "/vergleich/lizenzwechsel.json?land=13": 3,
}


@pytest.mark.parametrize(("path", "number"), COSTS.items())
def test_a_page_or_question_about_licences_costs(
    app: Flask, filled: str, path: str, number: int
) -> None:
    """Once the counts of a generation are read; the first of these is its number."""
    sent = cost(app, path)
    assert len(sent) == number, sent


@pytest.mark.parametrize("kommunen", [1, 2])
def test_a_clearing_costs_no_more_for_more_datasets(app: Flask, filled: str, kommunen: int) -> None:
    towns = (TOWN, "01002000")[:kommunen]
    chosen = "&".join(f"kommune={each}" for each in towns)
    sent = cost(app, f"/lizenzen/kombinieren?{chosen}&{NEED}")
    assert len(sent) == 6, sent


def test_the_page_tells_how_it_suggests_and_what_it_leaves_out(
    client: FlaskClient, filled: str
) -> None:
    shown = page(client, f"/vergleich/kombinierbarkeit?{NEED}")
    assert "ist der Vorschlag" in shown.text
    chosen = page(client, f"/vergleich/kombinierbarkeit?{NEED}&ziel=cc-by-4.0")
    assert "ist der Vorschlag" not in chosen.text
