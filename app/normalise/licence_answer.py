# SPDX-License-Identifier: EUPL-1.2
"""A reading of a licence text as programs get it: the id always said, candidates always listed."""

import json
import re
from typing import NamedTuple

from app.model import Reading
from app.normalise.licence_reading import read
from app.normalise.licence_text import json_values
from app.normalise.licence_words import UNSPECIFIED
from app.vocabulary import Licence, Licences, Vocabulary

# A longer text is wrong use, no licence statement.
LONGEST_QUESTION = 100_000


class Asked(NamedTuple):
    """A text to read and the portal or list it comes from ("" if not said)."""

    text: str
    source: str = ""


class ReadingError(Exception):
    """A question that is none. code, params: the message."""

    def __init__(self, code: str, **params: str) -> None:
        self.code, self.params = code, params
        super().__init__(code)


def asked_in(line: str) -> Asked:
    """The question of one line: a text, or a JSON object with ``text`` and maybe ``source``.

    Any other JSON is a text itself: portals put such snippets where a licence belongs.
    ReadingError for broken JSON, for members that are no text, for NUL, for halves of characters
    and for what is too long.
    """
    if not line.lstrip().startswith("{") or len(line) > LONGEST_QUESTION:
        return _checked(line, "")
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        if '"text"' in line or json_values(line) is None:
            raise ReadingError("licence_reading.broken_json") from error
        return _checked(line, "")
    if "text" in asked:
        return _checked(asked["text"], asked.get("source"))
    return _checked(line, "")


def is_text(text: str) -> bool:
    """Whether every character can be written out: JSON and bytes may hold halves of some."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _checked(text: object, source: object) -> Asked:
    if text is None:
        text = ""
    if not isinstance(text, str) or not isinstance(source or "", str):
        raise ReadingError("licence_reading.no_text")
    if "\0" in text:
        raise ReadingError("licence_reading.nul")
    if not is_text(text + str(source or "")):
        raise ReadingError("licence_reading.half_signs")
    if len(text) > LONGEST_QUESTION:
        raise ReadingError("licence_reading.too_long", longest=str(LONGEST_QUESTION))
    return Asked(text, str(source or ""))


def answer(vocabulary: Vocabulary, asked: Asked) -> dict[str, object]:
    """text, id, status, candidates, rule.

    id: the licence, or the class where several may be meant; ``unspecified`` for a missing one,
    None for what cannot be read. candidates: all that may be meant where the status is ambiguous
    or a port is left open.
    """
    reading = read(vocabulary, asked.text, asked.source)
    return {
        "text": asked.text,
        "id": UNSPECIFIED if reading.status == "missing" else reading.value,
        "status": reading.status,
        "candidates": list(candidates(vocabulary.licences, reading)),
        "rule": reading.rule or "empty",
    }


def candidates(licences: Licences, reading: Reading) -> tuple[str, ...]:
    """The licences a reading may mean: its own candidates, else the members of its class."""
    if reading.candidates or reading.status != "ambiguous" or not reading.value:
        return reading.candidates
    group = licences.get(reading.value)
    return tuple(member.id for member in members(licences, group)) if group else ()


def members(licences: Licences, group: Licence) -> tuple[Licence, ...]:
    """The licences a class stands for; () where it stands for what no list can name."""
    family = group.id.removeprefix("ambiguous-")
    return tuple(
        licence
        for licence in licences
        if licence.kind == "licence"
        and (licence.family == family or re.fullmatch(rf"{group.id}-\d.*", licence.id))
    )
