# SPDX-License-Identifier: EUPL-1.2
"""A dataset's statements in one form, whatever their order and the labels of their blank nodes.

Blank nodes are named in the order of harvesters.base.colours.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from harvesters.base.colours import order
from harvesters.base.graph import Part
from harvesters.base.terms import NAMES

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
        return "".join([_group(subject, rests) for subject, rests in self.groups if rests])


def _group(subject: str, rests: list[str]) -> str:
    between = f"\n{subject} "
    return f"{subject} {between.join(rests)}\n"


def label(part: Part, prefix: str, now: Collection[str] = ()) -> Labelled:
    """The statements sorted, blank nodes named ``_:<prefix>x0``, ``x1``, ...

    Terms in the part's nodes are brought into the same order. now: terms of stamps_of_now, which
    must not decide about the order.
    """
    names = _names(part, prefix, now)
    renamed: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, object_ in part.blank:
        renamed[subject][f"{predicate} {object_} ."] = f"{predicate} {names[object_]} ."
    for subject, name in {(subject, NAMES[predicate]) for subject, predicate, _ in part.blank}:
        part.nodes[subject][name].sort(key=lambda term: names.get(term, term))
    groups = []
    for subject, own in part.rests.items():
        new = renamed.get(subject)
        rests = sorted(new.get(rest, rest) for rest in own) if new else own
        groups.append((names.get(subject, subject), rests))
    return Labelled(tuple(sorted(groups)), names)


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


def digest(labelled: Labelled, lines: str, now: Collection[str]) -> str:
    """Hash over the canonical form without "modified" of now. lines: those of labelled."""
    if now:
        drop = {f"{_MODIFIED} {stamp} ." for stamp in now}
        groups = ((s, [rest for rest in own if rest not in drop]) for s, own in labelled.groups)
        lines = "".join(_group(s, own) for s, own in groups if own)
    return hashlib.blake2b(lines.encode(), digest_size=16).hexdigest()


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
