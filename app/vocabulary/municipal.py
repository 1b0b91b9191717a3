# SPDX-License-Identifier: EUPL-1.2
"""What no rule can know about bodies: districts, offices of city states, short names, forenames."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar, cast, get_args

from app.model.body import BodyKind
from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines
from app.vocabulary.folding import fold_letters

ToldBy = Literal["office", "amt", "word"]
Stands = Literal["any", "start"]

DISTRICTS = ("name", "kommune", "kind", "told_by", "source")
OFFICES = ("words", "kommune", "stands", "source")
BODIES = ("name", "kommune", "body", "source")
FORENAMES = ("name",)
_TOKEN = re.compile(r"[^\W_]+")
# A name of one word and at most so many letters is a short name and counts in its own case only.
_SHORT = 8
_MOST_WORDS = 6


class District(NamedTuple):
    """A part of a city. told_by: its Bezirksamt only, any Amt of it, or its bare name."""

    name: str
    kommune: str
    kind: str
    told_by: ToldBy


class Office(NamedTuple):
    """An office that only one city state has. stands: anywhere in a name or at its start."""

    words: str
    kommune: str
    stands: Stands


class KnownBody(NamedTuple):
    """A body whose name does not tell whose it is. kommune: key or "" for none of them."""

    name: str
    kommune: str
    body: BodyKind


Entry = TypeVar("Entry", District, Office, KnownBody)


@dataclass(frozen=True)
class Municipal:
    """All tables; the mappings are by the words of a name (see ``words_of``)."""

    districts: Mapping[tuple[str, ...], District]
    offices: Mapping[tuple[str, ...], Office]
    bodies: Mapping[tuple[str, ...], KnownBody]
    short_names: Mapping[str, KnownBody]
    forenames: frozenset[str]


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a name, folded, without what stands between them."""
    return tuple(_TOKEN.findall(fold_letters(text)))


def find_phrases(
    table: Mapping[tuple[str, ...], Entry], words: tuple[str, ...]
) -> Iterator[tuple[int, Entry]]:
    """Entries whose words stand in a row, longest first, and the place where each starts."""
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        for start in range(len(words) - size + 1):
            if found := table.get(words[start : start + size]):
                yield start, found


def find_phrase(table: Mapping[tuple[str, ...], Entry], words: tuple[str, ...]) -> Entry | None:
    """The entry of the longest run of words that the table holds; the first of several."""
    return next((entry for _, entry in find_phrases(table, words)), None)


def read_municipal(shelf: Shelf) -> Municipal:
    """The tables of ``kommunen/``. VocabularyError for a value that none of them knows."""
    bodies = [
        KnownBody(name, key, cast(BodyKind, _one_of(BodyKind, body, "kommunen/bodies.csv")))
        for name, key, body, _ in read_lines(shelf, "kommunen/bodies.csv", BODIES)
    ]
    names = read_lines(shelf, "kommunen/forenames.csv", FORENAMES)
    return Municipal(
        districts={words_of(entry.name): entry for entry in _districts(shelf)},
        offices={words_of(entry.words): entry for entry in _offices(shelf)},
        bodies={words_of(body.name): body for body in bodies if not _is_short(body.name)},
        short_names={body.name: body for body in bodies if _is_short(body.name)},
        forenames=frozenset(fold_letters(row[0]) for row in names),
    )


def _districts(shelf: Shelf) -> Iterable[District]:
    file = "kommunen/districts.csv"
    for name, key, kind, told_by, _ in read_lines(shelf, file, DISTRICTS):
        yield District(name, key, kind, cast(ToldBy, _one_of(ToldBy, told_by, file)))


def _offices(shelf: Shelf) -> Iterable[Office]:
    file = "kommunen/offices.csv"
    for words, key, stands, _ in read_lines(shelf, file, OFFICES):
        yield Office(words, key, cast(Stands, _one_of(Stands, stands, file)))


def _is_short(name: str) -> bool:
    return len(name) <= _SHORT and " " not in name


def _one_of(values: object, value: str, file: str) -> str:
    if value not in get_args(values):
        raise VocabularyError("vocabulary.value_wrong", file=file, value=value)
    return value
