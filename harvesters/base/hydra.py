# SPDX-License-Identifier: EUPL-1.2
"""Hydra paging of a catalogue page: the old PagedCollection and the new PartialCollectionView.

Hydra Core Vocabulary, sections 5.3 (collections) and 5.4 (pagination); CKAN portals still write the
draft's names (nextPage, itemsPerPage), and write the addresses as literals.
"""

import re
from typing import NamedTuple

from harvesters.base.graph import CATALOGUE, Graph, split
from harvesters.base.terms import curie, value

_NEXT = ("hydra:next", "hydra:nextPage")
_FIRST = ("hydra:first", "hydra:firstPage")
_NUMBER = re.compile(r"\s*(\d{1,12})(?:\.0*)?\s*$", re.A)
_LAST = ("hydra:last", "hydra:lastPage")


class Paging(NamedTuple):
    """announced: datasets in all; addresses are absolute where the page gave absolute ones."""

    announced: int | None = None
    next_url: str | None = None
    self_url: str | None = None


def paging(graph: Graph) -> Paging:
    """What the page says of the pages around it; empty where it says nothing."""
    found: dict[str, str] = {}
    own = None
    for subject in _speakers(graph):
        for rest in graph.index.get(subject, ()):
            if "/hydra/" not in rest:
                continue
            predicate, object_ = split(rest)
            name = curie(predicate)
            if value(object_).strip():
                found.setdefault(name, value(object_))
            if name in _NEXT + _FIRST + _LAST and subject[0] == "<":
                own = value(subject)
    total = _NUMBER.match(found.get("hydra:totalItems", ""))
    following = next((found[name] for name in _NEXT if name in found), None)
    return Paging(int(total.group(1)) if total else None, following, own)


def _speakers(graph: Graph) -> list[str]:
    """Subjects that may speak of pages: those with a type of Hydra, and catalogues (totalItems)."""
    typed = [s for s, types in graph.types.items() if any("/hydra/" in name for name in types)]
    if not typed:
        return list(graph.index)
    return list(dict.fromkeys([*typed, *graph.of_type(CATALOGUE)]))
