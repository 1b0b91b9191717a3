# SPDX-License-Identifier: EUPL-1.2
"""Which datasets are copies of each other, by what, and which one is nearest to the origin. Pure.

The result depends on marks and datasets alone, never on the order in which they came.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from app.model.mark import ORDER, STRONG, MarkRule

MOST = 20  # what more datasets carry is no name of one of them: a start page, a common service
Reason = Literal["own", "level", "host", "chain", "older", "id"]
REASONS: tuple[Reason, ...] = ("own", "level", "host", "chain", "older", "id")


class Node(NamedTuple):
    """A live dataset as far as copies are told by it.

    title: folded. names: URI and identifier. contributors: how many suppliers are named along the
    chain. kommune: official key of the publisher. ags, url: of the portal.
    """

    id: str
    portal: str
    title: str
    first_seen: str
    names: tuple[str, ...]
    contributors: int
    kommune: str | None
    ags: str | None
    url: str


class Link(NamedTuple):
    """Two datasets and the rule they were recognised by."""

    rank: int
    key: int
    one: str
    other: str

    @property
    def rule(self) -> MarkRule:
        """The rule that fired."""
        return ORDER[self.rank]


class Copy(NamedTuple):
    """A dataset that is not counted. via: the next one towards the canonical, by ``rule``.

    reason: the first thing by which the canonical one is nearer to the origin.
    """

    canonical: str
    via: str
    rule: str
    reason: str


Carriers = Mapping[int, Mapping[str, MarkRule]]  # key -> dataset -> rule


def copies(nodes: Mapping[str, Node], carriers: Carriers) -> dict[str, Copy]:
    """Id of every dataset that is a copy -> of which one; what stands alone is left out."""
    forest = _forest(nodes, sorted(_links(nodes, carriers)))
    found: dict[str, Copy] = {}
    done: set[str] = set()
    for start in sorted(forest):
        if start not in done:
            members = _reached(forest, start)
            done.update(members)
            found.update(_judge(nodes, forest, members))
    return found


def _links(nodes: Mapping[str, Node], carriers: Carriers) -> Iterator[Link]:
    for key, rules in carriers.items():
        here = {id: rule for id, rule in rules.items() if id in nodes}
        if 2 <= len(here) <= MOST:
            yield from _strong(nodes, key, here)
            yield from _weak(nodes, key, here)


def _strong(nodes: Mapping[str, Node], key: int, here: Mapping[str, MarkRule]) -> Iterator[Link]:
    """One name in several portals; where a portal gave it to several, only equal titles count."""
    named = sorted(id for id, rule in here.items() if rule in STRONG)
    alone = len({nodes[id].portal for id in named}) == len(named)
    for one, other in combinations(named, 2):
        if alone or nodes[one].title == nodes[other].title:
            yield Link(max(map(ORDER.index, (here[one], here[other]))), key, one, other)


def _weak(nodes: Mapping[str, Node], key: int, here: Mapping[str, MarkRule]) -> Iterator[Link]:
    """What several datasets of one portal share (a page, a service, a title) names none of them."""
    if len({nodes[id].portal for id in here}) < len(here):
        return
    for one, other in combinations(sorted(here), 2):
        rank = max(map(ORDER.index, (here[one], here[other])))
        if ORDER[rank] not in STRONG:
            yield Link(rank, key, one, other)


Forest = dict[str, dict[str, str]]  # dataset -> neighbour -> rule


def _forest(nodes: Mapping[str, Node], links: Iterable[Link]) -> Forest:
    """The links that joined something, the surest first.

    A weak link never joins what would then hold two datasets of one portal.
    """
    root = {id: id for id in nodes}
    portals = {id: {node.portal} for id, node in nodes.items()}
    forest: Forest = defaultdict(dict)
    for link in links:
        one, other = _root(root, link.one), _root(root, link.other)
        if one == other:
            continue
        if link.rule not in STRONG and not portals[one].isdisjoint(portals[other]):
            continue
        if len(portals[one]) < len(portals[other]):
            one, other = other, one
        root[other] = one
        portals[one] |= portals.pop(other)
        forest[link.one][link.other] = link.rule
        forest[link.other][link.one] = link.rule
    return forest


def _root(root: dict[str, str], id: str) -> str:
    while root[id] != id:
        root[id] = root[root[id]]
        id = root[id]
    return id


def _reached(forest: Forest, start: str) -> dict[str, str]:
    """Every dataset of the tree -> the one it was reached from, nearest first."""
    found = {start: start}
    waiting = [start]
    for here in waiting:
        for near in sorted(forest[here]):
            if near not in found:
                found[near] = here
                waiting.append(near)
    return found


def _judge(
    nodes: Mapping[str, Node], forest: Forest, members: Iterable[str]
) -> Iterator[tuple[str, Copy]]:
    ranks = {id: rank(nodes[id]) for id in members}
    canonical = min(ranks, key=ranks.__getitem__)
    best = ranks[canonical]
    for id, via in _reached(forest, canonical).items():
        if id != canonical:
            pairs = zip(best, ranks[id], strict=True)
            first = next(at for at, (one, other) in enumerate(pairs) if one != other)
            yield id, Copy(canonical, via, forest[id][via], REASONS[first])


def rank(node: Node) -> tuple[int, int, int, int, str, str]:
    """How far from the origin, by REASONS: less is nearer.

    own: the portal of the very Kommune that publishes. level: portal of a municipality or Kreis,
    of a Land, any other, GovData, Europe. host: its name stands under the portal's own host.
    chain: suppliers named (each portal on the way adds its id). older: seen first.
    """
    host = _host(node.url)
    own = bool(node.ags) and node.ags == node.kommune
    named = any(_host(name) == host for name in node.names) if host else False
    return (
        0 if own else 1,
        _level(node.ags, host),
        0 if named else 1,
        node.contributors,
        node.first_seen,
        node.id,
    )


def _level(ags: str | None, host: str) -> int:
    if ags:
        return 1 if len(ags) == 2 else 0
    if host == "europa.eu" or host.endswith(".europa.eu"):
        return 4
    return 3 if host == "govdata.de" or host.endswith(".govdata.de") else 2


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
