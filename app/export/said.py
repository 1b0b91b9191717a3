# SPDX-License-Identifier: EUPL-1.2
"""What the portal said about one dataset: its N-Triples lines, made writable and looked up."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Literal

from app.export.fitness import canonical_predicate, is_xml_name
from app.export.terms import DCAT, DCATAP, DCT, FOAF, TYPE

Profile = Literal["default", "original"]
PROFILES: tuple[Profile, ...] = ("default", "original")

NOTED = frozenset(
    f"<{name}>"
    for name in (
        DCT + "license",
        DCT + "format",
        DCT + "accessRights",
        DCT + "accrualPeriodicity",
        DCT + "spatial",
        DCT + "references",
        DCAT + "mediaType",
        DCAT + "theme",
        DCAT + "accessURL",
        DCAT + "downloadURL",
        DCATAP + "availability",
        DCATAP + "hvdCategory",
        FOAF + "primaryTopic",
    )
) | {TYPE}


@dataclass(slots=True)
class Said:
    """Lines for the feed, and an index of the statements our readings are compared with.

    lines: without line break. values: (subject, predicate) as terms -> objects. nameless: those of
    the lines whose class is no XML name. left_out: lines that not every syntax can carry, as said.
    """

    lines: list[str] = field(default_factory=list)
    nameless: set[str] = field(default_factory=set)
    values: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def hear(statements: str, profile: Profile, prefix: str = "") -> Said:
    """Index N-Triples text; ``default`` writes dcatde canonically, ``original`` as it was said.

    prefix: set before blank node labels that are not unique among all portals.
    """
    said = Said()
    writable = _writable if profile == "default" else _verbatim
    lines, values = said.lines, said.values
    for line in statements.split("\n"):
        if not line:
            continue
        subject, predicate, value = line.split(" ", 2)
        written = writable(predicate)
        if not written:
            said.left_out.append(line)
            continue
        if "_:" in line or written is not predicate:
            subject, value = label(subject, prefix), label(value, prefix)
            line = f"{subject} {written} {value}"
        lines.append(line)
        if written == TYPE and not is_xml_name(value[1:-3]):
            said.nameless.add(line)
        if written in NOTED:
            values.setdefault((subject, written), []).append(value[:-2])
    return said


def settle(said: Said, added: list[str]) -> list[str]:
    """All lines sorted, each once, so that every subject is written in one piece."""
    lines = sorted({*said.lines, *added})
    if not said.nameless:
        return lines
    settled: list[str] = []
    for _, group in groupby(lines, key=lambda line: line.partition(" ")[0]):
        settled += _names_first(list(group), said)
    return settled


def subjects_with(said: Said, predicate: str, value: str) -> Iterator[str]:
    """Subjects that have this value (terms) for this predicate (full IRI, no brackets)."""
    wanted = f"<{predicate}>"
    for (subject, found), values in said.values.items():
        if found == wanted and value in values:
            yield subject


def _names_first(lines: list[str], said: Said) -> list[str]:
    """The lines of one subject, classes without an XML name behind the others.

    A class that comes first would become the element's name in RDF/XML; where nothing else is said
    about the subject, the statement cannot be written.
    """
    nameless = [line for line in lines if line in said.nameless]
    if len(nameless) == len(lines):
        said.left_out += nameless
        return []
    return [line for line in lines if line not in said.nameless] + nameless


@lru_cache(maxsize=4096)
def _writable(predicate: str) -> str:
    """The predicate term in the feed; empty if RDF/XML cannot carry it."""
    name = canonical_predicate(predicate[1:-1])
    if not is_xml_name(name):
        return ""
    return predicate if predicate == f"<{name}>" else f"<{name}>"


@lru_cache(maxsize=4096)
def _verbatim(predicate: str) -> str:
    return predicate if is_xml_name(predicate[1:-1]) else ""


def label(term: str, prefix: str = "") -> str:
    """The term; blank node labels get the prefix, and a letter before a digit.

    rdf:nodeID is an NCName (RDF 1.1 XML Syntax, section 5.1.5), a label in N-Triples need not be.
    """
    if not term.startswith("_:"):
        return term
    return f"_:{prefix or 'b' * term[2:3].isdigit()}{term[2:]}"
