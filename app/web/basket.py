# SPDX-License-Identifier: EUPL-1.2
"""The basket: ids of datasets that somebody collects, kept in the address and nowhere else.

``korb=ID,ID`` is taken out of a page's query before the page sees it, so no filter knows of it;
on the way out every link and form of the page that stays on the site carries it on. Programs'
addresses are left alone.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import Flask, Response, request

NAME = "korb"
MOST = 100
ENVIRON = "datenspiegel.korb"
ID = re.compile(r"[0-9a-z]{13}")
LONGEST = MOST * 14 * 4
PROGRAMS = ("/api", "/catalog", "/static", "/vocab/", "/dump", "/sparql")
LINK = re.compile(r'(<a\b[^>]*?\shref=")(/[^"#]*)')
FORM = re.compile(r'<form\b(?=[^>]*\smethod="get")(?=[^>]*\saction="/)[^>]*>')
DATA = re.compile(r"\.(?:json|csv|xlsx|ttl|rdf|jsonld|nt|xml|atom|gz)(?:\?|$)")
OWN = "data-korb"
Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


def equip(app: Flask) -> None:
    """Takes the basket out of queries, puts it into links, gives templates ``basket()``."""
    app.wsgi_app = _taking_out(app.wsgi_app)  # type: ignore[assignment, method-assign]
    app.after_request(_carry)
    names: dict[str, Any] = {"basket": collected, "keep": keep, "emptied": emptied}
    app.jinja_env.globals.update(names, basket_most=MOST)


def ids_of(text: str) -> tuple[str, ...]:
    """Well-formed ids of a text with commas or blanks between, each once, at most MOST."""
    words = re.split(r"[\s,;]+", text[:LONGEST])
    return tuple(dict.fromkeys(word for word in words if ID.fullmatch(word)))[:MOST]


def collected() -> tuple[str, ...]:
    """What the request's basket holds."""
    return ids_of(request.environ.get(ENVIRON, ""))


def is_overfull() -> bool:
    """Whether the address names more than a basket holds; pages that decide must not go on."""
    given = request.environ.get(ENVIRON, "")
    return len(given) > LONGEST or len(set(re.findall(r"[^\s,;]+", given))) > MOST


def keep(dataset: str) -> str:
    """The address of this page with the dataset put into the basket, or taken out of it."""
    held = tuple(each for each in collected() if each != dataset)
    changed = held if held != collected() else (*held, dataset)
    return address(request.query_string.decode("ascii", "ignore"), changed)


def address(query: str, held: Iterable[str]) -> str:
    """The request's path with this query and this basket; an empty one is said, to be carried."""
    korb = f"{NAME}={','.join(held)}"
    return f"{request.path}?{query}&{korb}" if query else f"{request.path}?{korb}"


def emptied() -> str:
    """The address of this page with nothing in the basket."""
    return address(request.query_string.decode("ascii", "ignore"), ())


def _taking_out(inner: Wsgi) -> Wsgi:
    def outer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        query = environ.get("QUERY_STRING", "")
        if f"{NAME}=" in query and not environ.get("PATH_INFO", "").startswith(PROGRAMS):
            pairs = parse_qsl(query, keep_blank_values=True)
            held = [value for name, value in pairs if name == NAME]
            rest = [pair for pair in pairs if pair[0] != NAME]
            if held:
                environ[ENVIRON] = ",".join(held)
                environ["QUERY_STRING"] = urlencode(rest)
        return inner(environ, start)

    return outer


def _carry(response: Response) -> Response:
    """Writes the basket into the page's links and forms; such pages are nothing for indexes."""
    held = collected()
    if not held or response.mimetype != "text/html" or response.direct_passthrough:
        return response
    response.headers["X-Robots-Tag"] = "noindex"
    if response.location:
        response.location = redirected(response.location, held)
    if response.get_data():
        response.set_data(_carried(response.get_data(as_text=True), ",".join(held)))
    return response


def redirected(target: str, held: Iterable[str]) -> str:
    """Where a redirect leads, with the basket; other sites and programs' addresses as they are."""
    path, mark, fragment = target.partition("#")
    outside = not re.match(r"/(?!/)", path) or path.startswith(PROGRAMS)
    if outside or DATA.search(path) or f"{NAME}=" in path:
        return target
    return f"{path}{'&' if '?' in path else '?'}{NAME}={','.join(held)}{mark}{fragment}"


def _carried(html: str, korb: str) -> str:
    def link(found: re.Match[str]) -> str:
        start, path = found.groups()
        if path.startswith(PROGRAMS) or DATA.search(path) or f"{NAME}=" in path:
            return found[0]
        return f"{start}{path}{'&amp;' if '?' in path else '?'}{NAME}={korb}"

    def form(found: re.Match[str]) -> str:
        if OWN in found[0]:
            return found[0]
        return f'{found[0]}<input type="hidden" name="{NAME}" value="{korb}">'

    return FORM.sub(form, LINK.sub(link, html))
