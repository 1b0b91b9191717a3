# SPDX-License-Identifier: EUPL-1.2
"""What happened to a dataset and when: the fields that became others, never persons."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.store import history_queries
from app.store.history_queries import Occasion
from app.web.desk import open_data, say, session
from app.web.errors import json_answer, refuse
from app.web.present import fresh

page = Blueprint("dataset_history", __name__)
SHOWN = 50
LONGEST = 300
BARE = (str, int, float)


class Altered(NamedTuple):
    """A field that became another. before: its former value in words, where it has few."""

    field: str
    label: str
    before: str


class Happening(NamedTuple):
    """One run that changed the dataset. kind: as in the history; run: its number."""

    at: datetime
    kind: str
    label: str
    run: int
    fields: tuple[Altered, ...]


@page.get("/datensatz/<string(length=13):dataset_id>/verlauf.json")
def show(dataset_id: str) -> ResponseReturnValue:
    """What happened to a dataset, newest first; 404 for an id that was never given."""
    found = history(dataset_id)
    if not found:
        return refuse(404, "web.unknown_dataset")
    listed = [_plain(each) for each in found]
    return fresh(open_data(json_answer({"dataset": dataset_id, "changes": listed})))


def history(dataset_id: str) -> tuple[Happening, ...]:
    """The newest SHOWN happenings; one statement."""
    return tuple(map(_happening, history_queries.occasions(session(), dataset_id, SHOWN)))


def _happening(found: Occasion) -> Happening:
    fields = tuple(_altered(each) for each in found.fields)
    return Happening(found.at, found.kind, say(f"history.{found.kind}"), found.run, fields)


def _altered(entry: Mapping[str, Any]) -> Altered:
    name = str(entry["field"])
    return Altered(name, say(f"field.{name}"), in_words(entry.get("before")))


def in_words(value: Any) -> str:
    """A former value; empty for one that has many parts, such as all files."""
    if isinstance(value, Mapping):  # a reading: what was said, else how it was taken; or a body
        value = value.get("raw") or value.get("value") or value.get("name")
    if isinstance(value, list):
        bare = [each for each in value if isinstance(each, BARE)]
        value = "; ".join(map(str, bare)) if len(bare) == len(value) else None
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _plain(found: Happening) -> dict[str, Any]:
    return {
        "at": found.at.isoformat(),
        "kind": found.kind,
        "run": found.run,
        "fields": _fields(found.fields),
    }


def _fields(altered: Iterable[Altered]) -> list[dict[str, str | None]]:
    return [{"field": each.field, "before": each.before or None} for each in altered]
