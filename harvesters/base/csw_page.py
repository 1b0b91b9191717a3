# SPDX-License-Identifier: EUPL-1.2
"""An answer of a catalogue service as items: one a dataset, its services coupled to it.

The address of a page says what was asked for: with ``keyword=opendata`` only datasets that bear the
keyword are taken. A file was chosen by whoever names it, so all its datasets are taken, and every
record that is none is reported.
"""

import re
from collections import defaultdict
from itertools import islice
from urllib.parse import parse_qs, urlsplit

from harvesters.base.canonical import digest, label, stamps_of_now
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.identity import dataset_id
from harvesters.base.iso19139_answer import Answer, read_answer
from harvesters.base.iso19139_dataset import resource_identifiers, say
from harvesters.base.iso19139_files import Service, service_of
from harvesters.base.iso19139_xml import (
    Element,
    identifier_of,
    keywords_of,
    kind_of,
    shown,
)
from harvesters.base.latest import remember_latest
from harvesters.base.payload import Payload
from harvesters.base.record import Broken, Contents, Item, Page, Portal

# Each service is told again with each of its datasets; no real page has nearly so many pairs.
_MOST_COUPLED = 20_000
# Of one record: the largest real ones have some thousands.
_MOST_ELEMENTS = 100_000
_LOOSE = re.compile(r"[\s_-]+")


@remember_latest
def answer_of(page: Page) -> Answer:
    """The page's records, remembered: the walk looks at them, then the run opens the page."""
    return read_answer(page)


def open_page(portal: Portal, page: Page) -> Contents:
    """The datasets of one answer. A count of hits has none; it closes a walk that was complete."""
    asked = parse_qs(urlsplit(page.name).query, keep_blank_values=True)
    if not page.local and asked.get("resultType") == ["hits"]:
        return Contents(recounted=True)
    answer = answer_of(page)
    keyword = None if page.local else next(iter(asked.get("keyword", ())), None)
    items, broken = _items(portal, page, answer, keyword)
    is_list = asked.get("elementSetName") == ["brief"]
    if is_list and not page.local:
        return Contents(recounted=True)
    return Contents(
        tuple(items),
        (*answer.broken, *broken),
        announced=None if page.local else answer.matched,
        repairs=answer.repairs,
        truncated=answer.truncated,
    )


def _items(
    portal: Portal, page: Page, answer: Answer, keyword: str | None
) -> tuple[list[Item], list[Broken]]:
    coupled = _services(answer)
    items: list[Item] = []
    broken: list[Broken] = []
    used: set[str] = set()
    room = _MOST_COUPLED
    others: list[tuple[str, Element]] = []
    for number, record in enumerate(answer.records, 1):
        position = f"page {page.number}, record {number}"
        if kind_of(record) != "dataset":
            others.append((position, record))
        elif keyword is None or is_wanted(record, keyword):
            services = serving(record, coupled)
            room -= len(services)
            if room < 0:
                raise UnexpectedAnswer("answer.entangled", page=page.name)
            used |= {service.identifier for service in services}
            taken = _item(portal, page, record, services, position)
            (items if isinstance(taken, Item) else broken).append(taken)  # type: ignore[arg-type]
    if keyword is None:
        broken += [_no_dataset(*each) for each in others if identifier_of(each[1]) not in used]
    return items, broken


def is_wanted(record: Element, keyword: str) -> bool:
    """Whether a record bears a keyword, in any spelling of it: opendata, Open Data, open-data."""
    wanted = _folded(keyword)
    return not wanted or any(_folded(each) == wanted for each in keywords_of(record))


def _folded(word: str) -> str:
    return _LOOSE.sub("", word.casefold())


def _services(answer: Answer) -> dict[str, list[Service]]:
    """Service records of the answer by the datasets they operate on."""
    found: dict[str, list[Service]] = defaultdict(list)
    for record in answer.records:
        service = service_of(record)
        for target in service.operates_on if service else ():
            found[target].append(service)  # type: ignore[arg-type]
    return found


def serving(record: Element, coupled: dict[str, list[Service]]) -> list[Service]:
    """The services that operate on a dataset, each once, in a fixed order."""
    names = [identifier_of(record), *resource_identifiers(record)]
    found = {service for name in names for service in coupled.get(name, ())}
    return sorted(found, key=lambda each: (each.identifier, each.address))


def _item(
    portal: Portal, page: Page, record: Element, services: list[Service], position: str
) -> Item | Broken:
    identifier = identifier_of(record) or next(iter(resource_identifiers(record)), "")
    if not identifier:
        return Broken(None, position, "item.no_identity", shown(record))
    if next(islice(record.iter(), _MOST_ELEMENTS, None), None) is not None:
        return Broken(identifier, position, "item.too_much", "")
    said, root = say(record, services)
    part = said.part()
    now = stamps_of_now(part.stamps, page.fetched)
    labelled = label(part, f"b{dataset_id(portal.key, identifier)}", now)
    pieces = labelled.pieces()
    name = labelled.names.get(root, root)
    payload = Payload(root, name, "dataset", part.nodes, "".join(pieces), None, ())
    files = len(set(part.nodes.get(root, {}).get("dcat:distribution", ())))
    return Item(identifier, position, digest(labelled, pieces, now), payload, files)


def _no_dataset(position: str, record: Element) -> Broken:
    reason = "item.service_alone" if kind_of(record) == "service" else "item.no_dataset"
    return Broken(identifier_of(record) or None, position, reason, shown(record))
