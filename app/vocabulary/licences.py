# SPDX-License-Identifier: EUPL-1.2
"""Licences: one file each, found by id, URI or exact alias; never nearly, never with a version added.

Classes (``cc-by`` without version, ``other-open``, …) stand for several licences; statements
(``inspire-no-conditions``) are no licence; ``unspecified`` and ``unknown`` are the two non-licences.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines, read_toml, split
from app.vocabulary.folding import fold, fold_words
from app.vocabulary.licence_uris import uri_spelling

Kind = Literal["licence", "class", "statement", "none"]
AMBIGUOUS = ("text", "candidates", "note")


@dataclass(frozen=True, slots=True)
class Licence:
    """One licence as vocab/licences states it; values of permissions and duties are single words.

    uris: all that name it, the first one DCAT-AP.de's where it has one. url: the text of the licence.
    open: ``yes``, ``no``, ``unclear``, … after the Open Definition; hvd: fit for high-value datasets.
    """

    id: str
    name_de: str
    name_en: str
    kind: Kind
    family: str
    version: str
    spdx: str
    url: str
    open: str
    hvd: str
    uris: tuple[str, ...]
    aliases: tuple[str, ...] = field(repr=False)
    permissions: Mapping[str, str] = field(repr=False)
    duties: Mapping[str, str] = field(repr=False)
    restrictions: Mapping[str, str] = field(repr=False)
    uri_dcat_ap_de: str = ""
    uri_eu: str = ""

    def name(self, lang: str) -> str:
        """The name in German (``de``), else in English."""
        return self.name_de if lang == "de" else self.name_en

    @property
    def is_class(self) -> bool:
        """Whether it stands for several licences and is answered as ambiguous."""
        return self.kind == "class"

    @property
    def is_open(self) -> bool:
        """Whether it is known to conform to the Open Definition."""
        return self.open == "yes"


@dataclass(frozen=True, slots=True)
class Licences:
    """All licences. Look-ups are exact after folding and give None for what is not there."""

    entries: dict[str, Licence]
    uris: Mapping[str, Licence] = field(repr=False)
    aliases: Mapping[str, Licence] = field(repr=False)
    shared: Mapping[str, tuple[Licence, ...]] = field(repr=False)

    def get(self, id: str) -> Licence | None:
        """The licence with this id."""
        return self.entries.get(id)

    def by_uri(self, text: str) -> Licence | None:
        """The licence this URI names.

        Allowed differences: scheme, www, trailing slash, ``2.0``/``2_0``/``2-0``, ``/deed.xx``,
        ``/legalcode(.xx)``, fragment. A version is never added or dropped.
        """
        return self.uris.get(uri_spelling(text))

    def by_alias(self, text: str) -> Licence | None:
        """The licence with this id, name, code or label; None also for texts that several share."""
        if fold_words(text) in self.shared:
            return None
        return self.aliases.get(fold(text)) or self.aliases.get(fold_words(text))

    def candidates(self, text: str) -> tuple[Licence, ...]:
        """The licences a text may mean that is used for several; () for every other text."""
        return self.shared.get(fold_words(text), ())

    def is_class(self, id: str) -> bool:
        """Whether the id stands for several licences; False for an id that is not there."""
        licence = self.entries.get(id)
        return licence is not None and licence.is_class

    def __iter__(self) -> Iterator[Licence]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)


def read_licences(shelf: Shelf) -> Licences:
    """The files of ``licences/`` with ``licences/ambiguous.csv``."""
    names = shelf.names("licences", ".toml")
    entries = {licence.id: licence for licence in (_read(shelf, name) for name in names)}
    uris: dict[str, Licence] = {}
    aliases: dict[str, Licence] = {}
    for licence in entries.values():
        for uri in licence.uris:
            uris.setdefault(uri_spelling(uri), licence)
        for word in words(licence):
            aliases.setdefault(fold(word), licence)
            aliases.setdefault(fold_words(word), licence)
    shared = {
        fold_words(text): tuple(entries[id] for id in split(candidates))
        for text, candidates, _ in read_lines(shelf, "licences/ambiguous.csv", AMBIGUOUS)
    }
    return Licences(entries, uris, aliases, shared)


def words(licence: Licence) -> tuple[str, ...]:
    """Everything that names the licence in text: id, names, SPDX id, aliases."""
    named = (licence.id, licence.name_de, licence.name_en, licence.spdx, *licence.aliases)
    return tuple(dict.fromkeys(word for word in named if word))


def _read(shelf: Shelf, name: str) -> Licence:
    table = read_toml(shelf, name)
    try:
        return _licence(table)
    except KeyError as error:
        raise VocabularyError("vocabulary.key_missing", file=name, key=str(error.args[0])) from error


def _licence(table: Mapping[str, Any]) -> Licence:
    return Licence(
        id=table["id"],
        name_de=table["name"]["de"],
        name_en=table["name"]["en"],
        kind=table["kind"],
        family=table["family"],
        version=table["version"],
        spdx=table["spdx"],
        url=table["url"],
        open=table["open"],
        hvd=table["hvd"],
        uris=tuple(table["uris"]),
        aliases=tuple(table["aliases"]),
        permissions=table["permissions"],
        duties=table["duties"],
        restrictions=table["restrictions"],
        uri_dcat_ap_de=table["uri_dcat_ap_de"],
        uri_eu=table["uri_eu"],
    )
