# SPDX-License-Identifier: EUPL-1.2
"""What a request finds on its desk: the store's session, the vocabulary, the site, its language."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask, Response, current_app, g, request

from app.config.freshness import Rhythm
from app.export.site import FeedSite
from app.store import Session, Store
from app.vocabulary import Vocabulary
from app.web import messages

NAME = "datenspiegel"
ENGLISH = "/en"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """Who offers the site. url: public address, no slash at its end. Texts: language -> text."""

    title: str
    url: str
    operator: str = ""
    contact: str = ""
    authority: bool = False
    imprint: Words = field(default_factory=dict)
    privacy: Words = field(default_factory=dict)
    accessibility: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """What stays the same for all requests of an application. index: folder of the search.

    expected: portal -> how many datasets the operator expects of it at least. rhythms: how often
    each portal is to be read.
    """

    store: Store
    vocabulary: Vocabulary
    site: Site
    feed: FeedSite
    index: Path = Path("data", "index")
    expected: Mapping[str, int] = field(default_factory=dict)
    rhythms: Mapping[str, Rhythm] = field(default_factory=dict)


def furnish(app: Flask, desk: Desk) -> None:
    """Puts the desk into the application and closes what a request opened when it ends."""
    app.extensions[NAME] = desk
    app.teardown_appcontext(_close)


def desk() -> Desk:
    """The desk of the application that answers."""
    found = current_app.extensions[NAME]
    if not isinstance(found, Desk):
        raise TypeError(NAME)
    return found


def session() -> Session:
    """The request's read session, opened at first use: one state of the store throughout."""
    if "session" not in g:
        g.stack = ExitStack()
        g.session = g.stack.enter_context(desk().store.session())
    opened: Session = g.session
    return opened


def close_session() -> None:
    """Ends the request's read session; the next use opens one on the state of then."""
    _close(None)


def _close(error: BaseException | None) -> None:
    stack: ExitStack | None = g.pop("stack", None)
    g.pop("session", None)
    if stack is not None:
        stack.close()


def vocabulary() -> Vocabulary:
    """The vocabulary of the application."""
    return desk().vocabulary


def lang() -> str:
    """``en`` below /en, else ``de``; for programs below /api what they ask for."""
    path = request.path  # once: a table asks for the language with every word
    if path.startswith("/api/"):
        return _preferred()
    return "en" if path == ENGLISH or path.startswith(f"{ENGLISH}/") else "de"


def _preferred() -> str:
    """``lang`` of the query, else what the client accepts best, else German."""
    asked = request.args.get("lang", "")
    if asked in messages.LANGUAGES:
        return asked
    wanted = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality)
    return next((tag for tag in wanted if tag in messages.LANGUAGES), messages.DEFAULT)


def say(code: str, **params: object) -> str:
    """The sentence for a code in the request's language."""
    return messages.say(lang(), code, **params)


def bare_path() -> str:
    """The request's path without the language prefix."""
    path = request.path
    return (path.removeprefix(ENGLISH) or "/") if lang() == "en" else path


def href(path: str, language: str | None = None) -> str:
    """A path of the site in the request's language, or in the one named."""
    if (language or lang()) == "de":
        return path
    return f"{ENGLISH}{path}" if path != "/" else f"{ENGLISH}/"


def open_data(response: Response) -> Response:
    """Marks an answer as open data: other sites' scripts may read it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
