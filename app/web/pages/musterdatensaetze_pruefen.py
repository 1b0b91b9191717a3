# SPDX-License-Identifier: EUPL-1.2
"""Assignments an editor should look at, with the command that corrects each; reading only."""

from functools import lru_cache

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare.musterdatensaetze_pruefen import PARAMETER, Asked, answer
from app.compare.options import Option
from app.compare.selecting import query_of, select
from app.normalise.musterdatensatz_reading import Classifier, make_classifier
from app.store.doubt_queries import RULES
from app.vocabulary import Vocabulary
from app.web import controls
from app.web.desk import bare_path, href, lang, session, vocabulary
from app.web.pages.choices import choices
from app.web.present import present, rows_allowed

page = Blueprint("musterdatensaetze_pruefen", __name__)


@page.get("/musterdatensaetze/pruefen", defaults={"form": "html"})
@page.get("/musterdatensaetze/pruefen.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """The table for the filters of the query string and one kind of doubt (``zweifel``)."""
    pairs = request.args.items(multi=True)
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv", PARAMETER})
    kind = request.args.get(PARAMETER, "")
    asked = Asked(vocabulary(), _classifier(vocabulary()), lang())
    found = answer(session(), asked, chosen, kind)
    offered = choices(vocabulary(), lang(), "land")
    beside = controls.controls(found, offered, vocabulary())
    kinds = tuple(Option(name, _address(query_of(chosen, seite=1), name)) for name in ("", *RULES))
    template = "pages/musterdatensaetze_pruefen.html"
    return present(found, form, template, controls=beside, kinds=kinds, kind=kind)


def _address(query: str, kind: str) -> str:
    parts = [query] if query else []
    parts += [f"{PARAMETER}={kind}"] if kind else []
    return href(bare_path()) + ("?" + "&".join(parts) if parts else "")


@lru_cache(maxsize=2)
def _classifier(vocabulary: Vocabulary) -> Classifier:
    return make_classifier(vocabulary)
