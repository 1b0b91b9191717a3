# SPDX-License-Identifier: EUPL-1.2
"""Portals that run CKAN, through its action interface, or its answers saved as files."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from harvesters.base import files
from harvesters.base.ckan_desk import Survey, desk_of, is_listing
from harvesters.base.ckan_json import Json, is_package, read_elements
from harvesters.base.ckan_package import Package, ckan_id, is_published, mentioned, prepare
from harvesters.base.ckan_record import to_record
from harvesters.base.ckan_walk import walk
from harvesters.base.errors import MalformedRecord, UnexpectedAnswer
from harvesters.base.json_elements import MENDS
from harvesters.base.json_page import text_of
from harvesters.base.latest import remember_latest
from harvesters.base.masking import masked_json
from harvesters.base.mend_value import behind_noise, repairs_of
from harvesters.base.record import (
    Broken,
    Contents,
    Harvester,
    Http,
    Item,
    Page,
    Portal,
    Record,
    Repair,
)
from harvesters.base.rest import shelf_for
from harvesters.base.text import beginning, shorten

_FOREIGN, _FOREIGN_AMONG_PACKAGES = 1_000, 50_000
_DAMAGED = ("item.truncated", "item.broken_json")
_HTML = ("<!doctype html", "<html", "<head", "<body")


class _Answer(NamedTuple):
    """A page as read. ids: of all packages in it, also of those that are not taken, or of a list.

    total: packages the portal claims to have.
    """

    items: tuple[Item, ...]
    broken: tuple[Broken, ...]
    ids: tuple[str, ...]
    total: int | None
    is_cut: bool
    is_list: bool
    repairs: tuple[Repair, ...]


def fetch(portal: Portal, http: Http) -> Iterator[Page]:
    """The pages of the portal; HarvestError at the end where the walk may have missed something."""
    path = files.local_path(portal.url)
    if path is not None:
        yield from files.pages(path, http.largest_answer)
        return
    yield from walk(desk_of(portal.url, http, _look))


def _look(page: Page) -> Survey:
    answer = _read(page)
    return Survey(answer.ids, answer.total)


def open_page(portal: Portal, page: Page) -> Contents:
    """The packages of one answer. A list of names has none; from a file it says nothing."""
    answer = _read(page)
    if answer.is_list and page.local:
        raise UnexpectedAnswer("answer.no_packages", page=page.name)
    is_recount = not page.local and is_listing(page.name)
    return Contents(
        answer.items,
        answer.broken,
        announced=None if is_recount else answer.total,
        repairs=answer.repairs,
        truncated=answer.is_cut,
        recounted=is_recount,
    )


@remember_latest
def _read(page: Page) -> _Answer:
    """The page, remembered: the walk looks at it, then the run opens it."""
    text, repairs = text_of(page)
    text, noise = behind_noise(text)
    _refuse_other(text, page)
    about: Json = {}
    items: list[Item] = []
    broken: list[Broken] = []
    ids: list[str] = []
    names: list[Broken] = []
    shelf = shelf_for(page)
    for number, element in enumerate(read_elements(text, about, page.name), 1):
        position = f"page {page.number}, dataset {number}"
        if is_package(element.value):
            ids += filter(None, [ckan_id(element.value)])
            if package := _package(element.value, position, page, broken):
                items.append(_item(package.laid(shelf), position))
        elif name := mentioned(element.value):
            ids.append(name)
            names.append(Broken(None, position, "item.no_package", _shown(element.value)))
        else:
            said = shorten(masked_json(element.text)) if element.text else _shown(element.value)
            reason = element.reason or "item.no_package"
            broken.append(Broken(element.identity, position, reason, said))
            _refuse_foreign(page, items, broken)
    _refuse_useless(about, page, ids, broken)
    is_list = 0 < len(names) == len(ids)
    total = _count(about) if not is_list or "count" in about else len(names)
    broken += () if is_list else names  # among packages, a name alone is none
    cut = bool(about.get("cut"))
    repairs += noise + repairs_of(about.get(MENDS), f"page {page.number}")
    return _Answer(tuple(items), tuple(broken), tuple(ids), total, cut, is_list, repairs)


def _shown(value: Any) -> str:
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return shorten(masked_json(said[:1_000]))


def _package(value: Json, position: str, page: Page, broken: list[Broken]) -> Package | None:
    if not is_published(value):
        return None
    try:
        return prepare(value, page.fetched)
    except MalformedRecord as error:
        said = shorten(masked_json(str(error.params.get("value", ""))))
        broken.append(Broken(error.params.get("identifier") or None, position, error.code, said))
        return None


def _item(package: Package, position: str) -> Item:
    return Item(package.identifier, position, package.hash, package, package.resources)


def _count(about: Json) -> int | None:
    """The total of a package_search answer."""
    count = about.get("count")
    return count if isinstance(count, int) and not isinstance(count, bool) else None


def _refuse_other(text: str, page: Page) -> None:
    start = beginning(text)[:100]
    if start.lower().startswith(_HTML):
        raise UnexpectedAnswer("answer.ckan_html", page=page.name)
    if start[:1] not in ("{", "["):
        raise UnexpectedAnswer("answer.ckan_not_json", page=page.name, start=shorten(start, 80))


def _refuse_foreign(page: Page, items: list[Item], broken: list[Broken]) -> None:
    """UnexpectedAnswer for long lists of other things, before they fill the memory."""
    if len(broken) > (_FOREIGN_AMONG_PACKAGES if items else _FOREIGN):
        raise UnexpectedAnswer("answer.no_packages", page=page.name)


def _refuse_useless(about: Json, page: Page, ids: list[str], broken: list[Broken]) -> None:
    """UnexpectedAnswer where there is no package: a refusal, broken JSON or another answer."""
    if about.get("success") is False:
        raise UnexpectedAnswer("answer.ckan_refused", page=page.name, problem=_error(about))
    if ids:
        return
    damaged = next((each for each in broken if each.reason in _DAMAGED), None)
    if damaged:
        problem = "truncated" if damaged.reason == "item.truncated" else damaged.value[:80]
        raise UnexpectedAnswer("answer.broken_json", page=page.name, problem=problem)
    foreign = all(each.reason == "item.no_package" for each in broken)
    if foreign and (broken or (_count(about) != 0 and about.get("success") is not True)):
        raise UnexpectedAnswer("answer.no_packages", page=page.name)


def _error(about: Json) -> str:
    said: Any = about.get("error")
    if isinstance(said, dict):
        said = said.get("message") or said.get("__type") or json.dumps(said, ensure_ascii=False)
    return shorten(str(said or "-"), 200)


def parse(portal: Portal, item: Item) -> Record:
    """The Record of one package; statements about persons stand apart in it."""
    package: Package = item.payload
    public, personal = package.texts()
    record = reread(portal, item.identifier, "", public, personal)
    return replace(record, repairs=package.repairs)


def reread(portal: Portal, identifier: str, kind: str, statements: str, personal: str) -> Record:
    """The Record of a dataset from the JSON the store kept of it."""
    package = json.loads(statements)
    return to_record(portal.key, identifier, package, statements, personal)


HARVESTER = Harvester(fetch, open_page, parse, reread)
