# SPDX-License-Identifier: EUPL-1.2
"""One answer of a JSON interface into datasets; the interfaces it may be from are its Dialects."""

import codecs
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from harvesters.base.errors import MalformedRecord, UnexpectedAnswer
from harvesters.base.json_elements import MENDS, Element, Json, Packed, Shape, read_elements
from harvesters.base.json_item import Package
from harvesters.base.large_text import is_valid
from harvesters.base.latest import remember_latest
from harvesters.base.masking import masked_json
from harvesters.base.mend_value import behind_noise, repairs_of
from harvesters.base.record import Broken, Item, Page, Portal, Record, Repair
from harvesters.base.rest import LARGE, Shelf, shelf_for
from harvesters.base.text import beginning, decode, shorten

_FOREIGN, _FOREIGN_AMONG_DATASETS = 1_000, 50_000
_DAMAGED = ("item.truncated", "item.broken_json")
_HTML = ("<!doctype html", "<html", "<head", "<body")
_TOTALS = ("total_count", "total", "nhits", "numberMatched", "count")
# What a dataset is called by in one dialect or another, the surest first.
_NAMES = ("identifier", "dataset_id", "@id", "id", "name")
_LISTS = frozenset({"result", "results", "packages", "datasets", "dataset"})


class Dialect(NamedTuple):
    """How one kind of interface says a dataset.

    is_item: whether a value is one, and none of what is nested in one. takes: the same for an
    element of its list, where less must be asked for. bare: the dataset in what wraps it. name_of:
    what the portal calls it. is_published: whether it is live and public. lists: members that hold
    datasets, beside those that all kinds may have.
    """

    is_item: Callable[[Any], bool]
    takes: Callable[[Any], bool]
    name_of: Callable[[Json], str | None]
    prepare: Callable[[Json, datetime], Package]
    to_record: Callable[[Portal, str, Json, str, str], Record]
    bare: Callable[[Json], Json] = lambda thing: thing
    is_published: Callable[[Json], bool] = lambda _thing: True
    lists: frozenset[str] = frozenset()


Dialects = tuple[Dialect, ...]


@dataclass(slots=True)
class Answer:
    """A page as read. ids: of all datasets in it, also of those that are not taken.

    total: datasets the portal claims to have. is_cut: its end is missing. shelf: where the texts of
    its datasets wait if they are much.
    """

    items: list[Item] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    total: int | None = None
    is_cut: bool = False
    repairs: tuple[Repair, ...] = ()
    shelf: Shelf | None = None


def shape_of(dialects: Dialects) -> Shape:
    """What may be wrapped around datasets of these dialects."""

    def is_item(value: Any) -> bool:
        return any(each.is_item(value) for each in dialects)

    lists = _LISTS.union(*(each.lists for each in dialects))
    wrapped = frozenset({"result", "dataset"})
    return Shape(lists, wrapped, is_item, frozenset({"results"}), _NAMES)


@remember_latest
def read_json(page: Page, kind: str, dialects: Dialects) -> Answer:
    """The page, remembered: the walk looks at it, then the run opens it.

    UnexpectedAnswer where it holds nothing that can be used; kind names the portal's kind in it.
    """
    text, repairs = text_of(page)
    text, noise = behind_noise(text)
    _refuse_other(text, page, kind)
    about: Json = {}
    answer = Answer(repairs=repairs + noise, shelf=shelf_for(page))
    elements = read_elements(text, about, shape_of(dialects), page.name)
    for number, element in enumerate(elements, 1):
        _look(element, f"page {page.number}, dataset {number}", page, answer, dialects)
        _refuse_foreign(page, kind, answer)
    answer.total, answer.is_cut = _total(about), bool(about.get("cut"))
    answer.repairs += repairs_of(about.get(MENDS), f"page {page.number}")
    _refuse_useless(about, page, kind, answer)
    return answer


def text_of(page: Page) -> tuple[str, tuple[Repair, ...]]:
    """The page's text; a large one that is not ASCII is packed, as some characters take four bytes.

    UnexpectedAnswer when it is empty.
    """
    body = page.body.removeprefix(codecs.BOM_UTF8)
    if len(body) > LARGE and b"\0" not in body[:4] and not body.isascii() and is_valid(body):
        return Packed(body, "latin-1"), ()
    return decode(page)


