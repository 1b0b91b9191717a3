# SPDX-License-Identifier: EUPL-1.2
"""Choices of a question beside the filters (how to group, which target): read and checked."""

from collections.abc import Iterable, Mapping

from app.compare.errors import SelectionError

Pairs = list[tuple[str, str]]
Choices = Mapping[str, tuple[str, ...]]
"""Name of the parameter -> its values, the default first."""
TARGETS = "*"
"""Among the values: and any target of the licences, which the question checks."""


def split(choices: Choices, pairs: Iterable[tuple[str, str]]) -> tuple[dict[str, str], Pairs]:
    """What was chosen, without defaults, and the other parameters.

    SelectionError for a value that is not in the list and for one name given twice.
    """
    chosen: dict[str, str] = {}
    rest: Pairs = []
    for name, value in pairs:
        if name not in choices:
            rest.append((name, value))
        elif value:
            if name in chosen:
                raise SelectionError("selection.repeated", parameter=name)
            chosen[name] = one_of(choices, name, value)
    return chosen, rest


def one_of(choices: Choices, name: str, value: str) -> str:
    """The value, the default for an empty one; SelectionError where it is not in the list."""
    allowed = choices[name]
    if value and value not in allowed and TARGETS not in allowed:
        listed, shown = ", ".join(allowed), ascii(value)[1:-1][:100]
        raise SelectionError("selection.not_in_list", parameter=name, value=shown, allowed=listed)
    return value or allowed[0]


def further(choices: Choices, **chosen: str) -> tuple[tuple[str, str], ...]:
    """The chosen values that are not the default, as parameters of every address."""
    return tuple((name, value) for name, value in chosen.items() if value != choices[name][0])
