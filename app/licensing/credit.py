# SPDX-License-Identifier: EUPL-1.2
"""The credit line (Quellenvermerk): every element each licence demands, and only those.

Pure: sources and rules in, entries out; one entry a provider, licence and dataset. Words of a
language come in later (app.licensing.credit_text). Nothing is invented: what the provider did not
supply is left out and named; where the licence is not known there is no line, but a question.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.licensing.model import PROPRIETARY, ResultType
from app.vocabulary.credit_rules import CreditRule, CreditRules
from app.vocabulary.licences import Licence, Licences

Obligation = Literal["due", "free", "unclear"]
MISSING_LICENCE, UNREAD_LICENCE = "unspecified", "unknown"
NOTHING = "none"  # a parameter of a message that has nothing to say


@dataclass(frozen=True, slots=True)
class Source:
    """What goes into the result and what is known about it; texts clean, url a http(s) address.

    dataset: its public id, else whatever names it. licence: an id of vocab/licences. by_text: the
    provider's own wording. changed: None for unchanged, "" for changed, else what was changed.
    date: day of the data's last update, ``2026-02-14``. raw: what was said where the licence was
    not read. part: the layer or part of the result it is in.
    """

    dataset: str
    licence: str = MISSING_LICENCE
    title: str = ""
    publisher: str = ""
    by_text: str = ""
    url: str = ""
    changed: str | None = None
    date: str = ""
    raw: str = ""
    candidates: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What is made of the sources. target: licence id, ``none``, ``proprietary``; by: whose it is.

    type: kind of result; databases and what is produced from them may be credited differently.
    """

    target: str | None = None
    by: str = ""
    type: ResultType | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a line.

    kind: part, wording, publisher, title, dataset, date, licence, change, hint. url: where it
    links to; for kind dataset the text is the title or "".
    """

    kind: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing about an entry, as code and parameters of a message."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the credit.

    obligation: due, free (may be named, no duty) or unclear (no line; the notes say what to ask).
    missing: what is wanted and was not supplied: by_text, publisher, licence, title, url, date.
    statement: fixed sentence of the licence with ``{licence}``, ``{provider}``, ``{title}``.
    """

    dataset: str
    licence: str
    obligation: Obligation
    elements: tuple[Element, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    statement: str = ""
    clause: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Entries in the order of the sources. target: how the result's licence is named and linked."""

    entries: tuple[Entry, ...]
    target: Element | None = None
    by: str = ""
    changed: bool = False
    target_uri: str = ""

    @property
    def due(self) -> tuple[Entry, ...]:
        """The entries that make up the line."""
        return tuple(entry for entry in self.entries if entry.obligation == "due")


def credit(
    sources: Iterable[Source], licences: Licences, rules: CreditRules, result: Result | None = None
) -> Credit:
    """The credit for these sources; doubles count once. A target that is no licence names none."""
    asked = result or Result()
    distinct = tuple(dict.fromkeys(sources))
    target = licences.get(asked.target or "")
    entries = [_entry(source, licences.get(source.licence), rules, asked) for source in distinct]
    return Credit(
        tuple(dict.fromkeys(entries)),
        target=_target(asked, target, rules),
        by=asked.by,
        changed=any(source.changed is not None for source in distinct),
        target_uri=(target.uri_dcat_ap_de or target.url) if target else "",
    )


def _target(result: Result, licence: Licence | None, rules: CreditRules) -> Element | None:
    if result.target == PROPRIETARY:
        return Element("proprietary", "")
    if licence is None:
        return None
    rule = rules.of(licence.id)
    return Element("licence", rule.label if rule else licence.name_de, licence.url)


def _entry(source: Source, licence: Licence | None, rules: CreditRules, result: Result) -> Entry:
    rule = rules.of(source.licence, result.type)
    if licence is None or rule is None or licence.kind != "licence":
        missing = ("licence",) if source.licence == MISSING_LICENCE else ()
        note = _question(source, licence)
        return Entry(source.dataset, source.licence, "unclear", missing=missing, notes=(note,))
    if rule.is_free:
        return _free(source, rule)
    named = bool(source.by_text or source.publisher)
    own = rule.statement if not source.by_text and _fits(rule, source) else ""
    elements = tuple(_elements(source, licence, rule, own))
    return Entry(
        source.dataset,
        source.licence,
        "due",
        elements,
        _missing(source, rule, named),
        tuple(_notes(source, licence, rule, result)),
        own,
        rule.clause,
        source.part,
    )


def _fits(rule: CreditRule, source: Source) -> bool:
    """Whether everything the fixed sentence speaks of is there."""
    wanted = (("{provider}", source.publisher), ("{title}", source.title))
    return all(value for mark, value in wanted if mark in rule.statement)


def _elements(source: Source, licence: Licence, rule: CreditRule, own: str) -> Iterable[Element]:
    if rule.wants("provider") and (not own or "{provider}" in own):
        if source.by_text:
            yield Element("wording", source.by_text)
        elif source.publisher:
            yield Element("publisher", source.publisher)
    yield from _about_data(source, rule)
    if rule.wants("licence"):
        yield Element("licence", rule.label, licence.url if rule.wants("link") else "")
    if rule.hint == "non_commercial":
        yield Element("hint", rule.hint)
    if rule.wants("change") and source.changed is not None:
        yield Element("change", source.changed)


def _about_data(source: Source, rule: CreditRule) -> Iterable[Element]:
    """Title, dataset link and date; a title that is not due itself only names the link."""
    linked = source.url if rule.wants("dataset") else ""
    if rule.wants("title") and source.title:
        yield Element("title", source.title, linked)
    elif linked:
        yield Element("dataset", source.title, linked)
    if rule.wants("date") and source.date:
        yield Element("date", source.date)


def _missing(source: Source, rule: CreditRule, named: bool) -> tuple[str, ...]:
    """What the licence wants from the provider and the provider did not supply."""
    wanted = (
        ("by_text", "provider", bool(source.by_text)),
        ("publisher", "provider", named),
        ("title", "title", bool(source.title)),
        ("url", "dataset", bool(source.url)),
        ("date", "date", bool(source.date)),
    )
    return tuple(name for name, element, there in wanted if rule.wants(element) and not there)


def _notes(source: Source, licence: Licence, rule: CreditRule, result: Result) -> Iterable[Note]:
    if rule.wants("provider") and not source.by_text:
        yield Note(f"credit.note.{_without_wording(source, rule)}")
    if rule.recommended:
        yield Note("credit.note.recommended", (("licence", rule.label),))
    changed = source.changed is not None
    if changed and licence.restrictions.get("no_derivatives") == "yes":
        yield Note("credit.note.no_derivatives", (("licence", rule.label),))
    shares_alike = licence.duties.get("share_alike") == "adaptation"
    if changed and shares_alike and result.target is None:
        yield Note("credit.note.share_alike", (("licence", rule.label),))


def _without_wording(source: Source, rule: CreditRule) -> str:
    if rule.statement and _fits(rule, source):
        return "own_statement"
    return "no_wording" if source.publisher else "no_name"


def _free(source: Source, rule: CreditRule) -> Entry:
    """Nothing is due; the source may be named all the same."""
    name = (
        Element("wording", source.by_text)
        if source.by_text
        else Element("publisher", source.publisher)
    )
    data = Element("dataset", source.title, source.url)
    elements = tuple(each for each in (name, data) if each.text or each.url)
    notes = [Note("credit.note.free", (("licence", rule.label),))]
    if rule.hint == "official_work":
        notes.append(Note("credit.note.official_work"))
    return Entry(
        source.dataset, source.licence, "free", elements, (), tuple(notes), "", rule.clause
    )


def _question(source: Source, licence: Licence | None) -> Note:
    """What to ask the provider where the licence is not known or its text was not read."""
    if source.licence == MISSING_LICENCE:
        return Note("credit.ask.missing")
    if licence is None or licence.kind == "none":
        return Note("credit.ask.unknown", (("raw", source.raw or source.licence),))
    named = (("de", licence.name_de), ("en", licence.name_en))
    if licence.kind == "class":
        return Note(
            "credit.ask.class", (*named, ("candidates", ", ".join(source.candidates) or NOTHING))
        )
    code = "statement" if licence.kind == "statement" else "terms"
    return Note(f"credit.ask.{code}", (*named, ("url", licence.url or NOTHING)))
