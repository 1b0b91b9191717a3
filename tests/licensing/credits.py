# SPDX-License-Identifier: EUPL-1.2
"""Credits for the tests: made from the vocabulary as it ships, with the words of a language."""

from functools import partial
from typing import Any

from app.licensing.credit import Credit, Result, Source, credit
from app.licensing.credit_answer import answer
from app.vocabulary import load
from app.web.messages import say


def made(*sources: Source, result: Result | None = None) -> Credit:
    """The credit as it is."""
    vocabulary = load()
    return credit(sources, vocabulary.licences, vocabulary.credit_rules, result)


def answered(*sources: Source, lang: str = "de", **result: Any) -> dict[str, Any]:
    """The answer programs get."""
    return answer(made(*sources, result=Result(**result)), lang, partial(say, lang))


def kinds(credit: Credit) -> list[list[str]]:
    """The kinds of elements of each entry, in their order."""
    return [[element.kind for element in entry.elements] for entry in credit.entries]
