# SPDX-License-Identifier: EUPL-1.2
"""What a reader can click beside an answer: filters set and to set, sorting, pages, downloads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from app.compare.answer import Answer
from app.compare.options import Option, Options
from app.compare.selecting import FIELDS, pairs_of, query_of
from app.vocabulary import Vocabulary
from app.web import messages
from app.web.desk import bare_path, href, lang, say
from app.web.present import DATA, DATA_ROWS

NEIGHBOURS = 2
FORM_FIELDS: tuple[str, ...] = (
    *("typ", "land", "groesse", "thema", "musterdatensatz"),
    *("lizenz", "offen", "format", "standard"),
)
KEPT = ("sortierung", "pro-seite", "portal")


class Chip(NamedTuple):
    """A filter that is set, and the address without it."""

    name: str
    label: str
    href: str


class Sorting(NamedTuple):
    """Where a column's head leads; state is the aria-sort value."""

    href: str
    state: str


class PageLink(NamedTuple):
    """A page of the answer; number None is a gap."""

    number: int | None
    href: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Controls:
    """Everything beside an answer. hidden: parameters the form must carry on."""

    fields: Mapping[str, tuple[Option, ...]]
    chosen: Mapping[str, tuple[str, ...]]
    hidden: tuple[tuple[str, str], ...]
    chips: tuple[Chip, ...]
    sortings: Mapping[str, Sorting]
    pages: tuple[PageLink, ...]
    downloads: tuple[tuple[str, str], ...]
    clear: str


def controls(answer: Answer, choices: Options, vocabulary: Vocabulary) -> Controls:
    """The controls of an answer that is shown at the request's path."""
    chosen = {name: getattr(answer.selection, FIELDS[name]) for name in (*FORM_FIELDS, "kommune")}
    return Controls(
        fields={name: choices[name] for name in FORM_FIELDS if name in choices},
        chosen=chosen,
        hidden=_hidden(answer, chosen),
        chips=_chips(answer, choices, vocabulary),
        sortings={
            column.key: _sorting(answer, column.sorting)
            for column in answer.columns
            if column.sorting
        },
        pages=_pages(answer),
        downloads=_downloads(answer),
        clear=href(bare_path()),
    )


def _query(answer: Answer, **changes: object) -> str:
    parts = (urlencode(answer.further), query_of(answer.selection, **changes))
    return "&".join(part for part in parts if part)


def _address(answer: Answer, **changes: object) -> str:
    query = _query(answer, **changes)
    return href(bare_path()) + (f"?{query}" if query else "")


def _hidden(answer: Answer, chosen: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """What a form of single choices would lose: sorting, and further values of one filter.

    ``typ`` is a group of boxes; the field for a Kommune adds one to those chosen.
    """
    shown = {name: 0 if name == "kommune" else 1 for name in chosen}
    further = {(name, value) for name in shown for value in chosen[name][shown[name] :]}
    kept = (pair for pair in pairs_of(answer.selection) if pair[0] != "typ")
    left = (pair for pair in kept if pair[0] in KEPT or pair in further)
    return (*answer.further, *left)


def _chips(answer: Answer, choices: Options, vocabulary: Vocabulary) -> tuple[Chip, ...]:
    chips = []
    for name, value in pairs_of(answer.selection):
        kept = getattr(answer.selection, FIELDS[name])
        if name in {"sortierung", "seite", "pro-seite"}:
            continue
        rest = tuple(item for item in kept if item != value) if isinstance(kept, tuple) else ""
        without = _address(answer, **{FIELDS[name]: rest, "seite": 1})
        chips.append(Chip(name, _label(name, value, choices, vocabulary), without))
    return tuple(chips)


def _label(name: str, value: str, choices: Options, vocabulary: Vocabulary) -> str:
    if name == "kommune":
        known = vocabulary.register.get(value)
        return known.name if known else value
    found = next((option for option in choices.get(name, ()) if option.value == value), None)
    return option_label(name, found) if found else value


def option_label(name: str, option: Option) -> str:
    """The words for a value of a filter."""
    if option.label is not None:
        return option.label
    shared = {"none": "value.not_given", "unknown": "value.unknown"}.get(option.value)
    code = shared or f"filter.{name}.{option.value}"
    return say(code) if messages.has(lang(), code) else option.value


def _sorting(answer: Answer, field: str) -> Sorting:
    """A column not yet sorted by starts with the more useful way: counts down, names up."""
    if answer.sorting == field:
        return Sorting(_address(answer, sortierung=f"-{field}", seite=1), "ascending")
    if answer.sorting == f"-{field}":
        return Sorting(_address(answer, sortierung=field, seite=1), "descending")
    first = field if field in {"name", "thema"} else f"-{field}"
    return Sorting(_address(answer, sortierung=first, seite=1), "none")


def _pages(answer: Answer) -> tuple[PageLink, ...]:
    if answer.pages == 1 and answer.page == 1:
        return ()
    near = range(answer.page - NEIGHBOURS, answer.page + NEIGHBOURS + 1)
    numbers = sorted({1, answer.pages} | {n for n in near if 1 <= n <= answer.pages})
    links: list[PageLink] = []
    for before, number in zip([0, *numbers], numbers, strict=False):
        if number - before > 1:
            links.append(PageLink(None))
        links.append(PageLink(number, _address(answer, seite=number), number == answer.page))
    return tuple(links)


def _downloads(answer: Answer) -> tuple[tuple[str, str], ...]:
    """All rows, not only the page that is shown."""
    query = _query(answer, seite=1, pro_seite=DATA_ROWS)
    path = href(bare_path())
    links = [(form, f"{path}.{form}?{query}") for form in DATA]
    return (*links, ("csv_de", f"{path}.csv?{query}&csv=de"))
