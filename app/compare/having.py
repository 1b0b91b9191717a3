# SPDX-License-Identifier: EUPL-1.2
"""Places whose holding carries what a selection asks for: licence, openness, format, standard."""

from collections.abc import Callable

from app.compare.masks import union
from app.compare.matrix import Topic
from app.compare.meaning import is_open
from app.model.selection import Selection
from app.vocabulary import Vocabulary

OPEN = {"ja": True, "nein": False, "unklar": None}


def having(topic: Topic, vocabulary: Vocabulary, selection: Selection) -> int:
    """Places whose holding has one of the values asked for, in every facet asked for."""
    wanted = (
        ("licence", selection.lizenz),
        ("format", selection.format),
        ("standard", selection.standard),
    )
    units = topic.offering
    for name, asked in wanted:
        if asked:
            keys = {"" if value == "none" else value for value in asked}
            units &= _with(topic, name, keys.__contains__)
    if selection.offen:
        asked_open = {OPEN[value] for value in selection.offen}
        units &= _with(topic, "licence", lambda value: is_open(vocabulary, value) in asked_open)
    return units


def _with(topic: Topic, name: str, test: Callable[[str], bool]) -> int:
    return union(mask for (value, _), mask in topic.facets.get(name, {}).items() if test(value))
