# SPDX-License-Identifier: EUPL-1.2
"""All licences: how many datasets and Kommunen use each, and what it stands for.

Datasets are counted in the store, Kommunen by their holdings; a dataset with two licences counts
once under each. Licences nobody uses stand in the list as well.
"""

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from app.compare import reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.licence_families import family_of
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.tally import Tally
from app.model.selection import Selection
from app.store import Session, licence_queries
from app.vocabulary import Licence, Vocabulary

SLUG = "lizenzen"
PAGE = 100
COLUMNS = (
    Column("lizenz", "link", "name"),
    Column("familie", "code", "familie"),
    Column("datensaetze", "number", "datensaetze"),
    Column("datensaetze_anteil", "share"),
    Column("kommunen", "number", "kommunen"),
    Column("kommerziell", "code", "kommerziell"),
    Column("offene_lizenz", "code", "offen"),
    Column("hvd", "code", "hvd"),
    Column("empfohlen", "list"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("kommune", "groesse", "typ", "musterdatensatz", "thema", "format", "standard"),
    *("stand", "modified_since"),
)
RANKS = {"yes": 3, "likely": 2, "unclear": 1, "no": 0}
NONE = {"": "unspecified"}
ADVISERS = {"govdata": "GovData", "oefit": "ÖFIT", "eu_2023_138": "EU 2023/138"}
OPEN = {"ja": "yes", "nein": "no", "unklar": "unclear"}


class Line(NamedTuple):
    """One licence; commercial, open and hvd: yes, no or unclear."""

    licence: Licence
    link: Link
    family: str
    datasets: int
    kommunen: int
    commercial: str
    open: str
    hvd: str


class Shares(NamedTuple):
    """Holdings of all Kommunen: in all, and those under a licence that is known to permit it."""

    holdings: int
    commercial: int
    open: int


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The list; ``q`` looks in names, ``offen`` and ``lizenz`` choose, ``land`` and ``portal``
    count less. SelectionError for a sort field it does not have."""
    generation, places = users(session, selection)
    uses = licence_queries.uses(session, selection.land, selection.portal)
    datasets = {use.licence: use.datasets for use in uses}
    found = _lines(vocabulary, lang, datasets, places)
    wanted = [line for line in found if _wanted(line, selection)]
    page = paged(wanted, selection, "-datensaetze", SORTINGS, _value, PAGE)
    return page.answer(
        SLUG,
        COLUMNS,
        tuple(_row(line, sum(datasets.values())) for line in page.lines),
        _notes(selection),
        base=sum(datasets.values()),
        generation=generation,
    )


def users(session: Session, selection: Selection) -> tuple[int, Counter[str]]:
    """The store's generation, and licence ("" for not given) -> Kommunen with a holding of it."""
    generation, counts = reading.tallies(session, "kommune", selection.portal)
    return generation, counts.users(_here(counts, selection))


def shares(session: Session, vocabulary: Vocabulary, selection: Selection) -> Shares:
    """How much of what Kommunen hold is usable; a holding counts where one of its files is."""
    _, counts = reading.tallies(session, "kommune", selection.portal)
    commercial = {each.id for each in vocabulary.licences if commercial_use(each) == "yes"}
    free = {each.id for each in vocabulary.licences if each.open == "yes"}
    here = counts.together(_here(counts, selection))
    return Shares(here.holdings, here.with_any(commercial), here.with_any(free))


def _here(counts: Tally, selection: Selection) -> list[str]:
    return [key for key in counts.places if not selection.land or key[:2] in selection.land]


def commercial_use(licence: Licence) -> str:
    """Whether the text permits commercial use: yes, no or unclear."""
    return settled(licence.permissions.get("commercial_use", ""))


def recommended(licence: Licence) -> tuple[str, ...]:
    """Who recommends or names it; names of institutions are the same in every language."""
    law = licence.law.recommended
    return tuple(name for key, name in ADVISERS.items() if law.get(key) in {"yes", "named"})


def settled(word: str) -> str:
    """A word of the vocabulary as yes, no or unclear."""
    return word if word in {"yes", "no"} else "unclear"


def licence_link(licence: Licence, lang: str) -> Link:
    """The link to a licence's page."""
    return Link(licence.id, licence.name(lang), f"/lizenz/{licence.id}", licence.url or None)


def _lines(
    vocabulary: Vocabulary, lang: str, datasets: dict[str, int], places: Counter[str]
) -> list[Line]:
    used = {NONE.get(key, key): number for key, number in datasets.items()}
    here = {NONE.get(key, key): number for key, number in places.items()}
    family = family_of(vocabulary)
    return [
        Line(
            each,
            licence_link(each, lang),
            "none" if each.kind == "none" else family(each.id),
            used.get(each.id, 0),
            here.get(each.id, 0),
            "unclear" if each.kind == "none" else commercial_use(each),
            "unclear" if each.kind == "none" else settled(each.open),
            "unclear" if each.kind == "none" else settled(each.hvd),
        )
        for each in vocabulary.licences
    ]


def _wanted(line: Line, selection: Selection) -> bool:
    if selection.lizenz:
        asked = {"unspecified" if key == "none" else key for key in selection.lizenz}
        if line.licence.id not in asked:
            return False
    if selection.offen and line.open not in {OPEN[word] for word in selection.offen}:
        return False
    name = fold(f"{line.link.label} {line.licence.id} {line.licence.spdx}")
    return all(word in name for word in fold(selection.q).split())


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.licence.id
    if name == "familie":
        return line.family, fold(line.link.label)
    words = {"kommerziell": line.commercial, "offen": line.open, "hvd": line.hvd}
    if name in words:
        return RANKS[words[name]]
    return line.datasets if name == "datensaetze" else line.kommunen


def _row(line: Line, total: int) -> tuple[Cell, ...]:
    return (
        line.link,
        line.family,
        line.datasets,
        line.datasets / total if total else None,
        line.kommunen,
        line.commercial,
        line.open,
        line.hvd,
        recommended(line.licence),
    )


def _notes(selection: Selection) -> tuple[Note, ...]:
    notes = [Note("note.lizenzen_counts"), Note("note.lizenzen_words")]
    asked = replace(selection, q="")
    ignored = [name for name in IGNORED if getattr(asked, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))
