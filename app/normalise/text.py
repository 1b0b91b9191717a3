# SPDX-License-Identifier: EUPL-1.2
"""Titles and descriptions: choice of language, HTML to plain text, clean characters, NFC."""

import re
from html import unescape
from unicodedata import normalize

from app.normalise.encoding import mend_encoding
from app.normalise.notes import Note, Noted, note
from harvesters.base.record import Text

# Longer is no title and no description: one 10 MB word would break every page that shows it.
LONGEST_LINE = 1_000
LONGEST_BLOCK = 20_000
LONGEST_MENDED = 200_000  # no description; mending megabytes would take seconds

# Windows characters that were stored as C1 control characters; C1 controls are never meant in a
# text.
_C1 = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
_C0 = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F], "")
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF], "")
# Embeddings, overrides and isolates turn the direction of whatever is shown after them.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
_REPLACED = {**_C0, **_C1, **_INVISIBLE, **_TURNING}
_UNMEANT = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(f"[{_UNMEANT}]")
_ODD = re.compile(f"[{_UNMEANT}\xad\u200b\u2060\ufeff]")

_BLOCK = (
    "address|article|aside|blockquote|br|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav"
    "|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_INLINE = (
    "a|abbr|acronym|b|big|cite|code|del|em|font|i|img|ins|kbd|label|mark|o:p|q|s|small|span|strike|strong"
    "|sub|sup|tt|u|var|wbr"
)
_TAG = re.compile(rf"</?(?:{_BLOCK}|{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_OPENING = re.compile(r"<!--|<(script|style|head|title)(?:\s[^<>]*)?>", re.IGNORECASE)
_CLOSING = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("script", "style", "head", "title")
}
_COMMENT_END = re.compile("-->")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
# The end of a literal written out as Turtle and then quoted once more by the portal.
_LITERAL_END = re.compile(r"\^\^\S+|@[A-Za-z][A-Za-z0-9-]*")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def choose(texts: tuple[Text, ...]) -> str | None:
    """The text to show: German first, then one without a language, then English, then the first."""
    said = [text for text in texts if text.value.strip()]
    if len(said) < 2:  # by far the most frequent case
        return said[0].value if said else None
    return min(enumerate(said), key=lambda entry: (_preference(entry[1].lang), entry[0]))[1].value


def _preference(lang: str) -> int:
    main = lang.partition("-")[0]
    return {"de": 0, "": 1, "en": 2}.get(main, 3)


def read_line(texts: tuple[Text, ...], field: str) -> Noted[str | None]:
    """The chosen text as one clean line, for titles and names; at most LONGEST_LINE characters."""
    chosen, notes = _written(choose(texts), field)
    read = _shortened(None if chosen is None else line(chosen), LONGEST_LINE, chosen, field)
    return Noted(read.value, notes + read.notes)


def read_block(texts: tuple[Text, ...], field: str) -> Noted[str | None]:
    """The chosen text as clean plain text with line breaks; at most LONGEST_BLOCK characters."""
    chosen, notes = _written(choose(texts), field)
    read = _shortened(None if chosen is None else plain(chosen), LONGEST_BLOCK, chosen, field)
    return Noted(read.value, notes + read.notes)


def _written(said: str | None, field: str) -> tuple[str | None, tuple[Note, ...]]:
    """The text as it was written before it was read in a wrong encoding, and a note if it was."""
    if said is None or len(said) > LONGEST_MENDED or (meant := mend_encoding(said)) == said:
        return said, ()
    pairs = enumerate(zip(said, meant, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), 0)
    sample = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", said[max(0, at - 20) :][:80])
    return meant, (note("text.mojibake", sample, field=field),)


def shorten(text: str, limit: int) -> str:
    """The text, or its beginning and a mark; the feed still carries all the portal said."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _shortened(text: str | None, limit: int, said: str | None, field: str) -> Noted[str | None]:
    notes = _controls(said, field)
    if not text:
        return Noted(None, notes)
    if len(text) > limit:
        notes += (note("text.shortened", text[:80], field=field),)
    return Noted(shorten(text, limit), notes)


def _controls(text: str | None, field: str) -> tuple[Note, ...]:
    if text is None or not _CONTROL.search(text):
        return ()
    return (
        note(
            "text.control_characters",
            _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)[:80],
            field=field,
        ),
    )


def bare(text: str) -> str:
    """The value without blanks around it and without Turtle quoting (``"CSV"^^xsd:string``)."""
    text = text.strip()
    if text[:1] != '"':
        return text
    quoted, _, end = text.rpartition('"')
    return quoted[1:] if quoted and _LITERAL_END.fullmatch(end) else text


def clean(text: str) -> str:
    """NFC, without control and invisible characters, no blanks at the ends."""
    if _ODD.search(text):
        text = text.translate(_REPLACED)
    return bare(normalize("NFC", text))


def plain(text: str) -> str:
    """Text of a description: HTML gone, entities decoded, block elements as line breaks."""
    text = _decode(clean(text).replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def line(text: str) -> str:
    """Text of a title: as plain(), on one line."""
    return " ".join(_decode(clean(text)).split())


def _decode(text: str) -> str:
    if "<" not in text and "&" not in text:
        return text
    decoded = _strip(text)
    # Some editors escape their HTML once more: the tags only appear after the first decoding.
    return _strip(decoded) if _BLOCK_TAG.search(decoded) else decoded


def _strip(text: str) -> str:
    if "<" in text:
        text = _drop(text)
        text = _TAG.sub(lambda tag: "\n" if _BLOCK_TAG.match(tag.group()) else "", text)
    if _ENTITY.search(text):
        text = clean(unescape(text))
    return text


def _drop(text: str) -> str:
    """The text without comments, scripts and styles. What is never closed is only a stray tag.

    Each kind is searched for its end once more than it is closed, so the time stays linear.
    """
    kept: list[str] = []
    unclosed: set[str] = set()
    done = 0
    for opening in _OPENING.finditer(text):
        name = (opening[1] or "").lower()
        if opening.start() < done or name in unclosed:
            continue
        closing = (_CLOSING[name] if name else _COMMENT_END).search(text, opening.end())
        if closing is None:
            unclosed.add(name)
            continue
        kept += (text[done : opening.start()], " ")
        done = closing.end()
    return "".join((*kept, text[done:]))
