# SPDX-License-Identifier: EUPL-1.2
"""What was read of the store's present generation, kept between questions.

Every swap raises the store's generation, so what was read holds until then. Kept per database, a
few matrices and tallies at most.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from app.compare import lizenzwechsel_kept
from app.compare.matrix import Matrix, build
from app.compare.tally import Tally
from app.model.selection import Selection
from app.store import Session, contradiction_queries, matrix_queries, state_queries
from app.store.cell_queries import TopicKind, Unit
from app.store.contradiction_queries import Extent
from app.store.licence_change_queries import LicenceChange
from app.store.topic_pack import opened

KEPT = 8
COUNTED = 100  # selections
KINDS: dict[Unit, tuple[TopicKind, ...]] = {
    "kommune": ("musterdatensatz",),
    "land": ("inspire", "hvd"),
}
LOCK, READING = Lock(), Lock()
Name = tuple[int, str, tuple[str, ...]]
Read = TypeVar("Read")
_kept: WeakKeyDictionary[Any, OrderedDict[Name, Any]] = WeakKeyDictionary()


def matrix(session: Session, unit: Unit, portals: tuple[str, ...] = ()) -> tuple[int, Matrix]:
    """The store's generation and its matrix; of the named portals only where some are named."""

    def read() -> Matrix:
        found = matrix_queries.packs(session, unit, KINDS[unit], portals)
        packs = {name: [opened(body) for body in bodies] for name, bodies in found.bodies.items()}
        return build(found.places, packs)

    return _kept_or_read(session, unit, portals, read)


def tallies(session: Session, unit: Unit, portals: tuple[str, ...] = ()) -> tuple[int, Tally]:
    """The store's generation and what each place has in all, under which sets of licences."""

    def read() -> Tally:
        kinds = ("thema", matrix_queries.SUM)
        found = matrix_queries.packs(session, unit, kinds, portals)
        themen = {key: bodies for (kind, key), bodies in found.bodies.items() if kind == "thema"}
        return Tally(found.places, found.bodies.get((matrix_queries.SUM, ""), ()), themen)

    return _kept_or_read(session, f"tally of {unit}", portals, read)


def licence_changes(
    session: Session, portals: tuple[str, ...] = ()
) -> tuple[int, tuple[LicenceChange, ...]]:
    """The store's generation and all changes of licences (of the portals named), newest first."""

    def read() -> tuple[LicenceChange, ...]:
        return lizenzwechsel_kept.changes(session)

    generation, found = _kept_or_read(session, "licence changes", (), read)
    if not portals:
        return generation, found
    return generation, tuple(each for each in found if each.portal in portals)


def contradictions(session: Session, selection: Selection) -> tuple[int, Extent]:
    """The store's generation and how many contradictions are selected, on whatever page."""
    generation, known = _kept_or_read(session, "contradictions", (), dict[Selection, Extent])
    asked = replace(selection, sortierung="", seite=1, pro_seite=0)
    found = known.get(asked)
    if found is None:
        found = contradiction_queries.extent(session, asked)
        if len(known) >= COUNTED:
            known.clear()
        known[asked] = found
    return generation, found


def _kept_or_read(
    session: Session, what: str, portals: tuple[str, ...], read: Callable[[], Read]
) -> tuple[int, Read]:
    generation = state_queries.generation(session)
    name = (generation, what, tuple(sorted(portals)))
    database = session.get_bind().engine.pool  # an engine's options make a new engine each time
    found = _recall(database, name)
    if found is None:
        found = _read(database, name, read)
    return generation, found


def _read(database: Any, name: Name, read: Callable[[], Read]) -> Read:
    """Reads it, once: who asks meanwhile waits for the first and takes what that one read."""
    with READING:
        found: Read | None = _recall(database, name)
        if found is None:
            found = read()
            _keep(database, name, found)
    return found


def _recall(database: Any, name: Name) -> Any:
    with LOCK:
        kept = _kept.get(database)
        if kept is None or name not in kept:
            return None
        kept.move_to_end(name)
        return kept[name]


def _keep(database: Any, name: Name, value: Any) -> None:
    with LOCK:
        kept = _kept.setdefault(database, OrderedDict())
        for old in [each for each in kept if each[0] != name[0]]:
            del kept[old]
        kept[name] = value
        while len(kept) > KEPT:
            kept.popitem(last=False)
