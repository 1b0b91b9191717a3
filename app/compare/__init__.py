# SPDX-License-Identifier: EUPL-1.2
"""Questions about many Kommunen, each a module with a function that gives one frozen Answer."""

from collections.abc import Callable
from dataclasses import dataclass

from app.compare import haeufigste_datenbestaende
from app.compare.answer import Answer

__all__ = ["QUESTIONS", "Answer", "Question"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its slug in paths and messages, its function, what it sorts and filters by."""

    slug: str
    answer: Callable[..., Answer]
    sortings: tuple[str, ...]
    ignored: tuple[str, ...] = ()


QUESTIONS: dict[str, Question] = {
    question.slug: question
    for question in (
        Question(
            haeufigste_datenbestaende.SLUG,
            haeufigste_datenbestaende.answer,
            haeufigste_datenbestaende.SORTINGS,
            haeufigste_datenbestaende.IGNORED,
        ),
    )
}
