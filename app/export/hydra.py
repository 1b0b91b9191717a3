# SPDX-License-Identifier: EUPL-1.2
"""Paging of the feed as Hydra describes it (Hydra Core Vocabulary, collections and their views)."""

from dataclasses import dataclass

from app.export.terms import HYDRA, TYPE, iri, triple, typed


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page stands. total: datasets in all pages; collection: address of them all.

    template: address of a page, query included, with ``{page}`` in the place of its number.
    """

    number: int
    pages: int
    total: int
    template: str
    collection: str

    def address(self, number: int) -> str:
        """The address of a page."""
        return self.template.replace("{page}", str(number))

    def links(self) -> dict[str, str]:
        """Relation (first, previous, next, last) -> address, only those there are."""
        links = {"first": self.address(1), "last": self.address(self.pages)}
        if self.number > 1:
            links["previous"] = self.address(self.number - 1)
        if self.number < self.pages:
            links["next"] = self.address(self.number + 1)
        return links


def paging_lines(paging: Paging) -> list[str]:
    """hydra:Collection with its hydra:PartialCollectionView."""
    collection, view = iri(paging.collection), iri(paging.address(paging.number))
    lines = [
        f"{collection} {TYPE} <{HYDRA}Collection> .",
        triple(collection, HYDRA + "totalItems", typed(str(paging.total), "integer")),
        triple(collection, HYDRA + "view", view),
        f"{view} {TYPE} <{HYDRA}PartialCollectionView> .",
    ]
    return lines + [
        triple(view, HYDRA + relation, iri(address)) for relation, address in paging.links().items()
    ]
