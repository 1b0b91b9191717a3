# SPDX-License-Identifier: EUPL-1.2
"""Words -> a query of the index: the word beats its stem, that a compound, all a typing error.

Every way to match gives a fixed score, so the order never depends on how rare a word is; only
among equals a title with less beside the words comes first.
"""

from collections.abc import Iterable
from typing import Literal

from tantivy import Occur, Query

from app.search.asked import Asked
from app.search.schema import SOURCES, SUBJECT, TEXT, TITLE, Source
from app.search.snapshot import Snapshot
from app.search.words import stem

WORD, STEM, COMPOUND, BEGINNING, INNER, SCATTERED, TYPO = 10.0, 8.0, 5.0, 4.5, 4.0, 3.0, 2.0
LOOSE = 1.0
NEATNESS = 0.2
SHORTEST_TYPO = 5
SHORTEST_TWO_TYPOS = 9
SHORTEST_BEGINNING = 3
SURE_BEGINNING = 6
# strict: every word, in any form; neighbours by one typing error of words the index does not know.
# typos: one error in every word, two in long ones. any: one of the words, or a compound's head.
Level = Literal["strict", "typos", "any"]
Way = tuple[Query, float]


def query_of(snapshot: Snapshot, asked: Asked, level: Level = "strict") -> Query:
    """What has the words and phrases and none of the unwanted, scored; all if nothing is asked."""
    clauses = [
        (Occur.Must, _best(_ways(snapshot, word, level, open_end=_is_open(asked, word))))
        for word in asked.words
    ]
    clauses = _any(clauses) if level == "any" else clauses
    phrases = [(Occur.Must, _best(_phrase(snapshot, phrase))) for phrase in asked.phrases]
    loose = [(_term(snapshot, TITLE.name, word), LOOSE) for word in asked.loose]
    extras = [(Occur.Should, Query.const_score_query(*way)) for way in loose]
    extras += [(Occur.Should, _neat(snapshot, word)) for word in asked.words]
    return Query.boolean_query(
        [*(clauses + phrases or _all(snapshot)), *extras, *_without(snapshot, asked)]
    )


def set_of(snapshot: Snapshot, asked: Asked, level: Level = "strict") -> Query:
    """The same datasets without scores: for counting, several times as quick."""
    clauses = [
        (Occur.Must, _either(_lean(snapshot, word, level, open_end=_is_open(asked, word))))
        for word in asked.words
    ]
    clauses = _any(clauses) if level == "any" else clauses
    phrases = [(Occur.Must, _either(_phrase(snapshot, phrase))) for phrase in asked.phrases]
    return Query.boolean_query([*(clauses + phrases or _all(snapshot)), *_without(snapshot, asked)])


def is_known(snapshot: Snapshot, word: str) -> bool:
    """Whether a folded word, or its stem, stands alone or in a compound of any dataset."""
    fields = [field for source in SOURCES for field in (source.stem, source.part)]
    return any(snapshot.searcher.doc_freq(field, stem(word)) for field in fields)


def _is_open(asked: Asked, word: str) -> bool:
    return asked.open_end and word == asked.words[-1]


def _any(clauses: list[tuple[Occur, Query]]) -> list[tuple[Occur, Query]]:
    ways = [(Occur.Should, query) for _, query in clauses]
    return [(Occur.Must, Query.boolean_query(ways))] if ways else []


def _all(snapshot: Snapshot) -> list[tuple[Occur, Query]]:
    """Every dataset; the entry that carries the generation is none."""
    every = Query.term_query(snapshot.schema, "what", "dataset", "basic")
    return [(Occur.Must, Query.const_score_query(every, 0.0))]


def _without(snapshot: Snapshot, asked: Asked) -> list[tuple[Occur, Query]]:
    return [(Occur.MustNot, _either(_unwanted(snapshot, row))) for row in asked.without]


def _term(snapshot: Snapshot, field: str, word: str, option: str = "basic") -> Query:
    return Query.term_query(snapshot.schema, field, word, option)


def _best(ways: Iterable[Way]) -> Query:
    return Query.disjunction_max_query([Query.const_score_query(*way) for way in ways])


