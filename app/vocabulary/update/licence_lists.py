# SPDX-License-Identifier: EUPL-1.2
"""Reads spellings of licences: the table of spellings, and concepts of official licence lists."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.vocabulary.folding import fold
from app.vocabulary.licence_uris import uri_spelling
from app.vocabulary.update.rdf import SkosConcept

HAND_KEPT = ("text", "licence", "source")
# Sentences and JSON carry a provider's own words; they are read by rules, not by the alias table.
_KINDS = frozenset({"label", "code", "uri"})
_NEVER = frozenset({"unknown"})


@dataclass(frozen=True, slots=True)
class Shared:
    """What a text may mean that is used for several licences. id: the class for them, if any."""

    id: str
    ids: tuple[str, ...]


def spellings(
    path: Path | None, entries: Mapping[str, Mapping[str, object]]
) -> tuple[list[tuple[str, str]], dict[str, Shared]]:
    """Spellings that mean one licence (text, id), and those that may mean several, by text."""
    if path is None:
        return [], {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["kind"] in _KINDS]
    sure: list[tuple[str, str]] = []
    shared: dict[str, Shared] = {}
    for row in rows:
        meant = [row["licence_id"], *row["acceptable_ids"].split(";")]
        known = tuple(dict.fromkeys(id for id in meant if id in entries and id not in _NEVER))
        if row["kind"] != "uri" and row["confidence"] != "likely" and len(known) > 1:
            shared.setdefault(fold(row["alias"]), _shared(known, entries))
        elif row["confidence"] == "exact" and known and known[0] == row["licence_id"]:
            sure.append((row["alias"], known[0]))
    return [(text, id) for text, id in sure if fold(text) not in shared], shared


def _shared(ids: tuple[str, ...], entries: Mapping[str, Mapping[str, object]]) -> Shared:
    """Classes among the meant are the answer, the others are the candidates."""
    classes = [id for id in ids if entries[id]["kind"] == "class"]
    licences = tuple(id for id in ids if id not in classes)
    return Shared(classes[0] if classes else "", licences if len(licences) > 1 else ids)


def official(concept: SkosConcept, uris: dict[str, str]) -> tuple[str, str, tuple[str, ...]] | None:
    """Licence id, URI and labels of an official concept; None where no licence is surely meant.

    By its own URI, else by a matching document that one licence alone has.
    """
    own = uris.get(uri_spelling(concept.uri))
    linked = {uris[uri_spelling(link)] for link in concept.links if uri_spelling(link) in uris}
    id = own or (linked.pop() if len(linked) == 1 else None)
    if id is None:
        return None
    return id, concept.uri, tuple(text for text in (*concept.others, concept.code) if text)
