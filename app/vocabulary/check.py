# SPDX-License-Identifier: EUPL-1.2
"""``vocab check``: files are readable, names and URIs unique, references resolve, sources named."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.vocabulary import concepts, formats, licences, standards
from app.vocabulary.concepts import Concepts
from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines, read_text
from app.vocabulary.folding import fold, fold_code, fold_uri, fold_words
from app.vocabulary.licence_uris import uri_spelling
from app.vocabulary.municipal import DISTRICTS, District, KnownBody, Office
from app.vocabulary.musterdaten import OLD_COLUMNS
from app.vocabulary.musterdaten_examples import read_titles
from app.vocabulary.vocabulary import Vocabulary

MARKS = re.compile(r"\{(\w*)\}")
_KEYLESS = {"bund": "", "region": ""}
HAND_KEPT = ("text", "licence", "source")
FOLDERS = ("", "kommunen", "licences", "licensing", "musterdaten", "register", "standards")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. code: id of the message (``vocabulary.uri_twice``); value: what."""

    file: str
    code: str
    value: str


def check(folder: Path | None = None, overlay: Path | None = None) -> list[Problem]:
    """All problems of the vocabulary in the order of the checks; [] if it is sound.

    folder: where all files lie (None: the packaged ones); overlay: files that win over them. A file
    that cannot be read is one problem and ends the check of its part only.
    """
    shelf = Shelf(overlay, folder)
    vocabulary = Vocabulary(shelf)
    return [problem for part in PARTS for problem in _run(part, vocabulary)]


Part = Callable[[Vocabulary], Iterable[Problem]]


def _run(part: Part, vocabulary: Vocabulary) -> list[Problem]:
    try:
        return list(part(vocabulary))
    except VocabularyError as error:
        values = [value for name, value in error.params.items() if name != "file"]
        return [Problem(error.params.get("file", ""), error.code, ", ".join(values))]
    except KeyError as error:
        return [Problem("", "vocabulary.reference_missing", str(error.args[0]))]


def _twice(file: str, code: str, claims: Iterable[tuple[str, str, str]]) -> Iterator[Problem]:
    """A problem for each folded name that two keys claim; claims: (folded, key, written)."""
    owners: dict[str, str] = {}
    for folded, key, written in claims:
        if folded and owners.setdefault(folded, key) != key:
            yield Problem(file, code, f"{written} ({owners[folded]}, {key})")


