# SPDX-License-Identifier: EUPL-1.2
"""All changes of licences, kept while a process lives: a swap adds few to the many known.

Twenty thousand take a tenth of a second to read. What was read holds while the store's rows up to
the last one are the same as then; a portal that left or rows made anew let all be read again.
"""

from operator import attrgetter
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from app.store import Session, licence_change_queries
from app.store.licence_change_queries import LicenceChange, Mark


class Kept(NamedTuple):
    """mark: of the rows that were read."""

    mark: Mark
    changes: tuple[LicenceChange, ...]


NOTHING = Kept(Mark(0, ()), ())
_kept: WeakKeyDictionary[Any, Kept] = WeakKeyDictionary()


def changes(session: Session) -> tuple[LicenceChange, ...]:
    """All of them, newest first; one caller at a time, as ``reading`` sees to."""
    database = session.get_bind().engine.pool
    now, known = licence_change_queries.mark(session), _kept.get(database)
    if known is None or licence_change_queries.mark(session, known.mark.last) != known.mark:
        known = NOTHING
    if now != known.mark:
        fresh = licence_change_queries.changes(session, known.mark.last, now.last)
        found = sorted((*fresh, *known.changes), key=attrgetter("at"), reverse=True)
        known = Kept(now, tuple(found))
    _kept[database] = known
    return known.changes
