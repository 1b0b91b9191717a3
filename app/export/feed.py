# SPDX-License-Identifier: EUPL-1.2
"""A whole feed document: our catalogue, the source catalogues, the datasets, as blocks of lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from app.export.catalogues import SourceCatalogue, our_catalogue, source_catalogue
from app.export.dcat import write_item
from app.export.formats import Syntax
from app.export.item import Item
from app.export.meaning import Meaning
from app.export.said import Profile
from app.export.serialise import Tally, serialise
from app.export.site import FeedSite

Progress = Callable[[int], None]
# Identifier of a catalogue that is a blank node (harvesters.base.catalogue).
NAMELESS = "catalogue"


@dataclass(frozen=True, slots=True)
class Frame:
    """What all datasets of a document share.

    sources: (portal, identifier) -> catalogue. title: of a portal that names no catalogue.
    """

    site: FeedSite
    meaning: Meaning
    sources: dict[tuple[str, str], SourceCatalogue] = field(default_factory=dict)
    profile: Profile = "default"
    title: Callable[[str], str | None] = str


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written. left_out: statements not every syntax can carry; samples: the first."""

    datasets: int
    triples: int
    left_out: int = 0
    samples: tuple[str, ...] = ()


def write_feed(
    items: Iterable[Item],
    frame: Frame,
    syntax: Syntax,
    target: BinaryIO,
    extra: Sequence[str] = (),
    progress: Progress | None = None,
) -> ExportResult:
    """One document into target. extra: further lines (paging); progress: datasets so far."""
    tally = Tally()
    counted = _Counted(items, progress)
    serialise(_feed(counted, frame, extra, tally), syntax, target, tally)
    return ExportResult(counted.number, tally.triples, tally.left_out, tuple(tally.samples))


def _feed(
    items: Iterable[Item], frame: Frame, extra: Sequence[str], tally: Tally
) -> Iterator[Sequence[str]]:
    yield [*extra, *our_catalogue(frame.site)]
    terms: dict[tuple[str, str], str] = {}
    for item in items:
        source = find_source(item, frame)
        key = source.portal, source.identifier
        if key not in terms:
            terms[key], lines, left_out = source_catalogue(source, frame.site, frame.profile)
            tally.leave_out(left_out)
            yield lines
        written = write_item(item, terms[key], frame.site, frame.meaning, frame.profile)
        if written.left_out:
            tally.leave_out(written.left_out)
        yield written.lines


def find_source(item: Item, frame: Frame) -> SourceCatalogue:
    """The dataset's catalogue."""
    return source_of(item.portal, item.catalogue, frame)


def source_of(portal: str, catalogue: str | None, frame: Frame) -> SourceCatalogue:
    """The catalogue a dataset names, else the portal's nameless one, else the portal.

    A catalogue that is a blank node has no name that a dataset could keep.
    """
    found = frame.sources.get((portal, catalogue or NAMELESS))
    return found or SourceCatalogue(portal, title=frame.title(portal))


class _Counted:
    """Passes items on and tells how many there were, now and then also to progress."""

    EVERY = 500

    def __init__(self, items: Iterable[Item], progress: Progress | None) -> None:
        self.items, self.progress, self.number = items, progress, 0

    def __iter__(self) -> Iterator[Item]:
        for item in self.items:
            self.number += 1
            if self.progress and self.number % self.EVERY == 0:
                self.progress(self.number)
            yield item
        if self.progress:
            self.progress(self.number)
