# SPDX-License-Identifier: EUPL-1.2
"""Who publishes: rules in the order of their evidence; the first that answers decides.

1. Names of publisher, creator, maintainer, originator: exact, framed, in parts, named after.
2. The provider id (dcatde:contributorID), where that provider is one Kommune.
3. The key of a portal where everything is that Kommune's own.
4. The host of the dataset's own address, 5. geocoding: only for bodies that look municipal or
   are not named.

A Land's, federal or inter-municipal body is never the Kommune it describes or sits in; it ends the
rules. Only a body of a city state resolves to its city.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from app.model import Body, Reading
from app.model.body import BodyKind
from app.model.reading import Status
from app.normalise import bodies, city_states
from app.normalise.geocoding import places
from app.normalise.hosts import find_host, host_of
from app.normalise.names import Named, find_framed, find_named_after
from app.normalise.namesakes import Clues, narrow
from app.normalise.notes import Note, Noted, note
from app.normalise.text import choose, line
from app.normalise.words import flatten
from app.vocabulary import Kommune, Vocabulary
from harvesters.base.record import RawAgent

ROLES = ("publisher", "creator", "maintainer", "originator")
_CACHED_NAMES = 16_384
_LONGEST_NAME = 500
# Words written together with inner capitals: LandkreisCham, BerlinOnline.
_GLUED = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
# Identifiers of nodes that an exporter wrote where the name belongs ("t173387", "-", "1042").
_NO_NAME = re.compile(r"(?:_:)?\w?[\d\W]*|_:\w+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}")


class Question(NamedTuple):
    """What bears on who publishes.

    geocodings: dcatde geocoding URIs and dct:spatial values. addresses: the dataset's IRI and
    pages.
    """

    agents: tuple[RawAgent, ...] = ()
    contributor_ids: tuple[str, ...] = ()
    geocodings: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    portal_key: str | None = None
    exclusive: bool = False


class Finder(NamedTuple):
    """The vocabulary with remembered look-ups of names, made once per vocabulary."""

    vocabulary: Vocabulary
    framed: Callable[[str], Named | None]
    named_after: Callable[[str], Named | None]
    host: Callable[[str], Named | None]


class _Case(NamedTuple):
    question: Question
    name: str | None
    clues: Clues


def make_finder(vocabulary: Vocabulary) -> Finder:
    """A Finder over this vocabulary; the register is read at the first question."""

    @lru_cache(maxsize=_CACHED_NAMES)
    def framed(text: str) -> Named | None:
        return find_framed(vocabulary.register, text)

    @lru_cache(maxsize=_CACHED_NAMES)
    def named_after(text: str) -> Named | None:
        return find_named_after(vocabulary.register, text)

    @lru_cache(maxsize=_CACHED_NAMES)
    def host(text: str) -> Named | None:
        return find_host(vocabulary.register, text)

    return Finder(vocabulary, framed, named_after, host)


def read_body(finder: Finder, question: Question) -> Noted[Body]:
    """The publishing body; its key's Reading says which rule answered and what was said."""
    names = _names(question.agents)
    name = names[0] if names else None
    case = _Case(question, name, _clues(finder, question))
    reading, kind = _by_rules(finder, case, names)
    kommune = finder.vocabulary.register.get(reading.value) if reading.value else None
    body = Body(name, reading, kommune.level if kommune else None, kind)
    return Noted(body, _notes(name, reading, kind))


def read_name(finder: Finder, name: str, clues: Clues) -> tuple[Reading, BodyKind] | None:
    """One name alone; None where it says nothing about any Kommune, Land or federal body."""
    if (host := host_of(name)) and (hosted := finder.host(host)):
        return _settle(name, hosted, clues), bodies.kind_of(name)
    found = finder.framed(name)
    if found and found.rule in ("name", "frame"):
        return _settle(name, found, clues), _kind(found, name)
    if city := city_states.city_of_office(name):
        return Reading(city, "exact", "city_state.office", name), bodies.kind_of(name)
    if outside := _outside(finder, name, clues):
        return outside
    if found:
        return _settle(name, found, clues), bodies.kind_of(name)
    if after := finder.named_after(name):
        return _settle(name, after, clues), bodies.kind_of(name)
    unglued = _GLUED.sub(" ", name)
    return read_name(finder, unglued, clues) if unglued != name else None


def _by_rules(finder: Finder, case: _Case, names: list[str]) -> tuple[Reading, BodyKind]:
    by_name = _by_names(finder, case, names)
    if by_name and (by_name[0].status != "ambiguous" or not case.question.exclusive):
        return by_name
    kind = bodies.kind_of(case.name) if case.name else "kern"
    for rule in (_by_contributor, _by_portal, _by_host, _by_geocoding):
        if reading := rule(finder, case):
            return reading, kind
    if case.name is None:
        return Reading(), "other"
    unknown = Reading(None, "unknown", "unread", case.name)
    return by_name or (unknown, kind if kind != "kern" else "other")


