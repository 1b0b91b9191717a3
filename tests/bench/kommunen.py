# SPDX-License-Identifier: EUPL-1.2
"""Reading names of publishers: distinct ones, misspelt ones that need every rule, and repeats."""

from collections.abc import Iterator

from app.normalise import make_reader
from app.normalise.kommune import Question, make_finder, read_body
from app.vocabulary import load
from harvesters.base.record import RawAgent, Text
from tests.bench.figure import Figure, best_of

_OFFICES = ("Bauamt", "Amt für Statistik", "FB 02/200", "Stabsstelle Digitales")
_EVERY = 7


def measure() -> Iterator[Figure]:
    """Names a second; a new Finder has nothing in its memory."""
    gemeinden = load().register.gemeinden[::_EVERY]
    names = [f"Gemeinde {k.short_name}, {office}" for k in gemeinden for office in _OFFICES]
    wrong = [f"Verwaltung {k.short_name[:3]}{k.short_name[4:]} {k.key}" for k in gemeinden]
    yield Figure("publisher names, all distinct", len(names) / _spent(names), "names/s", 2_000)
    yield Figure("names nobody knows, all distinct", len(wrong) / _spent(wrong), "names/s", 2_000)
    reader = make_reader(load())
    asked = [_question(name) for name in names[:2_000]] * 10
    spent = best_of(3, lambda: [reader.body(question) for question in asked])
    yield Figure("publisher names of a harvest, repeated", len(asked) / spent, "names/s", 20_000)


def _spent(names: list[str]) -> float:
    asked = [_question(name) for name in names]
    return best_of(3, lambda: _read_afresh(asked))


def _read_afresh(asked: list[Question]) -> None:
    finder = make_finder(load())
    for question in asked:
        read_body(finder, question)


def _question(name: str) -> Question:
    return Question(agents=(RawAgent("publisher", (Text(name),)),))
