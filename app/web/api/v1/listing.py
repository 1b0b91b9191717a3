# SPDX-License-Identifier: EUPL-1.2
"""Lists as JSON: rows of one page, how many there are, and links to the pages beside it."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from flask import Response, request

from app.compare.answer import Answer
from app.compare.selecting import FIELDS, select
from app.compare.tables import to_json
from app.model.selection import Selection
from app.store import state_queries
from app.web.api.v1.operation import LARGEST_PAGE, Operation
from app.web.desk import desk, open_data, say, session, vocabulary
from app.web.errors import json_answer
from app.web.present import fresh

PAGE = 100
Json = dict[str, Any]
Notes = tuple[tuple[str, Json], ...]
"""Codes and parameters."""


class Slice(NamedTuple):
    """A page of rows. most: the last page that links may lead to, where not all can be reached."""

    rows: list[Json]
    total: int
    page: int
    size: int
    sorting: str = ""
    notes: Notes = ()
    most: int = 999_999


def chosen(operation: Operation) -> Selection:
    """The checked filters, sorting and page of the request; SelectionError."""
    pairs = request.args.items(multi=True)
    own = [name for name in operation.allowed() if name not in FIELDS]
    return select(pairs, vocabulary(), LARGEST_PAGE, also=own)


def sized(selection: Selection) -> tuple[int, int]:
    """Size of the page and rows before it."""
    size = selection.pro_seite or PAGE
    return size, (selection.seite - 1) * size


def tell(body: Json) -> Response:
    """One thing as open data, with an ETag."""
    return fresh(open_data(json_answer(body)))


def tell_answer(answer: Answer, **more: Any) -> Response:
    """The answer of a question with links to its pages."""
    links = _links(answer.page, answer.pages)
    return _linked(more | to_json(answer, say) | {"links": links}, links)


def tell_slice(part: Slice) -> Response:
    """A list that is no answer to a question, in the same frame."""
    pages = max(1, -(-part.total // part.size))
    links = _links(part.page, min(pages, part.most))
    body = {
        "total": part.total,
        "page": part.page,
        "page_size": part.size,
        "pages": pages,
        "sorting": part.sorting,
        "generation": state_queries.generation(session()),
        "rows": part.rows,
        "notes": [
            {"code": code, "params": params, "text": say(code, **params)}
            for code, params in part.notes
        ],
        "links": links,
    }
    return _linked(body, links)


def _linked(body: Json, links: Json) -> Response:
    response = tell(body)
    beside = [f'<{url}>; rel="{name}"' for name, url in links.items() if name != "self" and url]
    if beside:
        response.headers["Link"] = ", ".join(beside)
        response.headers["Access-Control-Expose-Headers"] = "ETag, Link"
    return response


def _links(page: int, pages: int) -> Json:
    """Absolute addresses below the site's own, never below a Host header's."""
    return {
        "self": address(page),
        "first": address(1),
        "prev": address(min(page - 1, pages)) if page > 1 else None,
        "next": address(page + 1) if page < pages else None,
        "last": address(pages),
    }


def address(page: int) -> str:
    """The address of another page of this list."""
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] != "seite"]
    query = urlencode([*pairs, ("seite", str(page))])
    return f"{desk().site.url}{request.path}?{query}"
