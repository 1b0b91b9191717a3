# SPDX-License-Identifier: EUPL-1.2
"""The clearing: all inputs by intersection, the verdict with its reasons, duties and ways out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.licensing.clashing import smallest_clash
from app.licensing.deciding import (
    Source,
    Use,
    confidence_of,
    decide,
    decide_target,
    rank,
    verdict_of,
)
from app.licensing.duties import duties_of
from app.licensing.hints import hints_of
from app.licensing.layers import keep_layers_apart
from app.licensing.model import (
    CONFIDENCES,
    NO_TARGET,
    VERDICTS,
    Clearing,
    Confidence,
    Input,
    Question,
    Reason,
    Request,
    Step,
    Target,
    Text,
    Verdict,
)
from app.licensing.wording import question, reason_text
from app.vocabulary.licence_law import Cell
from app.vocabulary.licences import Licences

Grouped = Mapping[Source, Sequence[Input]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The cells of all sources under one target, and the target's own where it has one."""

    target: str
    cells: Mapping[Source, Cell]
    reserved: Cell | None

    @property
    def all(self) -> tuple[Cell, ...]:
        """Every cell that counts."""
        return (*self.cells.values(), *([self.reserved] if self.reserved else []))

    @property
    def verdict(self) -> Verdict:
        """The worst of them."""
        return max((verdict_of(cell) for cell in self.all), key=VERDICTS.index)

    @property
    def confidence(self) -> Confidence:
        """How sure the verdict is.

        One sure incompatible input is enough; any other verdict is as sure as its least sure part.
        """
        found = [confidence_of(cell) for cell in self.all if cell.verdict == self.verdict]
        pick = min if self.verdict == "incompatible" else max
        return pick(found, key=CONFIDENCES.index)


def check(licences: Licences, request: Request) -> Clearing:
    """The answer to a request.

    Its licences and candidates must be ids of the vocabulary and its inputs not empty
    (``app.licensing.requests`` sees to it); time grows with distinct licences, not with inputs.
    """
    use = Use(request.result_type, request.commercial, request.modify)
    grouped: dict[Source, list[Input]] = {}
    for each in request.inputs:
        grouped.setdefault(Source(each.licence, each.candidates), []).append(each)
    outcomes = _outcomes(licences, tuple(grouped), use)
    targets = _possible(outcomes)
    if request.target is None:
        chosen = targets[0].id if targets else None
        outcome = outcomes[chosen] if chosen else _nearest(outcomes, grouped)
    else:
        chosen, outcome = request.target, _outcome(licences, tuple(grouped), use, request.target)
    verdict = outcome.verdict
    return Clearing(
        request=request,
        target=chosen,
        verdict=verdict,
        confidence=outcome.confidence,
        steps=_steps(licences, outcome) if verdict == "conditional" else (),
        clash=_clash(grouped, outcome, outcomes) if verdict == "incompatible" else (),
        ask_provider=_questions(licences, grouped, outcome),
        duties=() if verdict == "incompatible" else duties_of(licences, grouped, use),
        reasons=_reasons(licences, grouped, outcome),
        targets=targets,
        hints=hints_of(licences, grouped),
    )


def _outcomes(licences: Licences, sources: tuple[Source, ...], use: Use) -> dict[str, Outcome]:
    """Every target that can be suggested; of internal use there is none."""
    internal = use.result_type == "internal_use"
    offered = (NO_TARGET,) if internal else licences.rules.offered
    return {target: _outcome(licences, sources, use, target) for target in offered}


def _outcome(licences: Licences, sources: tuple[Source, ...], use: Use, target: str) -> Outcome:
    cells = {source: decide(licences, source, use, target) for source in sources}
    for source, apart in keep_layers_apart(licences, sources, use).items():
        cells[source] = max(cells[source], apart, key=rank)
    return Outcome(target, cells, decide_target(licences, use, target))


def _nearest(outcomes: Mapping[str, Outcome], sources: Iterable[Source]) -> Outcome:
    """Where no target is possible: the least bad one, of equals the licence of an input.

    Its reasons then say what the inputs want of each other.
    """
    own = {source.licence for source in sources}
    return min(
        outcomes.values(), key=lambda each: (VERDICTS.index(each.verdict), each.target not in own)
    )


def _possible(outcomes: Mapping[str, Outcome]) -> tuple[Target, ...]:
    """Compatible targets, then conditional ones, each in the order of the vocabulary."""
    found = [Target(id, each.verdict, each.confidence) for id, each in outcomes.items()]
    return tuple(target for wanted in VERDICTS[:2] for target in found if target.verdict == wanted)


def _steps(licences: Licences, outcome: Outcome) -> tuple[Step, ...]:
    steps = {}
    for source, cell in outcome.cells.items():
        if cell.step:
            text = Text(*licences.rules.steps[cell.step])
            steps[cell.step, source.licence] = Step(cell.step, text, source.licence)
    return tuple(steps.values())


def _clash(grouped: Grouped, outcome: Outcome, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """Names of the smallest clash; where every input has some target, the one this target bars."""
    open_to = {source: _open_to(outcomes, source) for source in grouped}
    barred = [source for source, cell in outcome.cells.items() if cell.verdict == "incompatible"]
    clash = smallest_clash(open_to) or (_surest(barred, outcome),)
    return tuple(grouped[source][0].name for source in clash)


def _open_to(outcomes: Mapping[str, Outcome], source: Source) -> frozenset[str]:
    ways = (target for target, each in outcomes.items() if _admits(each.cells[source]))
    return frozenset(ways)


def _admits(cell: Cell) -> bool:
    return cell.verdict != "incompatible"


def _surest(sources: Sequence[Source], outcome: Outcome) -> Source:
    return min(sources, key=lambda source: CONFIDENCES.index(confidence_of(outcome.cells[source])))


def _questions(licences: Licences, grouped: Grouped, outcome: Outcome) -> tuple[Question, ...]:
    """One for each input that leaves something open, and for each step that needs its provider."""
    found: dict[tuple[str, str], Question] = {}
    for source, inputs in grouped.items():
        codes = [licences.entries[source.licence].law.ask, outcome.cells[source].step]
        for code in dict.fromkeys(code for code in codes if code in licences.rules.questions):
            for each in inputs:
                if (code, each.name) not in found:
                    asked = question(licences, code, each, outcome.target)
                    found[code, each.name] = asked
    return tuple(found.values())


def _reasons(licences: Licences, grouped: Grouped, outcome: Outcome) -> tuple[Reason, ...]:
    """One for each source, named after its first input; the worst first."""
    cells = sorted(outcome.cells.items(), key=lambda item: rank(item[1]), reverse=True)
    found = [
        _reason(licences, grouped[source][0].name, source, cell, outcome.target)
        for source, cell in cells
    ]
    if outcome.reserved is not None:
        whole = Source(outcome.target)
        found.append(_reason(licences, outcome.target, whole, outcome.reserved, outcome.target))
    return tuple(found)


def _reason(licences: Licences, name: str, source: Source, cell: Cell, target: str) -> Reason:
    return Reason(
        input=name,
        licence=source.licence,
        verdict=verdict_of(cell),
        text=reason_text(licences, cell, source.licence, target, source.candidates),
        clause=cell.clause,
        source=cell.source,
        confidence=confidence_of(cell),
    )
