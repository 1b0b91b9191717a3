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
from typing import NamedTuple

from app.model import Body, Reading
from app.model.body import BodyKind
from app.model.reading import Status
from app.normalise import bodies, city_states
from app.normalise.encoding import mend_encoding
from app.normalise.geocoding import lands_of, places
from app.normalise.hosts import host_of
from app.normalise.kommune_names import Answer, Finder, make_finder, read_name
from app.normalise.namesakes import Clues, narrow
from app.normalise.notes import Note, Noted, note
from app.normalise.text import choose, line
from app.vocabulary import Kommune
from harvesters.base.record import RawAgent

__all__ = ["Finder", "Question", "make_finder", "read_body"]

ROLES = ("publisher", "creator", "maintainer", "originator")
_LONGEST_NAME = 500
# Identifiers of nodes that an exporter wrote where the name belongs ("t173387", "-", "1042").
_NO_NAME = re.compile(r"(?:_:)?\w?[\d\W]*|_:\w+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}")


class Question(NamedTuple):
    """What bears on who publishes.

    geocodings: dcatde geocoding URIs and dct:spatial values. addresses: the dataset's IRI and
    pages. land: key of the Land where it is known from elsewhere.
    """

    agents: tuple[RawAgent, ...] = ()
    contributor_ids: tuple[str, ...] = ()
    geocodings: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    portal_key: str | None = None
    exclusive: bool = False
    land: str | None = None


class _Case(NamedTuple):
    question: Question
    name: str | None
    clues: Clues


def read_body(finder: Finder, question: Question) -> Noted[Body]:
    """The publishing body; its key's Reading says which rule answered and what was said."""
    names = _names(question.agents)
    name = names[0] if names else None
    case = _Case(question, name, _clues(finder, question))
    reading, kind = _by_rules(finder, case, names)
    kommune = finder.vocabulary.register.get(reading.value) if reading.value else None
    body = Body(name, reading, kommune.level if kommune else None, kind)
    return Noted(body, _notes(name, reading, kind))


def _by_rules(finder: Finder, case: _Case, names: list[str]) -> Answer:
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


def _by_names(finder: Finder, case: _Case, names: list[str]) -> Answer | None:
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
    """Suppliers along the chain: the one Kommune among them, if there is one alone."""
    if case.name and not bodies.looks_municipal(case.name):
        return None
    contributors = finder.vocabulary.contributors
    values = case.question.contributor_ids
    keys = {key: value for value in values if (key := contributors.kommune(value))}
    if len(keys) != 1:
        return None
    ((key, value),) = keys.items()
    return Reading(key, "likely", "contributor", value)


def _by_portal(finder: Finder, case: _Case) -> Reading | None:
    kommune = case.clues.portal
    if kommune is None or not case.question.exclusive:
        return None
    return Reading(kommune.key, "likely" if case.name else "exact", "portal", case.name)


def _by_host(finder: Finder, case: _Case) -> Reading | None:
    """The body's own mail and homepage; the dataset's addresses only for a body of a Kommune."""
    agents = case.question.agents
    named = [agent for role in ROLES for agent in agents if agent.role == role][:1]
    own = (value for agent in named for value in (agent.mail, agent.homepage) if value)
    municipal = case.name is None or bodies.looks_municipal(case.name)
    for address in (*own, *(case.question.addresses if municipal else ())):
        host = host_of(address)
        if host and (found := finder.host(host)):
            return narrow(case.name or host, found, case.clues)
    return None


def _by_geocoding(finder: Finder, case: _Case) -> Reading | None:
    if case.name and not bodies.looks_municipal(case.name):
        return None
    found = case.clues.places
    if len(found) != 1:
        return None
    return Reading(found[0].key, "likely", "geocoding", case.name or found[0].key)


def _weaken(reading: Reading, rule: str) -> Reading:
    status: Status = "likely" if reading.status == "exact" else reading.status
    return Reading(reading.value, status, f"{rule}.{reading.rule}", reading.raw, reading.candidates)


def _names(agents: tuple[RawAgent, ...]) -> list[str]:
    named: list[str] = []
    for role in ROLES:
        for agent in agents:
            name = choose(agent.names) if agent.role == role else None
            tidy = mend_encoding(line(name)[:_LONGEST_NAME]) if name else ""
            if tidy and tidy not in named and not _NO_NAME.fullmatch(tidy):
                named.append(tidy)
    return named


def _clues(finder: Finder, question: Question) -> Clues:
    register = finder.vocabulary.register
    portal: Kommune | None = register.get(question.portal_key) if question.portal_key else None
    lands = lands_of(register, question.geocodings)
    land = question.land or (portal.land if portal else None)
    land = land or _land_of_provider(finder, question.contributor_ids)
    about = lands[0] if len(lands) == 1 else None
    return Clues(portal, land, places(register, question.geocodings), about)


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
