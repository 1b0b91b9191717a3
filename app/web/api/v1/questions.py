# SPDX-License-Identifier: EUPL-1.2
"""Kommunen, Musterdatensätze, standards and comparisons for programs: the answers of the pages."""

from collections.abc import Callable
from dataclasses import asdict

from flask import redirect, request
from flask.typing import ResponseReturnValue

from app.compare import (
    QUESTIONS,
    Answer,
    Question,
    kommune,
    kommunen,
    musterdatensaetze,
    standards_list,
    standards_one,
)
from app.compare import musterdatensatz as topic
from app.compare.choices import TARGETS, split
from app.compare.selecting import select
from app.model.selection import Selection
from app.vocabulary import Kommune
from app.web.api.v1.datasets import plain
from app.web.api.v1.listing import Json, tell, tell_answer
from app.web.api.v1.operation import FILTERS, LARGEST_PAGE, PAGING, Operation, Schema
from app.web.desk import lang, say, session, vocabulary
from app.web.errors import problem

NARROWED = ("ebene", "fachgebiet")
RULES = ("words", "addresses", "texts", "aliases", "namespaces", "urns", "carriers", "media_types")


def _selection(*also: str) -> Selection:
    pairs = request.args.items(multi=True)
    return select(pairs, vocabulary(), LARGEST_PAGE, also={"lang", *also})


def places() -> ResponseReturnValue:
    """The Kommunen that publish data."""
    return tell_answer(kommunen.answer(session(), vocabulary(), _selection(), lang()))


def place(key: str) -> ResponseReturnValue:
    """One Kommune and what it offers; a former or longer key leads to the present one."""
    known = vocabulary().register.get(key) if key.isascii() and key.isdigit() else None
    if known is None:
        return problem(404, "web.unknown_kommune", key=key[:20])
    if known.key != key:
        return redirect(f"/api/v1/kommunen/{known.key}", 301)
    answer = kommune.answer(session(), vocabulary(), key, _selection(), lang())
    return tell_answer(answer, kommune=_place(known))


def _place(known: Kommune) -> Json:
    return known._asdict()


def topics() -> ResponseReturnValue:
    """The Musterdatensätze and how many Kommunen offer each."""
    return tell_answer(musterdatensaetze.answer(session(), vocabulary(), _selection(), lang()))


def one_topic(slug: str) -> ResponseReturnValue:
    """One Musterdatensatz and the Kommunen that offer it."""
    known = vocabulary().musterdaten.get(slug)
    if known is None:
        return problem(404, "web.unknown_musterdatensatz", key=slug[:100])
    answer, _ = topic.answer(session(), vocabulary(), slug, _selection(), lang())
    return tell_answer(answer, musterdatensatz=asdict(known))


def standards() -> ResponseReturnValue:
    """The data standards and how much each is used, by grade of evidence."""
    narrowings = standards_list.narrowings(vocabulary().standards)
    picked, pairs = split(narrowings, request.args.items(multi=True))
    asked = select(pairs, vocabulary(), LARGEST_PAGE, also={"lang"})
    return tell_answer(
        standards_list.answer(session(), vocabulary(), asked, lang(), **picked),
    )


def standard(standard: str) -> ResponseReturnValue:
    """One data standard and the Kommunen that publish by it."""
    known = vocabulary().standards.get(standard)
    if known is None:
        return problem(404, "standard.unknown", key=standard[:100])
    answer = standards_one.answer(session(), vocabulary(), known.id, _selection(), lang())
    facts = {name: plain(value) for name, value in asdict(known).items() if name not in RULES}
    return tell_answer(answer, standard=facts)


def questions() -> ResponseReturnValue:
    """The questions that can be asked under /compare."""
    listed = [
        {
            "question": slug,
            "title": say(f"question.{slug}.title"),
            "required": question.required or None,
            "sortings": list(question.sortings),
            "choices": {name: list(values) for name, values in question.choices.items()},
        }
        for slug, question in QUESTIONS.items()
    ]
    return tell({"count": len(listed), "questions": listed})


def _asking(question: Question) -> Callable[[], ResponseReturnValue]:
    def ask() -> ResponseReturnValue:
        picked, pairs = split(question.choices, request.args.items(multi=True))
        asked = select(pairs, vocabulary(), LARGEST_PAGE, also={"lang"})
        found: Answer = question.answer(session(), vocabulary(), asked, lang(), **picked)
        return tell_answer(found)

    return ask


def _choice(values: tuple[str, ...]) -> Schema:
    if TARGETS in values:
        return {"type": "string", "maxLength": 100}
    return {"type": "string", "enum": list(values), "default": values[0]}


def _comparisons() -> tuple[Operation, ...]:
    return tuple(
        Operation(
            f"compare-{slug}",
            f"/compare/{slug}",
            "Answer",
            _asking(question),
            parameters=(*FILTERS, *PAGING),
            sortings=question.sortings,
            own={name: _choice(values) for name, values in question.choices.items()},
            required=(question.required,) if question.required else (),
            given={"code": f"question.{slug}.title"},
        )
        for slug, question in QUESTIONS.items()
    )


WIDE = (*FILTERS, *PAGING)
OPERATIONS = (
    Operation(
        "kommunen", "/kommunen", "Answer", places, parameters=WIDE, sortings=kommunen.SORTINGS
    ),
    Operation(
        "kommune", "/kommunen/{key}", "Answer", place, parameters=WIDE, sortings=kommune.SORTINGS
    ),
    Operation(
        "musterdatensaetze",
        "/musterdatensaetze",
        "Answer",
        topics,
        parameters=WIDE,
        sortings=musterdatensaetze.SORTINGS,
    ),
    Operation(
        "musterdatensatz",
        "/musterdatensaetze/{slug}",
        "Answer",
        one_topic,
        parameters=WIDE,
        sortings=topic.SORTINGS,
    ),
    Operation(
        "standards",
        "/standards",
        "Answer",
        standards,
        parameters=WIDE,
        sortings=standards_list.SORTINGS,
        own={name: {"type": "string", "maxLength": 50} for name in NARROWED},
    ),
    Operation(
        "standard",
        "/standards/{standard}",
        "Answer",
        standard,
        parameters=WIDE,
        sortings=standards_one.SORTINGS,
    ),
    Operation("compare", "/compare", "Questions", questions),
    *_comparisons(),
)