def _missing(file: str, values: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    for value in sorted(set(values) - set(known)):
        yield Problem(file, "vocabulary.reference_missing", value)


def _concept_table(name: str, table: Concepts) -> Iterator[Problem]:
    uris = [(fold_uri(uri), c.key, uri) for c in table for uri in (c.uri, *c.uris) if uri]
    words = [(fold(word), c.key, word) for c in table for word in concepts.words(c)]
    yield from _twice(name, "vocabulary.uri_twice", uris)
    yield from _twice(name, "vocabulary.alias_twice", words)
    yield from _missing(name, (c.broader for c in table if c.broader), (c.key for c in table))


def _concepts(vocabulary: Vocabulary) -> Iterator[Problem]:
    yield from _concept_table("data_themes.csv", vocabulary.themes)
    yield from _concept_table("frequencies.csv", vocabulary.frequencies)
    yield from _concept_table("hvd_categories.csv", vocabulary.hvd_categories)
    yield from _concept_table("access_rights.csv", vocabulary.access_rights)
    yield from _concept_table("availability.csv", vocabulary.availability)
    yield from _concept_table("inspire_themes.csv", vocabulary.inspire_themes)


def _licences(vocabulary: Vocabulary) -> Iterator[Problem]:
    all_ = vocabulary.licences
    uris = [(uri_spelling(uri), entry.id, uri) for entry in all_ for uri in entry.uris]
    said = [(fold_words(word), entry.id, word) for entry in all_ for word in licences.words(entry)]
    exact = [(fold(word), entry.id, word) for entry in all_ for word in entry.exact]
    yield from _twice("licences", "vocabulary.uri_twice", uris)
    yield from _twice("licences", "vocabulary.alias_twice", said)
    yield from _twice("licences", "vocabulary.alias_twice", exact)
    for entry in all_:
        if not vocabulary.shelf.place(f"licences/{entry.id}.toml").is_file():
            yield Problem(f"licences/{entry.id}.toml", "vocabulary.file_missing", entry.id)
    _ = vocabulary.licence_grammar  # refuses unknown kinds of words and licences that are not there
    rows = read_lines(vocabulary.shelf, "licences/aliases.csv", HAND_KEPT)
    yield from _missing("licences/aliases.csv", (row[1] for row in rows), all_.entries)


def _credits(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Credit rules belong to licences that exist, and their sentences name known elements."""
    rules = vocabulary.credit_rules
    known = [entry.id for entry in vocabulary.licences if entry.kind == "licence"]
    yield from _missing("licences", (*rules.entries, *rules.produced_work), known)
    for id, rule in (*rules.entries.items(), *rules.produced_work.items()):
        for mark in MARKS.findall(rule.statement):
            if not rule.wants(mark):
                yield Problem(f"licences/{id}.toml", "vocabulary.value_wrong", rule.statement)


def _formats(vocabulary: Vocabulary) -> Iterator[Problem]:
    all_ = vocabulary.formats
    words = [(fold_code(word), entry.key, word) for entry in all_ for word in formats.words(entry)]
    types = [(name.lower(), entry.key, name) for entry in all_ for name in entry.media_types]
    endings = [(ending, entry.key, ending) for entry in all_ for ending in entry.extensions]
    yield from _twice("formats.csv", "vocabulary.alias_twice", words)
    yield from _twice("formats.csv", "vocabulary.media_type_twice", types)
    yield from _twice("formats.csv", "vocabulary.extension_twice", endings)
    media_types = vocabulary.media_types
    for folded, key, name in types:
        if media_types.formats.get(folded) != key:
            yield Problem("media_types.csv", "vocabulary.media_type_differs", f"{name} ({key})")
    yield from _missing("media_types.csv", media_types.formats.values(), all_.entries)
    notations = (key for pair in all_.notations.items() for key in (pair[0], *pair[1]))
    yield from _missing(formats.NOTATIONS_FILE, notations, all_.entries)


def _musterdaten(vocabulary: Vocabulary) -> Iterator[Problem]:
    all_ = vocabulary.musterdaten
    yield from _concept_table("musterdaten/themen.csv", all_.themen)
    file = "musterdaten/musterdatensaetze.csv"
    uris = [(fold_uri(entry.uri), entry.slug, entry.uri) for entry in all_]
    labels = [(fold(entry.label), entry.slug, entry.label) for entry in all_]
    yield from _twice(file, "vocabulary.uri_twice", uris)
    yield from _twice(file, "vocabulary.alias_twice", labels)
    yield from _missing(file, (entry.thema for entry in all_), all_.themen.entries)
    yield from _missing("musterdaten/lexicon.csv", all_.lexicon, all_.entries)
    invented = (slug for slug, _ in read_titles(vocabulary.shelf))
    yield from _missing("musterdaten/titles.csv", invented, all_.entries)
    old = read_lines(vocabulary.shelf, "musterdaten/old_uris.csv", OLD_COLUMNS)
    claims = [(fold_uri(uri), slug, uri) for uri, _, slug in old]
    yield from _twice("musterdaten/old_uris.csv", "vocabulary.uri_twice", claims)


def _register(vocabulary: Vocabulary) -> Iterator[Problem]:
    register = vocabulary.register
    keys = {kommune.key for kommune in register}
    claims = [(kommune.key, kommune.ars + kommune.level, kommune.key) for kommune in register]
    yield from _twice("register", "vocabulary.key_twice", claims)
    laender = (kommune.land for kommune in register)
    kreise = (k.kreis for k in register.gemeinden if k.kreis and k.typ != "kreisfrei")
    yield from _missing("register/laender.csv", laender, keys)
    yield from _missing("register/kreise.csv", kreise, keys)
    verbaende = (k.verband for k in register.gemeinden if k.verband)
    yield from _missing("register/gemeindeverbaende.csv", verbaende, keys)
    yield from _missing("register/kinds.csv", (k.kind for k in register), register.kinds.entries)
    yield from _missing("register/former_keys.csv", register.former_keys.values(), keys)
    for key in sorted(keys & set(register.former_keys)):
        yield Problem("register/former_keys.csv", "vocabulary.key_twice", key)


def _contributors(vocabulary: Vocabulary) -> Iterator[Problem]:
    keys = {kommune.key for kommune in vocabulary.register}
    # Two providers of the official list are called alike (Destatis and its Genesis), so no words.
    table = vocabulary.contributors.concepts
    uris = [(fold_uri(concept.uri), concept.key, concept.uri) for concept in table]
    yield from _twice("contributors.csv", "vocabulary.uri_twice", uris)
    yield from _missing("contributors.csv", vocabulary.contributors.kommunen.values(), keys)


def _municipal(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Districts, offices and bodies lead to Kommunen that exist, and no name to two of them."""
    register, all_ = vocabulary.register, vocabulary.municipal
    tables: dict[str, Iterable[District | Office | KnownBody]] = {
        "districts": all_.districts.values(),
        "offices": all_.offices.values(),
        "bodies": (*all_.bodies.values(), *all_.short_names.values()),
    }
    for file, entries in tables.items():
        used = (entry.kommune for entry in entries if entry.kommune)
        yield from _missing(f"kommunen/{file}.csv", used, (each.key for each in register))
    rows = read_lines(vocabulary.shelf, "kommunen/districts.csv", DISTRICTS)
    claims = ((fold(row[0]), row[1], row[0]) for row in rows)
    yield from _twice("kommunen/districts.csv", "vocabulary.alias_twice", claims)


def _standards(vocabulary: Vocabulary) -> Iterator[Problem]:
    all_ = vocabulary.standards
    uris = [
        (fold_uri(uri).lower(), entry.id, uri) for entry in all_ for uri in standards.uris_of(entry)
    ]
    words = [(fold(word), entry.id, word) for entry in all_ for word in standards.words_of(entry)]
    yield from _twice("standards", "vocabulary.uri_twice", uris)
    yield from _twice("standards", "vocabulary.alias_twice", words)
    used = (key for entry in all_ for key in (*entry.formats, *entry.carriers))
    yield from _missing("standards", used, vocabulary.formats.entries)
    slugs = (slug for entry in all_ for slug in entry.musterdatensaetze)
    yield from _missing("standards", slugs, vocabulary.musterdaten.entries)


def _portals(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Each address stands once, and keys are those of Kommunen, as long as their level says."""
    all_ = tuple(vocabulary.portals)
    urls = [(fold_uri(each.url), each.id, each.url) for each in all_]
    yield from _twice("portals.csv", "vocabulary.uri_twice", urls)
    register = vocabulary.register
    keys = (each.key for each in all_ if each.key)
    yield from _missing("portals.csv", keys, (each.key for each in register))
    for each in all_:
        kommune = register.get(each.key)
        if (kommune.level if kommune else "") not in (each.level, _KEYLESS.get(each.level)):
            yield Problem("portals.csv", "vocabulary.value_wrong", f"{each.id}: {each.level}")


def _sources(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every file, or its folder, must stand in README.md with its source."""
    shelf = vocabulary.shelf
    text = read_text(shelf, "README.md")
    files = [name for folder in FOLDERS for name in shelf.names(folder, "") if _is_data(name)]
    for name in files:
        named = (f"`{name}`", f"`{name.rpartition('/')[0]}/*.toml`")
        if not any(mark in text for mark in named):
            yield Problem(name, "vocabulary.source_unnamed", name)


def _is_data(name: str) -> bool:
    return name.endswith((".csv", ".toml"))


PARTS: tuple[Part, ...] = (
    *(_concepts, _licences, _credits, _formats, _musterdaten, _register),
    *(_contributors, _municipal, _standards, _portals, _sources),
)
