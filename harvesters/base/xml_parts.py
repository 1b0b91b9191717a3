# SPDX-License-Identifier: EUPL-1.2
"""The elements of a damaged RDF/XML text that can be read, each tried alone, put together again."""

import re
from collections.abc import Callable
from typing import NamedTuple
from xml.parsers import expat

from harvesters.base.mend import Read, lines_of
from harvesters.base.mend_markup import escape_markup
from harvesters.base.record import Broken, Repair
from harvesters.base.text import shorten
from harvesters.base.xml_items import ABOUT, Element, Tags, children_of, datasets_in, tags_of

_SPACE = re.compile(r"""\s(xmlns(?::[\w.-]+)?)\s*+=\s*+("[^"<]*"|'[^'<]*')""")


class _Damaged(NamedTuple):
    """A text, its tags, its root's tags with all namespaces, and what is reported of it."""

    text: str
    page: Tags
    head: str
    foot: str
    read: Read
    repairs: list[Repair]
    broken: list[Broken]
    lifted: list[Element]
    line_at: Callable[[int], int]


def readable_part(
    text: str, read: Read, repairs: list[Repair], broken: list[Broken]
) -> tuple[str, bool]:
    """The text without its unreadable elements, which are added to broken.

    And whether datasets had to be taken out of an element that is lost with all its links: the page
    was then not read to its end. SyntaxError when no element can be read.
    """
    page = tags_of(text)
    head, foot = _root(text, page)
    damaged = _Damaged(text, page, head, foot, read, repairs, broken, [], lines_of(text))
    kept = [part for child in children_of(page) for part in _keep(damaged, child)]
    if not kept:
        raise SyntaxError("no element can be read")
    return "\n".join([head, *kept, foot]), bool(damaged.lifted)


def _root(text: str, page: Tags) -> tuple[str, str]:
    """Start and end of the root. It gets the namespaces that inner elements declare for items."""
    root = page.tags[0]
    start = text[root.start : root.end - 1]
    own = {name for name, _ in _SPACE.findall(start)}
    inner = {name: iri for name, iri in reversed(_SPACE.findall(text)) if name not in own}
    added = "".join(f" {name}={iri}" for name, iri in inner.items() if name != "xmlns")
    return f"{start}{added}>", f"</{root.name}>"


def _keep(damaged: _Damaged, child: Element) -> list[str]:
    part = damaged.text[child.start : child.end]
    if child.whole and _is_readable(damaged, part):
        return [part]
    nested = datasets_in(damaged.page, child)
    if not nested:
        mended = _alone(damaged, child)
        return [mended] if mended else []
    return _keep_nested(damaged, child, nested)


def _keep_nested(damaged: _Damaged, child: Element, nested: list[Element]) -> list[str]:
    """The child without its broken datasets; where it is broken itself, its good datasets."""
    text = damaged.text
    parts: list[str] = []
    good: list[str] = []
    kept = child.start
    for element in nested:
        mended = _alone(damaged, element)
        good += [mended] if mended else []
        parts += [text[kept : element.start], mended]
        kept = element.end
    whole = "".join([*parts, text[kept : child.end]])
    for candidate in (whole, escape_markup(whole)):
        if child.whole and _is_readable(damaged, candidate):
            return [candidate]
    where = f"line {damaged.line_at(child.start)}"
    damaged.repairs.append(Repair("xml.repaired", shorten(whole), where))
    damaged.lifted.append(child)
    return good


def _alone(damaged: _Damaged, element: Element) -> str:
    """An element's text, mended if need be; empty, and reported, if it cannot be read."""
    part = damaged.text[element.start : element.end]
    where = f"line {damaged.line_at(element.start)}"
    if element.whole:
        if _is_readable(damaged, part):
            return part
        mended = escape_markup(part)
        if mended != part and _is_readable(damaged, mended):
            found = ABOUT.search(part)
            subject = found.group(1) if found else ""
            damaged.repairs.append(Repair("xml.repaired", shorten(part), where, subject))
            return mended
    about = ABOUT.search(part)
    identifier = about.group(1) if about else None
    damaged.broken.append(Broken(identifier, where, "item.broken_xml", shorten(part)))
    return ""


def _is_readable(damaged: _Damaged, element: str) -> bool:
    text = f"{damaged.head}{element}{damaged.foot}"
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(text, True)
        damaged.read(text)
    except (expat.ExpatError, SyntaxError):
        return False
    return True
