# SPDX-License-Identifier: EUPL-1.2
"""Questions about many Kommunen, each a module with a function that gives one frozen Answer."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.compare import (
    abdeckung,
    haeufigste_datenbestaende,
    kombinierbarkeit,
    lizenzen_je_kommune,
    lizenzwechsel,
    musterdatensatz_im_vergleich,
    offenheit,
    potenzial,
    standards_je_kommune,
    standards_je_musterdatensatz,
    widersprueche,
)
from app.compare.answer import Answer
from app.compare.choices import Choices

__all__ = ["QUESTIONS", "Answer", "Question"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its slug in paths and messages, its function, what it sorts and filters by.

    ignored: filters without effect. required: the filter without which there is no answer.
    laender: whether Länder can be asked about. choices: parameters beside the filters, which the
    function takes by name.
    """

    slug: str
    answer: Callable[..., Answer]
    sortings: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    required: str = ""
    laender: bool = False
    choices: Choices = field(default_factory=dict)


QUESTIONS: dict[str, Question] = {
    question.slug: question
    for question in (
        Question(
            haeufigste_datenbestaende.SLUG,
            haeufigste_datenbestaende.answer,
            haeufigste_datenbestaende.SORTINGS,
            haeufigste_datenbestaende.IGNORED,
            laender=True,
        ),
        Question(
            lizenzen_je_kommune.SLUG,
            lizenzen_je_kommune.answer,
            lizenzen_je_kommune.SORTINGS,
            lizenzen_je_kommune.IGNORED,
            laender=True,
        ),
        Question(
            musterdatensatz_im_vergleich.SLUG,
            musterdatensatz_im_vergleich.answer,
            musterdatensatz_im_vergleich.SORTINGS,
            musterdatensatz_im_vergleich.IGNORED,
            musterdatensatz_im_vergleich.REQUIRED,
        ),
        Question(
            potenzial.SLUG,
            potenzial.answer,
            potenzial.SORTINGS,
            potenzial.IGNORED,
            potenzial.REQUIRED,
        ),
        Question(
            offenheit.SLUG,
            offenheit.answer,
            offenheit.SORTINGS,
            offenheit.IGNORED,
            laender=True,
            choices=offenheit.CHOICES,
        ),
        Question(
            kombinierbarkeit.SLUG,
            kombinierbarkeit.answer,
            kombinierbarkeit.SORTINGS,
            kombinierbarkeit.IGNORED,
            kombinierbarkeit.REQUIRED,
            choices=kombinierbarkeit.CHOICES,
        ),
        Question(
            lizenzwechsel.SLUG,
            lizenzwechsel.answer,
            lizenzwechsel.SORTINGS,
            lizenzwechsel.IGNORED,
            laender=True,
        ),
        Question(
            widersprueche.SLUG,
            widersprueche.answer,
            widersprueche.SORTINGS,
            widersprueche.IGNORED,
        ),
        Question(
            standards_je_musterdatensatz.SLUG,
            standards_je_musterdatensatz.answer,
            standards_je_musterdatensatz.SORTINGS,
            standards_je_musterdatensatz.IGNORED,
            laender=True,
            choices=standards_je_musterdatensatz.CHOICES,
        ),
        Question(
            standards_je_kommune.SLUG,
            standards_je_kommune.answer,
            standards_je_kommune.SORTINGS,
            standards_je_kommune.IGNORED,
            laender=True,
            choices=standards_je_kommune.CHOICES,
        ),
        Question(
            abdeckung.SLUG,
            abdeckung.answer,
            abdeckung.SORTINGS,
            abdeckung.IGNORED,
            laender=True,
            choices=abdeckung.CHOICES,
        ),
    )
}