def _either(ways: Iterable[Way]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query, _ in ways])


def _neat(snapshot: Snapshot, word: str) -> Query:
    """Scored by how much else the title holds."""
    return Query.boost_query(_term(snapshot, TITLE.stem, stem(word), "freq"), NEATNESS)


def _ways(snapshot: Snapshot, word: str, level: Level, *, open_end: bool) -> list[Way]:
    """How a word may stand in a dataset, each way with its score."""
    exact = [(_term(snapshot, source.name, word), source.weight * WORD) for source in SOURCES]
    beside = [
        (_row(snapshot, source.part, parts), source.weight * COMPOUND)
        for source in SOURCES
        if len(parts := snapshot.splitter.split(word)) > 2
    ]
    return [*exact, *beside, *_lean(snapshot, word, level, open_end=open_end)]


def _lean(snapshot: Snapshot, word: str, level: Level, *, open_end: bool) -> list[Way]:
    """Those ways that together find what all ways find."""
    ways = [way for source in SOURCES for way in _forms(snapshot, source, word)]
    known = is_known(snapshot, word)
    enough = SURE_BEGINNING if known else SHORTEST_BEGINNING
    if level == "strict" and open_end and len(word) >= enough:
        ways += [_beginning(snapshot, source, word) for source in (TITLE, SUBJECT)]
    if level == "typos" or (level == "strict" and not known):
        ways += _typos(snapshot, word, level)
    parts = snapshot.splitter.split(word)
    if level == "any" and parts:
        ways += [
            (_term(snapshot, source.part, parts[-1]), source.weight * TYPO) for source in SOURCES
        ]
    return ways


def _forms(snapshot: Snapshot, source: Source, word: str) -> list[Way]:
    """The word's stem, the compounds it is part of, and its own parts side by side or scattered."""
    ways = [(_term(snapshot, source.stem, stem(word)), source.weight * STEM)]
    parts = snapshot.splitter.split(word)
    if not parts:
        return [*ways, (_term(snapshot, source.part, stem(word)), source.weight * COMPOUND)]
    if len(parts) > 2:  # Straßenbaumkataster finds Baumkataster, and with it every longer one
        ways.append((_row(snapshot, source.part, parts[1:]), source.weight * INNER))
    else:
        ways.append((_row(snapshot, source.part, parts), source.weight * COMPOUND))
    if source is not TEXT:
        ways.append((_every(snapshot, source.part, parts), source.weight * SCATTERED))
    return ways


def _row(snapshot: Snapshot, field: str, words: tuple[str, ...]) -> Query:
    """The words side by side."""
    if len(words) == 1:
        return _term(snapshot, field, words[0])
    return Query.phrase_query(snapshot.schema, field, list(words))


def _every(snapshot: Snapshot, field: str, words: tuple[str, ...]) -> Query:
    return Query.boolean_query([(Occur.Must, _term(snapshot, field, word)) for word in words])


def _beginning(snapshot: Snapshot, source: Source, word: str) -> Way:
    found = Query.fuzzy_term_query(snapshot.schema, source.name, word, 0, prefix=True)
    return found, source.weight * BEGINNING


def _typos(snapshot: Snapshot, word: str, level: Level) -> list[Way]:
    if len(word) < SHORTEST_TYPO or not word.isalpha():
        return []
    distance = 2 if level == "typos" and len(word) >= SHORTEST_TWO_TYPOS else 1
    return [
        (
            Query.fuzzy_term_query(snapshot.schema, source.name, word, distance),
            source.weight * TYPO,
        )
        for source in SOURCES
    ]


def _phrase(snapshot: Snapshot, phrase: tuple[str, ...]) -> list[Way]:
    return [(_row(snapshot, source.name, phrase), source.weight * WORD) for source in SOURCES]


def _unwanted(snapshot: Snapshot, row: tuple[str, ...]) -> list[Way]:
    """An unwanted word in any form, an unwanted phrase as it is."""
    if len(row) > 1:
        return _phrase(snapshot, row)
    return [(_term(snapshot, source.stem, stem(row[0])), 0.0) for source in SOURCES]
