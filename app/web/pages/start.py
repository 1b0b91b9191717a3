# SPDX-License-Identifier: EUPL-1.2
"""The start page: what this is, live figures, ways in; how to harvest while there is nothing."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.compare import QUESTIONS
from app.model.demonstration import PORTAL as DEMONSTRATION
from app.store import figure_queries
from app.web.desk import session

page = Blueprint("start", __name__)


@page.get("/")
def show() -> ResponseReturnValue:
    """The page; four statements."""
    return render_template(
        "pages/start.html",
        figures=figure_queries.figures(session()),
        invented=figure_queries.of_portal(session(), DEMONSTRATION),
        questions=tuple(QUESTIONS.values()),
    )
