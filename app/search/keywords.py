# SPDX-License-Identifier: EUPL-1.2
"""Keywords that mean the same counted as one: case, plural, umlauts; shown as most write them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.search.words import GAP, stem, words

KEYWORD = "schlagwort"
MOST_SPELLINGS = 300
LONGEST_KEYWORD = 60


def fold_keyword(text: str) -> str:
    """What ``Baum``, ``Bäume`` and ``BAEUME`` have in common; empty where there is no word."""
    return " ".join(map(stem, words(text)))


def indexed(keywords: Iterable[str]) -> Iterator[str]:
    """A dataset's keywords for the index, each once: as folded and, behind a GAP, as written."""
    seen: set[str] = set()
    for keyword in keywords:
        told = len(keyword) <= LONGEST_KEYWORD and "@" not in keyword  # no addresses of persons
        folded = fold_keyword(keyword) if told else ""
        if folded and folded not in seen:
            seen.add(folded)
            yield f"{folded}{GAP}{keyword}"


def counted(found: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Keyword as most write it, and how many datasets have it; most frequent first.

    found: counts of the MOST_SPELLINGS most frequent spellings; rarer ones are not counted.
    """
    spelled: dict[str, list[str]] = defaultdict(list)
    datasets: Counter[str] = Counter()
    for bucket in sorted(found["buckets"], key=lambda each: (-each["doc_count"], each["key"])):
        folded, _, written = bucket["key"].partition(GAP)
        spelled[folded].append(written)
        datasets[folded] += int(bucket["doc_count"])
    ranked = sorted(datasets.items(), key=lambda each: (-each[1], each[0]))
    yield from ((spelled[folded][0], number) for folded, number in ranked)
