# SPDX-License-Identifier: EUPL-1.2
"""Words -> a query of the index: the word beats its stem, that a compound, all a typing error.

Every way to match gives a fixed score, so the order never depends on how rare a word is; only
among equals a title with less beside the words comes first.
"""

from collections.abc import Iterable
from math import log
from typing import Literal, NamedTuple

from tantivy import Occur, Query

from app.search.asked import Asked
from app.search.schema import SOURCES, SUBJECT, TEXT, TITLE, Source
from app.search.snapshot import Snapshot
from app.search.words import stem

WORD, STEM, COMPOUND, BEGINNING, INNER, SCATTERED, TYPO = 10.0, 8.0, 5.0, 4.5, 4.0, 3.0, 2.0
SCORES = sorted(
    source.weight * factor
    for source in SOURCES
    for factor in (WORD, STEM, COMPOUND, BEGINNING, INNER, SCATTERED, TYPO)
)
LOOSE = 1.0
NEATNESS = 0.2
BM25 = 2.2  # no term scores more than so many times the logarithm of the number of entries
SHORTEST_TYPO = 5
SHORTEST_TWO_TYPOS = 9
SHORTEST_BEGINNING = 3
SURE_BEGINNING = 6
# strict: every word, in any form; neighbours by one typing error of words the index does not know.
# typos: one error in every word, two in long ones. any: one of the words, or a compound's head.
Level = Literal["strict", "typos", "any"]


class Way(NamedTuple):
    """How a word may stand in a source. costly: several terms have to be looked at together."""

    query: Query
    source: Source
    factor: float
    costly: bool = False

    @property
    def score(self) -> float:
        """What a dataset gets for it."""
        return self.source.weight * self.factor


def query_of(
    snapshot: Snapshot,
    asked: Asked,
    level: Level = "strict",
    within: Query | None = None,
    above: float = 0.0,
) -> Query:
    """What has the words and phrases and none of the unwanted, scored; all if nothing is asked.

    within: a filter that is set beside this query as well; costly ways are tried in it only.
    above: ways that score no more than this are left out.
    """
    ways = [_ways(snapshot, word, level, open_end=_is_open(asked, word)) for word in asked.words]
    clauses = [(Occur.Must, _best(each, within, above)) for each in ways]
    clauses = _any(clauses) if level == "any" else clauses
    rows = [_phrase(snapshot, phrase) for phrase in asked.phrases]
    phrases = [(Occur.Must, _best(each, within, above)) for each in rows]
    loose = [_term(snapshot, TITLE.name, word) for word in asked.loose]
    extras = [(Occur.Should, Query.const_score_query(each, LOOSE)) for each in loose]
    extras += [(Occur.Should, _neat(snapshot, word)) for word in asked.words]
    return Query.boolean_query(
        [*(clauses + phrases or _all(snapshot)), *extras, *_without(snapshot, asked, within)]
    )


def set_of(
    snapshot: Snapshot, asked: Asked, level: Level = "strict", within: Query | None = None
) -> Query:
    """The same datasets without scores: for counting, several times as quick."""
    ways = [_lean(snapshot, word, level, open_end=_is_open(asked, word)) for word in asked.words]
    clauses = [(Occur.Must, _either(each, within)) for each in ways]
    clauses = _any(clauses) if level == "any" else clauses
    rows = [_phrase(snapshot, phrase) for phrase in asked.phrases]
    phrases = [(Occur.Must, _either(each, within)) for each in rows]
    unwanted = _without(snapshot, asked, within)
    return Query.boolean_query([*(clauses + phrases or _all(snapshot)), *unwanted])


def most(snapshot: Snapshot, asked: Asked) -> float:
    """About which share of all entries has the rarest of the words, guessed by stems; 0 to 1."""
    stems = [stem(word) for word in asked.words]
    often = [
        max(snapshot.searcher.doc_freq(source.stem, each) for source in SOURCES) for each in stems
    ]
    return min(often, default=0) / max(1, snapshot.searcher.num_docs)


def out_of_reach(snapshot: Snapshot, asked: Asked, above: float) -> float:
    """The most a dataset can score that has a word or phrase by ways only that were left out."""
    left_out = max((score for score in SCORES if score <= above), default=0.0)
    others = len(asked.words) + len(asked.phrases) - 1
    neat = NEATNESS * BM25 * log(2.0 + snapshot.searcher.num_docs)
    return left_out + others * (TITLE.weight * WORD + neat) + len(asked.loose) * LOOSE


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


