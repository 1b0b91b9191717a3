# SPDX-License-Identifier: EUPL-1.2
"""What a client of CKAN asks for: parameters, and the filters of Solr it writes in ``fq``."""

import json
import re
from typing import Any, NamedTuple

from flask import request

from app.compare.errors import SelectionError
from app.compare.selecting import select
from app.model.selection import Selection
from app.web.desk import vocabulary

Json = dict[str, Any]
MOST_ROWS = 1_000
LONGEST = 2_000
FIELDS = {
    "organization": "portal",
    "owner_org": "portal",
    "groups": "thema",
    "license_id": "lizenz",
    "res_format": "format",
    "kommune": "kommune",
    "musterdatensatz": "musterdatensatz",
}
"""Field of CKAN -> our filter."""
SORTS = {
    "": "",
    "id asc": "",
    "name asc": "",
    "score desc": "",
    "title_string asc": "titel",
    "title asc": "titel",
    "title_string desc": "-titel",
    "title desc": "-titel",
    "metadata_created desc": "neu",
    "metadata_modified desc": "geaendert",
}
_CLAUSE = re.compile(
    r"\s*(?:\bAND\b\s*)?(?P<minus>[-!]|NOT\s+)?\+?(?P<field>[A-Za-z_]+):\s*"
    r'(?P<value>"[^"]*"|\([^()]*\)|\[[^\]]*\]|[^\s()"]+)\s*'
)
_VALUE = re.compile(r'"([^"]*)"|([^\s"()]+)')
IGNORED = {"state", "type", "dataset_type", "private", "capacity", "entity_type", "site_id"}


class Refusal(Exception):
    """A request that cannot be answered; carries CKAN's kind of error, code and parameters."""

    def __init__(self, kind: str, status: int, code: str, **params: object) -> None:
        self.kind, self.status, self.code, self.params = kind, status, code, params
        super().__init__(code)


class Search(NamedTuple):
    """A search. selection: None where it names something that is not there. id: one dataset."""

    selection: Selection | None
    rows: int
    start: int
    sorting: str
    id: str = ""


def given() -> Json:
    """The parameters: of the query, a form or a JSON object; the first of each in the query."""
    if request.method == "POST" and not request.form:
        body = request.get_data(cache=False).strip()
        try:
            said = json.loads(body) if body else {}
        except (ValueError, RecursionError):
            raise Refusal("Bad request", 400, "ckan.no_json") from None
        if not isinstance(said, dict):
            raise Refusal("Bad request", 400, "ckan.no_json")
        return request.args.to_dict() | said
    return request.args.to_dict() | request.form.to_dict()


def word(asked: Json, name: str) -> str:
    """A parameter as text; empty where it is not given."""
    value = asked.get(name)
    if value is None:
        return ""
    if not isinstance(value, str | int | float):
        raise wrong(name, type(value).__name__)
    return _sound(str(value)).strip()[:LONGEST]


def _sound(text: str) -> str:
    """The text without what no answer and no store can carry: NUL and halves of characters."""
    return text.encode("utf-8", "replace").decode().replace("\0", "?")


def wrong(name: str, value: str) -> Refusal:
    """A parameter with a value that means nothing here."""
    return Refusal("Validation Error", 409, "ckan.value", parameter=name, value=value[:100])


def number(asked: Json, name: str, default: int, most: int) -> int:
    """A whole number from 0 to most; more is most, as in CKAN."""
    text = word(asked, name)
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise wrong(name, text)
    return min(int(text), most)


def search(asked: Json) -> Search:
    """What package_search is asked for; Refusal."""
    pairs, dataset = _filters(asked)
    words = word(asked, "q")
    if words not in ("", "*:*", "*"):
        pairs.append(("q", words))
    rows = number(asked, "rows", 10, MOST_ROWS)
    start = number(asked, "start", 0, 999_999_999)
    sorting = _sorting(word(asked, "sort"))
    try:
        selection = select(_joined(pairs), vocabulary())
    except SelectionError as error:
        if error.params.get("parameter") == "q":
            raise Refusal("Validation Error", 409, error.code, **error.params) from error
        selection = None  # a licence, format or group that is not there has no datasets
    return Search(selection, rows, start, sorting, dataset)


def _joined(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words of several places as one text."""
    words = " ".join(_tidy(value) for name, value in pairs if name == "q")
    return [pair for pair in pairs if pair[0] != "q"] + ([("q", words)] if words else [])


def _tidy(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _sorting(text: str) -> str:
    """The first of the sort fields that is in the list; Refusal if none is."""
    parts = [" ".join(part.lower().split()) for part in text.split(",")]
    parts = [part if " " in part or not part else f"{part} asc" for part in parts]
    for part in parts:
        if part in SORTS:
            return SORTS[part]
    raise wrong("sort", text)


def _filters(asked: Json) -> tuple[list[tuple[str, str]], str]:
    listed = asked.get("fq_list") or []
    texts = [word(asked, "fq"), *(_sound(str(each)) for each in listed if isinstance(listed, list))]
    pairs: list[tuple[str, str]] = []
    dataset = ""
    for text in texts:
        for field, values in _clauses(text[:LONGEST]):
            if field in ("id", "name"):
                dataset = values[0]
            elif field in ("tags", "title", "notes", "text"):
                pairs += [("q", f'"{value}"') for value in values]
            elif field in FIELDS:
                pairs += [(FIELDS[field], value) for value in values]
            elif field not in IGNORED:
                raise wrong("fq", field)
    return pairs, dataset


def _clauses(text: str) -> list[tuple[str, list[str]]]:
    """Fields and values of ``field:value`` clauses, joined by AND or blanks; Refusal for others."""
    found, position = [], 0
    while position < len(text):
        clause = _CLAUSE.match(text, position)
        if clause is None or clause["minus"]:
            raise wrong("fq", text[position:])
        position = clause.end()
        value = clause["value"]
        if value.startswith("["):  # ranges: everything has a value
            continue
        words = ["".join(pair) for pair in _VALUE.findall(value)]
        words = [each for each in words if each not in ("OR", "*", "")]
        if "AND" in words:
            raise wrong("fq", value)
        if words:
            found.append((clause["field"], words))
    return found
