# SPDX-License-Identifier: EUPL-1.2
"""Tells statements about natural persons from the others; they are stored and shown apart (S11).

A node is about a person when it is typed so (vcard:Individual, foaf:Person), carries parts of a
name, is addressed as Frau or Herr, or has a mailbox made of a person's name. Functional mailboxes
(info@, opendata@, statistik@) are no personal data and stay.
"""

import re

from harvesters.base.nodes import Node, Nodes, Statement, nodes_of
from harvesters.base.terms import curie, value

_PERSON_TYPES = {"vcard:Individual", "foaf:Person", "schema:Person", "prov:Person"}
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
_GIVEN_FAMILY = re.compile(r"^[a-zäöüß]+(?:-[a-zäöüß]+)?[._][a-zäöüß]{2,}(?:-[a-zäöüß]+)?\d?$")
_FUNCTIONAL = re.compile(
    r"info|open|data|daten|geo|gis|stat|amt|stadt|gemeinde|kreis|land|kontakt|contact|service"
    r"|post|mail|office|buero|büro|presse|redaktion|web|admin|support|hilfe|team|portal|kataster"
    r"|vermess|umwelt|verkehr|planung|bau|bildung|schul|kultur|haushalt|finanz|verwaltung|zentral"
    r"|poststelle|referat|abteilung|fachbereich|dezernat|ministerium|behoerde|behörde|transparenz"
    r"|metadaten|katalog|register|archiv|wahl|sozial|jugend|gesund|wasser|abfall|energie|klima"
    r"|digital|govdata|it-|edv|hotline|bürger|buerger|auskunft|museum|biblio|tourismus|oeffentlich"
)


def person_nodes(nodes: Nodes) -> set[str]:
    """Subjects that are about a natural person."""
    offices = {term for node in nodes.values() for name in _OFFICES for term in node.get(name, ())}
    return {
        subject for subject, node in nodes.items() if _is_person(node, is_office=subject in offices)
    }


def _is_person(node: Node, *, is_office: bool) -> bool:
    keys = node.keys()
    if keys & _NAME_PARTS:
        return True
    names = [value(term) for name in keys & _NAME for term in node[name]]
    if any(map(_SALUTATION.match, names)):
        return True
    if any(is_personal_mail(value(term)) for name in keys & _MAIL for term in node[name]):
        return True
    typed = any(curie(term) in _PERSON_TYPES for term in node.get("rdf:type", ()))
    # Some portals type every agent foaf:Person, the publishing Stadt included.
    return typed and not (is_office and any(map(_ORGANISATION.match, names)))


def is_personal_mail(address: str) -> bool:
    """Whether a mailbox is made of a person's name: ``given.family@`` without a functional word."""
    local, at, domain = address.removeprefix("mailto:").strip().lower().partition("@")
    if not at or not _GIVEN_FAMILY.match(local) or _FUNCTIONAL.search(local):
        return False
    # "hro.rostock@rostock.de": a part that names the organisation is no family name
    return not any(part in domain for part in re.split(r"[._]", local) if len(part) > 3)


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
