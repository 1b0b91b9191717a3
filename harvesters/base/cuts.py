# SPDX-License-Identifier: EUPL-1.2
"""Datasets of a page that stops midway: which of them lack a part that stood behind the cut (H3).

Many portals write a dataset and its distributions and agents as separate pieces of the page, so a
dataset may look whole and yet have lost half of itself.
"""

from dataclasses import dataclass

from harvesters.base.graph import Index, Part, split
from harvesters.base.terms import curie

_AGENTS = {
    "dct:publisher",
    "dct:creator",
    "dct:contributor",
    "dcatde:maintainer",
    "dcatde:originator",
    "dcat:contactPoint",
}
_ROLES = _AGENTS | {"dct:temporal", "dct:spatial"}


@dataclass(frozen=True, slots=True)
class Cut:
    """A page without its end. described: properties whose values the page itself describes."""

    index: Index
    described: frozenset[str]

    def is_half(self, part: Part, root: str) -> bool:
        """Whether something a dataset points at must have stood behind the cut."""
        if any(object_ not in self.index for _, _, object_, *_ in part.blank):
            return True
        own = _host(root)
        return any(
            term not in self.index and (name in self.described or _host(term) == own)
            for node in part.nodes.values()
            for name in (self.described | _AGENTS) & node.keys()
            for term in node[name]
            if term[0] == "<"
        )


def cut_of(index: Index) -> Cut:
    """What a truncated page usually describes.

    Distributions always; agents and places if it does so once. Agents of the portal's own host are
    missed even if it does so nowhere: they may all have stood at the end.
    """
    described = {"dcat:distribution"}
    for rests in index.values():
        for predicate, object_ in map(split, rests):
            if object_ in index and curie(predicate) in _ROLES:
                described.add(curie(predicate))
    return Cut(index, frozenset(described))


def _host(term: str) -> str:
    """Scheme and host of an IRI; a text that no IRI has for a blank node."""
    return "/".join(term.split("/", 3)[:3]) if "://" in term else "none"
