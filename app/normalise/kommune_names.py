# SPDX-License-Identifier: EUPL-1.2
"""One name of a body: which Kommune, Land or other level it is of, by the name and its clues alone.

In the order of evidence: an exact name or frame; offices of city states; bodies of other levels,
which end the search; frames in parts; then what is never more than likely: shortened and misspelt
names, bodies named after a Kommune, districts.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from app.model import Reading
from app.model.body import BodyKind
from app.normalise import bodies, city_states, names_after
from app.normalise.hosts import find_host, host_of
from app.normalise.names import (
    Named,
    find_framed,
    find_loosely,
    is_framed_first,
    split_weakly,
)
from app.normalise.names_frames import is_of_verband, mend_frame
from app.normalise.namesakes import Clues, narrow
from app.normalise.words import flatten
from app.vocabulary import Vocabulary
from app.vocabulary.municipal import KnownBody, find_phrase, words_of

Answer = tuple[Reading, BodyKind]

_CACHED_NAMES = 16_384
# Words written together with inner capitals (LandkreisCham) or joined by strokes (stadt_wuppertal).
_GLUED = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ][a-zäöüß]{2})|_+")
_FRAME_GLUED = re.compile(
    r"^(?:(landkreis|kreis|stadt|gemeinde|samtgemeinde|verbandsgemeinde|ortsgemeinde|verwaltungsgemeinschaft)-?"
    r"|(vg|sg|og|lk|lra|amt)-)(?=\w{4})",
    re.IGNORECASE,
)
# Länder that are called otherwise than by their official abbreviation.
_OWN_SHORT = {"nrw": "nw", "meck-pomm": "mv", "meckpomm": "mv", "bawue": "bw"}
_LOST = "\ufffd"
_TOKEN = re.compile(r"[^\s,;:|()/\"„“]+")


class Finder(NamedTuple):
    """The vocabulary with remembered look-ups of names, made once per vocabulary."""

    vocabulary: Vocabulary
    framed: Callable[[str], Named | None]
    weak: Callable[[str], Named | None]
    host: Callable[[str], Named | None]
    answers: Callable[["Finder", str, Clues], Answer | None]


def make_finder(vocabulary: Vocabulary) -> Finder:
    """A Finder over this vocabulary; the register is read at the first question."""

    @lru_cache(maxsize=_CACHED_NAMES)
    def framed(text: str) -> Named | None:
        return find_framed(vocabulary.register, text)

    @lru_cache(maxsize=_CACHED_NAMES)
    def weak(text: str) -> Named | None:
        register = vocabulary.register
        loosely = find_loosely(register, text)
        # A Verband that the register has not is not the town whose name it has.
        if loosely or is_of_verband(text):
            return loosely
        return names_after.find_named_after(register, text)

    @lru_cache(maxsize=_CACHED_NAMES)
    def host(text: str) -> Named | None:
        return find_host(vocabulary.register, text)

    remembered: dict[tuple[str, Clues], Answer | None] = {}

    def answers(finder: Finder, name: str, clues: Clues) -> Answer | None:
        asked = (name, clues)
        if asked not in remembered:
            if len(remembered) >= _CACHED_NAMES:
                remembered.clear()
            remembered[asked] = _read_name(finder, name, clues)
        return remembered[asked]

    return Finder(vocabulary, framed, weak, host, answers)


def read_name(finder: Finder, name: str, clues: Clues) -> Answer | None:
    """One name alone; None where it says nothing about any Kommune, Land or federal body.

    Portals repeat few names for thousands of datasets, so answers are remembered.
    """
    return finder.answers(finder, name, clues)


def _read_name(finder: Finder, name: str, clues: Clues) -> Answer | None:
    if (host := host_of(name)) and (hosted := finder.host(host)):
        return _settle(finder, name, hosted, clues), bodies.kind_of(name)
    found = finder.framed(name)
    if found and _is_strong(finder, found, name):
        return _settle(finder, name, found, clues), _kind(found, name)
    framed = found is not None and found.rule == "inside"
    city = city_states.city_of_office(finder.vocabulary.municipal, name)
    # ``Bauamt der Gemeinde Groß Pankow``: a framed Kommune holds the word of a district.
    if city and not framed:
        return Reading(city, "exact", "city_state.office", name), bodies.kind_of(name)
    if outside := _outside(finder, name, clues):
        return outside
    if bodies.names_person(name, finder.vocabulary.municipal.forenames):
        return Reading(None, "unknown", "person", name), "person"
    if found and not (found.rule == "seat" and bodies.is_private(name)):
        return _settle(finder, name, found, clues), bodies.kind_of(name)
    return None if found else _weakly(finder, name, clues)


def _weakly(finder: Finder, name: str, clues: Clues) -> Answer | None:
    for text in _mended(name):
        if (mended := finder.framed(text)) and mended.rule in ("name", "frame", "part"):
            spelt = mended._replace(spelt=mended.spelt or "misspelt")
            return _settle(finder, name, spelt, clues), _kind(spelt, name)
    if after := finder.weak(name):
        return _settle(finder, name, after, clues), bodies.kind_of(name)
    for text in (_GLUED.sub(" ", name), _FRAME_GLUED.sub(r"\1\2 ", name)):
        if text != name and (found := read_name(finder, text, clues)):
            kind = bodies.kind_of(name)
            return found[0], found[1] if kind == "kern" else kind
    if city := city_states.city_of_district(finder.vocabulary.municipal, name):
        return Reading(city, "likely", "city_state.district", name), bodies.kind_of(name)
    hidden = _hidden(finder, name)
    return (_settle(finder, name, hidden, clues), bodies.kind_of(name)) if hidden else None


def _mended(name: str) -> tuple[str, ...]:
    """The name with its frame spelt right, or with each letter that an exporter may have lost."""
    if _LOST in name:
        return tuple(name.replace(_LOST, letter) for letter in "äöüßé")
    frame = mend_frame(name)
    return () if frame == name else (frame,)


def _hidden(finder: Finder, name: str) -> Named | None:
    register = finder.vocabulary.register
    found = names_after.find_in_compound(register, name) or names_after.find_hidden(register, name)
    if found is None and bodies.kind_of(name) in ("beteiligung", "eigenbetrieb", "verein"):
        return names_after.find_town(register, name) or names_after.find_glued(register, name)
    return found


def _is_strong(finder: Finder, found: Named, name: str) -> bool:
    """Whether the Kommune is the body itself, whatever the words of its offices are."""
    if found.rule in ("name", "frame"):
        return True
    return found.rule == "part" and is_framed_first(finder.vocabulary.register, name)


def _outside(finder: Finder, name: str, clues: Clues) -> Answer | None:
    """The answer for bodies of no Kommune: key None, for a Land's body the Land as candidate."""
    known = _known_body(finder, name)
    if known:
        rule, key = f"body.known.{known.body}", known.kommune or None
        form = bodies.kind_of(name) if known.body == "other" else known.body
        kind = known.body if form == "kern" else form
        return Reading(key, "exact" if key else "unknown", rule, name), kind
    beyond = bodies.is_federal(name) or bodies.is_national(name)
    if not beyond and not bodies.is_state(name) and not bodies.is_shared(name):
        return None
    kind = bodies.kind_of(name)
    city = None if beyond else city_states.named_city(name)
    if city:
        return Reading(city, "exact", "city_state.body", name), kind
    if bodies.may_be_of_one(name) and (one := _one_town(finder, name)):
        return Reading(one, "likely", "name.association", name), "zweckverband"
    lands = _lands_named(finder, name, clues) if kind == "land" else ()
    return Reading(None, "unknown", f"body.{kind}", name, lands), kind


