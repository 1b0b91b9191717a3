# SPDX-License-Identifier: EUPL-1.2
"""Imprint, privacy and accessibility: the operator's texts, or that there is none yet."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.web.desk import desk, lang

page = Blueprint("rechtliches", __name__)


@page.get("/impressum", defaults={"name": "imprint"})
@page.get("/datenschutz", defaults={"name": "privacy"})
@page.get("/barrierefreiheit", defaults={"name": "accessibility"})
def show(name: str) -> ResponseReturnValue:
    """The text in the page's language, else in the other one; reads nothing from the store."""
    site = desk().site
    texts = {
        "imprint": site.imprint,
        "privacy": site.privacy,
        "accessibility": site.accessibility,
    }[name]
    own = texts.get(lang(), "")
    spoken = lang() if own else next((key for key, text in texts.items() if text), lang())
    return render_template(
        "pages/rechtliches.html", name=name, words=own or texts.get(spoken, ""), spoken=spoken
    )
