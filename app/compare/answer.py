# SPDX-License-Identifier: EUPL-1.2
"""The frozen Answer of a question: columns, rows and notes, without any sentence in it.

Labels inside cells are names from the vocabularies (in the language the question was asked in);
columns and notes carry codes, which become text at the edge.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from app.model.selection import Selection

ColumnKind = Literal[
    "text",
    "code",
    "number",
    "share",
    "list",
    "portions",
    "link",
    "links",
    "date",
    "competition",
    "reach",
]
EvidenceKind = Literal["verified", "declared", "inferred"]
Translate = Callable[..., str]


class Link(NamedTuple):
    """A thing with a name. path: of its page, without language; uri: its official one."""

    key: str
    label: str
    path: str | None = None
    uri: str | None = None


class Share(NamedTuple):
    """One value of a facet (licence, format, standard) and how many Kommunen offer it.

    key: vocabulary key, empty for "not given", ``unknown`` for said but not understood; label is
    None for these two. only_way:
    Kommunen that offer nothing else; None for a view, which is no way to the data. level: of the
    format or standard. open: of a licence; None where that cannot be said. evidence: Kommunen by
    the strongest evidence they have (adds up to kommunen), for standards only.
    """

    key: str
    label: str | None
    kommunen: int
    only_way: int | None = None
    level: str | None = None
    view: bool = False
    open: bool | None = None
    evidence: tuple[tuple[EvidenceKind, int], ...] = ()


class Portion(NamedTuple):
    """One value (licence, format, standard, ...) that one Kommune's data carry.

    key and label as in Share; a label of None with a code is named by that message. number: how
    many of what the column counts, None where only its presence is known. evidence: the strongest.
    """

    key: str
    label: str | None
    number: int | None = None
    code: str = ""
    view: bool = False
    open: bool | None = None
    evidence: EvidenceKind | None = None


class Competition(NamedTuple):
    """Pairs of Kommunen that share nothing of a level, among those that offer something of it."""

    level: str
    pairs: int
    kommunen: int
    possible: int


class Reach(NamedTuple):
    """Formats (standards) that together reach ``kommunen`` of the ``of`` that can be reached.

    exact: False where the set came from the greedy search and a smaller one may exist.
    """

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    kommunen: int
    of: int
    exact: bool = True


Value = str | int | float | date | datetime | None
Cell = (
    Value | Link | Reach | tuple[str, ...] | tuple[Link, ...] | tuple[Share, ...]
    | tuple[Portion, ...] | tuple[Competition, ...]
)  # fmt: skip


class Column(NamedTuple):
    """A column. sorting: name of its sort field, None where rows cannot be sorted by it.

    Cells of kind ``code`` become text by the message ``<key>.<cell>``. label: the heading of a
    column that stands for a thing with a name; None where the message ``column.<key>`` names it.
    """

    key: str
    kind: ColumnKind
    sorting: str | None = None
    label: str | None = None


def heading(column: Column, translate: Translate) -> str:
    """The heading of a column in words."""
    return column.label if column.label is not None else translate(f"column.{column.key}")


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader must know; code is a message, params fill it."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found.

    rows: one page, each as long as columns. total: rows before paging. base: how many Kommunen (or
    Länder) the selection covers; shares are parts of it. generation: of the store it was read from.
    further: parameters of the page beside the filters that every address of the answer carries on.
    """

    question: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Note, ...] = ()
    total: int = 0
    base: int = 0
    page: int = 1
    page_size: int = 50
    sorting: str = ""
    selection: Selection = field(default_factory=Selection)
    generation: int = 0
    further: tuple[tuple[str, str], ...] = ()

    @property
    def pages(self) -> int:
        """Number of pages, at least one."""
        return max(1, -(-self.total // self.page_size))
