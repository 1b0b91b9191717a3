# SPDX-License-Identifier: EUPL-1.2
"""The vocabularies this service reads with: what each holds, and where it is as linked data."""

from collections.abc import Sized
from typing import NamedTuple

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.export import FORMATS
from app.export.vocabularies import VOCABULARIES
from app.vocabulary import Vocabulary
from app.web.desk import vocabulary

page = Blueprint("vocab", __name__)
# Where each stands in the Vocabulary, and the page that shows the same for people.
HELD = {
    "licences": ("licences", "/lizenzen"),
    "standards": ("standards", "/standards"),
    "musterdatensaetze": ("musterdaten", "/musterdatensaetze"),
    "kommunen": ("register", "/kommunen"),
}


class Entry(NamedTuple):
    """One vocabulary. name: last part of its address. files: syntax and address."""

    name: str
    page: str
    concepts: int
    files: tuple[tuple[str, str], ...]


@page.get("/vocab")
def show() -> ResponseReturnValue:
    """The list; reads nothing from the store."""
    return render_template("pages/vocab.html", entries=entries(vocabulary()))


def entries(known: Vocabulary) -> tuple[Entry, ...]:
    """Every vocabulary that is published, with its files by syntax."""
    return tuple(_entry(known, name) for name in VOCABULARIES)


def _entry(known: Vocabulary, name: str) -> Entry:
    attribute, path = HELD[name]
    held: Sized = getattr(known, attribute)
    return Entry(name, path, len(held), tuple((key, f"/vocab/{name}.{key}") for key in FORMATS))
