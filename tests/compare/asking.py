# SPDX-License-Identifier: EUPL-1.2
"""Questions as tests ask them: by slug and query string."""

from typing import Any

from app.compare import QUESTIONS
from app.compare.answer import Answer, Portion
from app.compare.selecting import select
from app.model.selection import Selection
from app.store import Store
from app.vocabulary import Vocabulary

TREES = "floraUndFauna--baumbestand--baumkataster"
WASTE = "abfallentsorgung--abfallkalender"
ROSTOCK, SCHWERIN, KIEL, MOERS = "13003000", "13004000", "01002000", "05170024"
KREIS = "13071"


def selected(vocabulary: Vocabulary, query: str) -> Selection:
    """The selection of a query string without percent signs."""
    parts = (pair.partition("=") for pair in query.split("&") if pair)
    return select([(name, value) for name, _, value in parts], vocabulary)


def ask(
    store: Store, vocabulary: Vocabulary, slug: str, query: str = "", lang: str = "de"
) -> Answer:
    """The answer to a question."""
    chosen = selected(vocabulary, query)
    with store.session() as session:
        return QUESTIONS[slug].answer(session, vocabulary, chosen, lang)


def rows(answer: Answer) -> dict[str, dict[str, Any]]:
    """Key of the first cell -> the row by column."""
    keys = [column.key for column in answer.columns]
    return {row[0].key: dict(zip(keys, row, strict=True)) for row in answer.rows}  # type: ignore[union-attr]


def numbers(portions: tuple[Portion, ...]) -> dict[str, int | None]:
    """Key -> number, in the order shown."""
    return {portion.key: portion.number for portion in portions}


def notes(answer: Answer) -> dict[str, dict[str, Any]]:
    """Code -> parameters."""
    return {note.code: dict(note.params) for note in answer.notes}
