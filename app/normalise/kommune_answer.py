# SPDX-License-Identifier: EUPL-1.2
"""A reading of a body's name as programs get it, and the request with all that bears on it."""

import json
from typing import Any, NamedTuple

from app.model import Body
from app.normalise.kommune import Finder, Question, read_body
from app.normalise.names import spell
from app.vocabulary import Register
from harvesters.base.record import RawAgent, Text

# A longer text is wrong use, no name.
LONGEST_QUESTION = 100_000
_TEXTS = ("text", "land", "portal_key", "email", "url")


class Asked(NamedTuple):
    """A name and what else is known; "" where it is not.

    land: key, abbreviation or name of a Land. portal_key: key of the Kommune, Kreis, Verband or
    Land that runs the portal. spatial: geocoding URIs, keys or names. What no register knows is no
    clue and is passed over.
    """

    text: str
    land: str = ""
    portal_key: str = ""
    email: str = ""
    url: str = ""
    spatial: tuple[str, ...] = ()


class QuestionError(Exception):
    """A question that is none. code, params: the message."""

    def __init__(self, code: str, **params: str) -> None:
        self.code, self.params = code, params
        super().__init__(code)


def asked_in(line: str) -> Asked:
    """The question of one line: a plain name, a JSON string, or an object with ``text``.

    QuestionError for broken JSON, for members that are no text, for NUL and for what is too long.
    """
    if len(line) > LONGEST_QUESTION:
        raise QuestionError("kommune_reading.too_long", longest=str(LONGEST_QUESTION))
    asked = _object(line)
    spatial = asked.get("spatial") or ()
    if isinstance(spatial, str):
        spatial = (spatial,)
    texts = {name: asked.get(name) or "" for name in _TEXTS}
    if not isinstance(spatial, list | tuple) or "text" not in asked:
        raise QuestionError("kommune_reading.no_text")
    if not all(isinstance(value, str) for value in (*texts.values(), *spatial)):
        raise QuestionError("kommune_reading.no_text")
    if any("\0" in value for value in (*texts.values(), *spatial)):
        raise QuestionError("kommune_reading.nul")
    return Asked(**texts, spatial=tuple(spatial))


def _object(line: str) -> dict[str, Any]:
    if not line.lstrip().startswith(("{", '"')):
        return {"text": line.strip()}
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        if line.lstrip().startswith('"'):
            return {"text": line.strip()}
        raise QuestionError("kommune_reading.broken_json") from error
    return asked if isinstance(asked, dict) else {"text": str(asked)}


def answer(finder: Finder, asked: Asked) -> dict[str, object]:
    """text, key, name, level, body, status, rule, candidates, as the interface describes them.

    name: official name of the Kommune, Kreis, Verband or Land; None without a key.
    """
    body = read_body(finder, question_of(finder.vocabulary.register, asked)).value
    kommune = finder.vocabulary.register.get(body.key.value) if body.key.value else None
    return {
        "text": asked.text,
        "key": body.key.value,
        "name": kommune.name if kommune else None,
        "level": body.level,
        "body": body.kind,
        "status": _status(body),
        "rule": body.key.rule or "empty",
        "candidates": list(body.key.candidates),
    }


def question_of(register: Register, asked: Asked) -> Question:
    """The question as datasets ask it; the portal of a Land has bodies of many Kommunen."""
    agent = RawAgent("publisher", (Text(asked.text),), mail=asked.email or None)
    portal = register.get(asked.portal_key.strip()) if asked.portal_key else None
    return Question(
        agents=(agent,),
        geocodings=tuple(_place(register, value) for value in asked.spatial),
        addresses=(asked.url,) if asked.url else (),
        portal_key=portal.key if portal else None,
        exclusive=portal is not None and portal.level != "land",
        land=_land(register, asked.land),
    )


def _status(body: Body) -> str:
    return "unknown" if body.key.status == "missing" else body.key.status


def _land(register: Register, said: str) -> str | None:
    bare = said.strip().casefold()
    for land in register.laender:
        names = (land.key, land.abbreviation or "", land.name, land.short_name)
        if bare and bare in (name.casefold() for name in names):
            return land.key
    found = register.get(said.strip()) if said.strip().isdigit() else None
    return found.land if found else None


def _place(register: Register, said: str) -> str:
    """The key of a place said by name, if one Kommune alone has it; else what was said."""
    if "/" in said or said.isdigit():
        return said
    found = spell(register, said)
    return found[0].key if len(found) == 1 else said
