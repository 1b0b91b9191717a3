# SPDX-License-Identifier: EUPL-1.2
"""The matrix of the store's present generation, kept between questions.

Reading all cells takes longer than a page may; every swap raises the store's generation, so what
was read holds until then. Kept per database, a few matrices at most.
"""

from collections import OrderedDict
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from app.compare.matrix import Matrix, build
from app.store import Session, matrix_queries, state_queries
from app.store.cell_queries import TopicKind, Unit

KEPT = 8
KINDS: dict[Unit, tuple[TopicKind, ...]] = {
    "kommune": ("musterdatensatz",),
    "land": ("inspire", "hvd"),
}
LOCK, READING = Lock(), Lock()
Name = tuple[int, Unit, tuple[str, ...]]
_kept: WeakKeyDictionary[Any, OrderedDict[Name, Matrix]] = WeakKeyDictionary()


def matrix(session: Session, unit: Unit, portals: tuple[str, ...] = ()) -> tuple[int, Matrix]:
    """The store's generation and its matrix; of the named portals only where some are named."""
    generation = state_queries.generation(session)
    name = (generation, unit, tuple(sorted(portals)))
    database = session.get_bind().engine.pool  # an engine's options make a new engine each time
    found = _recall(database, name)
    if found is None:
        found = _read(session, database, name)
    return generation, found


def _read(session: Session, database: Any, name: Name) -> Matrix:
    """Reads it, once: who asks meanwhile waits for the first and takes what that one read."""
    with READING:
        found = _recall(database, name)
        if found is None:
            _, unit, portals = name
            stream = matrix_queries.stream
            found = build({kind: stream(session, unit, kind, portals) for kind in KINDS[unit]})
            _keep(database, name, found)
    return found


def _recall(database: Any, name: Name) -> Matrix | None:
    with LOCK:
        matrices = _kept.get(database)
        if matrices is None or name not in matrices:
            return None
        matrices.move_to_end(name)
        return matrices[name]


def _keep(database: Any, name: Name, matrix: Matrix) -> None:
    with LOCK:
        matrices = _kept.setdefault(database, OrderedDict())
        for old in [kept for kept in matrices if kept[0] != name[0]]:
            del matrices[old]
        matrices[name] = matrix
        while len(matrices) > KEPT:
            matrices.popitem(last=False)
