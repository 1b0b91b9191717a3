# SPDX-License-Identifier: EUPL-1.2
"""The start page: what this is, live figures, ways in; how to harvest while there is nothing."""

from typing import NamedTuple

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from app.compare import QUESTIONS
from app.store import figure_queries, state_queries
from app.store.figure_queries import Figures
from app.web import invented
from app.web.desk import session

NAME = "datenspiegel.figures"
page = Blueprint("start", __name__)


class Counted(NamedTuple):
    """The figures of a generation of the store: counting reads every dataset."""

    generation: int
    figures: Figures


@page.get("/")
def show() -> ResponseReturnValue:
    """The page; two statements, more where the generation of the store is a new one."""
    generation = state_queries.generation(session())
    return render_template(
        "pages/start.html",
        figures=figures(generation),
        invented=invented.datasets(generation),
        questions=tuple(QUESTIONS.values()),
    )


def figures(generation: int) -> Figures:
    """Of the store as it is now; portals come without a new generation."""
    known = current_app.extensions.get(NAME)
    if not isinstance(known, Counted) or known.generation != generation:
        known = Counted(generation, figure_queries.figures(session()))
        current_app.extensions[NAME] = known
    return known.figures._replace(portals=figure_queries.portals(session()))
