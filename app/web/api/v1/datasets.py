# SPDX-License-Identifier: EUPL-1.2
"""Datasets for programs: found as the search finds them, or all of them in a fixed order.

No person is named here: a publisher that is one has no name (promise S11).
"""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from flask.typing import ResponseReturnValue

from app.compare.errors import SelectionError
from app.export.resolve import resolve
from app.model import Dataset
from app.model.selection import Selection
from app.search import ORDERS
from app.store import dataset_queries, listing_queries, search_queries
from app.store.search_queries import Hit
from app.store.stored import StoredDataset
from app.web.api.v1.listing import Json, Notes, Slice, chosen, sized, tell, tell_slice
from app.web.api.v1.operation import FILTERS, PAGING, Operation
from app.web.desk import desk, lang, session, vocabulary
from app.web.errors import problem
from app.web.pages.names import names
from app.web.pages.portal_words import told
from app.web.searching import DEEPEST, search

EVERY = "kennung"
LOOSENED = {"typos": "search.loosened_typos", "any": "search.loosened_any"}


def every() -> ResponseReturnValue:
    """A page of datasets; ``sortierung=kennung`` reaches every one, the search the first 10,000."""
    asked = chosen(LIST)
    size, start = sized(asked)
    if asked.sortierung == EVERY:
        return _walked(asked, size, start)
    if start + size > DEEPEST:
        return problem(400, "api.too_deep", most=DEEPEST)
    result = search(asked, size)
    found = result.found
    code = LOOSENED.get(found.level) if found.total else None
    codes = (code, "search.makeshift" if result.makeshift else None)
    notes: Notes = tuple((each, {}) for each in codes if each)
    rows = [brief(hit) for hit in result.hits]
    most = DEEPEST // size
    return tell_slice(Slice(rows, found.total, asked.seite, size, found.sorting, notes, most))


def _walked(asked: Selection, size: int, start: int) -> ResponseReturnValue:
    if asked.q:
        raise SelectionError("api.no_words", value=EVERY)
    plain = resolve(asked, vocabulary())
    total = dataset_queries.count(session(), plain)
    ids = listing_queries.ids(session(), plain, size, start)
    rows = [brief(hit) for hit in search_queries.hits(session(), ids)]
    return tell_slice(Slice(rows, total, asked.seite, size, EVERY))


def brief(hit: Hit) -> Json:
    """A dataset in a list."""
    named = names(vocabulary(), lang())
    place = vocabulary().register.get(hit.kommune) if hit.kommune else None
    topic = hit.musterdatensatz
    return {
        "id": hit.id,
        "title": hit.title,
        "publisher": hit.publisher,
        "kommune": {"key": place.key, "name": place.name} if place else None,
        "musterdatensatz": {"key": topic, "label": named.musterdatensatz(topic)} if topic else None,
        "licence": {"id": hit.licence, "status": hit.licence_status},
        "formats": list(hit.formats),
        "data_as_of": hit.data_as_of.isoformat() if hit.data_as_of else None,
        "modified": hit.modified.isoformat() if hit.modified else None,
        "portal": hit.portal,
        "url": desk().feed.dataset(hit.id),
    }


def one(dataset: str) -> ResponseReturnValue:
    """All that was understood of a dataset, live or retired, and what was noticed about it."""
    stored = dataset_queries.get(session(), dataset) if len(dataset) == 13 else None
    if stored is None:
        return problem(404, "web.unknown_dataset")
    return tell(whole(stored))


def whole(stored: StoredDataset) -> Json:
    """The dataset with its files, services and findings."""
    about = {
        "id": stored.id,
        "url": desk().feed.dataset(stored.id),
        "first_seen": stored.first_seen.isoformat(),
        "changed": stored.changed_at.isoformat(),
        "retired": stored.retired_at.isoformat() if stored.retired_at else None,
    }
    hints = [
        {"code": each.code, "subject": each.subject, "message": told(each.code, each.params)}
        for each in stored.findings
    ]
    return about | {"dataset": as_json(stored.dataset), "findings": hints}


def as_json(dataset: Dataset) -> Json:
    """The fields of a dataset as JSON values, without the name of a person who publishes it."""
    found: Json = plain(asdict(dataset))
    if dataset.publisher.kind == "person":
        found["publisher"] |= {"name": None}
        found["publisher"]["key"] |= {"raw": None}
    return found


def plain(value: Any) -> Any:
    """Dates as ISO texts, tuples as lists."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


LIST = Operation(
    "datasets",
    "/datasets",
    "DatasetList",
    every,
    parameters=(*FILTERS, *PAGING),
    sortings=(*ORDERS, EVERY),
    both_ways="",
    costly=True,
)
OPERATIONS = (LIST, Operation("dataset", "/datasets/{dataset}", "Dataset", one))
