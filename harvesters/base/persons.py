# SPDX-License-Identifier: EUPL-1.2
"""Tells statements about natural persons from the others; they are stored and shown apart (S11).

A node is about a person when it is typed so (vcard:Individual, foaf:Person), carries parts of a
name, is addressed as Frau or Herr, or has a mailbox made of a person's name. Functional mailboxes
(info@, opendata@, statistik@) are no personal data and stay.
"""

import re
from functools import lru_cache

from harvesters.base.nodes import Node, Nodes, Statement, nodes_of
from harvesters.base.terms import NAMES, value

PERSON_TYPES = {"vcard:Individual", "foaf:Person", "schema:Person", "prov:Person"}
_NAME_PARTS = {
    "vcard:given-name",
    "vcard:family-name",
    "vcard:hasGivenName",
    "vcard:hasFamilyName",
    "foaf:givenName",
    "foaf:familyName",
    "foaf:firstName",
    "foaf:lastName",
    "foaf:surname",
}
_MAIL = {"vcard:hasEmail", "vcard:email", "foaf:mbox", "schema:email"}
_NAME = {"vcard:fn", "foaf:name", "vcard:hasFN"}
_SALUTATION = re.compile(r"^\s*(?:Frau|Herrn?|Hr\.|Fr\.|Dr\.|Prof\.|Dipl\.-)\s", re.I)
_ORGANISATION = re.compile(
    r"^\s*(?:(?:Freie und )?Hansestadt|Stadt|Landeshauptstadt|(?:Samt|Verbands|Orts)?gemeinde|Markt"
    r"|(?:Land|Stadt)?kreis|Amt|Bezirk|Region|Land|Freistaat|Bundes\w+|Landes\w+|Ministerium|Senat"
    r"|Statisti\w+|Stadtwerke|Zweckverband|Universität|Hochschule|\w+(?:amt|verwaltung|ministerium))\b",
    re.I,
)
_OFFICES = {
    "dct:publisher",
    "dct:creator",
    "dct:contributor",
    "dcatde:originator",
    "dcatde:maintainer",
}
_ROLES = (*_OFFICES, "dcat:contactPoint", "adms:contactPoint", "dct:rightsHolder")
# Properties that persons have, and those of others that name persons.
TELLING_OF_PERSONS = _NAME_PARTS | _MAIL | _NAME | {*_ROLES}
_GIVEN_FAMILY = re.compile(r"^[a-zäöüß]+(?:-[a-zäöüß]+)?[._][a-zäöüß]{2,}(?:-[a-zäöüß]+)?\d?$")
# A part of a mailbox that names a task or an office: the whole part, or a stem that no surname has
# ("web" and "bau" would hide Weber and Bauer, "geo" Georg).
_FUNCTIONAL = re.compile(
    r"(?:info|open|data|geo|gis|stat|stadt|land|kreis|post|mail|web|admin|it|edv|bau|team|wahl|rat"
    r"|bauen|wohnen|abfall|wasser|energie|klima|jugend|soziales|gesundheit|museum|archiv|umwelt"
    r"|amt|ref|fb|fd|bibliothek|office|the|no|reply|noreply|dev|open-data|opendata"
    r"|.*(?:daten|kontakt|contact|service|buero|büro|presse|redaktion|support|hilfe|portal|kataster"
    r"|vermess|verkehr|planung|bildung|schule|kultur|haushalt|finanz|verwaltung|zentral|poststelle"
    r"|referat|abteilung|fachbereich|fachdienst|dezernat|ministerium|behoerde|behörde|transparenz"
    r"|katalog|register|gemeinde|digital|govdata|hotline|buerger|bürger|auskunft|touris|statisti"
    r"|entwicklung|opendata|geodat|geoinfo|umweltamt|marketing|information|forschung).*"
    r"|.+(?:amt|werke|kreis|archiv|data)|.{6,}ung)\d*"
)
_LONGEST = 64  # of a local part, RFC 5321, 4.5.3.1.1
# Tried only where a word begins: a text of a megabyte without "@" takes its length, not its square.
_ADDRESS = re.compile(r"(?<![^\s@<>])[^\s@<>]++@[^\s@<>]++")


