# SPDX-License-Identifier: EUPL-1.2
"""What a clearing is asked and what it answers; plain values, no store, no page.

Texts are pairs in German and English, so that every statement of a licence comes from its file
in vocab/licences with the clause it rests on.
"""

from dataclasses import dataclass
from typing import Literal

ResultType = Literal[
    "derived_database",
    "collective_database",
    "produced_work",
    "internal_use",
    "unmodified_redistribution",
]
Verdict = Literal["compatible", "conditional", "unclear", "incompatible"]
Confidence = Literal["settled", "majority view", "disputed"]

# Worst last: the verdict over several inputs is the worst of theirs (an "incompatible" that is
# settled beats the "unclear" of another input).
VERDICTS: tuple[Verdict, ...] = ("compatible", "conditional", "unclear", "incompatible")
CONFIDENCES: tuple[Confidence, ...] = ("settled", "majority view", "disputed")
RESULT_TYPES: tuple[ResultType, ...] = (
    "derived_database",
    "collective_database",
    "produced_work",
    "internal_use",
    "unmodified_redistribution",
)
# Targets that are no licence: no single licence for the whole; all rights reserved on own layer.
NO_TARGET, PROPRIETARY = "none", "proprietary"


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in both languages."""

    de: str
    en: str

    def say(self, lang: str) -> str:
        """German for ``de``, else English."""
        return self.de if lang == "de" else self.en


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that goes into the result.

    licence: an id of vocab/licences, a class id (``cc-by``), ``unspecified`` or ``unknown``.
    name: as the one who asked named it (a licence id or ``dataset:ID``). dataset: public id of a
    stored dataset, else "". raw: what its portal says where the licence was not read. candidates:
    ids an ambiguous statement may mean; () leaves it to the class.
    """

    licence: str
    name: str
    dataset: str = ""
    title: str = ""
    provider: str = ""
    raw: str = ""
    candidates: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be cleared. target: a licence id, ``none``, ``proprietary``; None asks for one."""

    inputs: tuple[Input, ...]
    result_type: ResultType
    commercial: bool
    modify: bool
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """What remains to be done; because_of: the licence id it comes from, datasets: who asks it."""

    code: str
    text: Text
    because_of: str
    disputed: bool
    datasets: tuple[str, ...] = ()
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an input allows, hinders or leaves open the result; clause and source are citations."""

    input: str
    licence: str
    verdict: Verdict
    text: Text
    clause: str
    source: str
    confidence: Confidence = "settled"


@dataclass(frozen=True, slots=True)
class Step:
    """A named step without which a conditional verdict does not hold."""

    code: str
    text: Text
    because_of: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A licence the result may be put under, with the verdict it would have."""

    id: str
    verdict: Verdict
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask a provider: the input it is about and the sentence."""

    input: str
    text: Text


@dataclass(frozen=True, slots=True)
class Clearing:
    """The answer to a request.

    target: the one asked for or the first suggested, None where there is none. clash: names of the
    smallest set of inputs that cannot go together; the reasons carry their clauses. targets: all
    possible ones, compatible first, international first. hints: what is worth knowing and changes
    no verdict (Datennutzungsgesetz, rights of third parties).
    """

    request: Request
    target: str | None
    verdict: Verdict
    confidence: Confidence
    steps: tuple[Step, ...]
    clash: tuple[str, ...]
    ask_provider: tuple[Question, ...]
    duties: tuple[Duty, ...]
    reasons: tuple[Reason, ...]
    targets: tuple[Target, ...]
    hints: tuple[Text, ...] = ()
