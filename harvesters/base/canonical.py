# SPDX-License-Identifier: EUPL-1.2
"""A dataset's statements in one form, whatever their order and the labels of their blank nodes.

A blank node is named after what is said of it (a bottom-up signature, as RDF Dataset
Canonicalization 1.0 does in its first step, section 4.6); nodes that say the same are
interchangeable unless they point in a circle, which the signature survives by depth.
"""

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from harvesters.base.graph import Part
from harvesters.base.nodes import Nodes, Statement
from harvesters.base.terms import curie

_MODIFIED = "<http://purl.org/dc/terms/modified>"
_INSTANT = re.compile(r'^"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)[^"]*)?"')
_NOW = timedelta(minutes=10)
_LONG = 400


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
        return "".join(_group(subject, rests) for subject, rests in self.groups if rests)


def _group(subject: str, rests: list[str]) -> str:
    between = f"\n{subject} "
    return f"{subject} {between.join(rests)}\n"


def label(part: Part, prefix: str) -> Labelled:
    """The statements sorted, blank nodes named ``_:<prefix>x0``, ``x1``, ...

    Terms in the part's nodes are brought into the same order.
    """
    names = _names(part, prefix)
    rests = dict(part.rests)
    for subject, predicate, object_ in part.blank:
        if rests[subject] is part.rests[subject]:
            rests[subject] = rests[subject][:]
        here = rests[subject]
        here[here.index(f"{predicate} {object_} .")] = f"{predicate} {names[object_]} ."
    for subject, predicate, _ in part.blank:
        rests[subject].sort()
        part.nodes[subject][curie(predicate)].sort(key=lambda term: names.get(term, term))
    groups = [(names.get(subject, subject), own) for subject, own in rests.items()]
    return Labelled(tuple(sorted(groups)), names)


def _names(part: Part, prefix: str) -> dict[str, str]:
    blank = {subject for subject in part.rests if subject[0] == "_"}
    blank.update(object_ for _, _, object_ in part.blank)
    if not blank:
        return {}
    signatures = _signatures(part)
    ordered = sorted(blank, key=lambda node: signatures.get(node, ""))
    return {node: f"_:{prefix}x{number}" for number, node in enumerate(ordered)}


def _signatures(part: Part) -> dict[str, str]:
    found: dict[str, str] = {}
    for subject in part.nodes:
        if subject[0] == "_":
            _signature(subject, part.nodes, found, ())
    if len(set(found.values())) < len(found):
        _tell_apart(part.blank, found)
    return found


def _signature(
    node: str,
    nodes: Nodes,
    found: dict[str, str],
    path: tuple[str, ...],
) -> str:
    known = found.get(node)
    if known is not None:
        return known
    if node in path or len(path) > 60:
        return f"_:up{len(path) - path.index(node)}" if node in path else "_:deep"
    parts = sorted(
        f"{name} {_signature(o, nodes, found, (*path, node)) if o[0] == '_' else o}"
        for name, objects in nodes.get(node, {}).items()
        for o in set(objects)
    )
    text = ";".join(parts)
    if len(text) > _LONG:
        text = hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
    if not path:
        found[node] = text
    return text


def _tell_apart(blank: list[Statement], found: dict[str, str]) -> None:
    """Nodes that say the same are told apart by who points at them."""
    incoming: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, object_ in blank:
        source = subject if subject[0] != "_" else found.get(subject, "")
        incoming[object_].append(f"{predicate} {source}")
    for node, sources in incoming.items():
        found[node] = f"{found.get(node, '')}|{';'.join(sorted(sources))}"


def digest(labelled: Labelled, part: Part, lines: str, fetched: datetime) -> str:
    """Hash over the canonical form without a "modified" that is merely the time of the request.

    Some portals write the moment of the answer into dct:modified; everything would look changed.
    """
    stamps = {o for node in part.nodes.values() for o in node.get("dct:modified", ())}
    now = {f"{_MODIFIED} {stamp} ." for stamp in stamps if _is_now(stamp, fetched)}
    if now:
        groups = ((s, [rest for rest in own if rest not in now]) for s, own in labelled.groups)
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
    local = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=fetched.tzinfo)
    offset = (local - fetched) % timedelta(hours=1)  # local times of any zone differ by whole hours
    near = abs(local - fetched) < timedelta(hours=3)
    return near and min(offset, timedelta(hours=1) - offset) < _NOW
