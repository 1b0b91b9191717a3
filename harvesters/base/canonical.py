# SPDX-License-Identifier: EUPL-1.2
"""A dataset's statements in one form, whatever their order and the labels of their blank nodes.

A blank node is named after what is said of it (a bottom-up signature, as RDF Dataset
Canonicalization 1.0 does in its first step, section 4.6); nodes that say the same are
interchangeable unless they point in a circle, which the signature survives by depth.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from harvesters.base.graph import Statement

_MODIFIED = "<http://purl.org/dc/terms/modified>"
_INSTANT = re.compile(r'^"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)[^"]*)?"')
_NOW = timedelta(minutes=10)
_LONG = 400


def label(
    statements: Iterable[Statement], prefix: str
) -> tuple[tuple[Statement, ...], dict[str, str]]:
    """The statements sorted, without doubles; and the names ``_:<prefix>x0``, ``x1``, ... given.

    The names are those of the blank nodes, by the label they had on the page.
    """
    distinct = set(statements)
    blank = {term for s, _, o in distinct for term in (s, o) if term[0] == "_"}
    if not blank:
        return tuple(sorted(distinct)), {}
    signatures = _signatures(distinct)
    ordered = sorted(blank, key=lambda node: signatures.get(node, ""))
    names = {node: f"_:{prefix}x{number}" for number, node in enumerate(ordered)}
    labelled = sorted((names.get(s, s), p, names.get(o, o)) for s, p, o in distinct)
    return tuple(labelled), names


def _signatures(statements: set[Statement]) -> dict[str, str]:
    outgoing: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, predicate, object_ in statements:
        if subject[0] == "_":
            outgoing[subject].append((predicate, object_))
    found: dict[str, str] = {}
    for node in outgoing:
        _signature(node, outgoing, found, ())
    if len(set(found.values())) < len(found):
        _tell_apart(statements, found)
    return found


def _signature(
    node: str,
    outgoing: dict[str, list[tuple[str, str]]],
    found: dict[str, str],
    path: tuple[str, ...],
) -> str:
    known = found.get(node)
    if known is not None:
        return known
    if node in path or len(path) > 60:
        return f"_:up{len(path) - path.index(node)}" if node in path else "_:deep"
    parts = sorted(
        f"{p} {_signature(o, outgoing, found, (*path, node)) if o[0] == '_' else o}"
        for p, o in outgoing.get(node, ())
    )
    text = ";".join(parts)
    if len(text) > _LONG:
        text = hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
    if not path:
        found[node] = text
    return text


def _tell_apart(statements: set[Statement], found: dict[str, str]) -> None:
    """Nodes that say the same are told apart by who points at them."""
    incoming: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, object_ in statements:
        if object_[0] == "_":
            source = subject if subject[0] != "_" else found.get(subject, "")
            incoming[object_].append(f"{predicate} {source}")
    for node, sources in incoming.items():
        found[node] = f"{found.get(node, '')}|{';'.join(sorted(sources))}"


def digest(lines: Iterable[Statement], fetched: datetime) -> str:
    """Hash over labelled statements without a "modified" that is merely the time of the request.

    Some portals write the moment of the answer into dct:modified; everything would look changed.
    """
    text = "\n".join(f"{s} {p} {o}" for s, p, o in lines if not _is_now(p, o, fetched))
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _is_now(predicate: str, object_: str, fetched: datetime) -> bool:
    if predicate != _MODIFIED:
        return False
    match = _INSTANT.match(object_)
    if match is None:
        return False
    day, time = match.groups()
    if day < str((fetched - timedelta(days=1)).date()):
        return False
    if time is None:
        return day == str(fetched.date())
    local = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=fetched.tzinfo)
    offset = (local - fetched) % timedelta(hours=1)  # local times of any zone differ by whole hours
    return min(offset, timedelta(hours=1) - offset) < _NOW and abs(local - fetched) < timedelta(
        hours=3
    )
