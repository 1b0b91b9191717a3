# SPDX-License-Identifier: EUPL-1.2
"""Formats: all that are in use, and one with what it is and how its use went over the days."""

from typing import NamedTuple

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from app.compare import formate
from app.compare.selecting import select
from app.model.selection import Selection
from app.store import daily_queries
from app.vocabulary.formats import Format
from app.web import controls, invented
from app.web.desk import lang, open_data, session, vocabulary
from app.web.errors import json_answer, refuse
from app.web.pages.trend import listed, trend_of
from app.web.present import fresh, present, rows_allowed

page = Blueprint("formate", __name__)


class Used(NamedTuple):
    """How many datasets and Kommunen offer a format; share: of all datasets that count."""

    datasets: int
    share: float
    kommunen: int


@page.get("/formate", defaults={"form": "html"})
@page.get("/formate.<any(json, csv, xlsx):form>")
def show_all(form: str) -> ResponseReturnValue:
    """The list for the filters of the query string; four statements."""
    pairs = request.args.items(multi=True)
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv"})
    answer = formate.answer(session(), vocabulary(), chosen, lang())
    beside = controls.controls(answer, {}, vocabulary())
    return present(answer, form, "pages/formate.html", controls=beside)


@page.get("/format/<format>", defaults={"form": "html"})
@page.get("/format/<format>.<any(json):form>")
def show(format: str, form: str) -> ResponseReturnValue:
    """The page, as JSON too; six statements. Keys are found in any case."""
    found = vocabulary().formats.get(format) or vocabulary().formats.get(format.upper())
    if found is None:
        return refuse(404, "format.unknown", key=format[:100])
    generation, used = _used(found.key)
    trend = trend_of("format", found.key)
    if form == "json":
        return _json(found, used, listed(trend))
    said = {"format": found, "used": used, "trend": trend}
    shown = render_template("pages/format.html", invented=invented.datasets(generation), **said)
    return fresh(Response(shown))


def _used(key: str) -> tuple[int, Used]:
    """With the store's generation before it."""
    datasets = daily_queries.newest(session(), "format").get(key, 0)
    everything = sum(daily_queries.newest(session(), "counted").values())
    generation, kommunen = formate.users(session(), vocabulary(), Selection())
    share = datasets / everything if everything else 0.0
    return generation, Used(datasets, share, kommunen.get(key, 0))


def _json(found: Format, used: Used, steps: list[dict[str, object]]) -> Response:
    told: dict[str, object] = {
        "key": found.key,
        "name": found.name(lang()),
        "uri": found.uri or None,
        "level": found.level,
        "machine_readable": found.machine_readable,
        "open": found.open,
        "geographic": found.geographic,
        "extensions": found.extensions,
        "media_types": found.media_types,
        **used._asdict(),
        "trend": steps,
    }
    return fresh(open_data(json_answer(told)))
