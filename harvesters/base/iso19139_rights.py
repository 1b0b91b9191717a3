# SPDX-License-Identifier: EUPL-1.2
"""Constraints of a record: licence, source note, access, other conditions.

GDI-DE's convention for metadata puts a licence into gmd:otherConstraints as JSON with id, name, url
and quelle. All of them mean one licence and stay together in one node.
"""

import json
import re
from typing import NamedTuple

from harvesters.base.iso19139_said import Said
from harvesters.base.iso19139_terms import iri, is_address, literal, named
from harvesters.base.iso19139_xml import Element, codes, every, links
from harvesters.base.nodes import Nodes
from harvesters.base.terms import value

_LONGEST = 10_000
_SOURCE = re.compile(r"^\s*Quellenvermerk\s*:\s*", re.I)
_PUBLIC_ACCESS = "LimitationsOnPublicAccess"
_USE_CONDITIONS = "ConditionsApplyingToAccessAndUse"


class Constraints(NamedTuple):
    """What the constraints say, each once and in their order.

    entries: licences as JSON. licences: addresses and texts. rights: what limits or explains.
    """

    entries: tuple[tuple[tuple[str, str], ...], ...]
    sources: tuple[str, ...]
    licences: tuple[str, ...]
    rights: tuple[str, ...]
    access: tuple[str, ...]


def constraints_of(record: Element) -> Constraints:
    """The constraints of a record.

    Other constraints count as a licence where they stand with use constraints, as access where they
    stand with access constraints only. Beside a licence in JSON its wording in words is rights.
    """
    entries: dict[tuple[tuple[str, str], ...], None] = {}
    found: dict[str, dict[str, None]] = {"licences": {}, "access": {}, "rights": {}, "sources": {}}
    for block in every(record, "identificationInfo/*/resourceConstraints/*"):
        for said, _ in links(block, "useLimitation"):
            found["rights"][said] = None
        is_access = bool(codes(block, "accessConstraints"))
        default = "access" if is_access and not codes(block, "useConstraints") else "licences"
        for said, address in links(block, "otherConstraints"):
            entry = read_entry(said)
            if entry:
                entries[tuple((k, v) for k, v in entry.items() if v and k != "quelle")] = None
                found["sources"] |= dict.fromkeys(filter(None, [entry.get("quelle", "")]))
            elif _SOURCE.match(said):
                found["sources"].setdefault(_SOURCE.sub("", said))
            else:
                place = _place(address, default)
                found[place][_told(said, address, place)] = None
    moved = found["licences"] if entries else {}
    kept = {} if entries else found["licences"]
    rights = {text: None for text in (*found["rights"], *moved) if text}
    held = tuple(filter(None, entries))
    return Constraints(held, *map(tuple, (found["sources"], kept, rights, found["access"])))


def _place(address: str, default: str) -> str:
    """Where a constraint belongs that points into INSPIRE's code lists."""
    if _PUBLIC_ACCESS in address:
        return "access"
    return "rights" if _USE_CONDITIONS in address else default


def _told(said: str, address: str, place: str) -> str:
    if place == "licences" and is_address(address):
        return address
    return address if is_address(address) and place == "access" else said or address


def read_entry(text: str) -> dict[str, str]:
    """id, name, url and quelle of a licence as JSON; empty where the text is none."""
    begin, end = text.find("{"), text.rfind("}") + 1
    if not 0 <= begin < end <= begin + _LONGEST:
        return {}
    try:
        said = json.loads(text[begin:end])
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict) or not said.keys() & {"id", "name", "url"}:
        return {}
    keys = ("id", "name", "url", "quelle")
    return {key: " ".join(str(said[key]).split()) for key in keys if isinstance(said.get(key), str)}


def say_rights(said: Said, root: str, constraints: Constraints) -> None:
    """Adds licences, source notes, access and other rights of the dataset."""
    for entry in constraints.entries:
        _say_entry(said, root, dict(entry))
    for text in constraints.licences:
        said.add(root, "dct:license", iri(text))
    for source in constraints.sources:
        said.add(root, "dcatde:licenseAttributionByText", literal(source))
    for text in constraints.access:
        said.add(root, "dct:accessRights", iri(text))
    for text in constraints.rights:
        said.add(root, "dct:rights", iri(text))


def _say_entry(said: Said, root: str, entry: dict[str, str]) -> None:
    node = said.blank()
    said.add(root, "dct:license", node)
    said.add(node, "rdf:type", named("dct:LicenseDocument"))
    said.add(node, "dct:identifier", literal(entry.get("id", "")))
    said.add(node, "dct:title", literal(entry.get("name", "")))
    said.add(node, "foaf:homepage", iri(entry.get("url", "") or " "))


def entry_in(nodes: Nodes, root: str) -> tuple[tuple[str, ...], set[str]]:
    """(ways in which the one entry names its licence, labels of entries) in the statements.

    Several entries are several licences, which no reading may take for one: then there is no way.
    """
    entries = [nodes[term] for term in nodes.get(root, {}).get("dct:license", ()) if term in nodes]
    names = ("dct:identifier", "foaf:homepage", "dct:title")
    ways = [tuple(value(t) for name in names for t in node.get(name, ())) for node in entries]
    if len(ways) != 1:
        return (), set()
    return ways[0], set(ways[0])
