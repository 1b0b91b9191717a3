# SPDX-License-Identifier: EUPL-1.2
"""Kommunen in the name of a body: the name itself, official frames around it, parts of it.

Exactly, a name counts when it stands in the register after the frame is taken off, in whatever
spelling means no other. Loosely, it may be shortened or misspelt: never more than likely.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.normalise.names_frames import (
    TAIL,
    TOWN_KINDS,
    Frame,
    fitting,
    frames_town,
    inside,
    is_odd,
    nominative,
    peel,
    take,
)
from app.vocabulary import Kommune, Register
from app.vocabulary.spellings import is_between

_STRONG = re.compile(r"\s+[-–—]+\s+|[,;:|\n]|\\n|(?<=\w{4})\.\s+(?=[A-ZÄÖÜ]\w{3})")
_WEAK = re.compile(r"\s+[-–—]+\s+|[,;:|\n/()]|\\n")
WORD = re.compile(r"[^\s,;:|()\"„“]+")
_SAID = re.compile(r"[^\s,;:|\"„“]+")
_OWN_KREIS = re.compile(r"\b(?:\w+ische[rn]\s+Kreis|[\w-]+kreis)(?:es)?\b", re.IGNORECASE)
# After a name these tell it from namesakes: ``Weiden in der Oberpfalz`` is not ``Weiden``.
_GOES_ON = re.compile(r"\s*(?:am|an|auf|bei|im|in|ob|vor)\s+(?:de[rmn]\s+)?[A-ZÄÖÜ]")
# Signs of an addition that the register may have in full and a portal abbreviated, or the reverse.
_SHORTENED = re.compile(r"[./(]|\s(?:am|an|in|im|ob|vor)\s", re.IGNORECASE)
MOST_WORDS, _LONGEST_NAME = 5, 7
# So much bigger than its namesakes is the town that is meant without their addition.
_FAR_BIGGER = 2
_SHORTEST_BARE = 7
_MOST_BARE_WORDS = 4


class Named(NamedTuple):
    """The Kommunen a name may mean, how they stand in it and how they are spelt.

    spelt: "" as in the register, else ``short``, ``misspelt`` or ``odd`` (a town that is none).
    """

    kommunen: tuple[Kommune, ...]
    rule: str
    spelt: str = ""


Look = Callable[[str], tuple[Kommune, ...]]


def find_framed(register: Register, text: str) -> Named | None:
    """A Kommune by exact name, by frame, or framed in a part; the best evidence first."""
    return (
        _whole(register, text)
        or _in_parts(register, split_strongly(text))
        or _inside(register, text)
        or _in_parts(register, split_weakly(text))
    )


def find_loosely(register: Register, text: str) -> Named | None:
    """A Kommune whose framed or bare name is shortened or has one letter wrong."""
    pieces = tuple(dict.fromkeys((text, *split_strongly(text), *split_weakly(text))))
    for spelt, look in _loose_looks(register):
        for piece in pieces:
            if found := _framed_by(look, piece):
                return Named(found[0], "frame", spelt)
    bare = text.strip(TAIL)
    if len(bare) < _SHORTEST_BARE - 1 or len(bare.split()) > _MOST_BARE_WORDS:
        return None
    for spelt, look in _loose_looks(register):
        if kommunen := look(bare):
            return Named(kommunen, "name", spelt)
    return None


def is_framed_first(register: Register, text: str) -> bool:
    """Whether the first part of a name is a framed Kommune: the rest is an office of it."""
    parts = split_strongly(text)
    return bool(parts) and bool(_framed_by(lambda name: spell(register, name), parts[0]))


def spell(register: Register, name: str) -> tuple[Kommune, ...]:
    """Kommunen with exactly this name, however its umlauts, hyphens and additions are written."""
    bare = name.strip(TAIL)
    if len(bare) < 2:
        return ()
    found = register.by_name(bare)
    if found or len(bare) < 3:
        return found
    found = register.spellings.same(bare)
    return found or (register.spellings.abbreviated(bare) if _SHORTENED.search(bare) else ())


def split_strongly(text: str) -> tuple[str, ...]:
    """The parts between commas, colons, dashes and the like; () if there is one only."""
    return _parts(_STRONG, text)


def split_weakly(text: str) -> tuple[str, ...]:
    """The parts between strokes and brackets as well; () if there is one only."""
    return _parts(_WEAK, text)


def _loose_looks(register: Register) -> Iterator[tuple[str, Look]]:
    spellings = register.spellings
    yield "short", spellings.short
    yield "misspelt", spellings.near


def _whole(register: Register, text: str) -> Named | None:
    found = spell(register, text)
    if found:
        frame = take(text.strip(TAIL))
        if frame is None:
            return _among_towns(register, Frame(None, TOWN_KINDS, text), Named(found, "name"))
        return _among_towns(register, frame, Named(fitting(found, frame) or found, "name"))
    return _framed(register, text, "frame")


def _framed(register: Register, text: str, rule: str) -> Named | None:
    found = _framed_by(lambda name: spell(register, name), text)
    if found is None:
        return None
    if not is_odd(*found):
        return _among_towns(register, found[1], Named(found[0], rule))
    # ``Stadt Halle``: the villages of this name are none, Halle (Saale) is one.
    towns = fitting(register.spellings.short(found[1].rest), found[1])
    return Named(towns, rule, "short") if towns else Named(found[0], rule, "odd")


def _among_towns(register: Register, frame: Frame, named: Named) -> Named:
    """With the other towns called so but for an addition, unless it is far bigger than they.

    ``Stadt Friedberg`` may be Friedberg in Bayern or Friedberg (Hessen).
    """
    if not frames_town(frame):
        return named
    biggest = max(kommune.population for kommune in named.kommunen)
    called = fitting(register.spellings.short(frame.rest), frame)
    towns = [kommune for kommune in called if not is_odd((kommune,), frame)]
    rivals = [town for town in towns if town.population * _FAR_BIGGER > biggest]
    kommunen = tuple(dict.fromkeys((*named.kommunen, *rivals)))
    return named if kommunen == named.kommunen else Named(kommunen, named.rule, "short")


def _framed_by(look: Look, text: str) -> tuple[tuple[Kommune, ...], Frame] | None:
    for frame in peel(text):
        if found := fitting(look(frame.rest), frame):
            return found, frame
    return None


def _parts(signs: re.Pattern[str], text: str) -> tuple[str, ...]:
    parts = tuple(part for part in (part.strip(TAIL) for part in signs.split(text)) if part)
    return parts if len(parts) > 1 else ()


def _in_parts(register: Register, parts: tuple[str, ...]) -> Named | None:
    for part in parts:
        if framed := _framed(register, part, "part"):
            return framed
    if parts and (found := spell(register, parts[0])):
        return Named(found, "part")
    if parts and (found := spell(register, parts[-1])):
        return Named(found, "seat")
    return None


def _inside(register: Register, text: str) -> Named | None:
    hits: dict[str, Kommune] = {}
    end = 0
    for start, said, frame in inside(text):
        name = _named_at(register, said, frame) if start >= end else ""
        if name:
            found = spell(register, said + name) or spell(register, name)
            hits |= {kommune.key: kommune for kommune in fitting(found, frame)}
            end = start + len(said) + len(name)
    if not hits:
        hits = {k.key: k for said in _OWN_KREIS.findall(text) for k in _kreise(register, said)}
    return Named(tuple(hits.values()), "inside") if hits else None


def _named_at(register: Register, said: str, frame: Frame) -> str:
    """The longest name at the start of what follows a frame; "" if there is none."""
    words = _SAID.findall(frame.rest)
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        if is_between(words[size - 1]):
            continue
        name = " ".join(words[:size])
        found = spell(register, said + name) or spell(register, name)
        if fitting(found, frame) and not _goes_on(frame.rest, name):
            return name
    return ""


def _goes_on(text: str, name: str) -> bool:
    return text.startswith(name) and bool(_GOES_ON.match(text[len(name) :]))


def _kreise(register: Register, said: str) -> tuple[Kommune, ...]:
    return tuple(k for k in spell(register, nominative(said)) if k.level == "kreis")
