# SPDX-License-Identifier: EUPL-1.2
"""Geodata catalogues: catalogue services (CSW 2.0.2) with ISO 19139, and their answers as files."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from harvesters.base import files, rdf_page
from harvesters.base.csw_coupling import Services, used_in
from harvesters.base.csw_desk import Desk, service_at
from harvesters.base.csw_page import answer_of, is_wanted, open_page
from harvesters.base.csw_request import DATASETS, SERVICES
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.iso19139_rights import entry_in
from harvesters.base.iso19139_xml import identifier_of, kind_of, shown
from harvesters.base.nodes import nodes_of, statements_of
from harvesters.base.record import Harvester, Http, Item, Page, Portal, Record
from harvesters.base.terms import curie
from harvesters.base.windows import Survey, walk_windows

# Their pages are handed to nobody who would count them; more than any catalogue has.
_MOST_SERVICES = 50_000


def fetch(portal: Portal, http: Http) -> Iterator[Page]:
    """The pages of the service; HarvestError at the end where the walk may have missed some."""
    path = files.local_path(portal.url)
    if path is not None:
        yield from _coupled(lambda: files.pages(path, http.largest_answer))
        return
    desk = Desk(http, _look, service_at(portal.url, http), DATASETS)
    first = desk.first()
    services = _services(desk)
    seen: set[str] = set()
    totals: set[int | None] = {first[1].total}
    strange = False
    pages = walk_windows(desk, first)
    del first  # or it would be held during the whole walk
    for page in pages:
        survey = _look(page)
        seen.update(survey.ids)
        totals.add(survey.total)
        strange = strange or _holds_others(page, desk.service.keyword)
        yield services.coupled(page)
        del page
    if strange and totals == {len(seen)}:  # unasked records are counted too, and nothing is missing
        yield desk.hand_out(desk.hits())


def _coupled(pages: Callable[[], Iterator[Page]]) -> Iterator[Page]:
    """Files with the services of other files coupled; a file of such services only is left out."""
    services = Services()
    for page in pages():
        with suppress(HarvestError):
            services.learn(page)
    used = used_in(pages(), services) if services.by_target else set()
    for page in pages():
        if not (used and _holds_only(page, used)):
            yield _if_readable(services, page)


def _if_readable(services: Services, page: Page) -> Page:
    """The page with its services, or as it is: the run says what is wrong with it."""
    try:
        return services.coupled(page)
    except HarvestError:
        return page


def _holds_only(page: Page, services: set[str]) -> bool:
    try:
        answer = answer_of(page)
    except HarvestError:
        return False
    held = {identifier_of(record) for record in answer.records}
    return bool(held) and held <= services and not answer.broken


def _services(desk: Desk) -> Services:
    """All services of the catalogue that operate on something.

    HarvestError where they cannot all be had: without them datasets would seem to lose files.
    """
    own = Desk(desk.http, desk.look, desk.service, SERVICES, desk.dialect)
    services = Services()
    room = _MOST_SERVICES
    for page in walk_windows(own, own.search(0)):
        answer = answer_of(page)
        if answer.truncated:
            raise UnexpectedAnswer("answer.truncated", page=page.name)
        services.learn(page)
        room -= len(answer.records)
        if room < 0:
            raise UnexpectedAnswer("paging.repeats", page=page.name)
    return services


def _look(page: Page) -> Survey:
    """Records of a page, also broken ones: what has no identifier counts by its own text."""
    answer = answer_of(page)
    ids = [identifier_of(record) or shown(record) for record in answer.records]
    ids += [each.identifier or each.value for each in answer.broken]
    return Survey(tuple(ids), answer.matched)


def _holds_others(page: Page, keyword: str) -> bool:
    """Whether the service gave records that were not asked for."""
    return any(
        kind_of(record) != "dataset" or not is_wanted(record, keyword)
        for record in answer_of(page).records
    )


def parse(portal: Portal, item: Item) -> Record:
    """The Record of one dataset; statements about persons stand apart in it."""
    return _with_entry(rdf_page.parse(portal, item))


def reread(portal: Portal, identifier: str, kind: str, statements: str, personal: str) -> Record:
    """The Record of a dataset from the statements the store kept of it."""
    return _with_entry(rdf_page.reread(portal, identifier, kind, statements, personal))


def _with_entry(record: Record) -> Record:
    """A licence given as id, name and address in one is one entry, not three licences."""
    nodes = nodes_of(statements_of(record.statements))
    typed = (
        subject
        for subject, node in nodes.items()
        if "dcat:Dataset" in map(curie, node.get("rdf:type", ()))
    )
    ways, labels = entry_in(nodes, next(typed, ""))
    if not ways:
        return record
    kept = tuple(each for each in record.licences if each not in labels)
    return replace(record, licences=kept, licence_entry=ways)


HARVESTER = Harvester(fetch, open_page, parse, reread)
