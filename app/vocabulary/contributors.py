# SPDX-License-Identifier: EUPL-1.2
"""Data providers named in dcatde:contributorID, and the Kommune behind those that are one."""

from dataclasses import dataclass, field

from app.vocabulary.concepts import Concept, Concepts, collect
from app.vocabulary.files import Shelf, read_lines, split

COLUMNS = ("key", "uri", "name_de", "kommune", "aliases")


@dataclass(frozen=True, slots=True)
class Contributors:
    """The providers as concepts, and by key of the provider the key of its Kommune.

    Weak evidence: the provider delivered the dataset, somebody else may publish it.
    """

    concepts: Concepts
    kommunen: dict[str, str] = field(repr=False)

    def get(self, key: str) -> Concept | None:
        """The provider with this code."""
        return self.concepts.get(key)

    def by_uri(self, uri: str) -> Concept | None:
        """The provider this URI names, in every spelling."""
        return self.concepts.by_uri(uri)

    def by_alias(self, text: str) -> Concept | None:
        """The provider with this code or name."""
        return self.concepts.by_alias(text)

    def kommune(self, uri: str) -> str | None:
        """Official key of the one Kommune whose portal this provider is; None for all others."""
        concept = self.by_uri(uri)
        return self.kommunen.get(concept.key) if concept else None


def read_contributors(shelf: Shelf) -> Contributors:
    """The providers of ``contributors.csv``."""
    rows = list(read_lines(shelf, "contributors.csv", COLUMNS))
    concepts = collect(
        Concept(key, uri, name, name, aliases=split(aliases)) for key, uri, name, _, aliases in rows
    )
    return Contributors(concepts, {row[0]: row[3] for row in rows if row[3]})
