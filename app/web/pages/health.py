# SPDX-License-Identifier: EUPL-1.2
"""For machines that watch: alive, ready, and what robots may read."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from app.store import state_queries
from app.web.desk import desk, say, session

page = Blueprint("health", __name__)


def _plain(text: str) -> Response:
    response = Response(text + "\n", mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response


@page.get("/healthz")
def alive() -> ResponseReturnValue:
    """The process answers; nothing else is looked at."""
    return _plain("ok")


@page.get("/readyz")
def ready() -> ResponseReturnValue:
    """The store can be read; 503 otherwise."""
    state_queries.generation(session())
    return _plain(say("web.ready"))


@page.get("/robots.txt")
def robots() -> ResponseReturnValue:
    """All may be read, the feed with its pages too; filtered views are no pages of their own."""
    views = ("/vergleich/*?", "/en/vergleich/*?")
    lines = (
        "User-agent: *",
        *(f"Disallow: {view}" for view in views),
        "Disallow: /sparql?",
        "Disallow: /en/sparql?",
        f"# {desk().site.url}/catalog",
        f"Sitemap: {desk().site.url}/sitemap.xml",
    )
    return _plain("\n".join(lines))
