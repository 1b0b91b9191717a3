# SPDX-License-Identifier: EUPL-1.2
"""Sentences of vocab/licensing with the names of licences and targets put in."""

from app.licensing.model import Input, Question, Text
from app.vocabulary.licence_law import Cell, Words
from app.vocabulary.licences import Licence, Licences

_LONGEST = 200  # of what a portal said, inside a sentence


def short_name(licence: Licence, lang: str) -> str:
    """The name credit lines use (``CC BY-SA 4.0``), else the full one."""
    return licence.law.label or licence.name(lang)


def name_of(licences: Licences, id: str, lang: str) -> str:
    """The name of a licence, or of a target that is none; the id itself for any other word."""
    licence = licences.get(id)
    if licence is not None:
        return short_name(licence, lang)
    words = licences.rules.names.get(id)
    return words[lang != "de"] if words else id


def cite(licences: Licences, clause: str, lang: str) -> str:
    """The citation in the words of the language: ``Abschn. 4.2`` for ``s. 4.2``."""
    if lang != "de":
        return clause
    for english, german in licences.rules.citations:
        clause = clause.replace(english, german)
    return clause


def fill(licences: Licences, words: Words, values: dict[str, str], **ids: str) -> Text:
    """The sentence in both languages; ids are given by their names in the language."""
    de, en = (
        words[at].format(**values, **{key: name_of(licences, id, lang) for key, id in ids.items()})
        for at, lang in enumerate(("de", "en"))
    )
    return Text(de, en)


def reason_text(
    licences: Licences, cell: Cell, licence: str, target: str, candidates: tuple[str, ...]
) -> Text:
    """Why the cell is what it is."""
    values = {"candidates": ", ".join(name_of(licences, id, "de") for id in candidates)}
    return fill(licences, licences.rules.reasons[cell.why], values, licence=licence, target=target)


def question(licences: Licences, code: str, each: Input, target: str) -> Question:
    """What to ask the provider of this input."""
    said = each.raw[:_LONGEST] + "…" * (len(each.raw) > _LONGEST)
    values = {"name": each.title or each.name, "said": said or each.name}
    words = licences.rules.questions[code]
    return Question(each.name, fill(licences, words, values, licence=each.licence, target=target))
