# SPDX-License-Identifier: EUPL-1.2
"""An answer of a catalogue service, or a file of one record, as the ISO 19139 records it holds.

Damaged XML is mended where there is no doubt, else its records are tried one by one; a record that
cannot be read, is nested too deeply or fills the memory costs itself.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.iso19139_xml import (
    METADATA,
    Element,
    as_of_2005,
    every,
    is_iso,
    local,
    nodes_in,
    parse,
    refuse_foreign,
    shown,
)
from harvesters.base.masking import masked
from harvesters.base.mend_markup import mend_characters
from harvesters.base.nesting import refuse_deep
from harvesters.base.record import Broken, Page, Repair
from harvesters.base.text import decode, shorten, without_declaration

_ANSWERS = ("GetRecordsResponse", "GetRecordByIdResponse")
_ROOT = re.compile(r"<([\w.-]++:)?+([\w.-]++)[^<>]*+>")
_RECORD = re.compile(
    r"<((?:[\w.-]+:)?M[DI]_Metadata)(?=[\s>]).*?(?:</\1\s*>|(?=<(?:[\w.-]+:)?M[DI]_Metadata[\s>])|\Z)",
    re.S,
)
_SPACE = re.compile(r"""\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"<]*"|'[^'<]*')""")
_LARGEST = 16_000_000  # bytes of an answer; a service that is asked for fewer records gives less
# Elements and attributes of a tree take some hundred bytes each; no page of records has so many.
MOST_NODES = 500_000
_MOST_RECORDS = 20_000
_TOO_MUCH = ("answer.too_deep", "answer.too_much", "answer.csw_too_many")


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
    refuse_foreign(text, page)
    text = without_declaration(text)
    try:
        return _whole(text, page, repairs)
    except UnexpectedAnswer as error:
        if error.code not in _TOO_MUCH:
            raise
        refused = error
    except etree.XMLSyntaxError:
        text, found = mend_characters(text)
        repairs += tuple(_masked(each, page) for each in found)
        try:
            return _whole(text, page, repairs)
        except etree.XMLSyntaxError as error:
            problem = shorten(str(error), 200)
            refused = UnexpectedAnswer("answer.unreadable", page=page.name, problem=problem)
        except UnexpectedAnswer as error:
            if error.code not in _TOO_MUCH:
                raise
            refused = error
    return _piecewise(text, page, repairs, refused)


def _whole(text: str, page: Page, repairs: tuple[Repair, ...]) -> Answer:
    refuse_large(text, page)
    root = parse(text)
    records, broken = _records(root, page)
    return Answer(records, broken, _matched(root), repairs)


def refuse_large(text: str, page: Page, most: int = MOST_NODES) -> None:
    """UnexpectedAnswer for a text of more elements than memory should hold, or too deep ones."""
    if nodes_in(text) > most:
        raise UnexpectedAnswer("answer.csw_too_many", page=page.name)
    refuse_deep(text, "rdfxml", page.name)


def _masked(repair: Repair, page: Page) -> Repair:
    where = f"page {page.number}, {repair.position}"
    return repair._replace(value=masked(repair.value), position=where)


def _records(root: Element, page: Page) -> tuple[tuple[Element, ...], tuple[Broken, ...]]:
    name = local(root)
    if name in METADATA and is_iso(root):
        return (as_of_2005(root),), ()
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
    return tuple(map(as_of_2005, filter(is_iso, listed))), tuple(strange)


def _name(element: Element) -> str | None:
    """What a record of another schema calls itself."""
    for found in element.iter("{*}fileIdentifier", "{*}metadataIdentifier", "{*}identifier"):
        said = " ".join("".join(found.itertext()).split())
        if said:
            return shorten(said, 200)
    return None


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


@dataclass(slots=True)
class _Tried:
    """Records of a damaged or crowded page. room: elements that may still be taken."""

    page: Page
    spaces: str
    good: list[Element] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    room: int = MOST_NODES

    def take(self, number: int, part: str) -> None:
        """One record, by itself."""
        reason = "item.truncated"
        if re.search(r"</(?:[\w.-]+:)?M[DI]_Metadata\s*>$", part):
            reason = "item.broken_xml"
        try:
            refuse_large(part, self.page, self.room)
            found = _alone(part, self.spaces)
        except UnexpectedAnswer:
            found, reason = None, "item.too_much"
        if found is not None and is_iso(found):
            self.good.append(as_of_2005(found))
            self.room -= nodes_in(part)
            return
        where = f"page {self.page.number}, record {number}"
        self.broken.append(Broken(_named(part), where, reason, masked(shorten(part))))


def _piecewise(
    text: str, page: Page, repairs: tuple[Repair, ...], refused: UnexpectedAnswer
) -> Answer:
    """The records of a page, each tried alone with the namespaces of the root.

    Raises what it was refused with where that gives none.
    """
    root = _ROOT.search(text)
    tried = _Tried(page, "".join(_SPACE.findall(root.group())) if root else "")
    for number, match in enumerate(_RECORD.finditer(text), 1):
        tried.take(number, match.group())
        if number > _MOST_RECORDS:
            raise UnexpectedAnswer("answer.csw_too_many", page=page.name)
    if not tried.good and (not tried.broken or refused.code in _TOO_MUCH):
        raise refused
    said = re.search(r'numberOfRecordsMatched\s*=\s*["\'](\d{1,11})["\']', text)
    is_cut = root is not None and not text.rstrip().endswith(f"</{root[1] or ''}{root[2]}>")
    good, broken = tuple(tried.good), tuple(tried.broken)
    return Answer(good, broken, int(said[1]) if said else None, repairs, is_cut)


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
