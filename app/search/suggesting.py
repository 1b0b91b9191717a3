# SPDX-License-Identifier: EUPL-1.2
"""What to offer while somebody is typing: Musterdatensätze by name, datasets by title."""

from typing import NamedTuple

from tantivy import Occur, Query

from app.search import asked as asking
from app.search.panics import panics_as_errors
from app.search.schema import TITLE, id_of
from app.search.snapshot import Snapshot
from app.search.words import stem, words
from app.vocabulary import Vocabulary

SHORTEST = 2
MOST_TOPICS = 4
MOST_TITLES = 8
SEARCHED = 40  # titles repeat: one holding a year, say


class Suggestions(NamedTuple):
    """Slugs of Musterdatensätze, and ids of datasets whose titles are to be looked up."""

    musterdatensaetze: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


def suggest(snapshot: Snapshot, vocabulary: Vocabulary, text: str) -> Suggestions:
    """Suggestions for a text whose last word may be unfinished; none below two letters."""
    typed = words(text)[: asking.MOST_WORDS]
    if len("".join(typed)) < SHORTEST:
        return Suggestions()
    with panics_as_errors():
        return Suggestions(_topics(vocabulary, typed), _titles(snapshot, typed))


def _topics(vocabulary: Vocabulary, typed: list[str]) -> tuple[str, ...]:
    """Those whose name has every word's beginning; names that begin with what was typed first."""
    found = []
    for entry in vocabulary.musterdaten:
        name = words(entry.name)
        if all(any(part.startswith(each) for part in name) for each in typed):
            found.append((not name[0].startswith(typed[0]), len(entry.name), entry.slug))
    return tuple(slug for _, _, slug in sorted(found)[:MOST_TOPICS])


def _titles(snapshot: Snapshot, typed: list[str]) -> tuple[str, ...]:
    """Ids of datasets whose title has the words, the last one as a beginning."""
    schema = snapshot.schema
    clauses = [
        (Occur.Must, Query.term_query(schema, TITLE.stem, stem(word), "freq"))
        for word in typed[:-1]
    ]
    last = Query.fuzzy_term_query(schema, TITLE.name, typed[-1], 0, prefix=True)
    query = Query.boolean_query([*clauses, (Occur.Must, last)])
    found = snapshot.searcher.search(query, SEARCHED, False).hits
    numbers = snapshot.searcher.fast_field_values("number", [at for _, at in found])
    return tuple(id_of(int(number)) for number in numbers if number is not None)
