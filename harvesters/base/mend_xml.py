# SPDX-License-Identifier: EUPL-1.2
"""Mends broken RDF/XML: what can be mended in the whole text, then element by element.

A text that stops midway is cut behind its last whole item and closed. If a text still cannot be
read, every element is tried alone and the broken ones are taken out and named.
"""

import re

from harvesters.base.mend import Mended, Read, Truncated, line_of
from harvesters.base.mend_markup import mend_characters, without_foreign
from harvesters.base.record import Broken, Repair
from harvesters.base.text import shorten
from harvesters.base.xml_items import ABOUT, children_of, datasets_in, open_at, root_of, tags_of
from harvesters.base.xml_parts import readable_part

_ITEM = re.compile(r"<(?:[\w.-]+:)?(?:Dataset|DatasetSeries|Description)\b")
_TAIL = 2_000
_ROOT = re.compile(r"<(?:[\w.-]+:)?RDF[\s>]")
_HEAD = 20_000


def is_closed(text: str, syntax: str = "rdfxml") -> bool:
    """Whether the root element ends: pyoxigraph takes a text that stops midway for complete.

    Other syntaxes than RDF/XML cannot be cut without an error of the parser.
    """
    if syntax != "rdfxml":
        return True
    root = root_of(text)
    if root is None or root.kind == "empty":
        return root is not None
    end = len(text.rstrip())
    while text.endswith("-->", 0, end):
        end = len(text[: max(0, text.rfind("<!--", 0, end))].rstrip())
    return re.search(rf"</{re.escape(root.name)}\s*>$", text[max(0, end - _TAIL) : end]) is not None


def mend(text: str, read: Read) -> Mended:
    """The statements of a broken RDF/XML text; SyntaxError when nothing of it can be read."""
    text, noise = _without_head(text)
    text, repairs = mend_characters(text)
    repairs += noise
    text = _without_tail(text, repairs)
    if root_of(text) is None:
        raise Truncated("there is no root element")
    truncated = not is_closed(text)
    broken: list[Broken] = []
    if truncated:
        text = _close(text, broken)
    try:
        lines = read(text).decode()
    except SyntaxError:
        text, lifted = readable_part(text, read, repairs, broken)
        lines = read(text).decode()
        truncated = truncated or lifted
    return Mended(without_foreign(lines, repairs), tuple(repairs), tuple(broken), truncated)


def _without_head(text: str) -> tuple[str, list[Repair]]:
    """A text without what stands before its root, such as a notice of the server."""
    begin = _ROOT.search(text, 0, _HEAD)
    if begin is None or not (noise := text[: begin.start()].strip()):
        return text, []
    root = root_of(text)
    if root is None or root.start >= begin.start() or root.name.rpartition(":")[2] == "RDF":
        return text, []
    rest = "\n" * text.count("\n", 0, begin.start()) + text[begin.start() :]
    return rest, [Repair("xml.repaired", shorten(noise, 80), "line 1")]


def _without_tail(text: str, repairs: list[Repair]) -> str:
    """A text without what stands behind the end of its root, such as a warning of the server."""
    root = root_of(text)
    if root is None:
        return text
    ending = text.rfind(f"</{root.name}>")
    end = ending + len(root.name) + 3
    junk = text[end:].strip()
    if ending < 0 or not junk or f"<{root.name}" in junk or junk.startswith("<!--"):
        return text
    repairs.append(Repair("xml.repaired", shorten(junk), f"line {line_of(text, end)}"))
    return text[:end]


def _close(text: str, broken: list[Broken]) -> str:
    """A text that stops in the middle, cut after its last complete item and closed."""
    page = tags_of(text)
    children = children_of(page)
    whole = [child.end for child in children if child.whole]
    if children and not children[-1].whole:
        whole += [each.end for each in datasets_in(page, children[-1]) if each.whole]
    if not whole:
        raise Truncated("the text ends before the first item does")
    cut = max(whole)
    lost = text[cut:].strip()
    if _ITEM.search(lost):
        about = ABOUT.search(lost)
        where = f"line {line_of(text, cut)}"
        broken.append(Broken(about and about.group(1), where, "item.truncated", shorten(lost)))
    return text[:cut] + "".join(f"</{name}>" for name in reversed(open_at(page, cut)))
