# SPDX-License-Identifier: EUPL-1.2
"""Who stands behind a record: organisations by their role, contact points, persons by themselves.

A party of ISO 19139 may be an organisation, a person in it, or both in one. The organisation goes
into the public statements; the person becomes a vcard:Individual, which is stored apart (S11).
"""

from typing import NamedTuple

from owslib.iso import CI_ResponsibleParty

from harvesters.base.iso19139_said import Said
from harvesters.base.iso19139_terms import iri, is_address, literal, named
from harvesters.base.iso19139_xml import Element, codes, every, links, text
from harvesters.base.persons import is_personal_mail

# Who publishes where nobody is called so: the record of a body that names only its own office.
_PUBLISHERS = (
    *("publisher", "owner", "custodian", "distributor", "resourceProvider"),
    *("pointOfContact", "author", "originator", ""),
)
_PROPERTIES = {
    "author": "dct:creator",
    "owner": "dct:rightsHolder",
    "originator": "dcatde:originator",
    "custodian": "dcatde:maintainer",
    "processor": "dct:contributor",
    "resourceProvider": "dct:contributor",
}


class Party(NamedTuple):
    """A responsible party. role: of the code list, empty for the contact of the metadata."""

    role: str
    organisation: str
    address: str
    person: str
    position: str
    mail: str
    phone: str
    page: str


def parties_of(record: Element) -> list[Party]:
    """The parties of the data in their order, then the contacts of the metadata."""
    places = ("pointOfContact", "citation/CI_Citation/citedResponsibleParty")
    found = [
        _party(element, "")
        for place in places
        for element in every(record, f"identificationInfo/*/{place}/CI_ResponsibleParty")
    ]
    own = every(record, "contact/CI_ResponsibleParty")
    return list(dict.fromkeys(found + [_party(element, "metadata") for element in own]))


def _party(element: Element, role: str) -> Party:
    read = CI_ResponsibleParty(element)
    name, address = next(iter(links(element, "organisationName")), ("", ""))
    said = role or next(iter(codes(element, "role")), "")
    contact = "contactInfo/CI_Contact"
    return Party(
        "" if said == "metadata" else said,
        name,
        address if is_address(address) else "",
        " ".join((read.name or "").split()),
        " ".join((read.position or "").split()),
        (read.email or "").strip(),
        text(element, f"{contact}/phone/CI_Telephone/voice"),
        text(element, f"{contact}/onlineResource/CI_OnlineResource/linkage"),
    )


def say_agents(said: Said, root: str, parties: list[Party]) -> None:
    """Adds publisher, the other roles and the contact points of the dataset."""
    bodies = [party for party in parties if party.organisation]
    publisher = _publisher(bodies)
    if publisher:
        said.add(root, "dct:publisher", _agent(said, publisher))
    for party in bodies:
        name = _PROPERTIES.get(party.role)
        if name:
            said.add(root, name, _agent(said, party))
    contacts = [party for party in parties if party.role == "pointOfContact"]
    for party in contacts or [party for party in parties if not party.role]:
        _say_contact(said, root, party)


def _publisher(bodies: list[Party]) -> Party | None:
    for role in _PUBLISHERS:
        for party in bodies:
            if party.role == role:
                return party
    return None


def _agent(said: Said, party: Party) -> str:
    """The organisation of a party, one node for each name and mailbox."""
    mail = "" if party.person or is_personal_mail(party.mail) else party.mail
    known = said.known.get(("agent", party.organisation, mail))
    if known:
        return known
    node = iri(party.address) if party.address else said.blank()
    said.known["agent", party.organisation, mail] = node
    said.add(node, "rdf:type", named("foaf:Organization"))
    said.add(node, "foaf:name", literal(party.organisation))
    if mail:
        said.add(node, "foaf:mbox", iri(f"mailto:{mail}"))
    if is_address(party.page):
        said.add(node, "foaf:homepage", iri(party.page))
    return node


def _say_contact(said: Said, root: str, party: Party) -> None:
    if not (party.organisation or party.person or party.mail):
        return
    is_person = bool(party.person) or is_personal_mail(party.mail)
    if is_person and party.organisation:
        bare = party._replace(person="", mail="", phone="", position="")
        _say_card(said, root, bare, "vcard:Organization")
    _say_card(said, root, party, "vcard:Individual" if is_person else "vcard:Organization")


def _say_card(said: Said, root: str, party: Party, kind: str) -> None:
    node = said.blank()
    said.add(root, "dcat:contactPoint", node)
    said.add(node, "rdf:type", named(kind))
    name = party.person or party.organisation or party.position or party.mail
    said.add(node, "vcard:fn", literal(name))
    if party.person and party.organisation:
        said.add(node, "vcard:organization-name", literal(party.organisation))
    if party.mail:
        said.add(node, "vcard:hasEmail", iri(f"mailto:{party.mail}"))
    if party.phone:
        said.add(node, "vcard:hasTelephone", iri(f"tel:{''.join(party.phone.split())}"))
    if is_address(party.page):
        said.add(node, "vcard:hasURL", iri(party.page))
