# SPDX-License-Identifier: EUPL-1.2
"""Builds licences/ from the licence table, its spellings and the official lists.

Nothing here guesses: a spelling is taken only if its mapping is sure, and one that two licences
claim is taken by none. A text without version never becomes a name of a licence with one.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_text, read_toml
from app.vocabulary.folding import fold, fold_words
from app.vocabulary.licence_uris import uri_spelling
from app.vocabulary.licences import AMBIGUOUS
from app.vocabulary.update.concepts import concepts_of
from app.vocabulary.update.licence_lists import HAND_KEPT, official, spellings
from app.vocabulary.update.licence_names import names_of
from app.vocabulary.update.rdf import SkosConcept
from app.vocabulary.update.sources import Sources
from app.vocabulary.update.tables import cell, existing, to_csv, to_toml

Entry = dict[str, object]
PERMISSIONS = ("reproduce", "distribute", "derive", "commercial_use", "database_right_covered")
DUTIES = (
    *("attribution", "licence_notice", "change_notice", "source_link", "share_alike"),
    "same_licence_only",
)
RESTRICTIONS = ("non_commercial", "no_derivatives", "additional_restrictions_forbidden")
# Tables an official list or the licence table renews; all others are law, written by hand.
_RENEWED = frozenset({"name", "permissions", "duties", "restrictions"})
_HEADER = re.compile(r"^(?:#[^\n]*\n)*\[+([\w-]+)", re.MULTILINE)
_NONE = frozenset({"unspecified", "unknown"})
# Statements about conditions that name no licence (INSPIRE code list, ISO 19115 constraints).
_STATEMENTS = frozenset(
    {"inspire-no-conditions", "inspire-conditions-unknown", "access-no-limitations"}
)


@dataclass(slots=True)
class Names:
    """Who has which URI and text. A URI or text that somebody has is not given away again."""

    uris: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    kept: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add_uri(self, id: str, uri: str) -> None:
        """Gives the URI to the licence unless another one has it."""
        if uri and uri_spelling(uri) not in self.uris:
            self.uris[uri_spelling(uri)] = id
            self.kept.setdefault(("uris", id), []).append(uri)

    def add_text(self, id: str, text: str) -> None:
        """Gives the words of the text to the licence unless another one has them."""
        words = fold_words(text)
        if words and words not in self.texts:
            self.texts[words] = id
            self.kept.setdefault(("aliases", id), []).append(" ".join(text.split()))

    def add_said(self, id: str, text: str) -> None:
        """The same for a listed spelling; if its words are taken, it may count letter by letter.

        Only for a port of the licence that has the words: ``cc-by-nc/3.0`` is the German one in the
        DCAT-AP.de list. Any other clash leaves the text with its owner.
        """
        self.add_text(id, text)
        words = fold_words(text)
        if words and id.startswith(f"{self.texts[words]}-"):
            self.kept.setdefault(("exact", id), []).append(" ".join(text.split()))


def build_licences(sources: Sources, shelf: Shelf) -> dict[str, str]:
    """All files of licences/, when there is a licence table or an official list."""
    lists = [concepts_of(sources, f"licences_{name}") for name in ("dcat_ap_de", "eu")]
    if sources.licences is None and sources.licence_aliases is None and not any(lists):
        return {}
    entries = read_table(sources.licences) if sources.licences else _present(shelf)
    lost = sorted(set(_present(shelf)) - set(entries))
    if sources.licences is not None and lost:
        file = sources.licences.name
        raise VocabularyError("vocabulary.source_incomplete", file=file, key=lost[0])
    if not entries:
        return {}
    said, shared = spellings(sources.licence_aliases, entries)
    texts = _files(shelf, entries, _names(entries, [*_hand_kept(shelf), *said], lists))
    if sources.licence_aliases is not None:
        rows = {row[0]: row for row in existing(shelf, "licences/ambiguous.csv", AMBIGUOUS)}
        rows |= {text: [text, meant.id, cell(meant.ids)] for text, meant in shared.items()}
        texts["licences/ambiguous.csv"] = to_csv(AMBIGUOUS, sorted(rows.values()))
    return texts


def _hand_kept(shelf: Shelf) -> list[tuple[str, str]]:
    return [(text, id) for text, id, _ in existing(shelf, "licences/aliases.csv", HAND_KEPT)]


def _names(
    entries: Mapping[str, Entry],
    said: list[tuple[str, str]],
    lists: list[dict[str, SkosConcept]],
) -> Names:
    """Who has which name: the table first, then listed spellings, built names, official lists."""
    names = _own_names(entries)
    for text, id in said:
        (names.add_uri if _looks_like_uri(text) else names.add_said)(id, text)
    for id, entry in entries.items():
        for text in names_of(id, str(entry["version"])):
            names.add_text(id, text)
    for concept in (concept for found in lists for concept in found.values()):
        _add_concept(names, entries, official(concept, names.uris))
    return names


def _files(shelf: Shelf, entries: Mapping[str, Entry], names: Names) -> dict[str, str]:
    made = {f"licences/{id}.toml": _to_toml(entry, names) for id, entry in entries.items()}
    return {name: text + _by_hand(shelf, name) for name, text in made.items()}


def _by_hand(shelf: Shelf, name: str) -> str:
    """What follows the first table that is written by hand, with its comment; "" if there is none.

    It is kept as it stands: clauses and outbound rules are in no list.
    """
    if not shelf.place(name).is_file():
        return ""
    text = read_text(shelf, name)
    headers = (found for found in _HEADER.finditer(text) if found.group(1) not in _RENEWED)
    first = next(headers, None)
    return f"\n{text[first.start() :]}" if first else ""


def _looks_like_uri(text: str) -> bool:
    start = text.strip("<> ").partition("/")[0].lower()
    return "//" in text[:12] or (
        ("." in start or start == "urn:") and "/" in text and " " not in text
    )


def _add_concept(
    names: Names, entries: Mapping[str, Entry], found: tuple[str, str, tuple[str, ...]] | None
) -> None:
    """The URI of an official concept, and labels that say the licence's own version."""
    if found is None or found[0] not in entries:
        return
    id, uri, labels = found
    names.add_uri(id, uri)
    number = str(entries[id]["version"]).partition("-")[0]
    for text in labels:
        versions = [
            word for word in fold(text).replace("v", " ").split() if "." in word.strip("().")
        ]
        if all(word.strip("().,v") == number for word in versions):
            names.add_text(id, text)


