# SPDX-License-Identifier: EUPL-1.2
"""Assignments an editor should look at: the publisher contradicted, the model unsure.

The confidence is not stored: the titles of a page are asked again, which costs a millisecond each.
"""

from dataclasses import replace
from typing import NamedTuple

from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.errors import SelectionError
from app.compare.meaning import topic_link
from app.compare.place_links import place_link, portal_link
from app.model.selection import Selection
from app.normalise.musterdatensatz_model import Guess, because, guess
from app.normalise.musterdatensatz_reading import Classifier
from app.store import Session, doubt_queries, state_queries
from app.store.doubt_queries import ORDERS, RULES, Doubt
from app.vocabulary import Vocabulary

SLUG = "musterdatensaetze-pruefen"
PARAMETER = "zweifel"
PAGE = 25
COLUMNS = (
    Column("datensatz", "link", "name"),
    Column("zweifel", "code", "zweifel"),
    Column("kommune", "link", "kommune"),
    Column("portal", "link", "portal"),
    Column("genannt", "link"),
    Column("vermutet", "link"),
    Column("konfidenz", "share"),
    Column("woerter", "list"),
    Column("alternativen", "links"),
    Column("befehl", "text"),
)
IGNORED = ("groesse", "typ", "offen")
_KINDS = {rule: kind for kind, rule in RULES.items()}
_NOBODY = Link("", "")


class Asked(NamedTuple):
    """What names are made with and titles are read with."""

    vocabulary: Vocabulary
    classifier: Classifier
    lang: str = "de"


def kinds_of(value: str) -> tuple[str, ...]:
    """The kinds of doubt a parameter asks for; all for none. SelectionError."""
    if value and value not in RULES:
        allowed = ", ".join(RULES)
        raise SelectionError(
            "selection.not_in_list", parameter=PARAMETER, value=value[:100], allowed=allowed
        )
    return (value,) if value else tuple(RULES)


def answer(session: Session, asked: Asked, selection: Selection, kind: str = "") -> Answer:
    """The list; three statements. kind: one kind of doubt. SelectionError for a bad sort field."""
    kinds, sorting = kinds_of(kind), selection.sortierung or "zweifel"
    if sorting not in ORDERS:
        allowed = ", ".join(ORDERS)
        raise SelectionError(
            "selection.not_in_list", parameter="sortierung", value=sorting, allowed=allowed
        )
    wanted = replace(selection, sortierung=sorting, groesse=(), typ=(), offen=())
    size = selection.pro_seite or PAGE
    start = (selection.seite - 1) * size
    found = doubt_queries.doubts(session, wanted, kinds, size, start)
    return Answer(
        question=SLUG,
        columns=COLUMNS,
        rows=tuple(_row(asked, doubt) for doubt in found),
        notes=_notes(selection),
        total=doubt_queries.count(session, wanted, kinds),
        page=selection.seite,
        page_size=size,
        sorting=sorting,
        selection=selection,
        generation=state_queries.generation(session),
        further=((PARAMETER, kind),) if kind else (),
    )


def _row(asked: Asked, doubt: Doubt) -> tuple[Cell, ...]:
    title = doubt.title or ""
    found = guess(asked.classifier.model, title, doubt.description or "")
    place = place_link(asked.vocabulary, doubt.kommune) if doubt.kommune else _NOBODY
    said = doubt.musterdatensatz if doubt.rule in {"reference", "keyword"} else None
    return (
        Link(doubt.id, doubt.title or doubt.id, f"/datensatz/{doubt.id}"),
        _KINDS[doubt.rule],
        place,
        portal_link(doubt.portal, doubt.portal_title),
        _named(asked, said) if said else _NOBODY,
        *_guessed(asked, title, found),
        _command(asked, doubt.id, found),
    )


def _guessed(asked: Asked, title: str, found: Guess | None) -> tuple[Cell, ...]:
    if found is None:
        return (_NOBODY, None, (), ())
    best, *others = found.choices
    words = because(asked.classifier.model, title, best.slug)
    return (
        _named(asked, best.slug),
        best.confidence,
        words,
        tuple(_named(asked, other.slug) for other in others),
    )


def _named(asked: Asked, slug: str) -> Link:
    return topic_link(asked.vocabulary, asked.lang)("musterdatensatz", slug)[0]


def _command(asked: Asked, id: str, found: Guess | None) -> str:
    """Ready to copy; takes the guess. Id and URI hold nothing a shell would read."""
    entry = asked.vocabulary.musterdaten.get(found.choices[0].slug) if found else None
    uri = entry.uri if entry else "Sonstiges"
    return f"datenspiegel musterdatensatz correct {id} {uri}"


def _notes(selection: Selection) -> tuple[Note, ...]:
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (
        Note("note.pruefen_command"),
        Note("note.pruefen_order"),
        *(Note("note.ignored", {"parameter": name}) for name in ignored),
    )
