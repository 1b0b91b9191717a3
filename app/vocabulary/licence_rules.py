# SPDX-License-Identifier: EUPL-1.2
"""What all licences share when they are combined: targets, and the sentences of licensing/."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.vocabulary.files import Shelf, read_toml
from app.vocabulary.licence_law import Cell, Words

TARGETS, SENTENCES = "licensing/targets.toml", ("reasons", "steps", "duties", "hints", "questions")


@dataclass(frozen=True, slots=True)
class Rules:
    """Targets and sentences.

    groups: names of target groups and their members. offered: targets in the order they are
    suggested, international ones first and the least restrictive first within them. reserved:
    targets a result of one's own cannot be put under, with the reason. names: of targets that are
    no licence. signs: words in titles and themes that hint at rights of others, by hint. citations:
    words of citations and what stands for them in German, in the order they are tried.
    """

    groups: Mapping[str, tuple[str, ...]]
    offered: tuple[str, ...]
    reserved: Mapping[str, Cell]
    names: Mapping[str, Words]
    reasons: Mapping[str, Words] = field(repr=False)
    steps: Mapping[str, Words] = field(repr=False)
    duties: Mapping[str, Words] = field(repr=False)
    hints: Mapping[str, Words] = field(repr=False)
    questions: Mapping[str, Words] = field(repr=False)
    signs: Mapping[str, tuple[str, ...]] = field(repr=False)
    citations: tuple[tuple[str, str], ...] = field(repr=False)


def read_rules(shelf: Shelf) -> Rules:
    """The files of ``licensing/``."""
    targets = read_toml(shelf, TARGETS)
    groups = {name: tuple(ids) for name, ids in targets["groups"].items()}
    sentences = {name: _words(read_toml(shelf, f"licensing/{name}.toml")) for name in SENTENCES}
    signs = read_toml(shelf, "licensing/signs.toml")["signs"]
    cited = read_toml(shelf, "licensing/citations.toml")["phrases"]
    return Rules(
        groups=groups,
        offered=tuple(targets["offered"]),
        reserved={
            target: Cell(entry["verdict"], entry["confidence"], entry["why"])
            for entry in targets["reserved"]
            for name in entry["to"]
            for target in groups.get(name, (name,))
        },
        names=_words(targets["names"]),
        signs={name: tuple(words) for name, words in signs.items()},
        citations=tuple((entry["en"], entry["de"]) for entry in cited),
        **sentences,
    )


def _words(table: Mapping[str, Any]) -> dict[str, Words]:
    return {code: (entry["de"], entry["en"]) for code, entry in table.items()}
