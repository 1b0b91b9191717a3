# SPDX-License-Identifier: EUPL-1.2
"""Licences: one file each, found by id, URI or exact alias; never nearly, no version is added.

Classes (``cc-by`` without version, ``other-open``, …) stand for several licences; statements
(``inspire-no-conditions``) are no licence; ``unspecified`` and ``unknown`` mean that there is none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines, read_toml, refer, split
from app.vocabulary.folding import fold, fold_words
from app.vocabulary.licence_law import Law, read_law
from app.vocabulary.licence_rules import Rules, read_rules
from app.vocabulary.licence_uris import uri_spelling, without_fragment

Kind = Literal["licence", "class", "statement", "none"]
AMBIGUOUS = ("text", "class", "candidates")


@dataclass(frozen=True, slots=True)
class Licence:
    """One licence as vocab/licences states it; values of permissions and duties are single words.

    uris: all that name it, the first one DCAT-AP.de's where it has one. url: the licence's text.
    exact: spellings that are read only letter by letter, as their words alone mean another licence.
    open: ``yes``, ``no``, ``unclear``, … after the Open Definition; hvd: fit for high-value data.
    law: duties and outbound rules with their clauses.
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
    exact: tuple[str, ...] = field(repr=False)
    permissions: Mapping[str, str] = field(repr=False)
    duties: Mapping[str, str] = field(repr=False)
    restrictions: Mapping[str, str] = field(repr=False)
    uri_dcat_ap_de: str = ""
    uri_eu: str = ""
    law: Law = field(default=Law(), repr=False)

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
    exact: Mapping[str, Licence] = field(repr=False)
    aliases: Mapping[str, Licence] = field(repr=False)
    classes: Mapping[str, Licence] = field(repr=False)
    shared: Mapping[str, tuple[Licence, ...]] = field(repr=False)
    rules: Rules = field(repr=False)

    def get(self, id: str) -> Licence | None:
        """The licence with this id."""
        return self.entries.get(id)

    def by_uri(self, text: str) -> Licence | None:
        """The licence this URI names.

        Allowed differences: scheme, www, trailing slash, ``2.0``/``2_0``/``2-0``, ``/deed.xx``,
        ``/legalcode(.xx)``, fragment. A version is never added or dropped.
        """
        spelling = uri_spelling(text)
        return self.uris.get(spelling) or self.uris.get(without_fragment(spelling))

    def by_alias(self, text: str) -> Licence | None:
        """The licence with this id, name, code or label; None also for texts that several share."""
        folded = fold(text)
        if folded in self.shared:
            return None
        return self.exact.get(folded) or self.aliases.get(fold_words(text))

    def candidates(self, text: str) -> tuple[Licence, ...]:
        """The licences a text may mean that is used for several; () for every other text."""
        return self.shared.get(fold(text), ())

    def class_of(self, text: str) -> Licence | None:
        """The class that stands for the candidates of such a text, where there is one."""
        return self.classes.get(fold(text))

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
    names, rules = shelf.names("licences", ".toml"), read_rules(shelf)
    read = (_read(shelf, name, rules) for name in names)
    entries = {licence.id: licence for licence in read}
    uris: dict[str, Licence] = {}
    exact: dict[str, Licence] = {}
    aliases: dict[str, Licence] = {}
    for licence in entries.values():
        for uri in licence.uris:
            uris.setdefault(uri_spelling(uri), licence)
        for word in words(licence):
            aliases.setdefault(fold_words(word), licence)
        for word in licence.exact:
            exact.setdefault(fold(word), licence)
    rows = list(read_lines(shelf, "licences/ambiguous.csv", AMBIGUOUS))
    return Licences(
        entries,
        uris,
        exact,
        aliases,
        classes={fold(text): _meant(entries, id) for text, id, _ in rows if id},
        shared={
            fold(text): tuple(_meant(entries, id) for id in split(ids)) for text, _, ids in rows
        },
        rules=rules,
    )


def _meant(entries: Mapping[str, Licence], id: str) -> Licence:
    return refer(entries, id, "licences/ambiguous.csv")


def words(licence: Licence) -> tuple[str, ...]:
    """Everything that names the licence in text: id, names, SPDX id, aliases."""
    named = (licence.id, licence.name_de, licence.name_en, licence.spdx, *licence.aliases)
    return tuple(dict.fromkeys(word for word in named if word))


def _read(shelf: Shelf, name: str, rules: Rules) -> Licence:
    table = read_toml(shelf, name)
    try:
        return _licence(table, read_law(name, table, rules.groups))
    except KeyError as error:
        raise VocabularyError(
            "vocabulary.key_missing", file=name, value=str(error.args[0])
        ) from error


def _licence(table: Mapping[str, Any], law: Law) -> Licence:
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
        exact=tuple(table["exact"]),
        permissions=table["permissions"],
        duties=table["duties"],
        restrictions=table["restrictions"],
        uri_dcat_ap_de=table["uri_dcat_ap_de"],
        uri_eu=table["uri_eu"],
        law=law,
    )
