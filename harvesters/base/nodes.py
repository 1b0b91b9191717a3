# SPDX-License-Identifier: EUPL-1.2
"""Statements arranged by subject and short property name, as mapping and rules read them."""

from collections.abc import Iterable

from harvesters.base.terms import NAMES

Statement = tuple[str, str, str]
Node = dict[str, list[str]]
Nodes = dict[str, Node]


def nodes_of(statements: Iterable[Statement]) -> Nodes:
    """Subject -> short property name -> terms."""
    nodes: Nodes = {}
    for subject, predicate, object_ in statements:
        node = nodes.setdefault(subject, {})
        node.setdefault(NAMES[predicate], []).append(object_)
    return nodes


def nodes_in(lines: str) -> Nodes:
    """The nodes in N-Triples text as we write it: the statements of a subject stand together."""
    nodes: Nodes = {}
    node: Node = {}
    last = ""
    for line in lines.split("\n"):
        if not line:
            continue
        subject, predicate, object_ = line.split(" ", 2)
        if subject != last:
            node = nodes.setdefault(subject, {})
            last = subject
        name = NAMES[predicate]
        if name in node:
            node[name].append(object_[:-2])
        else:
            node[name] = [object_[:-2]]
    return nodes


def statements_of(lines: str) -> list[Statement]:
    """The statements of N-Triples text as we write it: single spaces, one statement a line."""
    found = []
    for line in lines.split("\n"):
        if line:
            subject, predicate, rest = line.split(" ", 2)
            found.append((subject, predicate, rest[:-2]))
    return found


def to_lines(statements: Iterable[Statement]) -> str:
    """N-Triples text of statements."""
    return "".join(f"{s} {p} {o} .\n" for s, p, o in statements)
