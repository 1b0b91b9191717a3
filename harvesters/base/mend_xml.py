# SPDX-License-Identifier: EUPL-1.2
"""Mends broken RDF/XML: bare ampersands, foreign entities, prefixes, broken items, lost ends.

First the faults that can be mended without loss, in the whole text. If it still cannot be read,
every item element is tried alone and the broken ones are taken out and named.
"""

import re
from collections.abc import Callable, Iterator
from html.entities import html5
from xml.parsers import expat

from harvesters.base.mend import LISTED, Mended, Read, line_of
from harvesters.base.record import Broken, Repair
from harvesters.base.terms import NAMESPACES
from harvesters.base.text import shorten

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z][\w.-]*|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_PREDEFINED = {"amp", "lt", "gt", "quot", "apos"}
_TAG = re.compile(r"<(/?)([A-Za-z_][\w.-]*(?::[\w.-]+)?)((?:\s[^<>]*?)?)(/?)>")
_PREFIX_USE = re.compile(r"[</\s]([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*(?=[\s=/>])")
_ROOT = re.compile(r"<(?!\?|!)([A-Za-z_][\w.:-]*)((?:\s[^<>]*)?)>")
_ABOUT = re.compile(r"""rdf:(?:about|resource|ID)\s*=\s*["']([^"']*)["']""")
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.S)


def is_closed(text: str, syntax: str = "rdfxml") -> bool:
    """Whether the root element ends: pyoxigraph takes a text that stops midway for complete.

    Other syntaxes than RDF/XML cannot be cut without an error of the parser.
    """
    if syntax != "rdfxml":
        return True
    root = _ROOT.search(text)
    if root is None or root.group(2).endswith("/"):
        return True
    tail = text[-2_000:].rstrip()
    while tail.endswith("-->"):
        tail = tail[: tail.rfind("<!--")].rstrip()
    return re.search(rf"</{re.escape(root.group(1))}\s*>$", tail) is not None


def mend(text: str, read: Read) -> Mended:
    """The statements of a broken RDF/XML text; SyntaxError when nothing of it can be read."""
    text, repairs = _mend_characters(text)
    truncated = not is_closed(text)
    broken: list[Broken] = []
    if truncated:
        text = _close(text, broken)
    try:
        return Mended(read(text).decode(), tuple(repairs), tuple(broken), truncated)
    except SyntaxError:
        text = _without_broken_items(text, broken)
    return Mended(read(text).decode(), tuple(repairs), tuple(broken), truncated)


def _mend_characters(text: str) -> tuple[str, list[Repair]]:
    repairs: list[Repair] = []
    text = _replace(text, _CONTROL, lambda match: "", repairs, "text.control_characters")
    text = _replace(text, _AMPERSAND, lambda match: "&amp;", repairs, "xml.repaired")
    text = _replace(text, _ENTITY, _character, repairs, "xml.repaired")
    return _declare_prefixes(text, repairs), repairs


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


def _character(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _PREDEFINED:
        return match.group()
    return html5.get(f"{name};", f"&amp;{name};")


def _subject(text: str, offset: int) -> str:
    """The item element an offset lies in, for the report."""
    start = text.rfind("Dataset ", 0, offset)
    about = _ABOUT.search(text, start, offset) if start >= 0 else None
    return about.group(1) if about else ""


def _declare_prefixes(text: str, repairs: list[Repair]) -> str:
    root = _ROOT.search(text)
    if root is None:
        return text
    declared = set(re.findall(r"xmlns:([\w.-]+)\s*=", text)) | {"xml", "xmlns"}
    missing = sorted(set(_PREFIX_USE.findall(_CDATA.sub("", text))) - declared)
    known = {p: NAMESPACES.get("dct" if p == "dcterms" else p) for p in missing}
    additions = "".join(f' xmlns:{p}="{iri}"' for p, iri in known.items() if iri)
    if not additions:
        return text
    repairs.append(Repair("xml.repaired", additions.strip(), f"line {line_of(text, root.start())}"))
    at = root.end(1)
    return text[:at] + additions + text[at:]


def _close(text: str, broken: list[Broken]) -> str:
    """A text that stops in the middle, cut after its last complete item and closed."""
    regions = [(start, end) for start, end, whole in _items(text) if whole]
    cut = regions[-1][1] if regions else 0
    if not cut:
        raise SyntaxError("the text ends before the first item is complete")
    lost = text[cut:]
    about = _ABOUT.search(lost)
    if re.search(r"<(?:[\w.-]+:)?(?:Dataset|Description)\b", lost):
        position = f"line {line_of(text, cut)}"
        broken.append(
            Broken(about and about.group(1), position, "item.truncated", shorten(lost.strip()))
        )
    return text[:cut] + "".join(f"</{name}>" for name in reversed(_open_elements(text[:cut])))


def _open_elements(text: str) -> list[str]:
    stack: list[str] = []
    for closing, name, _, empty in _TAG.findall(_CDATA.sub("", text)):
        if closing and name in stack:
            while stack.pop() != name:
                pass
        elif not closing and not empty:
            stack.append(name)
    return stack


def _items(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, complete) of every item element: Datasets, else the children of the root."""
    kind = "Dataset" if re.search(r"<(?:[\w.-]+:)?Dataset[\s>]", text) else "Description"
    opening = re.compile(rf"<((?:[\w.-]+:)?{kind})(?:\s[^<>]*)?(?<!/)>")
    starts = list(opening.finditer(text))
    for number, match in enumerate(starts):
        limit = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        ending = text.find(f"</{match.group(1)}>", match.end(), limit)
        if ending >= 0:
            yield match.start(), ending + len(match.group(1)) + 3, True
        else:
            wrapper = text.rfind("</", match.end(), limit)
            yield match.start(), wrapper if wrapper >= 0 else limit, False


def _without_broken_items(text: str, broken: list[Broken]) -> str:
    root = _ROOT.search(text)
    spaces = (
        "".join(re.findall(r'\sxmlns(?::[\w.-]+)?\s*=\s*"[^"]*"', root.group(2))) if root else ""
    )
    parts: list[str] = []
    kept = 0
    for start, end, complete in _items(text):
        if complete and _well_formed(text[start:end], spaces):
            continue
        about = _ABOUT.search(text, start, end)
        position = f"line {line_of(text, start)}"
        identifier = about.group(1) if about else None
        broken.append(Broken(identifier, position, "item.broken_xml", shorten(text[start:end])))
        parts.append(text[kept:start])
        kept = end
    parts.append(text[kept:])
    return "".join(parts)


def _well_formed(element: str, spaces: str) -> bool:
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(f"<root{spaces}>{element}</root>", True)
    except expat.ExpatError:
        return False
    return True