def _present(shelf: Shelf) -> dict[str, Entry]:
    """The licences as their files state them now."""
    tables = (read_toml(shelf, name) for name in shelf.names("licences", ".toml"))
    return {str(table["id"]): _without_law(table) for table in tables}


def _without_law(table: Mapping[str, object]) -> Entry:
    return {key: value for key, value in table.items() if key in _RENEWED or _is_plain(value)}


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str | bool)


def _own_names(entries: Mapping[str, Entry]) -> Names:
    """Ids, names, SPDX ids and URIs of the table; classes last, so that a licence keeps its URL."""
    names = Names()
    first = sorted(entries.values(), key=lambda entry: entry["kind"] == "class")
    pages = [uri_spelling(str(entry["url"])) for entry in first]
    for entry in first:
        id, name = str(entry["id"]), entry["name"]
        for uri in (entry["uri_dcat_ap_de"], entry["uri_eu"]):
            names.add_uri(id, str(uri))
        for text in (id, str(entry["spdx"]), *(name.values() if isinstance(name, dict) else ())):
            names.add_text(id, str(text))
        page = uri_spelling(str(entry["url"]))
        if pages.count(page) == 1 or _says_version(page, entry):
            names.add_uri(id, str(entry["url"]))
        for uri in _strings(entry.get("uris")):
            names.add_uri(id, uri)
        for text in (*_strings(entry.get("aliases")), *_strings(entry.get("exact"))):
            names.add_said(id, text)
    return names


def _says_version(page: str, entry: Entry) -> bool:
    """Whether the page is of this version, so that a class may name it without having it."""
    number = str(entry["version"]).partition("-")[0]
    return bool(number) and f"/{number}" in page


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []


def _to_toml(entry: Entry, names: Names) -> str:
    id = str(entry["id"])
    named = entry["name"]
    own = {fold_words(text) for text in (id, str(entry["spdx"]))}
    own |= {fold_words(text) for text in named.values()} if isinstance(named, dict) else set()
    found = {part: names.kept.get((part, id), []) for part in ("uris", "aliases", "exact")}
    aliases = [text for text in found["aliases"] if fold_words(text) not in own]
    return to_toml(entry | found | {"aliases": sorted(aliases, key=fold)})


def read_table(path: Path) -> dict[str, Entry]:
    """The licence table as entries by id; of each cell the word before the first bracket counts."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    try:
        return {row["id"]: _entry(row) for row in rows}
    except (KeyError, AttributeError) as error:
        raise VocabularyError("vocabulary.source_broken", file=path.name, line=len(rows)) from error


def word(text: str) -> str:
    """What stands before the first bracket."""
    return text.partition("(")[0].strip()


def _kind(row: Mapping[str, str]) -> str:
    if row["id"] in _NONE:
        return "none"
    if row["id"] in _STATEMENTS:
        return "statement"
    several = not row["family"] or word(row["version"]) == "unversioned"
    return "class" if several or row["id"].endswith("-restricted") else "licence"


def _entry(row: Mapping[str, str]) -> Entry:
    kind = _kind(row)
    version = word(row["version"])
    return {
        "id": row["id"],
        "kind": kind,
        "class": kind == "class",
        "family": row["family"],
        "version": "" if version in ("-", "unversioned") else version,
        "spdx": row["spdx"],
        "url": row["url_text"],
        "uri_dcat_ap_de": row["uri_dcat_ap_de"],
        "uri_eu": row["uri_eu_nal"],
        "open": word(row["open_definition_conformant"]),
        "hvd": word(row["hvd_ok"]),
        "uris": [],
        "aliases": [],
        "exact": [],
        "name": {"de": row["name_de"], "en": row["name_en"]},
        "permissions": _words(row, PERMISSIONS),
        "duties": _words(row, DUTIES),
        "restrictions": _words(row, RESTRICTIONS),
    }


def _words(row: Mapping[str, str], columns: Iterable[str]) -> dict[str, str]:
    return {column: word(row[column]) for column in columns}