def person_nodes(nodes: Nodes, among: Nodes | None = None) -> set[str]:
    """Subjects that are about a natural person, and values that name one without a node.

    among: those of the nodes that may be so or name one, where that is known.
    """
    telling: Nodes = {}
    persons: set[str] = set()
    for subject, node in (nodes if among is None else among).items():
        if not TELLING_OF_PERSONS.isdisjoint(node):
            telling[subject] = node
        elif _is_typed(node):
            persons.add(subject)
    named = [(node, name) for node in telling.values() for name in _ROLES if name in node]
    offices = {term for node, name in named if name in _OFFICES for term in node[name]}
    persons |= {
        subject
        for subject, node in telling.items()
        if _is_person(node, nodes, is_office=subject in offices)
    }
    said = {term for node, name in named for term in node[name]}
    bare = {term for term in said if term[0] == '"' or "mailto:" in term}
    return persons | {term for term in bare if _names_person(value(term))}


def _names_person(said: str) -> bool:
    """Whether a value in an agent's place is a person's address or name."""
    return bool(_SALUTATION.match(said)) or any(map(is_personal_mail, _ADDRESS.findall(said)))


def _is_person(node: Node, nodes: Nodes, *, is_office: bool) -> bool:
    keys = node.keys()
    if keys & _NAME_PARTS:
        return True
    names = [value(term) for name in keys & _NAME for term in node[name]]
    if any(map(_SALUTATION.match, names)):
        return True
    mails = [term for name in keys & _MAIL for term in node[name]]
    # vCard may give a mailbox a node of its own: hasEmail [ hasValue <mailto:...> ]
    inner = [term for mail in mails if mail[0] == "_" for term in _values_of(nodes.get(mail, {}))]
    if any(is_personal_mail(value(term)) for term in mails + inner):
        return True
    # Some portals type every agent foaf:Person, the publishing Stadt included.
    return _is_typed(node) and not (is_office and any(map(_ORGANISATION.match, names)))


def _is_typed(node: Node) -> bool:
    for term in node.get("rdf:type", ()):  # noqa: SIM110 - any() takes three times as long
        if NAMES[term] in PERSON_TYPES:
            return True
    return False


def _values_of(node: Node) -> list[str]:
    names = ("vcard:hasValue", "vcard:value", "rdf:value")
    return [term for name in names for term in node.get(name, ())]


@lru_cache(maxsize=2_000)
def is_personal_mail(address: str) -> bool:
    """Whether a mailbox is made of a person's name: ``given.family@`` without a functional word."""
    local, at, domain = address.removeprefix("mailto:").strip().lower().partition("@")
    if not at or len(local) > _LONGEST or not _GIVEN_FAMILY.match(local):
        return False
    if any(map(_FUNCTIONAL.fullmatch, [local, *re.split(r"[._]", local)])):
        return False
    # "hro.rostock@rostock.de": a part that names the organisation is no family name
    return not any(part in domain for part in re.split(r"[._]", local) if len(part) > 3)


def is_addressed(name: str) -> bool:
    """Whether a name begins with a form of address or an academic degree (Frau, Herr, Dr.)."""
    return bool(_SALUTATION.match(name))


def is_organisation(name: str) -> bool:
    """Whether a name begins like that of a public body (Stadt, Landkreis, …amt)."""
    return bool(_ORGANISATION.match(name))


def separate(statements: list[Statement]) -> tuple[list[Statement], list[Statement]]:
    """(public, personal) statements; those that link to a person's node go with it."""
    persons = person_nodes(nodes_of(statements))
    if not persons:
        return statements, []
    nested = _below(statements, persons)
    public: list[Statement] = []
    personal: list[Statement] = []
    for statement in statements:
        apart = statement[0] in nested or statement[2] in nested
        (personal if apart else public).append(statement)
    return public, personal


def _below(statements: list[Statement], persons: set[str]) -> set[str]:
    """The persons and the blank nodes that belong to them (addresses, telephones)."""
    nodes = set(persons)
    grown = True
    while grown:
        below = {o for s, _, o in statements if s in nodes and o[0] == "_"}
        grown = not below <= nodes
        nodes |= below
    return nodes
