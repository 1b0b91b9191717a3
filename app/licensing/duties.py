# SPDX-License-Identifier: EUPL-1.2
"""Duties that remain: each licence's obligations as far as the result triggers them."""

from collections.abc import Iterable, Mapping, Sequence

from app.licensing.deciding import ADAPTING, Source, Use
from app.licensing.model import Duty, Input, Text
from app.vocabulary.licence_law import Obligation
from app.vocabulary.licences import Licences


def duties_of(
    licences: Licences, grouped: Mapping[Source, Sequence[Input]], use: Use
) -> tuple[Duty, ...]:
    """The duties in the order of the inputs, one per licence and code, with all who ask for it."""
    found: dict[tuple[str, str], Duty] = {}
    for licence, names in _by_licence(grouped).items():
        for obligation in licences.entries[licence].law.obligations:
            due = _due(obligation.when, use)
            if due and (licence, obligation.code) not in found:
                duty = _duty(licences, licence, obligation, names, doubt=due == "?")
                found[licence, obligation.code] = duty
    return tuple(found.values())


def _by_licence(grouped: Mapping[Source, Sequence[Input]]) -> dict[str, tuple[str, ...]]:
    """Licence -> names of who asks: once per provider, licence and dataset."""
    asking: dict[str, dict[tuple[str, str], str]] = {}
    for source, inputs in grouped.items():
        names = asking.setdefault(source.licence, {})
        for each in inputs:
            names.setdefault((each.provider, each.dataset or each.name), each.name)
    return {licence: tuple(names.values()) for licence, names in asking.items()}


def _due(when: str, use: Use) -> str:
    """``!`` when the duty is due, ``?`` when that is disputed, "" when it is not."""
    shared = use.result_type != "internal_use"
    adapted = shared and (use.result_type in ADAPTING or use.modify)
    produced = use.result_type == "produced_work"
    if when == "any use":
        return "!" if shared else "?"
    triggered = {
        "always": True,
        "sharing": shared,
        "sharing data": shared and not produced,
        "change": shared and use.modify,
        "adaptation": adapted,
        "database": adapted and not produced,
        "produced work": produced,
    }
    return "!" if triggered[when] else ""


def _duty(
    licences: Licences, licence: str, obligation: Obligation, names: tuple[str, ...], *, doubt: bool
) -> Duty:
    words = obligation.text if obligation.text[0] else licences.rules.duties[obligation.code]
    return Duty(
        code=obligation.code,
        text=Text(*words),
        because_of=licence,
        disputed=doubt,
        datasets=names,
        clause=obligation.clause,
    )


def spelled(duties: Iterable[Duty]) -> tuple[str, ...]:
    """Each duty as ``CODE(licence)``, with a question mark behind it where it is disputed."""
    return tuple(f"{duty.code}({duty.because_of}){'?' * duty.disputed}" for duty in duties)