def _known_body(finder: Finder, name: str) -> KnownBody | None:
    municipal = finder.vocabulary.municipal
    for token in _TOKEN.findall(name):
        if found := municipal.short_names.get(token.strip(".")):
            return found
    return find_phrase(municipal.bodies, words_of(name))


def _one_town(finder: Finder, name: str) -> str | None:
    found = names_after.find_named_after(finder.vocabulary.register, name)
    return found.kommunen[0].key if found and len(found.kommunen) == 1 else None


def _lands_named(finder: Finder, name: str, clues: Clues) -> tuple[str, ...]:
    flat = flatten(name)
    lands = finder.vocabulary.register.laender
    named = tuple(land.key for land in lands if flatten(land.short_name) in flat)
    if clues.land and (clues.land in named or not named):
        return (clues.land,)
    return named


def _land_said(finder: Finder, name: str) -> str | None:
    """Key of the Land that a part of the name is: ``Gemeinde Steinhagen (NRW)``."""
    parts = {_OWN_SHORT.get(flat, flat) for flat in map(flatten, split_weakly(name)[1:])}
    for land in finder.vocabulary.register.laender:
        if not parts.isdisjoint((flatten(land.short_name), flatten(land.abbreviation or "-"))):
            return land.key
    return None


def _settle(finder: Finder, name: str, found: Named, clues: Clues) -> Reading:
    if len(found.kommunen) > 1 and clues.land is None:
        clues = clues._replace(land=_land_said(finder, name))
    reading = narrow(name, found, clues)
    if reading.value == "04":
        # The Land Freie Hansestadt Bremen publishes for its city; Bremerhaven has its own portal.
        return Reading(city_states.BREMEN, reading.status, reading.rule, reading.raw)
    return reading


def _kind(found: Named, name: str) -> BodyKind:
    if all(kommune.level == "land" for kommune in found.kommunen):
        return "land"
    kind = bodies.kind_of(name)
    return "kern" if kind in ("land", "bund", "other") else kind
