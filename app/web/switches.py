# SPDX-License-Identifier: EUPL-1.2
"""The choices of a question beside its filters, as lists a reader can choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.compare import Question
from app.compare.answer import Answer
from app.compare.choices import TARGETS
from app.compare.selecting import pairs_of
from app.licensing.wording import name_of
from app.vocabulary import Vocabulary
from app.web import messages
from app.web.desk import bare_path, href, say

LEFT = {"seite", "sortierung"}  # their meaning ends with another choice


class Choice(NamedTuple):
    """One value and its words."""

    value: str
    label: str


class Switch(NamedTuple):
    """One parameter, its values, the chosen one."""

    name: str
    values: tuple[Choice, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Switches:
    """A form: where it leads, what it carries on, what can be chosen."""

    action: str
    hidden: tuple[tuple[str, str], ...]
    each: tuple[Switch, ...]


def switches(
    question: Question,
    answer: Answer,
    picked: Mapping[str, str],
    vocabulary: Vocabulary,
    lang: str,
) -> Switches:
    """The form for the answer at the request's path."""
    return Switches(
        action=href(bare_path()),
        hidden=tuple(pair for pair in pairs_of(answer.selection) if pair[0] not in LEFT),
        each=tuple(
            Switch(
                name,
                tuple(
                    Choice(value, _label(name, value, vocabulary, lang))
                    for value in _values(values, vocabulary)
                ),
                picked.get(name, values[0]),
            )
            for name, values in question.choices.items()
        ),
    )


def _values(values: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    if TARGETS not in values:
        return values
    rules = vocabulary.licences.rules
    free = (target for target in rules.offered if target not in rules.reserved)
    return (*(value for value in values if value != TARGETS), *free)


def _label(name: str, value: str, vocabulary: Vocabulary, lang: str) -> str:
    code = f"choice.{name}.{value}"
    if messages.has(lang, code):
        return say(code)
    return name_of(vocabulary.licences, value, lang)
