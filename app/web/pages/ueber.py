# SPDX-License-Identifier: EUPL-1.2
"""About this service: how it reads, where its registers come from, who runs it."""

from importlib.metadata import version

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

page = Blueprint("ueber", __name__)


@page.get("/ueber")
def show() -> ResponseReturnValue:
    """The page; reads nothing from the store."""
    return render_template("pages/ueber.html", version=version("datenspiegel"))