def dialect_of(thing: Any, dialects: Iterable[Dialect]) -> Dialect | None:
    """The dialect of a dataset; where several might be, the one that is surest."""
    sure = (each for each in dialects if each.is_item(thing))
    return next(sure, None) or next((each for each in dialects if each.takes(thing)), None)


def _look(element: Element, position: str, page: Page, answer: Answer, dialects: Dialects) -> None:
    value = element.value
    dialect = dialect_of(value, dialects)
    if dialect is None:
        reason, said = element.reason or "item.foreign_entry", element.text or _shown(value)
        said = shorten(masked_json(said))
        answer.broken.append(Broken(element.identity, position, reason, said))
        return
    bare = dialect.bare(value)
    name = dialect.name_of(bare)
    answer.ids += [name] if name else []
    if not dialect.is_published(bare):
        return
    try:
        package = dialect.prepare(bare, page.fetched).laid(answer.shelf)
    except MalformedRecord as error:
        said = shorten(masked_json(str(error.params.get("value", ""))))
        known = error.params.get("identifier") or name
        answer.broken.append(Broken(known, position, error.code, said))
        return
    answer.items.append(
        Item(package.identifier, position, package.hash, package, package.resources)
    )


def _shown(value: Any) -> str:
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return said[:1_000]


def _total(about: Json) -> int | None:
    """What the answer claims; DKAN says it as a text."""
    for name in _TOTALS:
        said = about.get(name)
        if isinstance(said, str) and said.isdecimal() and len(said) < 10:
            return int(said)
        if isinstance(said, int) and not isinstance(said, bool) and said >= 0:
            return said
    return None


def _refuse_other(text: str, page: Page, kind: str) -> None:
    start = beginning(text)[:100]
    if start.lower().startswith(_HTML):
        raise UnexpectedAnswer("answer.kind_html", page=page.name, kind=kind)
    if start[:1] not in ("{", "["):
        shown = " ".join(shorten(start, 80).split())
        raise UnexpectedAnswer("answer.kind_not_json", page=page.name, kind=kind, start=shown)


def _refuse_foreign(page: Page, kind: str, answer: Answer) -> None:
    """UnexpectedAnswer for long lists of other things, before they fill the memory."""
    if len(answer.broken) > (_FOREIGN_AMONG_DATASETS if answer.items else _FOREIGN):
        raise UnexpectedAnswer("answer.kind_no_datasets", page=page.name, kind=kind)


def _refuse_useless(about: Json, page: Page, kind: str, answer: Answer) -> None:
    """UnexpectedAnswer where there is no dataset: a refusal, broken JSON or another answer."""
    refusal = _refusal(about)
    if refusal and not answer.ids:
        raise UnexpectedAnswer("answer.kind_refused", page=page.name, kind=kind, problem=refusal)
    if answer.ids or answer.items:
        return
    damaged = next((each for each in answer.broken if each.reason in _DAMAGED), None)
    if damaged:
        problem = "truncated" if damaged.reason == "item.truncated" else damaged.value[:80]
        raise UnexpectedAnswer("answer.broken_json", page=page.name, problem=problem)
    foreign = all(each.reason == "item.foreign_entry" for each in answer.broken)
    if foreign and (answer.broken or (answer.total is None and not _is_empty_list(about))):
        raise UnexpectedAnswer("answer.kind_no_datasets", page=page.name, kind=kind)


def _is_empty_list(about: Json) -> bool:
    """Whether the answer is that of an interface which has no datasets, and not another one."""
    return about.get("success") is True or str(about.get("conformsTo", "")).startswith(
        ("https://project-open-data", "http://project-open-data", "https://resource.data.gov")
    )


def _refusal(about: Json) -> str:
    """What an interface says instead of an answer, empty if it does not refuse."""
    if about.get("success") is not False and not {"error", "error_code", "errors"} & about.keys():
        return ""
    said = about.get("error") or about.get("message") or about.get("errors") or "-"
    if isinstance(said, dict):
        said = said.get("message") or said.get("__type") or said
    return shorten(said if isinstance(said, str) else json.dumps(said, ensure_ascii=False), 200)
