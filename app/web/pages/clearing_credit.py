# SPDX-License-Identifier: EUPL-1.2
"""The credit line for what a clearing combines, where combining it is not ruled out."""

from functools import partial
from typing import NamedTuple

from app.licensing.credit import Result, Source, credit
from app.licensing.credit_answer import notes
from app.licensing.credit_sources import sources_of
from app.licensing.credit_text import HTML, MARKDOWN, TEXT, whole
from app.licensing.model import Clearing
from app.vocabulary import Vocabulary
from app.web import messages
from app.web.pages.clearing_inputs import Chosen, Line

MOST_NOTES = 20


class CreditText(NamedTuple):
    """The whole line in three forms; notes: what is missing or to be asked, each once."""

    text: str
    html: str
    markdown: str
    notes: tuple[str, ...]


def credit_of(
    clearing: Clearing, chosen: Chosen, vocabulary: Vocabulary, lang: str
) -> CreditText | None:
    """For the stored datasets of the clearing; None without any, or where they do not combine."""
    if clearing.verdict == "incompatible":
        return None
    changed = "" if clearing.request.modify else None
    sources = [each for line in chosen.lines for each in _sources(line, changed)]
    if not sources:
        return None
    result = Result(target=clearing.target, type=clearing.request.result_type)
    made = credit(sources, vocabulary.licences, vocabulary.credit_rules, result)
    say = partial(messages.say, lang)
    told = (note for entry in made.entries for note in notes(entry, lang, say))
    return CreditText(
        whole(made, TEXT, say),
        whole(made, HTML, say),
        whole(made, MARKDOWN, say),
        tuple(dict.fromkeys(told))[:MOST_NOTES],
    )


def _sources(line: Line, changed: str | None) -> tuple[Source, ...]:
    if line.stored is None:
        return ()
    return sources_of(line.stored.dataset, line.stored.id, changed)
