# SPDX-License-Identifier: EUPL-1.2
"""Pages of kinds that say their datasets in JSON of their own, or as RDF: told by what is in them.

DCAT-US calls itself JSON-LD, but names a context in the network; it is read as the JSON it is.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from harvesters.base import rdf_page
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.json_item import Package
from harvesters.base.json_page import Answer, Dialects, dialect_of, read_json
from harvesters.base.mend_value import behind_noise
from harvesters.base.record import Contents, Http, Item, Page, Portal, Record
from harvesters.base.text import decode

ACCEPT = "application/json, application/ld+json;q=0.9, */*;q=0.1"
_START = 20_000
_OWN_JSON = re.compile(r'"(?:dataset|result|datasets)"\s*:\s*[\[{]|"dataset_?id"\s*:')
_LINKED = re.compile(r'"@(?:graph|context)"\s*:|"dcat:\w+"\s*:')
_REFUSALS = ("400", "401", "403", "404", "405", "406", "410", "501")
_OTHER = {
    *("answer.kind_html", "answer.kind_not_json", "answer.kind_refused", "answer.kind_no_datasets"),
    *("answer.html", "answer.not_rdf", "answer.plain_json", "answer.other_xml"),
}


def is_rdf(page: Page) -> bool:
    """Whether a page is RDF and no JSON of an interface."""
    start = decode(replace(page, body=page.body[: 4 * _START]))[0].lstrip()[:_START]
    start = behind_noise(start)[0]
    if start[:1] not in ("{", "["):
        return not start[:100].lower().startswith(("<!doctype html", "<html", "<head", "<body"))
    return bool(_LINKED.search(start)) and not _OWN_JSON.search(start)


def open_json(page: Page, kind: str, dialects: Dialects) -> Contents:
    """The datasets of an answer in one of the dialects."""
    answer: Answer = read_json(page, kind, dialects)
    return Contents(
        tuple(answer.items),
        tuple(answer.broken),
        announced=answer.total,
        repairs=answer.repairs,
        truncated=answer.is_cut,
    )


def open_any(portal: Portal, page: Page, dialects: Dialects) -> Contents:
    """The datasets of a page, RDF or JSON. In RDF nothing but the page itself is followed."""
    if not is_rdf(page):
        return open_json(page, portal.kind, dialects)
    try:
        contents = rdf_page.read_page(portal, page)
    except UnexpectedAnswer as error:
        if error.code != "answer.not_rdf":
            raise
        raise UnexpectedAnswer("answer.kind_not_json", kind=portal.kind, **error.params) from error
    return replace(contents, next_url=None, self_url=None)


def parse_any(portal: Portal, item: Item, dialects: Dialects) -> Record:
    """The Record of one dataset; statements about persons stand apart in it."""
    package = item.payload
    if not isinstance(package, Package):
        return rdf_page.parse(portal, item)
    public, personal = package.texts()
    record = reread_any(portal, (item.identifier, "", public, personal), dialects)
    return replace(record, repairs=package.repairs)


def reread_any(portal: Portal, kept: tuple[str, str, str, str], dialects: Dialects) -> Record:
    """The Record of a dataset from what the store kept: identifier, kind, statements, personal."""
    identifier, kind, statements, personal = kept
    if not statements.startswith("{"):
        return rdf_page.reread(portal, identifier, kind, statements, personal)
    thing = json.loads(statements)
    dialect = dialect_of(thing, dialects) or dialects[-1]
    return dialect.to_record(portal, identifier, thing, statements, personal)


def first_of(http: Http, urls: Iterable[str], look: Callable[[Page], object]) -> Page:
    """The first of several addresses that answers with datasets, as look finds them or refuses.

    Only where there is nothing of the kind the next is asked; the reason of the first stands.
    """
    refused: HarvestError | None = None
    for url in urls:
        try:
            page = http.get(url, ACCEPT)
            look(page)
            return page
        except UnexpectedAnswer as error:
            if not is_refusal(error):
                raise
            refused = refused or error
    raise refused or ValueError("no address to try")


def is_refusal(error: UnexpectedAnswer) -> bool:
    """Whether there is nothing of this kind at an address, so that another may be tried."""
    return error.params.get("status") in _REFUSALS or error.code in _OTHER
