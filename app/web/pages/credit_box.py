# SPDX-License-Identifier: EUPL-1.2
"""The box "Quellenvermerk" of a dataset's page: its credit line, ready to be copied."""

from functools import partial
from typing import NamedTuple

from app.licensing.credit import Credit, credit
from app.licensing.credit_answer import notes
from app.licensing.credit_sources import sources_of
from app.licensing.credit_text import HTML, MARKDOWN, TEXT, whole
from app.licensing.wording import cite
from app.model import Dataset
from app.vocabulary import Vocabulary
from app.web import messages


class Box(NamedTuple):
    """texts "" where nothing is due. notes: each once; missing: names of what was not supplied.

    free: whether the licence asks for no credit at all. clauses: where the texts say so.
    """

    text: str
    html: str
    markdown: str
    notes: tuple[str, ...]
    missing: tuple[str, ...]
    clauses: tuple[str, ...]
    free: bool


def box(dataset: Dataset, id: str, vocabulary: Vocabulary, lang: str) -> Box:
    """The credit line of one dataset, unchanged, in the language of the page."""
    say = partial(messages.say, lang)
    made = credit(sources_of(dataset, id), vocabulary.licences, vocabulary.credit_rules)
    told = (note for entry in made.entries for note in notes(entry, lang, say))
    names = (say(f"credit.missing.{code}") for code in _missing(made))
    return Box(
        text=whole(made, TEXT, say),
        html=whole(made, HTML, say),
        markdown=whole(made, MARKDOWN, say),
        notes=tuple(dict.fromkeys(told)),
        missing=tuple(names),
        clauses=tuple(
            dict.fromkeys(
                cite(vocabulary.licences, entry.clause, lang) for entry in made.due if entry.clause
            )
        ),
        free=all(entry.obligation == "free" for entry in made.entries),
    )


def _missing(made: Credit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for entry in made.entries for code in entry.missing))
