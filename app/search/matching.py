# SPDX-License-Identifier: EUPL-1.2
"""Words -> a query of the index: the word beats its stem, that a compound, all a typing error.

Every way to match gives a fixed score, so the order never depends on how rare a word is; only
among equals a title with less beside the words comes first.
"""

from collections.abc import Callable, Iterable

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
Alternative = Callable[[Snapshot, str], Query]


def query_of(snapshot: Snapshot, asked: Asked) -> Query:
    """What has every word and phrase and none of the unwanted; all datasets if nothing is asked.

    Of a word that the index does not know its neighbours by one typing error are taken.
    """
    last = asked.words[-1] if asked.words and asked.open_end else None
    clauses = [(Occur.Must, _word(snapshot, word, open_end=word == last)) for word in asked.words]
    return _query(snapshot, asked, clauses)


def with_typos(snapshot: Snapshot, asked: Asked) -> Query:
    """The same with typing errors allowed in every word; two in long ones."""
    clauses = [(Occur.Must, _nearly(snapshot, word)) for word in asked.words]
    return _query(snapshot, asked, clauses)


def with_any(snapshot: Snapshot, asked: Asked) -> Query:
    """What has at least one of the words, or the last part of a compound; most of them first."""
    ways = [(Occur.Should, _or_head(snapshot, word)) for word in asked.words]
    clauses = [(Occur.Must, Query.boolean_query(ways))] if ways else []
    return _query(snapshot, asked, clauses)


def is_known(snapshot: Snapshot, word: str) -> bool:
    """Whether a folded word, or its stem, stands alone or in a compound of any dataset."""
    fields = ((source.stem, stem(word)) for source in SOURCES)
    parts = ((source.part, stem(word)) for source in SOURCES)
    return any(snapshot.searcher.doc_freq(*term) for term in (*fields, *parts))


def _query(snapshot: Snapshot, asked: Asked, clauses: list[tuple[Occur, Query]]) -> Query:
    clauses = clauses + [(Occur.Must, _phrase(snapshot, phrase)) for phrase in asked.phrases]
    base = Query.const_score_query(_dataset(snapshot), 0.0)
    extras = [
        (Occur.Should, Query.const_score_query(_term(snapshot, TITLE.name, word), LOOSE))
        for word in asked.loose
    ]
    extras += [
        (Occur.Should, Query.boost_query(_term(snapshot, TITLE.stem, stem(word), "freq"), NEATNESS))
        for word in asked.words
    ]
    unwanted = [(Occur.MustNot, _stems(snapshot, row)) for row in asked.without]
    return Query.boolean_query([(Occur.Must, base), *clauses, *extras, *unwanted])


def _dataset(snapshot: Snapshot) -> Query:
    return Query.term_query(snapshot.schema, "what", "dataset", "basic")


def _term(snapshot: Snapshot, field: str, word: str, option: str = "basic") -> Query:
    return Query.term_query(snapshot.schema, field, word, option)


def _best(queries: Iterable[Query]) -> Query:
    return Query.disjunction_max_query(list(queries))


def _scored(source: Source, query: Query, score: float) -> Query:
    return Query.const_score_query(query, source.weight * score)


def _word(snapshot: Snapshot, word: str, *, open_end: bool) -> Query:
    known = is_known(snapshot, word)
    ways = [way for source in SOURCES for way in _ways(snapshot, source, word)]
    if open_end and len(word) >= (SHORTEST_BEGINNING if not known else SURE_BEGINNING):
        ways += [_beginning(snapshot, source, word) for source in (TITLE, SUBJECT)]
    if not known:
        ways += _typos(snapshot, word, 1)
    return _best(ways)


def _nearly(snapshot: Snapshot, word: str) -> Query:
    ways = [way for source in SOURCES for way in _ways(snapshot, source, word)]
    distance = 2 if len(word) >= SHORTEST_TWO_TYPOS else 1
    return _best([*ways, *_typos(snapshot, word, distance)])


def _or_head(snapshot: Snapshot, word: str) -> Query:
    ways = [way for source in SOURCES for way in _ways(snapshot, source, word)]
    if parts := snapshot.splitter.split(word):
        ways += [
            _scored(source, _term(snapshot, source.part, parts[-1]), TYPO) for source in SOURCES
        ]
    return _best(ways)


def _ways(snapshot: Snapshot, source: Source, word: str) -> list[Query]:
    """How a word may stand in one place of a dataset, each way with its score."""
    ways = [
        _scored(source, _term(snapshot, source.name, word), WORD),
        _scored(source, _term(snapshot, source.stem, stem(word)), STEM),
    ]
    parts = snapshot.splitter.split(word)
    if not parts:
        return [*ways, _scored(source, _term(snapshot, source.part, stem(word)), COMPOUND)]
    ways.append(_scored(source, _row(snapshot, source.part, parts), COMPOUND))
    if len(parts) > 2:
        ways.append(_scored(source, _row(snapshot, source.part, parts[1:]), INNER))
    if source is not TEXT:
        ways.append(_scored(source, _all(snapshot, source.part, parts), SCATTERED))
    return ways


def _row(snapshot: Snapshot, field: str, words: tuple[str, ...]) -> Query:
    """The words side by side."""
    if len(words) == 1:
        return _term(snapshot, field, words[0])
    return Query.phrase_query(snapshot.schema, field, list(words))


def _all(snapshot: Snapshot, field: str, words: tuple[str, ...]) -> Query:
    return Query.boolean_query([(Occur.Must, _term(snapshot, field, word)) for word in words])


def _beginning(snapshot: Snapshot, source: Source, word: str) -> Query:
    found = Query.fuzzy_term_query(snapshot.schema, source.name, word, 0, prefix=True)
    return _scored(source, found, BEGINNING)


def _typos(snapshot: Snapshot, word: str, distance: int) -> list[Query]:
    if len(word) < SHORTEST_TYPO or not word.isalpha():
        return []
    return [
        _scored(source, Query.fuzzy_term_query(snapshot.schema, source.name, word, distance), TYPO)
        for source in SOURCES
    ]


def _phrase(snapshot: Snapshot, phrase: tuple[str, ...]) -> Query:
    return _best(_scored(source, _row(snapshot, source.name, phrase), WORD) for source in SOURCES)


def _stems(snapshot: Snapshot, row: tuple[str, ...]) -> Query:
    """An unwanted word in any form, an unwanted phrase as it is."""
    if len(row) > 1:
        return _phrase(snapshot, row)
    return _best(_term(snapshot, source.stem, stem(row[0])) for source in SOURCES)
