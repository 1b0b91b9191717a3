# SPDX-License-Identifier: EUPL-1.2
"""Faults of XML that can be mended in the whole text: ampersands, entities, prefixes, raw HTML."""

import re
from collections.abc import Callable
from html.entities import html5
from xml.sax.saxutils import escape

from harvesters.base.mend import LISTED, line_of
from harvesters.base.record import Repair
from harvesters.base.terms import NAMESPACES
from harvesters.base.text import shorten
from harvesters.base.xml_items import ABOUT, root_of

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z][\w.-]{0,40}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_LESS = re.compile(r"<(?![A-Za-z_/!?])")
_DECLARATION = re.compile(r"<\?xml\s[^<>]*\?>")
_PREDEFINED = {"amp", "lt", "gt", "quot", "apos"}
_CDATA = re.compile(r"<!\[CDATA\[(?:[^]<]++|\](?!\]>)|<(?!!\[CDATA\[))*+\]\]>")
_VALUE = re.compile(r"""=\s*+(?:"[^"<]*+"|'[^'<]*+')""")
_MARKUP = re.compile(r"</?[A-Za-z_][^<>]*+>")
_PREFIX = re.compile(r"[</\s]([A-Za-z_][\w.-]*+):[A-Za-z_]")
# Namespaces in XML 1.0, 3: no prefix but xml stands for nothing or for the namespace of xml.
_NO_SPACE = re.compile(
    r"""\sxmlns:(?!xml\s*=)[\w.-]++\s*+=\s*+(?:""|''|["']http://www\.w3\.org/XML/1998/namespace["'])"""
)
_DECLARED = re.compile(r"\sxmlns:([\w.-]+)\s*=")
_FOREIGN = "urn:x-undeclared:"
# A property in which no further property or class stands, and an HTML tag, which has no prefix.
_PROPERTY = re.compile(
    r"<([A-Za-z_][\w.-]*+:[\w.-]++)((?:\s[^<>]*+)?)>((?:(?!</?[A-Za-z_][\w.-]*+:).)*+)</\1\s*+>",
    re.S,
)
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9]*+(?:\s[^<>]*+|/)?>")


def mend_characters(text: str) -> tuple[str, list[Repair]]:
    """The text with every character and prefix that can be mended without loss, and the mends."""
    repairs: list[Repair] = []
    text = _CDATA.sub(_as_text, _open_quotes(text, repairs))
    text = _replace(text, _CONTROL, lambda match: "", repairs, "text.control_characters")
    text = _replace(text, _REFERENCE, _referred, repairs, "text.control_characters")
    text = _replace(text, _DECLARATION, lambda match: "", repairs, "xml.repaired")
    text = _replace(text, _AMPERSAND, lambda match: "&amp;", repairs, "xml.repaired")
    text = _replace(text, _ENTITY, _character, repairs, "xml.repaired")
    text = _replace(text, _LESS, lambda match: "&lt;", repairs, "xml.repaired")
    text = _replace(text, _NO_SPACE, lambda match: "", repairs, "xml.repaired")
    return _declare_prefixes(text, repairs), repairs


def _open_quotes(text: str, repairs: list[Repair]) -> str:
    """A comment or CDATA section that never ends would hide the rest of the page."""
    for begin, end in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        last = text.rfind(end) + 1
        at = text.find(begin, last)
        if at >= 0:
            where = f"line {line_of(text, at)}"
            repairs.append(Repair("xml.repaired", begin, where, _subject(text, at)))
            text = text[:at] + text[at:].replace(begin, f"&lt;{begin[1:]}")
    return text


def _replace(
    text: str,
    pattern: re.Pattern[str],
    by: Callable[[re.Match[str]], str],
    repairs: list[Repair],
    code: str,
) -> str:
    found = 0

    def swap(match: re.Match[str]) -> str:
        nonlocal found
        mended = by(match)
        if mended != match.group() and found < LISTED:
            found += 1
            around = text[max(0, match.start() - 30) : match.end() + 30].strip()
            where = f"line {line_of(text, match.start())}"
            repairs.append(Repair(code, shorten(around), where, _subject(text, match.start())))
        return mended

    return pattern.sub(swap, text)


def _as_text(cdata: re.Match[str]) -> str:
    """CDATA as escaped text, which means the same: the parser takes no text beside it."""
    return escape(cdata.group()[9:-3])


def _referred(match: re.Match[str]) -> str:
    """A numeric reference, empty where XML 1.0 (2.2) has no such character."""
    code = int(match.group(1), 16) if match.group(1) else int(match.group(2))
    known = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xDFFF < code < 0xFFFE
    return match.group() if known or 0xFFFF < code < 0x110000 else ""


def _character(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _PREDEFINED:
        return match.group()
    return html5.get(f"{name};", f"&amp;{name};")


def _subject(text: str, offset: int) -> str:
    """The item element an offset lies in, for the report."""
    start = text.rfind("Dataset ", 0, offset)
    about = ABOUT.search(text, start, offset) if start >= 0 else None
    return about.group(1) if about else ""


def _declare_prefixes(text: str, repairs: list[Repair]) -> str:
    """Prefixes nobody declared: known ones are; others are, so that only their statements fall."""
    root = root_of(text)
    if root is None:
        return text
    used: set[str] = set()
    for tag in set(_MARKUP.findall(text)):
        used.update(_PREFIX.findall(_VALUE.sub("", tag)))
    missing = sorted(used - set(_DECLARED.findall(text)) - {"xml", "xmlns"})
    if not missing:
        return text
    known = {p: NAMESPACES.get("dct" if p == "dcterms" else p, f"{_FOREIGN}{p}#") for p in missing}
    additions = "".join(f' xmlns:{prefix}="{iri}"' for prefix, iri in known.items())
    where = f"line {line_of(text, root.start)}"
    repairs.append(Repair("xml.repaired", shorten(additions.strip()), where))
    at = root.start + 1 + len(root.name)
    return text[:at] + additions + text[at:]


def without_foreign(lines: str, repairs: list[Repair]) -> str:
    """N-Triples without statements whose prefix was never declared: nobody knows what they say."""
    if _FOREIGN not in lines:
        return lines
    kept = []
    for line in lines.split("\n"):
        if f"<{_FOREIGN}" not in line:
            kept.append(line)
        elif len(repairs) < 4 * LISTED:
            subject = line.split(" ", 1)[0].strip("<>")
            repairs.append(Repair("statement.unwritable", shorten(line), "", subject))
    return "\n".join(kept)


def escape_markup(element: str) -> str:
    """An element whose properties hold raw HTML, with that HTML as the text it was meant to be."""
    return _PROPERTY.sub(_escape, element)


def _escape(match: re.Match[str]) -> str:
    name, attributes, content = match.groups()
    if not _HTML.search(content) or "parseType" in attributes:
        return match.group()
    text = content.replace("<", "&lt;").replace(">", "&gt;")
    return f"<{name}{attributes}>{text}</{name}>"
