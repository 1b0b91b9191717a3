# SPDX-License-Identifier: EUPL-1.2
"""The whole vocabulary: each part is read from its files the first time it is used."""

from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from app.vocabulary.concepts import Concepts, read_concepts
from app.vocabulary.contributors import Contributors, read_contributors
from app.vocabulary.credit_rules import CreditRules, read_credit_rules
from app.vocabulary.files import Shelf
from app.vocabulary.formats import Formats, read_formats
from app.vocabulary.licence_grammar import Grammar, read_grammar
from app.vocabulary.licences import Licences, read_licences
from app.vocabulary.media_types import MediaTypes, read_media_types
from app.vocabulary.municipal import Municipal, read_municipal
from app.vocabulary.musterdaten import Musterdaten, read_musterdaten
from app.vocabulary.portals import Portals, read_portals
from app.vocabulary.register import Register, read_register
from app.vocabulary.standards import Standards, read_standards


@dataclass(frozen=True)
class Vocabulary:
    """All parts over one shelf of files. VocabularyError at first use of a part that is broken."""

    shelf: Shelf = field(default_factory=Shelf)

    @cached_property
    def licences(self) -> Licences:
        """Licences, their classes and the two non-licences."""
        return read_licences(self.shelf)

    @cached_property
    def licence_grammar(self) -> Grammar:
        """How licences are written: words, combinations that exist, known addresses."""
        return read_grammar(self.shelf, self.licences)

    @cached_property
    def credit_rules(self) -> CreditRules:
        """What each licence wants in a credit line."""
        return read_credit_rules(self.shelf)

    @cached_property
    def formats(self) -> Formats:
        """File types and kinds of service."""
        return read_formats(self.shelf)

    @cached_property
    def media_types(self) -> MediaTypes:
        """Media types of the IANA list and unregistered ones in use."""
        return read_media_types(self.shelf)

    @cached_property
    def themes(self) -> Concepts:
        """EU data themes."""
        return read_concepts(self.shelf, "data_themes.csv")

    @cached_property
    def frequencies(self) -> Concepts:
        """EU frequencies of update."""
        return read_concepts(self.shelf, "frequencies.csv")

    @cached_property
    def hvd_categories(self) -> Concepts:
        """Categories of high-value datasets; ``top`` gives one of the six main ones."""
        return read_concepts(self.shelf, "hvd_categories.csv")

    @cached_property
    def access_rights(self) -> Concepts:
        """EU access rights."""
        return read_concepts(self.shelf, "access_rights.csv")

    @cached_property
    def availability(self) -> Concepts:
        """Planned availability, EU and DCAT-AP.de spellings."""
        return read_concepts(self.shelf, "availability.csv")

    @cached_property
    def inspire_themes(self) -> Concepts:
        """The 34 INSPIRE themes."""
        return read_concepts(self.shelf, "inspire_themes.csv", "annex")

    @cached_property
    def musterdaten(self) -> Musterdaten:
        """Themen and Bezeichnungen of the Musterdatenkatalog."""
        return read_musterdaten(self.shelf)

    @cached_property
    def register(self) -> Register:
        """Länder, Kreise, Gemeindeverbände and Gemeinden."""
        return read_register(self.shelf)

    @cached_property
    def municipal(self) -> Municipal:
        """Districts, offices and short names of bodies that no rule can know."""
        return read_municipal(self.shelf)

    @cached_property
    def contributors(self) -> Contributors:
        """Data providers of GovData (Datenbereitsteller)."""
        return read_contributors(self.shelf)

    @cached_property
    def standards(self) -> Standards:
        """Data standards and the patterns of metadata profiles."""
        return read_standards(self.shelf)

    @cached_property
    def portals(self) -> Portals:
        """The directory of portals; none of them has been asked."""
        return read_portals(self.shelf)


@cache
def load(overlay: Path | None = None) -> Vocabulary:
    """The vocabulary, one object per process and overlay; nothing is read before a part is used.

    overlay: folder with newer files (``vocab update`` writes them there); its files win.
    """
    return Vocabulary(Shelf(overlay))
