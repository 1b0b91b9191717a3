# SPDX-License-Identifier: EUPL-1.2
"""The words of a store: which are parts of compounds, and how each is written."""

from collections import Counter
from collections.abc import Iterable

from app.search import lexicon
from app.search.compounds import Splitter, parts_of
from app.search.snapshot import Spelling
from app.search.words import LONGEST_WORD, STOP_WORDS, fold, raw_words, words
from app.store.search_queries import Heading
from app.vocabulary import Vocabulary

LEAST_DATASETS = 3  # a part of compounds stands alone in so many datasets
MOST_SPELLINGS = 100_000
LONGEST = 2_000
SHORTEST = 4


def spellings(vocabulary: Vocabulary, headings: Iterable[Heading]) -> dict[str, Spelling]:
    """The words of titles, keywords and Musterdatensätze, most frequent first."""
    seen: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    for heading in headings:
        text = " ".join((heading.title or "", *heading.keywords))[:LONGEST]
        seen.update(set(raw_words(text)))
        topics[heading.musterdatensatz or ""] += 1
    for slug, count in topics.items():
        topic = vocabulary.musterdaten.get(slug)
        for word in set(raw_words(topic.name)) if topic else ():
            seen[word] += count
    return _merged(seen)


def _merged(seen: Counter[str]) -> dict[str, Spelling]:
    """One spelling a word: the most frequent one, with the counts of all."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for written, count in seen.most_common():
        if not (SHORTEST <= len(written) <= LONGEST_WORD and written.isalpha()):
            continue
        word = fold(written)
        if word not in STOP_WORDS:
            shown.setdefault(word, written)
            counts[word] += count
    return {word: Spelling(shown[word], n) for word, n in counts.most_common(MOST_SPELLINGS)}


def splitter(vocabulary: Vocabulary, found: dict[str, Spelling]) -> Splitter:
    """Splits into words of everyday, of the vocabularies, and of many datasets of the store."""
    often = (word for word, seen in found.items() if seen.datasets >= LEAST_DATASETS)
    places = frozenset(
        word for known in vocabulary.register.gemeinden for word in words(known.short_name)
    )
    return Splitter(parts_of([*words(lexicon.PARTS), *_official(vocabulary), *often]), places)


def _official(vocabulary: Vocabulary) -> list[str]:
    texts = [entry.label for entry in vocabulary.musterdaten]
    texts += [term for terms in vocabulary.musterdaten.lexicon.values() for term in terms]
    for concepts in (vocabulary.themes, vocabulary.inspire_themes, vocabulary.hvd_categories):
        texts += [concept.name_de for concept in concepts]
    return words(" ".join(texts))
