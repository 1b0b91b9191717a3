# SPDX-License-Identifier: EUPL-1.2
"""What a licence file says of the licence in law: duties, outbound rules and plain statements.

A file may lack these tables; the licence is then not reviewed and every combination is unclear.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.vocabulary.errors import VocabularyError

Words = tuple[str, str]
"""A sentence in German and English."""

RESULTS = (
    "derived_database",
    "collective_database",
    "produced_work",
    "internal_use",
    "unmodified_redistribution",
)
VERDICTS = ("compatible", "conditional", "unclear", "incompatible")
CONFIDENCES = ("settled", "majority view", "disputed")
TRIGGERS = (
    *("always", "any use", "sharing", "sharing data", "change", "adaptation", "database"),
    "produced work",
)


@dataclass(frozen=True, slots=True)
class Cell:
    """Verdict for one licence going into one result under one target.

    why: code of a sentence in licensing/reasons.toml; step: code in licensing/steps.toml, "" where
    none is due; clause and source: where the rule stands.
    """

    verdict: str
    confidence: str
    why: str
    step: str = ""
    clause: str = ""
    source: str = ""


NOT_REVIEWED = Cell("unclear", "disputed", "not_reviewed")


@dataclass(frozen=True, slots=True)
class Outbound:
    """The rule for one result: a default for every target, and the targets that differ."""

    default: Cell
    listed: Mapping[str, Cell]

    def cell(self, target: str) -> Cell:
        """The rule for this target id, ``none`` or ``proprietary``."""
        return self.listed.get(target, self.default)


@dataclass(frozen=True, slots=True)
class Obligation:
    """A duty of the licence. when: one of TRIGGERS; text: "" where the general sentence holds."""

    code: str
    when: str
    clause: str = ""
    text: Words = ("", "")


@dataclass(frozen=True, slots=True)
class Statement:
    """What the text grants, asks or excludes (kind), in our own words, with its clause."""

    kind: str
    text: Words
    clause: str


@dataclass(frozen=True, slots=True)
class Law:
    """All of it. scope: international, national, portal, statute, class, statement or none.
    label: the short name that credit lines use, "" where the licence has none.

    layers: copyright, database_right, contents: licensed, waived, not licensed or unclear.
    recommended: govdata, oefit, eu_2023_138: one word each. clauses: by permission. hints: codes of
    licensing/hints.toml that go with every use of the licence. ask: code in
    licensing/questions.toml of what to ask the provider, "" where nothing is open.
    """

    scope: str = "none"
    label: str = ""
    layers: Mapping[str, str] = field(default_factory=dict)
    recommended: Mapping[str, str] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    hints: tuple[str, ...] = ()
    ask: str = ""
    obligations: tuple[Obligation, ...] = ()
    statements: tuple[Statement, ...] = ()
    outbound: Mapping[str, Outbound] = field(default_factory=dict, repr=False)

    def cell(self, result: str, target: str) -> Cell:
        """The rule for this result and target."""
        outbound = self.outbound.get(result)
        return outbound.cell(target) if outbound else NOT_REVIEWED

    def said(self, kind: str) -> tuple[Statement, ...]:
        """Statements of one kind: ``grants``, ``asks`` or ``excludes``."""
        return tuple(statement for statement in self.statements if statement.kind == kind)


def read_law(file: str, table: Mapping[str, Any], groups: Mapping[str, tuple[str, ...]]) -> Law:
    """The tables of one licence file. groups: names of target groups and their members.

    VocabularyError when a verdict, confidence, trigger or target is none of the known words.
    """
    law = table.get("law")
    if law is None:
        return Law()
    own = {**groups, "self": (str(table["id"]),)}
    source = str(law.get("source", ""))
    return Law(
        scope=law["scope"],
        label=str(table.get("credit", {}).get("label", "")),
        layers=table.get("layers", {}),
        recommended=table.get("recommended", {}),
        clauses=table.get("clauses", {}),
        source=source,
        hints=tuple(law.get("hints", ())),
        ask=str(law.get("ask", "")),
        obligations=tuple(_obligation(file, entry) for entry in table.get("obligations", ())),
        statements=tuple(
            Statement(entry["kind"], (entry["de"], entry["en"]), entry.get("clause", ""))
            for entry in table.get("statements", ())
        ),
        outbound={
            result: _outbound(file, entry, own, source)
            for result, entry in table.get("outbound", {}).items()
        },
    )


def _obligation(file: str, entry: Mapping[str, Any]) -> Obligation:
    _known(file, entry["when"], TRIGGERS)
    text = (entry.get("de", ""), entry.get("en", ""))
    return Obligation(entry["code"], entry["when"], entry.get("clause", ""), text)


def _outbound(
    file: str, entry: Mapping[str, Any], groups: Mapping[str, tuple[str, ...]], source: str
) -> Outbound:
    clause = str(entry.get("clause", ""))
    default = _cell(file, entry["default"], clause, source)
    listed: dict[str, Cell] = {}
    for exception in entry.get("except", ()):
        cell = _cell(file, exception, clause, source)
        for name in exception["to"]:
            for target in groups.get(name, (name,)):
                listed.setdefault(target, cell)  # the first that names a target wins
    return Outbound(default, listed)


def _cell(file: str, entry: Mapping[str, Any], clause: str, source: str) -> Cell:
    verdict, confidence = _known(file, entry["verdict"], VERDICTS), entry["confidence"]
    _known(file, confidence, CONFIDENCES)
    if verdict == "compatible" and confidence == "disputed":
        raise VocabularyError("vocabulary.value_wrong", file=file, value="compatible, disputed")
    step = str(entry.get("step", ""))
    if (verdict == "conditional") != bool(step):
        raise VocabularyError("vocabulary.value_wrong", file=file, value=f"{verdict}, {step}")
    return Cell(
        verdict=verdict,
        confidence=confidence,
        why=entry["why"],
        step=step,
        clause=entry.get("clause", clause),
        source=entry.get("source", source),
    )


def _known(file: str, value: str, known: Iterable[str]) -> str:
    if value not in known:
        raise VocabularyError("vocabulary.value_wrong", file=file, value=value)
    return value
