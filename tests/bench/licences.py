# SPDX-License-Identifier: EUPL-1.2
"""Reading licence texts: distinct ones that no list holds, long ones, and repeats of a harvest."""

import csv
from collections.abc import Iterator

from app.normalise import make_reader
from app.normalise.licence_reading import read
from app.vocabulary import folding, licence_uris, load
from tests.bench.figure import Figure, best_of
from tests.conftest import shared_folder

ALIASES = "facts/licences/aliases_public.csv"
_NAMES = (
    "Datenlizenz Deutschland – Namensnennung – Version 2.0",
    "Lizenz: CC BY-SA 4.0",
    "Creative Commons Namensnennung 4.0 International (CC BY 4.0)",
    "https://creativecommons.org/licenses/by/4.0/deed.de",
    "dl-de/zero-2-0",
    "Open Data Commons Open Database License (ODbL) v1.0",
    "Nutzungsbedingungen der Gemeinde",
    "CC-BY",
)
_SENTENCE = "{name}; Quelle: Amt {number} der Stadt Ahornau, Stand 12.01.2024, ohne Gewähr"
_NUMBER = 4_000


def measure() -> Iterator[Figure]:
    """Texts a second; every memory is emptied before the distinct ones are read."""
    numbered = [(name, number) for number in range(_NUMBER // 8) for name in _NAMES]
    short = [f"{name} (Amt {number})" for name, number in numbered]
    long = [_SENTENCE.format(name=name, number=number) for name, number in numbered]
    repeated = [name for name, _ in numbered] * 10
    yield Figure("licence texts, all distinct", len(short) / _spent(short), "texts/s", 20_000)
    yield Figure("licence sentences, all distinct", len(long) / _spent(long), "texts/s")
    if mix := _public():
        name = "licence spellings of the public list, distinct"
        yield Figure(name, len(mix) / _spent(mix), "texts/s", 20_000, f"{len(mix)} spellings")
    reader = make_reader(load())
    spent = best_of(3, lambda: [reader.licence(text) for text in repeated])
    yield Figure("licence texts of a harvest, repeated", len(repeated) / spent, "texts/s", 20_000)


def _public() -> list[str]:
    """The spellings of the public list, each once, where the shared material is there."""
    file = shared_folder() / ALIASES
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as rows:
        return list(dict.fromkeys(row["alias"] for row in csv.DictReader(rows) if row["alias"]))


def _spent(texts: list[str]) -> float:
    vocabulary = load()
    read(vocabulary, "CC BY 4.0 (Amt)")
    return best_of(3, lambda: _read_afresh(texts))


def _read_afresh(texts: list[str]) -> None:
    memories = (folding.fold, folding.fold_words, folding.fold_uri, licence_uris.uri_spelling)
    for memory in memories:
        memory.cache_clear()
    vocabulary = load()
    for text in texts:
        read(vocabulary, text)