def _by_names(finder: Finder, case: _Case, names: list[str]) -> tuple[Reading, BodyKind] | None:
    if case.question.agents and bodies.is_person(case.question.agents[0].types):
        return Reading(None, "unknown", "person", case.name), "person"
    for name in names:
        answer = read_name(finder, name, case.clues)
        if answer and (name == case.name or not answer[0].value):
            return answer
        if answer:
            # Somebody else is named first: the Kommune made or keeps the data, it may not publish.
            return _weaken(answer[0], "agent"), answer[1]
    return None


def _by_contributor(finder: Finder, case: _Case) -> Reading | None:
    for value in case.question.contributor_ids:
        key = finder.vocabulary.contributors.kommune(value)
        if key:
            return Reading(key, "likely" if case.name else "exact", "contributor", value)
    return None


def _by_portal(finder: Finder, case: _Case) -> Reading | None:
    kommune = case.clues.portal
    if kommune is None or not case.question.exclusive:
        return None
    return Reading(kommune.key, "likely" if case.name else "exact", "portal", case.name)


def _by_host(finder: Finder, case: _Case) -> Reading | None:
    if case.name and not bodies.looks_municipal(case.name):
        return None
    for address in case.question.addresses:
        host = host_of(address)
        if host and (found := finder.host(host)):
            return _settle(case.name or host, found, case.clues)
    return None


def _by_geocoding(finder: Finder, case: _Case) -> Reading | None:
    if case.name and not bodies.looks_municipal(case.name):
        return None
    found = case.clues.places
    if len(found) != 1:
        return None
    return Reading(found[0].key, "likely", "geocoding", case.name or found[0].key)


def _outside(finder: Finder, name: str, clues: Clues) -> tuple[Reading, BodyKind] | None:
    """The answer for bodies of no Kommune: key None, for a Land's body the Land as candidate."""
    federal = bodies.is_federal(name)
    if not federal and not bodies.is_state(name) and not bodies.is_shared(name):
        return None
    kind = bodies.kind_of(name)
    city = None if federal else city_states.named_city(name)
    if city:
        return Reading(city, "exact", "city_state.body", name), kind
    lands = _lands_named(finder, name, clues) if kind == "land" else ()
    return Reading(None, "unknown", f"body.{kind}", name, lands), kind


def _lands_named(finder: Finder, name: str, clues: Clues) -> tuple[str, ...]:
    flat = flatten(name)
    lands = finder.vocabulary.register.laender
    named = tuple(land.key for land in lands if flatten(land.short_name) in flat)
    if clues.land and (clues.land in named or not named):
        return (clues.land,)
    return named


def _settle(name: str, found: Named, clues: Clues) -> Reading:
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


def _weaken(reading: Reading, rule: str) -> Reading:
    status: Status = "likely" if reading.status == "exact" else reading.status
    return Reading(reading.value, status, f"{rule}.{reading.rule}", reading.raw, reading.candidates)


def _names(agents: tuple[RawAgent, ...]) -> list[str]:
    named: list[str] = []
    for role in ROLES:
        for agent in agents:
            name = choose(agent.names) if agent.role == role else None
            tidy = line(name)[:_LONGEST_NAME] if name else ""
            if tidy and tidy not in named and not _NO_NAME.fullmatch(tidy):
                named.append(tidy)
    return named


def _clues(finder: Finder, question: Question) -> Clues:
    register = finder.vocabulary.register
    portal: Kommune | None = register.get(question.portal_key) if question.portal_key else None
    land = portal.land if portal else _land_of_provider(finder, question.contributor_ids)
    return Clues(portal, land, places(register, question.geocodings))


def _land_of_provider(finder: Finder, values: tuple[str, ...]) -> str | None:
    vocabulary = finder.vocabulary
    for value in values:
        provider = vocabulary.contributors.by_uri(value)
        for kommune in vocabulary.register.by_name(provider.name_de) if provider else ():
            if kommune.level == "land" or kommune.key in city_states.KEYS:
                return kommune.land
    return None


def _notes(name: str | None, reading: Reading, kind: BodyKind) -> tuple[Note, ...]:
    notes: list[Note] = [] if name else [note("publisher.missing")]
    if reading.status == "ambiguous":
        notes.append(note("kommune.ambiguous", reading.raw, ", ".join(reading.candidates)))
    elif reading.status == "unknown" and not reading.rule.startswith(("body.", "person")):
        notes.append(note("kommune.unresolved", reading.raw))
    return tuple(notes)
