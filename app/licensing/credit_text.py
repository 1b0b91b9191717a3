# SPDX-License-Identifier: EUPL-1.2
"""A credit in words: plain text, HTML with ``rel="license"``, Markdown; German or English.

The words come from ``say`` (code and parameters -> a sentence of the language), so that every
sentence stands in a message catalogue.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.licensing import credit_escape
from app.licensing.credit import Credit, Element, Entry, Note

_MARK = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
# Words by which a text of the user already says that data were changed.
_NOTICE = re.compile(
    r"geändert|verändert|bearbeitet|angepasst|umgewandelt|modified|changed|adapted|edited", re.I
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Say(Protocol):
    """The sentence of a code with its parameters, in one language."""

    def __call__(self, code: str, /, **params: object) -> str:
        """The sentence."""
        ...


@dataclass(frozen=True, slots=True)
class Style:
    """How a form writes words, links (text, url, rel) and a list under a head line."""

    words: Callable[[str], str]
    link: Callable[[str, str, str], str]
    lines: Callable[[str, Sequence[str]], str]
    single: Callable[[str], str]


def _plain_link(text: str, url: str, rel: str) -> str:
    return f"{text} ({url})" if text else url


def _plain_lines(head: str, lines: Sequence[str]) -> str:
    return "\n".join([head, *(f"({_number(at)}) {line}" for at, line in enumerate(lines))])


def _number(at: int) -> str:
    return _LETTERS[at] if at < len(_LETTERS) else str(at + 1)


def _html_link(text: str, url: str, rel: str) -> str:
    kind = f' rel="{rel}"' if rel else ""
    return f'<a href="{credit_escape.html(url)}"{kind}>{credit_escape.html(text or url)}</a>'


def _html_lines(head: str, lines: Sequence[str]) -> str:
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<p>{head}</p><ul>{items}</ul>"


def _markdown_link(text: str, url: str, rel: str) -> str:
    return f"[{credit_escape.markdown(text or url)}]({credit_escape.markdown_url(url)})"


def _markdown_lines(head: str, lines: Sequence[str]) -> str:
    return "\n".join([head, "", *(f"- {line}" for line in lines)])


TEXT = Style(str, _plain_link, _plain_lines, str)
HTML = Style(credit_escape.html, _html_link, _html_lines, "<p>{}</p>".format)
MARKDOWN = Style(credit_escape.markdown, _markdown_link, _markdown_lines, str)


def whole(credit: Credit, style: Style, say: Say) -> str:
    """The credit as one piece; "" where nothing is due and no licence of the result is named."""
    lines = list(dict.fromkeys(line(entry, style, say) for entry in credit.due))
    if credit.target is not None:
        return _result(credit, lines, style, say)
    if len(lines) == 1:
        return style.single(_head(credit.due[0], style, say) + lines[0])
    return style.lines(style.words(say("credit.sources")), lines) if lines else ""


def _head(entry: Entry, style: Style, say: Say) -> str:
    """``Datenquelle:`` before a name; a provider's wording and fixed sentences stand alone."""
    first = entry.elements[0].kind if entry.elements else ""
    return "" if entry.statement or first == "wording" else style.words(say("credit.source")) + " "


def _result(credit: Credit, lines: Sequence[str], style: Style, say: Say) -> str:
    """The line of the result, then its sources each with the licence of its own."""
    target = credit.target or Element("licence", "")
    named = style.words(say("credit.proprietary"))
    if target.kind == "licence":
        named = _element(target, style, say)
    head = ", ".join(filter(None, [named, style.words(credit.by)]))
    head = f"{style.words(say('credit.result'))} {head}"
    if not lines:
        return style.single(head)
    holds = say("credit.holds_changed" if credit.changed else "credit.holds")
    head = f"{head}; {style.words(holds)}"
    return style.lines(head, lines) if len(lines) > 1 else style.single(f"{head} {lines[0]}")


def line(entry: Entry, style: Style, say: Say) -> str:
    """One entry; for one that is free how the source may be named, for an unclear one ""."""
    said = {each.kind: _element(each, style, say) for each in entry.elements}
    parts = list(said.values())
    if entry.statement:
        sentence = _fill(entry.statement, entry.elements, said, style)
        used = _used(entry.statement)
        parts = [sentence, *(text for kind, text in said.items() if kind not in used)]
    text = ", ".join(parts)
    return f"{style.words(entry.part)}: {text}" if entry.part and text else text


def _used(statement: str) -> set[str]:
    marks = set(_MARK.findall(statement))
    return marks | ({"publisher"} if "provider" in marks else set())


def _fill(
    statement: str, elements: Iterable[Element], said: Mapping[str, str], style: Style
) -> str:
    """The licence's fixed sentence with the elements where it names them."""
    found = dict(said)
    found["provider"] = said.get("publisher", "")
    pieces = _MARK.split(statement)
    return "".join(
        found.get(piece, "") if at % 2 else style.words(piece) for at, piece in enumerate(pieces)
    )


def _element(element: Element, style: Style, say: Say) -> str:
    kind, text, url = element.kind, element.text, element.url
    if kind == "title":
        quoted = say("credit.title", title=text)
        return style.link(quoted, url, "") if url else style.words(quoted)
    if url:
        return style.link(text, url, "license" if kind == "licence" else "")
    if kind == "date":
        return style.words(say("credit.date", date=day(text, say)))
    if kind == "change":
        return style.words(_change(text, say))
    if kind == "hint":
        return style.words(say(f"credit.hint.{text}"))
    return style.words(text)


def _change(text: str, say: Say) -> str:
    """The fact of change; a text that already says it stands as it is."""
    if not text:
        return say("credit.changed")
    return text if _NOTICE.search(text) else say("credit.changed_so", what=text)


def day(text: str, say: Say) -> str:
    """``2026-02-14`` as the language writes it; a year or month alone as it is."""
    found = _DAY.match(text)
    if found is None:
        return text
    year, month, number = found.groups()
    return say("credit.day", year=year, month=month, day=number)


def note_text(note: Note, lang: str, say: Say) -> str:
    """The sentence of a note; names of licences in the language."""
    params: dict[str, object] = dict(note.params)
    if lang in params:
        params = {**params, "name": params[lang]}
    return say(note.code, **{key: value for key, value in params.items() if key not in _LANGS})


_LANGS = ("de", "en")
