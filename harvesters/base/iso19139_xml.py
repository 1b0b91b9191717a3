# SPDX-License-Identifier: EUPL-1.2
"""XML of catalogue services parsed, and what their ISO 19139 records say at a place.

lxml parses text that our own door fetched: no document type, no entity, no network, no depth
without limit.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Literal

from lxml import etree

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.masking import masked
from harvesters.base.record import Page
from harvesters.base.sniff import has_doctype
from harvesters.base.text import shorten

Element = Any
Kind = Literal["dataset", "service", "other"]

_GMD = ("http://www.isotc211.org/2005/gmd", "http://www.isotc211.org/2005/gmi")
METADATA = ("MD_Metadata", "MI_Metadata")
_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.I)
_TEXTS = ("CharacterString", "Anchor", "URL")
# ISO 19139 of 2005 has basic types in a space of their own, drafts before it had one for all.
_BASIC = {"CharacterString", "Date", "DateTime", "Decimal", "Integer", "Real", "Boolean"}
_GCO = "http://www.isotc211.org/2005/gco"


def parse(text: str) -> Element:
    """The root of an XML text; etree.XMLSyntaxError where it is none."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    return etree.fromstring(text.encode(), parser)


def refuse_foreign(text: str, page: Page) -> None:
    """UnexpectedAnswer for what no parser shall see: HTML, document types, other text."""
    if _HTML.match(text):
        raise UnexpectedAnswer("answer.html", page=page.name)
    if has_doctype(text):
        raise UnexpectedAnswer("answer.doctype", page=page.name)
    if not text.lstrip().startswith("<"):
        start = " ".join(text[:200].split())
        raise UnexpectedAnswer("answer.csw_not_xml", page=page.name, start=shorten(start, 80))


def nodes_in(text: str) -> int:
    """Elements and attributes of a text, or a few more."""
    return text.count("<") - text.count("</") + text.count("=")


def as_of_2005(record: Element) -> Element:
    """The record in the namespaces of 2005; drafts before had the same names in other ones."""
    own = etree.QName(record).namespace
    if own in _GMD:
        return record
    for element in record.iter(etree.Element):
        space = _GCO if local(element) in _BASIC else _GMD[0]
        element.tag = f"{{{space}}}{local(element)}"
    return record


def is_iso(element: Element) -> bool:
    """Whether an element is a record of ISO 19139, of 2005 or of a draft with the same names.

    ISO 19115-3 has an element of the same name too, but no fileIdentifier.
    """
    if not isinstance(element.tag, str) or local(element) not in METADATA:
        return False
    return etree.QName(element).namespace in _GMD or bool(every(element, "fileIdentifier"))


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(etree.QName(element).localname)


@lru_cache(maxsize=512)
def _path(steps: str) -> str:
    return "/".join(step if step == "*" else f"{{*}}{step}" for step in steps.split("/"))


def every(element: Element, steps: str) -> list[Element]:
    """All elements below by their names without namespaces, ``citation/CI_Citation``."""
    return list(element.findall(_path(steps)))


def texts(element: Element, steps: str) -> list[str]:
    """The texts at a place, white space tidied at their ends; empty ones are left out."""
    found = (said for holder in every(element, steps) for said in _said(holder))
    return list(dict.fromkeys(found))


def _said(holder: Element) -> Iterator[str]:
    inner = [child for child in holder if isinstance(child.tag, str)]
    for child in inner or [holder]:
        text = (child.text or "").strip()
        if text:
            yield text


def text(element: Element, steps: str) -> str:
    """The first text at a place, or an empty one."""
    return next(iter(texts(element, steps)), "")


def links(element: Element, steps: str) -> list[tuple[str, str]]:
    """(text, address) of each text or anchor at a place; the address is empty without one."""
    found = []
    for holder in every(element, steps):
        for child in holder:
            if isinstance(child.tag, str) and local(child) in _TEXTS:
                said = (child.text or "").strip()
                href = child.get("{http://www.w3.org/1999/xlink}href", "").strip()
                if said or href:
                    found.append((said, href))
    return found


def codes(element: Element, steps: str) -> list[str]:
    """Values of a code list: the attribute codeListValue, else the text."""
    found = (
        (child.get("codeListValue") or child.text or "").strip()
        for holder in every(element, steps)
        for child in holder
        if isinstance(child.tag, str)
    )
    return [code for code in found if code]


def kind_of(record: Element) -> Kind:
    """What a record describes: hierarchyLevel, else the kind of its identification.

    ISO 19115, B.5.25: without a level it is a dataset.
    """
    levels = codes(record, "hierarchyLevel")
    if any(level == "service" for level in levels):
        return "service"
    if every(record, "identificationInfo/SV_ServiceIdentification"):
        return "service"
    if not levels or set(levels) & {"dataset", "series", "nonGeographicDataset"}:
        return "dataset"
    return "other"


def keywords_of(record: Element) -> list[str]:
    """All keywords of a record, anchors included."""
    return texts(record, "identificationInfo/*/descriptiveKeywords/MD_Keywords/keyword")


def identifier_of(record: Element) -> str:
    """gmd:fileIdentifier; empty without one."""
    return text(record, "fileIdentifier")


def shown(element: Element, write: Callable[..., bytes] = etree.tostring) -> str:
    """The start of an element's text for a report, without persons."""
    return masked(shorten(write(element, encoding="utf-8").decode()))
