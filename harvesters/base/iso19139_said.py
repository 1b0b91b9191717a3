# SPDX-License-Identifier: EUPL-1.2
"""The statements of one record as they are made: subjects, short property names, terms."""

from dataclasses import dataclass, field

from harvesters.base.graph import Part
from harvesters.base.iso19139_terms import literal, named
from harvesters.base.nodes import Statement


@dataclass(slots=True)
class Said:
    """What has been said of a record. known: nodes that may be named again.

    lang: tag of the record's own texts. blanks: how many nodes without a name there are.
    """

    lang: str = ""
    statements: dict[Statement, None] = field(default_factory=dict)
    known: dict[tuple[str, str, str], str] = field(default_factory=dict)
    blanks: int = 0

    def add(self, subject: str, name: str, term: str) -> None:
        """One statement; empty texts say nothing."""
        if term.strip() and not term.startswith('""'):
            self.statements[subject, named(name), term] = None

    def text(self, subject: str, name: str, text: str) -> None:
        """A text in the record's language."""
        self.add(subject, name, literal(text, self.lang))

    def blank(self) -> str:
        """A new node without a name."""
        self.blanks += 1
        return f"_:n{self.blanks}"

    def part(self) -> Part:
        """All statements, sorted: RDF has no order, and ours must not be the page's."""
        part = Part()
        for statement in sorted(self.statements):
            part.add(statement)
        return part
