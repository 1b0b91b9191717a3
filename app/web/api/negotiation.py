# SPDX-License-Identifier: EUPL-1.2
"""Which syntax a request asks for, and answers clients can keep (RFC 9110, sections 8.8, 12)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from flask import Response, request

from app import version
from app.export import BY_SUFFIX, FORMATS, PROFILES, Profile, Syntax
from app.store import run_queries, state_queries
from app.web.desk import desk, open_data, session
from app.web.errors import refuse

PRIMARY = {syntax.media_type: syntax for syntax in FORMATS.values()}
FURTHER = {name: syntax for syntax in FORMATS.values() for name in syntax.media_types[1:]}


def syntax_of(suffix: str | None) -> Syntax:
    """The syntax of the suffix, else the one the Accept header likes best, else Turtle.

    Names that are not RDF's own (application/xml, text/plain) count only where nothing else fits.
    """
    if suffix:
        return BY_SUFFIX[suffix]
    accepted = request.accept_mimetypes
    for known in (PRIMARY, FURTHER):
        named = {name: syntax for name, syntax in known.items() if _is_named(name)}
        best = accepted.best_match(named)
        if best:
            return named[best]
    return FORMATS["ttl"]


def _is_named(media_type: str) -> bool:
    """Whether the header names the type itself and not only a wildcard."""
    wanted = request.accept_mimetypes.values()
    return media_type in {name.partition(";")[0].strip().lower() for name in wanted}


def profile() -> Profile | Response:
    """The profile asked for, or the refusal of one that does not exist."""
    asked = request.args.get("profile", PROFILES[0])
    for known in PROFILES:
        if asked == known:
            return known
    listed = ", ".join(PROFILES)
    return refuse(400, "export.unknown_profile", profile=asked[:100], known=listed)


@dataclass(frozen=True, slots=True)
class State:
    """What the bytes of an answer depend on. changed: when the data last did, None if not known."""

    tag: str
    changed: datetime | None


def state(syntax: Syntax) -> State:
    """A strong validator: same data, same question, same site and version, same bytes."""
    data = str(state_queries.generation(session()))
    parts = (data, request.full_path, syntax.key, desk().feed.fingerprint, version())
    tag = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
    return State(tag, _changed())


def _changed() -> datetime | None:
    """The end of the newest run; while one is under way nobody can tell."""
    newest = run_queries.history(session(), limit=1)
    return newest[0].ended if newest else None


def is_kept(known: State) -> bool:
    """Whether the client has these bytes already; If-None-Match goes before the date.

    The comparison is weak (RFC 9110, section 13.1.2): a web server in front that compresses makes
    the tag a weak one.
    """
    if request.headers.get("If-None-Match"):
        return request.if_none_match.contains_weak(known.tag)
    since = request.if_modified_since
    if since is None or known.changed is None:
        return False
    return known.changed.replace(microsecond=0) <= since


def answer(data: bytes | None, syntax: Syntax, known: State) -> Response:
    """The document as open data; 304 without body where data is None."""
    response = Response(data or b"", mimetype=syntax.media_type)
    if syntax.key in ("ttl", "nt"):
        response.content_type = f"{syntax.media_type}; charset=utf-8"
    if data is None:
        response.status_code = 304
    response.set_etag(known.tag)
    if known.changed is not None:  # None would be written as the time of now
        response.last_modified = known.changed
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link"
    open_data(response)
    return response
