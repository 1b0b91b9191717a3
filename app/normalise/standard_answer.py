# SPDX-License-Identifier: EUPL-1.2
"""A reading of a dct:conformsTo as programs get it: what it names, by which rule and evidence."""

import json
from typing import NamedTuple

from app.normalise.standard import Conformance, read
from app.normalise.standards import named
from app.vocabulary import Vocabulary
from app.vocabulary.folding import fold, fold_code, fold_uri, is_uri
from app.vocabulary.standards import Standard
from harvesters.base.record import RawStandard

LONGEST_QUESTION = 100_000  # a longer text is wrong use
RULES = {"uris": "uri", "urns": "urn", "namespaces": "namespace"}


class Asked(NamedTuple):
    """A value of conformsTo, and the label a portal gave it ("" if none)."""

    text: str
    label: str = ""


class Found(NamedTuple):
    """What a value was read as. id: None where no entry was meant, or several may be."""

    id: str | None
    status: str
    evidence: str | None
    rule: str
    candidates: tuple[str, ...] = ()


class StandardQuestionError(Exception):
    """A question that is none. code, params: the message."""

    def __init__(self, code: str, **params: str) -> None:
        self.code, self.params = code, params
        super().__init__(code)


def asked_in(line: str) -> Asked:
    """The question of one line: a text, or a JSON object with ``text`` and maybe ``label``.

    StandardQuestionError for broken JSON, members that are no text, NUL, halves of characters and
    for what is too long.
    """
    if len(line) > LONGEST_QUESTION:
        raise StandardQuestionError("standard_reading.too_long", longest=str(LONGEST_QUESTION))
    asked = _asked(line)
    if "\0" in asked.text + asked.label:
        raise StandardQuestionError("standard_reading.nul")
    if any("\ud800" <= sign <= "\udfff" for sign in asked.text + asked.label):
        raise StandardQuestionError("standard_reading.half_signs")
    return asked


def _asked(line: str) -> Asked:
    if not line.lstrip().startswith("{"):
        return Asked(line)
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise StandardQuestionError("standard_reading.broken_json") from error
    text, label = found.get("text"), found.get("label") or ""
    if not isinstance(text, str) or not isinstance(label, str):
        raise StandardQuestionError("standard_reading.no_text")
    return Asked(text, label)


def answer(vocabulary: Vocabulary, asked: Asked) -> dict[str, object]:
    """text, id, name, level, status, evidence, rule, candidates.

    status: ``exact`` for a standard conformsTo names, ``likely`` where words only imply one,
    ``ambiguous`` where they imply several (candidates), ``metadata_profile`` and
    ``reference_system`` for what says nothing of the data, ``unknown``, ``missing``. evidence:
    ``declared`` for what conformsTo names, ``inferred`` for what the same words in a title imply.
    """
    found = _found(vocabulary, asked)
    standard = vocabulary.standards.get(found.id) if found.id else None
    return {
        "text": asked.text,
        "id": found.id,
        "name": standard.name if standard else None,
        "level": standard.level if standard else None,
        "status": found.status,
        "evidence": found.evidence,
        "rule": found.rule,
        "candidates": list(found.candidates),
    }


def _found(vocabulary: Vocabulary, asked: Asked) -> Found:
    words = [word for word in (asked.text, asked.label) if word.strip()]
    if not words:
        return Found(None, "missing", None, "empty")
    noted = read(vocabulary, (RawStandard(asked.text, asked.label or None),))
    if noted.value.profiles:
        return _profile(vocabulary, words)
    if not noted.value.standards:
        return Found(None, "reference_system", None, "reference_system")
    return _data(vocabulary, words, noted.value)


def _profile(vocabulary: Vocabulary, words: list[str]) -> Found:
    known = ((_named(vocabulary, word), word) for word in words)
    standard, word = next((pair for pair in known if pair[0]), (None, words[0]))
    if standard is None:
        return Found(None, "metadata_profile", None, "profile")
    return Found(standard.id, "metadata_profile", None, _rule(standard, word))


def _data(vocabulary: Vocabulary, words: list[str], found: Conformance) -> Found:
    use = found.standards[0]
    standard = vocabulary.standards.get(use.key) if use.key else None
    if standard is None:
        return _implied(vocabulary, words)
    said = next(word for word in words if _named(vocabulary, word) is standard)
    return Found(standard.id, "exact", "declared", _rule(standard, said))


def _named(vocabulary: Vocabulary, word: str) -> Standard | None:
    return vocabulary.standards.by_uri(word) or vocabulary.standards.by_alias(word)


def _implied(vocabulary: Vocabulary, words: list[str]) -> Found:
    """What words or addresses imply: titles and addresses are read so, conformsTo is not."""
    hints, rule = named(vocabulary, words), "words"
    if not hints:
        rule = "address"
        hints = tuple(h for word in words for h in vocabulary.standards.hints.in_address(word))
    ids = tuple(dict.fromkeys(hint.standard.id for hint in hints))
    if not ids:
        return Found(None, "unknown", None, "none")
    if len(ids) > 1:
        return Found(None, "ambiguous", None, rule, ids)
    return Found(ids[0], "likely", "inferred", rule)


def _rule(standard: Standard, said: str) -> str:
    """Which of the entry's lists names it: the address itself, one above it, a name, a pattern."""
    folded = fold_uri(said).lower()
    for name, rule in RULES.items():
        if any(fold_uri(uri).lower() == folded for uri in getattr(standard, name)):
            return rule
    if standard.specification and fold_uri(standard.specification).lower() == folded:
        return "specification"
    if is_uri(said) or folded.startswith("urn:"):
        return "urn" if "urn:" in folded else "below"
    names = {fold(standard.id): "id", fold(standard.name): "name"}
    codes = {fold_code(alias) for alias in standard.aliases} | set(map(fold, standard.aliases))
    known = "alias" if {fold(said), fold_code(said)} & codes else "text"
    return names.get(fold(said), known)
