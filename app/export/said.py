# SPDX-License-Identifier: EUPL-1.2
"""What the portal said about one dataset: its N-Triples lines, made writable and looked up."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Literal

from app.export.fitness import canonical_predicate, is_xml_name
from app.export.harmless import harmful
from app.export.terms import TYPE

Profile = Literal["default", "original"]
PROFILES: tuple[Profile, ...] = ("default", "original")

_NUMBERED = re.compile(r"_:\d")


@dataclass(slots=True)
class Said:
    """Lines for the feed: sorted, each once, without line break, so that looking up is bisecting.

    nameless: classes that are no XML name. left_out: lines that not every syntax can carry or whose
    address a browser would run, as said.
    """

    lines: list[str] = field(default_factory=list)
    nameless: frozenset[str] = frozenset()
    left_out: list[str] = field(default_factory=list)

    def values(self, subject: str, predicate: str) -> list[str]:
        """Objects (terms) of a subject (term) and a predicate (full IRI, no brackets)."""
        prefix = f"{subject} <{predicate}> "
        found = []
        for number in range(bisect_left(self.lines, prefix), len(self.lines)):
            line = self.lines[number]
            if not line.startswith(prefix):
                break
            found.append(line[len(prefix) : -2])
        return found

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Subjects (terms) that have this value (term) for this predicate, in order."""
        ending = f" <{predicate}> {value} ."
        return [line.partition(" ")[0] for line in self.lines if line.endswith(ending)]


def hear(statements: str, profile: Profile, prefix: str = "") -> Said:
    """Read N-Triples text; ``default`` writes dcatde canonically, ``original`` as it was said.

    prefix: set before blank node labels that are not unique among all portals.
    """
    if prefix or "_:" in statements:
        statements = _relabel(statements, prefix)
    harm = set(harmful(statements))
    lines = [line for line in statements.split("\n") if line and line not in harm]
    predicates = [line.split(" ", 2)[1] for line in lines]
    said = Said(lines, _nameless(lines, predicates))
    write = _canonical if profile == "default" else _verbatim
    changed = {name: new for name in set(predicates) if (new := write(name)) != name}
    if "" in changed.values():
        pairs = zip(lines, predicates, strict=True)
        said.left_out = [line for line, name in pairs if changed.get(name) == ""]
    said.left_out += sorted(harm)
    if changed:
        said.lines = _rewritten(lines, predicates, changed)
    said.lines.sort()
    return said


def settle(said: Said, added: Iterable[str]) -> list[str]:
    """All lines sorted, each once, so that every subject is written in one piece."""
    lines = said.lines + list(dict.fromkeys(added))
    lines.sort()
    if not said.nameless:
        return lines
    settled: list[str] = []
    for _, group in groupby(lines, key=lambda line: line.partition(" ")[0]):
        settled += _names_first(list(group), said)
    return settled


def label(term: str, prefix: str = "") -> str:
    """The term, changed only if it is a blank node's label that needs the prefix or a letter."""
    if not term.startswith("_:"):
        return term
    return f"_:{prefix or 'b' * term[2:3].isdigit()}{term[2:]}"


def _rewritten(lines: list[str], predicates: list[str], changed: dict[str, str]) -> list[str]:
    """The lines with predicates changed, each once, without those with nothing in its place."""
    pairs = zip(lines, predicates, strict=True)
    written = [line if name not in changed else _renamed(line, changed) for line, name in pairs]
    return [line for line in dict.fromkeys(written) if line]


def _renamed(line: str, changed: dict[str, str]) -> str:
    subject, predicate, rest = line.split(" ", 2)
    new = changed[predicate]
    return f"{subject} {new} {rest}" if new else ""


def _nameless(lines: list[str], predicates: list[str]) -> frozenset[str]:
    """Classes that no XML element can be named after."""
    pairs = zip(lines, predicates, strict=True)
    classes = {line.split(" ", 2)[2][1:-3] for line, name in pairs if name == TYPE}
    return frozenset(name for name in classes if not is_xml_name(name))


def _names_first(lines: list[str], said: Said) -> list[str]:
    """The lines of one subject, classes without an XML name behind the others.

    A class that comes first would become the element's name in RDF/XML; where nothing else is said
    about the subject, the statement cannot be written.
    """
    endings = tuple(f" {TYPE} <{name}> ." for name in said.nameless)
    nameless = [line for line in lines if line.endswith(endings)]
    if len(nameless) == len(lines):
        said.left_out += nameless
        return []
    return [line for line in lines if not line.endswith(endings)] + nameless


@lru_cache(maxsize=4096)
def _canonical(predicate: str) -> str:
    """The predicate term in the feed; empty if RDF/XML cannot carry it."""
    name = canonical_predicate(predicate[1:-1])
    return f"<{name}>" if is_xml_name(name) else ""


@lru_cache(maxsize=4096)
def _verbatim(predicate: str) -> str:
    return predicate if is_xml_name(predicate[1:-1]) else ""


def _relabel(statements: str, prefix: str) -> str:
    """All blank node labels with the prefix, or with a letter before a digit.

    rdf:nodeID is an NCName (RDF 1.1 XML Syntax, section 5.1.5), a label in N-Triples need not be.
    """
    if not prefix and not _NUMBERED.search(statements):
        return statements
    lines = (line.split(" ", 2) for line in statements.split("\n") if line)
    return "\n".join(
        f"{label(subject, prefix)} {predicate} {label(value, prefix)}"
        for subject, predicate, value in lines
    )
