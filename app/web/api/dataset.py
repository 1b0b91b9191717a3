# SPDX-License-Identifier: EUPL-1.2
"""One dataset as RDF: /datensatz/<id> with the suffix of a syntax."""

from flask import Blueprint, Response

from app.export import write_one
from app.store import dataset_queries
from app.web.api.negotiation import answer, is_kept, profile, state, syntax_of
from app.web.desk import desk, session, vocabulary
from app.web.errors import refuse

api = Blueprint("dataset_rdf", __name__)


@api.get("/datensatz/<dataset_id>.<any(ttl, rdf, jsonld, nt):suffix>")
def show(dataset_id: str, suffix: str) -> Response:
    """A live dataset; 410 for one that its source no longer has, 404 for what never was."""
    syntax, chosen = syntax_of(suffix), profile()
    if isinstance(chosen, Response):
        return chosen
    known = state(syntax)
    if is_kept(known):
        return answer(None, syntax, known)
    document = write_one(session(), vocabulary(), desk().feed, dataset_id, syntax, chosen)
    if document is not None:
        return answer(document.data, syntax, known)
    gone = dataset_queries.get(session(), dataset_id) is not None
    shown = dataset_id[:100]
    if gone:
        return refuse(410, "export.gone", dataset=shown)
    return refuse(404, "export.not_found", dataset=shown)
