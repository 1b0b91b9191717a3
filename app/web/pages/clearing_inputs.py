# SPDX-License-Identifier: EUPL-1.2
"""What goes into a clearing: stored datasets and licences as inputs, and as lines of the page."""

from collections.abc import Iterable
from typing import NamedTuple

from app.licensing.model import Input
from app.model import Dataset, Reading
from app.store import Session, licence_queries, stored
from app.store.stored import StoredDataset
from app.vocabulary import Vocabulary
from app.web.pages.clearing_state import State

PREFIX = "dataset:"
MOST_OF_A_PLACE = 20
MOST = 1_000
READ = {"exact", "likely"}


class Line(NamedTuple):
    """One thing that goes in. stored: None for a licence; collected: it stands in the basket."""

    name: str
    stored: StoredDataset | None
    inputs: tuple[Input, ...]
    collected: bool


class Chosen(NamedTuple):
    """All of it. lost: ids of no dataset; cut: datasets of Kommunen left out as too many."""

    lines: tuple[Line, ...]
    lost: tuple[str, ...] = ()
    cut: int = 0

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs of all lines."""
        return tuple(each for line in self.lines for each in line.inputs)


def gather(session: Session, vocabulary: Vocabulary, state: State) -> Chosen:
    """The lines of a question: datasets as collected, those of Kommunen, then licences."""
    cut, further = 0, []
    if state.topic and state.kommunen:
        found = licence_queries.of_topic(session, state.topic, state.kommunen, MOST_OF_A_PLACE)
        further = [id for place in found for id in place.ids if id not in state.datasets]
        cut = sum(place.of - len(place.ids) for place in found)
    ids = [*state.datasets, *further]
    known = stored.load(session, ids)
    lines = [
        Line(PREFIX + id, known[id], of_dataset(known[id]), id in state.datasets)
        for id in ids
        if id in known
    ]
    lines += [Line(key, None, (Input(key, key),), False) for key in state.licences]
    kept = tuple(lines[:MOST])
    return Chosen(kept, tuple(id for id in ids if id not in known), cut + len(lines) - len(kept))


def of_dataset(found: StoredDataset) -> tuple[Input, ...]:
    """A stored dataset as inputs: one, or one a licence where its files carry several."""
    dataset = found.dataset
    if dataset.licence.status != "mixed":
        return (_input(found.id, dataset, dataset.licence),)
    parts = [part.licence for part in dataset.distributions]
    parts += [service.licence for service in dataset.services]
    inputs = (_input(found.id, dataset, each) for each in parts)
    return tuple(dict.fromkeys(inputs)) or (_input(found.id, dataset, Reading()),)


def _input(id: str, dataset: Dataset, read: Reading) -> Input:
    person = dataset.publisher.kind == "person"
    return Input(
        licence=_licence(read),
        name=PREFIX + id,
        dataset=id,
        title=dataset.title or "",
        provider="" if person else dataset.publisher.name or "",
        raw="" if read.status in READ else (read.raw or "")[:200],
        candidates=read.candidates,
        themes=dataset.themes,
    )


def _licence(read: Reading) -> str:
    """The id; ``unspecified`` where nothing was said, ``unknown`` where it was not understood."""
    if read.status == "missing":
        return "unspecified"
    return read.value or "unknown"


def resolve(session: Session, names: Iterable[str]) -> dict[str, tuple[Input, ...]]:
    """``dataset:ID`` -> inputs, for those of the names that are stored datasets."""
    ids = [name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX)]
    return {PREFIX + id: of_dataset(found) for id, found in stored.load(session, ids).items()}
