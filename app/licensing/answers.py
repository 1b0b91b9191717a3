# SPDX-License-Identifier: EUPL-1.2
"""A clearing as the JSON object that the command line and the web interface answer with."""

from typing import Any

from app.licensing.model import Clearing, Duty, Reason


def to_json(clearing: Clearing, lang: str) -> dict[str, Any]:
    """The answer in one language (``de``, ``en``); texts are sentences, all else codes and ids."""
    return {
        "inputs": [each.name for each in clearing.request.inputs],
        "result_type": clearing.request.result_type,
        "commercial": clearing.request.commercial,
        "modify": clearing.request.modify,
        "target": clearing.target,
        "verdict": clearing.verdict,
        "confidence": clearing.confidence,
        "steps": [
            {"code": step.code, "text": step.text.say(lang), "because_of": step.because_of}
            for step in clearing.steps
        ],
        "clash": list(clearing.clash),
        "ask_provider": [
            {"input": asked.input, "text": asked.text.say(lang)} for asked in clearing.ask_provider
        ],
        "duties": [_duty(duty, lang) for duty in clearing.duties],
        "reasons": [_reason(reason, lang) for reason in clearing.reasons],
        "targets": [
            {"id": target.id, "verdict": target.verdict, "confidence": target.confidence}
            for target in clearing.targets
        ],
        "hints": [hint.say(lang) for hint in clearing.hints],
    }


def _duty(duty: Duty, lang: str) -> dict[str, Any]:
    return {
        "code": duty.code,
        "text": duty.text.say(lang),
        "because_of": duty.because_of,
        "disputed": duty.disputed,
        "clause": duty.clause,
        "datasets": list(duty.datasets),
    }


def _reason(reason: Reason, lang: str) -> dict[str, Any]:
    return {
        "input": reason.input,
        "licence": reason.licence,
        "verdict": reason.verdict,
        "confidence": reason.confidence,
        "text": reason.text.say(lang),
        "clause": reason.clause,
        "source": reason.source,
    }
