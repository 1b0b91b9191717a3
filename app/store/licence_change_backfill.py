# SPDX-License-Identifier: EUPL-1.2
"""Changes of licences out of the history: those of before they were counted in the swap.

The history keeps what was before each change, so a dataset is followed back from what it is now.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session

from app.model import Dataset
from app.store import bulk, stored
from app.store.columns import instant_text
from app.store.licence_change_writes import COLUMNS, spelled, together
from app.store.tables import HistoryRow, LicenceChangeRow, table_of
from app.store.traces import short

H = table_of(HistoryRow).c
KINDS = ("changed", "returned", "reread")
PARTS = ("distributions", "services")
FIELDS = ("licence", "publisher", *PARTS)
State = Mapping[str, Any]
Group = tuple[int, str, str, str, str, str]


def recount(session: Session) -> None:
    """Writes all changes anew from the history."""
    groups: dict[Group, list[str]] = {}
    for batch in bulk.batches(_followed(session), bulk.NAMED):
        known = stored.load(session, (id for id, _ in batch))
        for id, entries in batch:
            for group in _changes(known[id].dataset, entries):
                groups.setdefault(group, []).append(id)
    rows = [
        (run, portal, at, kommune, before, after, len(ids), min(ids))
        for (run, portal, at, kommune, before, after), ids in groups.items()
    ]
    session.connection().execute(delete(table_of(LicenceChangeRow)))
    bulk.insert(session, LicenceChangeRow, COLUMNS, rows)


def _followed(session: Session) -> Iterator[tuple[str, list[Any]]]:
    """Datasets whose licences may have changed, with their entries, newest first."""
    said = H.statements.is_not(None).label("said")
    columns = (H.dataset, H.run, H.at, H.kind, H.fields, said)
    wanted = select(*columns).where(H.kind.in_(KINDS)).order_by(H.dataset, H.id.desc())
    rows = session.connection().execute(wanted.execution_options(yield_per=bulk.NAMED))
    for id, found in groupby(rows, key=lambda row: str(row.dataset)):
        entries = list(found)
        if any(_before(entry).keys() - {"publisher"} for entry in entries):
            yield id, entries


def _before(entry: Any) -> State:
    return {each["field"]: each["before"] for each in entry.fields or () if each["field"] in FIELDS}


def _changes(now: Dataset, entries: Iterable[Any]) -> Iterator[Group]:
    """What the portal changed; what was only read anew is followed and not told."""
    state: State = {name: short(getattr(now, name)) for name in FIELDS}
    for entry in entries:
        former = {**state, **_before(entry)}
        before, after = _value(former), _value(state)
        if before != after and (entry.kind == "changed" or entry.said):
            at = instant_text(entry.at)
            yield entry.run, now.portal, at, _kommune(state), before, after
        state = former


def _value(state: State) -> str:
    if state["licence"].get("status") != "mixed":
        return _word(state["licence"])
    return together(_word(part.get("licence", {})) for name in PARTS for part in state[name])


def _word(licence: Mapping[str, Any]) -> str:
    return spelled(licence.get("value"), licence.get("status", "missing"))


def _kommune(state: State) -> str:
    return state["publisher"].get("key", {}).get("value") or ""
