# SPDX-License-Identifier: EUPL-1.2
"""One dataset: what the portal said and what was understood, side by side, with its findings."""

from flask import Blueprint, make_response, render_template
from flask.typing import ResponseReturnValue

from app.store import cluster_queries, dataset_queries
from app.web.desk import lang, session, vocabulary
from app.web.errors import refuse
from app.web.pages.credit_box import box
from app.web.pages.dataset_history import history
from app.web.pages.description import described
from app.web.pages.names import names
from app.web.pages.reading_rows import dataset_rows, file_rows, hints
from app.web.pages.said import said
from app.web.present import fresh

page = Blueprint("datensatz", __name__)
FILES_SHOWN = 200
SYNTAXES = ("ttl", "rdf", "jsonld", "nt")


@page.get("/datensatz/<string(length=13):dataset_id>")
def show(dataset_id: str) -> ResponseReturnValue:
    """The page of a dataset, live or retired; 404 for an id that was never given."""
    stored = dataset_queries.get(session(), dataset_id)
    source = dataset_queries.source(session(), dataset_id)
    if stored is None or source is None:
        return refuse(404, "web.unknown_dataset")
    words = said(source.media_type, source.statements, stored.dataset.uri)
    named = names(vocabulary(), lang())
    files = file_rows(stored.dataset, named)
    body = render_template(
        "pages/datensatz.html",
        stored=stored,
        dataset=stored.dataset,
        rows=dataset_rows(stored.dataset, words, named),
        description=described(
            stored.dataset.description or "", source.media_type, source.statements, words
        ),
        files=files,
        formats_here=tuple(dict.fromkeys(file.format for file in files if file.format)),
        standard_names={
            use.key: named.standard(use.key)
            for part in stored.dataset.distributions
            for use in part.standards
            if use.key
        },
        formats=vocabulary().formats,
        shown=FILES_SHOWN,
        hints=hints(stored.findings),
        syntaxes=SYNTAXES,
        cluster=cluster_queries.cluster(session(), stored.id),
        history=history(stored.id),
        credit=box(stored.dataset, stored.id, vocabulary(), lang()),
    )
    return fresh(make_response(body))
