# SPDX-License-Identifier: EUPL-1.2
"""The feed out of the store: everything selected into a stream, one page, or one dataset."""

import io
from dataclasses import dataclass
from math import ceil
from typing import BinaryIO

from app.export.feed import ExportResult, Progress, write_feed
from app.export.formats import Syntax
from app.export.hydra import Paging, paging_lines
from app.export.resolve import resolve
from app.export.said import Profile
from app.export.site import FeedSite
from app.export.source import item, items, make_frame
from app.model.selection import Selection
from app.store import Session, dataset_queries
from app.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Document:
    """A document in memory. paging: where it stands among the pages; None for one dataset."""

    data: bytes
    result: ExportResult
    paging: Paging | None = None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of a paged view. template: of a page, with ``{page}``; collection: of them all."""

    collection: str
    template: str


class NoSuchPage(Exception):
    """There are fewer pages; carries ``pages``."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        super().__init__(f"{pages} pages")


def write(
    session: Session,
    vocabulary: Vocabulary,
    site: FeedSite,
    selection: Selection,
    syntax: Syntax,
    target: BinaryIO,
    profile: Profile = "default",
    progress: Progress | None = None,
) -> ExportResult:
    """Every live dataset of the selection into target, as one document of flat memory.

    selection: its paging is not heeded. progress: called with the number of datasets so far.
    """
    frame = make_frame(session, vocabulary, site, profile)
    stream = items(session, resolve(selection, vocabulary))
    return write_feed(stream, frame, syntax, target, progress=progress)


def write_page(
    session: Session,
    vocabulary: Vocabulary,
    site: FeedSite,
    selection: Selection,
    syntax: Syntax,
    addresses: Addresses,
    profile: Profile = "default",
) -> Document:
    """Page ``selection.seite`` of ``selection.pro_seite`` datasets. NoSuchPage past the last one.

    A selection without datasets has one page.
    """
    asked = resolve(selection, vocabulary)
    total, size = dataset_queries.count(session, asked), max(1, selection.pro_seite)
    pages = max(1, ceil(total / size))
    after = dataset_queries.page_start(session, asked, (selection.seite - 1) * size)
    if selection.seite > pages or after is None:
        raise NoSuchPage(pages)
    paging = Paging(selection.seite, pages, total, addresses.template, addresses.collection)
    frame = make_frame(session, vocabulary, site, profile)
    target = io.BytesIO()
    stream = items(session, asked, after, size)
    result = write_feed(stream, frame, syntax, target, paging_lines(paging))
    return Document(target.getvalue(), result, paging)


def write_one(
    session: Session,
    vocabulary: Vocabulary,
    site: FeedSite,
    dataset_id: str,
    syntax: Syntax,
    profile: Profile = "default",
) -> Document | None:
    """One live dataset with the catalogue it hangs from; None if there is no live one."""
    found = item(session, dataset_id)
    if found is None:
        return None
    target = io.BytesIO()
    frame = make_frame(session, vocabulary, site, profile)
    result = write_feed([found], frame, syntax, target)
    return Document(target.getvalue(), result)
