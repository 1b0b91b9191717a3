# SPDX-License-Identifier: EUPL-1.2
"""Who a CKAN package names: publisher, creator, maintainer, originator, contributor, organisation.

Persons have been taken out before (harvesters.base.ckan_persons).
"""

from typing import Any

from harvesters.base.ckan_fields import Fields, decoded, fields_of, fold, texts, values
from harvesters.base.ckan_json import Json
from harvesters.base.record import RawAgent

# Role and the fields that begin with its name, in the order of their weight.
_ROLES = (
    ("publisher", "publisher"),
    ("creator", "creator"),
    ("creator", "author"),
    ("maintainer", "maintainer"),
    ("originator", "originator"),
    ("contributor", "contributor"),
)
# Roles of GovData's OGD metadata of 2012; ansprechpartner is a contact, no maker of the data.
_CONTACTS = {
    "veroeffentlichendestelle": "publisher",
    "autor": "creator",
    "vertrieb": "contributor",
}


def agents_of(package: Json, fields: Fields) -> tuple[RawAgent, ...]:
    """All agents. The organisation publishes where no publisher is named, else it contributes."""
    named = [agent for role, prefix in _ROLES for agent in _agents(role, prefix, fields)]
    named += _contacts(fields)
    owner = _organisation(package)
    publishers = [agent for agent in named if agent.role == "publisher"]
    others = [agent for agent in named if agent.role != "publisher" and agent.names]
    if any(agent.names for agent in publishers):
        publishers = [agent for agent in publishers if agent.names]
        owner = owner._replace(role="contributor") if owner else None
    elif (
        owner and publishers
    ):  # an address or mailbox without a name: ckanext-dcat names the organisation
        first = publishers[0]
        owner = owner._replace(
            uri=first.uri or owner.uri, mail=first.mail, homepage=first.homepage, types=first.types
        )
        publishers = []
    found = (
        [*publishers, owner, *others]
        if owner and owner.role == "publisher"
        else [*publishers, *others, owner]
    )
    return tuple(dict.fromkeys(agent for agent in found if agent))


def _agents(role: str, prefix: str, fields: Fields) -> list[RawAgent]:
    """Agents given as objects (ckanext-scheming), and the one given in fields beside each other."""
    objects = [
        each
        for value in fields.get(prefix, ())
        for each in _listed(value)
        if isinstance(each, dict)
    ]
    found = [_of_object(role, each) for each in objects]
    plain = [value for value in fields.get(prefix, ()) if not objects]
    flat = RawAgent(
        role,
        texts({"name": plain}, "name") or texts(fields, f"{prefix}name"),
        _first(values(fields, f"{prefix}uri")),
        _first(values(fields, f"{prefix}email", f"{prefix}mail")),
        _first(values(fields, f"{prefix}url")),
        values(fields, f"{prefix}type"),
    )
    return [agent for agent in (*found, flat) if any(agent[1:])]


def _of_object(role: str, said: Json) -> RawAgent:
    fields = fields_of(said)
    return RawAgent(
        role,
        texts(fields, "name", "fn", "title"),
        _first(values(fields, "uri")),
        _first(values(fields, "email", "mail")),
        _first(values(fields, "url", "homepage")),
        values(fields, "type"),
    )


def _contacts(fields: Fields) -> list[RawAgent]:
    found = []
    for value in fields.get("contacts", ()):
        for contact in _listed(value):
            role = (
                _CONTACTS.get(fold(str(contact.get("role")))) if isinstance(contact, dict) else None
            )
            if role:
                found.append(_of_object(role, contact))
    return [agent for agent in found if any(agent[1:])]


def _organisation(package: Json) -> RawAgent | None:
    said = decoded(package.get("organization"))
    if isinstance(said, str):
        said = {"title": said}
    if not isinstance(said, dict):
        return None
    fields = fields_of(said)
    names = texts(fields, "title", "displayname", "name")
    if not names:
        return None
    return RawAgent(
        "publisher",
        names,
        _first(values(fields, "uri")),
        _first(values(fields, "email")),
        _first(values(fields, "url")),
    )


def _listed(value: Any) -> list[Any]:
    value = decoded(value)
    return value if isinstance(value, list) else [value]


def _first(found: tuple[str, ...]) -> str | None:
    return found[0] if found else None
