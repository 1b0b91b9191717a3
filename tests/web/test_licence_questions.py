# SPDX-License-Identifier: EUPL-1.2
"""The pages of the questions about licences: what each must show, and how little they ask."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.model import Reading
from app.store import Store, run_writes, swap_writes
from tests.builders import WHEN, change, dataset, harvest, part, reading
from tests.web.conftest import TREES
from tests.web.test_pages import page

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