def _without(snapshot: Snapshot, asked: Asked, within: Query | None) -> list[tuple[Occur, Query]]:
    return [(Occur.MustNot, _either(_unwanted(snapshot, row), within)) for row in asked.without]


def _term(snapshot: Snapshot, field: str, word: str, option: str = "basic") -> Query:
    return Query.term_query(snapshot.schema, field, word, option)


def _best(ways: Iterable[Way], within: Query | None, above: float) -> Query:
    scored = [
        Query.const_score_query(_tried(way, within), way.score) for way in ways if way.score > above
    ]
    return Query.disjunction_max_query(scored)


def _either(ways: Iterable[Way], within: Query | None) -> Query:
    return Query.boolean_query([(Occur.Should, _tried(way, within)) for way in ways])


def _tried(way: Way, within: Query | None) -> Query:
    """Side by side with others a way is followed to its end, whatever is asked beside them."""
    if within is None or not way.costly:
        return way.query
    return Query.boolean_query([(Occur.Must, way.query), (Occur.Must, within)])


def _neat(snapshot: Snapshot, word: str) -> Query:
    """Scored by how much else the title holds."""
    return Query.boost_query(_term(snapshot, TITLE.stem, stem(word), "freq"), NEATNESS)


def _ways(snapshot: Snapshot, word: str, level: Level, *, open_end: bool) -> list[Way]:
    """How a word may stand in a dataset, each way with its score."""
    exact = [Way(_term(snapshot, source.name, word), source, WORD) for source in SOURCES]
    beside = [
        _row(snapshot, source, source.part, parts, COMPOUND)
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
        ways += [Way(_term(snapshot, source.part, parts[-1]), source, TYPO) for source in SOURCES]
    return ways


def _forms(snapshot: Snapshot, source: Source, word: str) -> list[Way]:
    """The word's stem, the compounds it is part of, and its own parts side by side or scattered."""
    ways = [Way(_term(snapshot, source.stem, stem(word)), source, STEM)]
    parts = snapshot.splitter.split(word)
    if not parts:
        return [*ways, Way(_term(snapshot, source.part, stem(word)), source, COMPOUND)]
    if len(parts) > 2:  # Straßenbaumkataster finds Baumkataster, and with it every longer one
        ways.append(_row(snapshot, source, source.part, parts[1:], INNER))
    else:
        ways.append(_row(snapshot, source, source.part, parts, COMPOUND))
    if source is not TEXT:
        ways.append(_every(snapshot, source, parts))
    return ways


def _row(
    snapshot: Snapshot, source: Source, field: str, words: tuple[str, ...], factor: float
) -> Way:
    """The words side by side."""
    if len(words) == 1:
        return Way(_term(snapshot, field, words[0]), source, factor)
    return Way(Query.phrase_query(snapshot.schema, field, list(words)), source, factor, costly=True)


def _every(snapshot: Snapshot, source: Source, words: tuple[str, ...]) -> Way:
    clauses = [(Occur.Must, _term(snapshot, source.part, word)) for word in words]
    return Way(Query.boolean_query(clauses), source, SCATTERED, costly=True)


def _beginning(snapshot: Snapshot, source: Source, word: str) -> Way:
    found = Query.fuzzy_term_query(snapshot.schema, source.name, word, 0, prefix=True)
    return Way(found, source, BEGINNING)


def _typos(snapshot: Snapshot, word: str, level: Level) -> list[Way]:
    if len(word) < SHORTEST_TYPO or not word.isalpha():
        return []
    distance = 2 if level == "typos" and len(word) >= SHORTEST_TWO_TYPOS else 1
    return [
        Way(Query.fuzzy_term_query(snapshot.schema, source.name, word, distance), source, TYPO)
        for source in SOURCES
    ]


def _phrase(snapshot: Snapshot, phrase: tuple[str, ...]) -> list[Way]:
    return [_row(snapshot, source, source.name, phrase, WORD) for source in SOURCES]


def _unwanted(snapshot: Snapshot, row: tuple[str, ...]) -> list[Way]:
    """An unwanted word in any form, an unwanted phrase as it is."""
    if len(row) > 1:
        return _phrase(snapshot, row)
    return [Way(_term(snapshot, source.stem, stem(row[0])), source, 0.0) for source in SOURCES]
