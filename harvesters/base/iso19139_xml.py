# SPDX-License-Identifier: EUPL-1.2
"""Finds the ISO 19139 records in an answer of a catalogue service, or in a file of one record.

lxml parses text that our own door fetched: no document type, no entity, no network, no depth
without limit. A record that cannot be read costs itself.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from lxml import etree

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.masking import masked
from harvesters.base.nesting import refuse_deep
from harvesters.base.record import Broken, Page, Repair
from harvesters.base.sniff import has_doctype
from harvesters.base.text import decode, shorten, without_declaration

Element = Any
Kind = Literal["dataset", "service", "other"]

_GMD = ("http://www.isotc211.org/2005/gmd", "http://www.isotc211.org/2005/gmi")
_METADATA = ("MD_Metadata", "MI_Metadata")
_ANSWERS = ("GetRecordsResponse", "GetRecordByIdResponse")
_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.I)
_ROOT = re.compile(r"<([\w.-]++:)?+([\w.-]++)[^<>]*+>")
_RECORD = re.compile(
    r"<((?:[\w.-]+:)?M[DI]_Metadata)(?=[\s>]).*?(?:</\1\s*>|(?=<(?:[\w.-]+:)?M[DI]_Metadata[\s>])|\Z)",
    re.S,
)
_SPACE = re.compile(r"""\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"<]*"|'[^'<]*')""")
_TEXTS = ("CharacterString", "Anchor", "URL")
_LARGEST = 16_000_000  # bytes of an answer; a service that is asked for fewer records gives less
# Elements and attributes of a tree take some hundred bytes each; no page of records has so many.
_MOST_NODES = 500_000
_MOST_RECORDS = 20_000
# ISO 19139 of 2005 has basic types in a space of their own, drafts before it had one for all.
_BASIC = {"CharacterString", "Date", "DateTime", "Decimal", "Integer", "Real", "Boolean"}
_GCO = "http://www.isotc211.org/2005/gco"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer holds. records: elements in its order; matched: the total it claims."""

    records: tuple[Element, ...]
    broken: tuple[Broken, ...]
    matched: int | None
    repairs: tuple[Repair, ...]
    truncated: bool = False


def read_answer(page: Page) -> Answer:
    """The records of a page. UnexpectedAnswer where it is no answer of a catalogue service."""
    if not page.local and len(page.body) > _LARGEST:
        raise UnexpectedAnswer("network.too_large", url=page.name, limit=_LARGEST)
    text, repairs = decode(page)
    refuse_other(text, page)
    text = without_declaration(text)
    refuse_deep(text, "rdfxml", page.name)
    try:
        root = parse(text)
    except etree.XMLSyntaxError as error:
        return _piecewise(text, page, repairs, str(error))
    records, broken = _records(root, page)
    return Answer(records, broken, _matched(root), repairs)


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


def refuse_other(text: str, page: Page) -> None:
    """UnexpectedAnswer for what no parser shall see: HTML, document types, other text."""
    if _HTML.match(text):
        raise UnexpectedAnswer("answer.html", page=page.name)
    if has_doctype(text):
        raise UnexpectedAnswer("answer.doctype", page=page.name)
    if text.count("<") - text.count("</") + text.count("=") > _MOST_NODES:
        raise UnexpectedAnswer("answer.csw_too_many", page=page.name)
    if not text.lstrip().startswith("<"):
        start = " ".join(text[:200].split())
        raise UnexpectedAnswer("answer.csw_not_xml", page=page.name, start=shorten(start, 80))


def _records(root: Element, page: Page) -> tuple[tuple[Element, ...], tuple[Broken, ...]]:
    name = local(root)
    if name in _METADATA and is_iso(root):
        return (_as_of_2005(root),), ()
    if name == "ExceptionReport" or name == "Fault":
        problem = " ".join(" ".join(root.itertext()).split())
        raise UnexpectedAnswer("answer.csw_refused", page=page.name, problem=shorten(problem, 200))
    if name == "Envelope":
        return _records(_inside(root, page), page)
    if name not in _ANSWERS:
        raise UnexpectedAnswer("answer.csw_other", page=page.name, element=name)
    holder = next(iter(every(root, "SearchResults")), root)
    held = [child for child in holder if isinstance(child.tag, str)]
    listed = [child for child in held if local(child) != "SearchStatus"]
    if len(listed) > _MOST_RECORDS:
        raise UnexpectedAnswer("answer.csw_too_many", page=page.name)
    strange = [
        Broken(_name(child), f"page {page.number}, record {number}", "item.not_iso", shown(child))
        for number, child in enumerate(listed, 1)
        if not is_iso(child)
    ]
    return tuple(map(_as_of_2005, filter(is_iso, listed))), tuple(strange)


def _name(element: Element) -> str | None:
    """What a record of another schema calls itself."""
    for found in element.iter("{*}fileIdentifier", "{*}metadataIdentifier", "{*}identifier"):
        said = " ".join("".join(found.itertext()).split())
        if said:
            return shorten(said, 200)
    return None


def _as_of_2005(record: Element) -> Element:
    """The record in the namespaces of 2005; drafts before had the same names in other ones."""
    own = etree.QName(record).namespace
    if own in _GMD:
        return record
    for element in record.iter(etree.Element):
        space = _GCO if local(element) in _BASIC else _GMD[0]
        element.tag = f"{{{space}}}{local(element)}"
    return record


def _inside(envelope: Element, page: Page) -> Element:
    """What a SOAP envelope holds."""
    for body in every(envelope, "Body"):
        for child in body:
            if isinstance(child.tag, str):
                return child
    raise UnexpectedAnswer("answer.csw_other", page=page.name, element=local(envelope))


def _matched(root: Element) -> int | None:
    for results in root.iter("{*}SearchResults"):
        said = results.get("numberOfRecordsMatched", "")
        return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else None
    return None


def _piecewise(text: str, page: Page, repairs: tuple[Repair, ...], problem: str) -> Answer:
    """The records of damaged XML, each tried alone with the namespaces of the root."""
    root = _ROOT.search(text)
    spaces = "".join(_SPACE.findall(root.group())) if root else ""
    good: list[Element] = []
    broken: list[Broken] = []
    for number, match in enumerate(_RECORD.finditer(text), 1):
        part = match.group()
        closed = re.search(r"</(?:[\w.-]+:)?M[DI]_Metadata\s*>$", part)
        found = _alone(part, spaces)
        if found is not None and is_iso(found):
            good.append(_as_of_2005(found))
            continue
        reason = "item.broken_xml" if closed else "item.truncated"
        where = f"page {page.number}, record {number}"
        broken.append(Broken(_named(part), where, reason, masked(shorten(part))))
    if not good and not broken:
        raise UnexpectedAnswer("answer.unreadable", page=page.name, problem=shorten(problem, 200))
    said = re.search(r'numberOfRecordsMatched\s*=\s*["\'](\d{1,11})["\']', text)
    is_cut = root is not None and not text.rstrip().endswith(f"</{root[1] or ''}{root[2]}>")
    return Answer(tuple(good), tuple(broken), int(said[1]) if said else None, repairs, is_cut)


def _alone(part: str, spaces: str) -> Element | None:
    begin = part.find(">")
    if begin < 0:
        return None
    head = part[:begin]
    own = {space.split("=")[0].strip() for space in _SPACE.findall(head)}
    more = [s for s in _SPACE.findall(f"<x {spaces}>") if s.split("=")[0].strip() not in own]
    try:
        return parse(f"{head}{''.join(more)}{part[begin:]}")
    except etree.XMLSyntaxError:
        return None


def _named(part: str) -> str | None:
    found = re.search(r"fileIdentifier\s*+>\s*+<[^<>]*+>\s*+([^<]{1,200})<", part)
    return found[1].strip() if found else None


def is_iso(element: Element) -> bool:
    """Whether an element is a record of ISO 19139, of 2005 or of a draft with the same names.

    ISO 19115-3 has an element of the same name too, but no fileIdentifier.
    """
    if not isinstance(element.tag, str) or local(element) not in _METADATA:
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
