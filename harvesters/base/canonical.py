# SPDX-License-Identifier: EUPL-1.2
"""A dataset's statements in one form, whatever their order and the labels of their blank nodes.

Blank nodes are named in the order of harvesters.base.colours.
"""

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from harvesters.base.colours import order
from harvesters.base.graph import Part

_MODIFIED = "<http://purl.org/dc/terms/modified>"
_INSTANT = re.compile(r'^"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)[^"]*)?"')
_NOW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A dataset's statements in canonical form.

    groups: (subject, sorted index entries) sorted by subject. names: the names given to the blank
    nodes, by the label they had on the page.
    """

    groups: tuple[tuple[str, list[str]], ...]
    names: dict[str, str]

    @property
    def lines(self) -> str:
        """N-Triples text."""
        return "".join(self.pieces())

    def pieces(self) -> list[str]:
        """The same in pieces, most of them without any letter beyond ASCII."""
        pieces = [_group(subject, rests) for subject, rests in self.groups if rests]
        if pieces:
            pieces[0] = pieces[0][3:]
            pieces.append(" .\n")
        return pieces


def _group(subject: str, rests: list[str]) -> str:
    """Its statements, each behind the end of the one before."""
    return f" .\n{subject} ".join(["", *rests])


def label(part: Part, prefix: str, now: Collection[str] = ()) -> Labelled:
    """The statements sorted, blank nodes named ``_:<prefix>x0``, ``x1``, ...

    The part is left so, too; its nodes keep their labels. now: terms of stamps_of_now, which must
    not decide about the order.
    """
    names = _names(part, prefix, now)
    _rename(part, names)
    groups = [(names.get(subject, subject), own) for subject, own in part.rests.items()]
    groups.sort()
    return Labelled(tuple(groups), names)


def _rename(part: Part, names: dict[str, str]) -> None:
    """Gives the entries that point at blank nodes the new names of these, and sorts again."""
    for subject, predicate, object_, _, place in part.blank:
        part.rests[subject][place] = f"{predicate} {names[object_]}"
    for subject, name in {(subject, name) for subject, _, _, name, _ in part.blank}:
        part.rests[subject].sort()
        node = part.nodes[subject]
        if len(node[name]) > 1:
            node[name] = sorted(node[name], key=lambda term: names.get(term, term))


def _names(part: Part, prefix: str, now: Collection[str]) -> dict[str, str]:
    if not part.blank and not any(subject[0] == "_" for subject in part.nodes):
        return {}
    ordered = order(part.nodes, part.blank, now)
    return {node: f"_:{prefix}x{number}" for number, node in enumerate(ordered)}


def stamps_of_now(stamps: Iterable[str], fetched: datetime) -> frozenset[str]:
    """Those terms of dct:modified that are merely the time of the request.

    Some portals write the moment of the answer there; everything would look changed.
    """
    return frozenset(stamp for stamp in stamps if _is_now(stamp, fetched))


def digest(labelled: Labelled, pieces: Iterable[str], now: Collection[str]) -> str:
    """Hash over the canonical form without "modified" of now. pieces: those of labelled.

    Each is encoded by itself: one letter beyond Latin-1 would make all of them slow.
    """
    if now:
        drop = {f"{_MODIFIED} {stamp}" for stamp in now}
        groups = ((s, [rest for rest in own if rest not in drop]) for s, own in labelled.groups)
        pieces = Labelled(tuple(groups), labelled.names).pieces()
    found = hashlib.blake2b(digest_size=16)
    for piece in pieces:
        found.update(piece.encode())
    return found.hexdigest()


def _is_now(stamp: str, fetched: datetime) -> bool:
    match = _INSTANT.match(stamp)
    if match is None:
        return False
    day, time = match.groups()
    if day < str((fetched - timedelta(days=1)).date()):
        return False
    if time is None:
        return day == str(fetched.date())
    try:
        local = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=fetched.tzinfo)
    except ValueError:  # 30 February
        return False
    offset = (local - fetched) % timedelta(hours=1)  # local times of any zone differ by whole hours
    near = abs(local - fetched) < timedelta(hours=3)
    return near and min(offset, timedelta(hours=1) - offset) < _NOW
