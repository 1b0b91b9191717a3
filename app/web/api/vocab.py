# SPDX-License-Identifier: EUPL-1.2
"""The project's vocabularies as SKOS (licences also as ODRL): /vocab/<name> in four syntaxes."""

import hashlib
from functools import lru_cache

from flask import Blueprint, Response, request

from app.export import FORMATS
from app.export.site import FeedSite
from app.export.vocabularies import write_vocabulary
from app.vocabulary import Vocabulary
from app.web.api.negotiation import State, answer, is_kept, syntax_of
from app.web.desk import desk, vocabulary

api = Blueprint("vocabularies", __name__)
NAMES = "<any(licences, standards, musterdatensaetze, kommunen):name>"
KEPT = 6  # documents; that of the Kommunen has up to 16 MB


@api.get(f"/vocab/{NAMES}")
@api.get(f"/vocab/{NAMES}.<any(ttl, rdf, xml, jsonld, nt):suffix>")
def show(name: str, suffix: str | None = None) -> Response:
    """One vocabulary; the suffix or the Accept header decides the syntax."""
    syntax = syntax_of(suffix)
    data, tag = _document(name, vocabulary(), desk().feed, syntax.key)
    known = State(tag, None)
    response = answer(None if is_kept(known) else data, syntax, known)
    if suffix is None:
        response.vary.add("Accept")
    if request.method == "HEAD":
        response.content_length = len(data)
    return response


@lru_cache(maxsize=KEPT)
def _document(name: str, vocabulary: Vocabulary, site: FeedSite, syntax: str) -> tuple[bytes, str]:
    """The bytes and their validator; a vocabulary stays the same while a process lives."""
    data = write_vocabulary(name, vocabulary, site, FORMATS[syntax])
    return data, hashlib.sha256(data).hexdigest()[:32]
