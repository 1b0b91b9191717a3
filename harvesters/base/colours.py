# SPDX-License-Identifier: EUPL-1.2
"""Puts blank nodes in an order that depends on what is said of them, never on their labels.

Colour refinement: a node's colour is made of what is said of it and of the colours around it, over
and over, until no more nodes fall apart; of those that stay alike one is picked and the rest
follows, the idea of RDF Dataset Canonicalization 1.0, sections 4.6 to 4.8.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from harvesters.base.graph import Pointer
from harvesters.base.nodes import Nodes

_Colours = dict[str, str]
_Ends = dict[str, list[tuple[str, str]]]
# Looks at single nodes and links that one dataset may cost. A page made to be expensive gets any
# order beyond: its datasets look changed at every harvest.
_MOST_STEPS = 100_000
_MOST_TRIALS = 40


class _Links(NamedTuple):
    """Links between blank nodes: (name, other node) of each; levels: nodes in passing order.

    up: a node comes after those it points at; down: after those that point at it. What lies on or
    behind a circle comes last. entries: nodes that something else than a blank node points at.
    size: of a pass both ways.
    """

    outgoing: _Ends
    incoming: _Ends
    up: list[list[str]]
    down: list[list[str]]
    entries: set[str]
    size: int

    def is_forest(self) -> bool:
        """Whether no node is on a circle or below two others: then alike means interchangeable."""
        return not self.up[-1] and all(len(ends) == 1 for ends in self.incoming.values())


@dataclass(slots=True)
class _Steps:
    """How many looks are left."""

    left: int


def order(nodes: Nodes, pointing: Iterable[Pointer], ignored: Collection[str]) -> list[str]:
    """The blank nodes, each followed by those below it, in the order of their colours.

    nodes: the statements by subject. pointing: those whose object is a blank node. ignored: objects
    that make no difference.
    """
    colours, ends, entries = _first(nodes, pointing, ignored)
    if not ends[0]:
        return sorted(colours, key=lambda node: (node not in entries, colours[node]))
    links = _linked(colours, ends, entries)
    _pass(colours, links.outgoing, links.up)
    if _alike(colours) and not links.is_forest():
        steps = _Steps(_MOST_STEPS)
        _refine(colours, links, steps)
        _pick(colours, links, steps)
    return _walk(colours, links)


def _walk(colours: _Colours, links: _Links) -> list[str]:
    """Nodes that stay alike come in any order, but what hangs together stays together."""
    ordered: dict[str, None] = {}
    starts = sorted(
        colours, key=lambda n: (n in links.incoming, n not in links.entries, colours[n])
    )
    for start in starts:
        stack = [start]
        while stack:
            node = stack.pop()
            if node in ordered:
                continue
            ordered[node] = None
            below = sorted(((name, colours[o], o) for name, o in links.outgoing.get(node, ())))
            stack += [other for _, _, other in reversed(below)]
    return list(ordered)


def _first(
    nodes: Nodes, pointing: Iterable[Pointer], ignored: Collection[str]
) -> tuple[_Colours, tuple[_Ends, _Ends], set[str]]:
    """Colours by all that has no blank node in it; links out of and into each; entries."""
    said = {
        subject: [
            f"{name} {o}"
            for name, own in node.items()
            for o in (own if len(own) == 1 else set(own))
            if o[0] != "_" and o not in ignored
        ]
        for subject, node in nodes.items()
        if subject[0] == "_"
    }
    outgoing: _Ends = defaultdict(list)
    incoming: _Ends = defaultdict(list)
    entries: set[str] = set()
    for subject, predicate, object_, *_ in set(pointing):
        own = said.setdefault(object_, [])
        if subject[0] == "_":
            said.setdefault(subject, [])
            outgoing[subject].append((predicate, object_))
            incoming[object_].append((predicate, subject))
        else:
            own.append(f"^{predicate} {subject}")
            entries.add(object_)
    colours = {node: _hash(own) for node, own in said.items()}
    return colours, (outgoing, incoming), entries


def _linked(colours: _Colours, ends: tuple[_Ends, _Ends], entries: set[str]) -> _Links:
    outgoing, incoming = ends
    levels = _levels(colours, outgoing, incoming), _levels(colours, incoming, outgoing)
    size = 2 * (len(colours) + sum(map(len, outgoing.values())))
    return _Links(outgoing, incoming, *levels, entries, size)


def _levels(nodes: Iterable[str], after: _Ends, before: _Ends) -> list[list[str]]:
    waiting = {node: len(after.get(node, ())) for node in nodes}
    levels: list[list[str]] = []
    level = [node for node, count in waiting.items() if not count]
    while level:
        levels.append(level)
        following = []
        for node in level:
            del waiting[node]
            for _, other in before.get(node, ()):
                waiting[other] -= 1
                if not waiting[other]:
                    following.append(other)
        level = following
    return [*levels, list(waiting)]


def _hash(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(sorted(parts)).encode(), digest_size=12).hexdigest()


def _alike(colours: _Colours) -> set[str]:
    count = Counter(colours.values())
    return {colour for colour, number in count.items() if number > 1}


def _pass(colours: _Colours, ends: _Ends, levels: list[list[str]]) -> None:
    for level in levels:
        new = {
            node: _hash([colours[node], *(f"{name} {colours[o]}" for name, o in ends[node])])
            for node in level
            if node in ends
        }
        colours.update(new)


def _refine(colours: _Colours, links: _Links, steps: _Steps) -> None:
    """Passes colours up and down until no more nodes fall apart."""
    classes = 0
    while steps.left > 0:
        _pass(colours, links.incoming, links.down)
        _pass(colours, links.outgoing, links.up)
        steps.left -= links.size
        found = len(set(colours.values()))
        if found in (classes, len(colours)):
            return
        classes = found


def _pick(colours: _Colours, links: _Links, steps: _Steps) -> None:
    """Takes one of the alike nodes after the other out of the row, the best first."""
    while steps.left > 0:
        alike = _alike(colours)
        if not alike:
            return
        least = min(alike)
        members = [node for node, colour in colours.items() if colour == least]
        outcomes = [_picked(colours, node, links, steps) for node in members[:_MOST_TRIALS]]
        best: _Colours = min(outcomes, key=lambda each: _shape(each, links))
        colours.update(best)


def _picked(colours: _Colours, node: str, links: _Links, steps: _Steps) -> _Colours:
    tried = {**colours, node: _hash([colours[node], "picked"])}
    _refine(tried, links, steps)
    return tried


def _shape(colours: _Colours, links: _Links) -> str:
    """A figure of the whole that does not depend on labels."""
    ends = ((colours[s], name, colours[o]) for s, own in links.outgoing.items() for name, o in own)
    return _hash([*colours.values(), *map(" ".join, ends)])
