# SPDX-License-Identifier: EUPL-1.2
"""Datasets of a page that stops midway: which of them lack a part that stood behind the cut (H3).

Many portals write a dataset and its distributions and agents as separate pieces of the page, so a
dataset may look whole and yet have lost half of itself.
"""

from dataclasses import dataclass

from harvesters.base.graph import Index, Part, split
from harvesters.base.terms import curie

_ROLES = {
    "dct:publisher",
    "dct:creator",
    "dct:contributor",
    "dcatde:maintainer",
    "dcatde:originator",
    "dcat:contactPoint",
    "dct:temporal",
    "dct:spatial",
}


@dataclass(frozen=True, slots=True)
class Cut:
    """A page without its end. described: properties whose values the page itself describes."""

    index: Index
    described: frozenset[str]

    def is_half(self, part: Part) -> bool:
        """Whether something a dataset points at must have stood behind the cut."""
        if any(object_ not in self.index for _, _, object_ in part.blank):
            return True
        return any(
            term not in self.index
            for node in part.nodes.values()
            for name in self.described & node.keys()
            for term in node[name]
            if term[0] == "<"
        )


def cut_of(index: Index) -> Cut:
    """What a truncated page usually describes: distributions always, agents if it does so once."""
    described = {"dcat:distribution"}
    for rests in index.values():
        for predicate, object_ in map(split, rests):
            if object_ in index and curie(predicate) in _ROLES:
                described.add(curie(predicate))
    return Cut(index, frozenset(described))
