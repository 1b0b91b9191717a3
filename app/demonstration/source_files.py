# SPDX-License-Identifier: EUPL-1.2
"""The files in ``source/`` as typed values; a key nobody reads is an error, so typos show."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar

T = TypeVar("T")
Spelling = Literal["uri", "text", "both"]


@dataclass(frozen=True, slots=True)
class Topic:
    """What the catalogue says of one kind of holding. often, hvd, inspire: keys of their lists.

    label: official name of the Musterdatensatz, old: its former URI; both empty else.
    """

    text: str
    theme: str
    words: tuple[str, ...]
    often: str
    label: str = ""
    old: str = ""
    hvd: str = ""
    inspire: str = ""


@dataclass(frozen=True, slots=True)
class FileKind:
    """How a format is named. uri: key in the EU list; end: of a file; service: of an address."""

    text: str
    media: str
    uri: str = ""
    end: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a Kommune's file. of: key of the topic; by: which publisher, from 1.

    years: one dataset for each. licence, often: empty follows Kommune and topic. wrong: names of
    faults (app.demonstration.faults). standard: short name of what the files conform to.
    """

    of: str
    title: str
    files: str
    years: str = ""
    text: str = ""
    licence: str = ""
    often: str = ""
    standard: str = ""
    wrong: str = ""
    by: int = 1
    hvd: bool = False
    inspire: bool = False
    series: bool = False


@dataclass(frozen=True, slots=True)
class Kommune:
    """One publisher with its habits. names: how it names formats; dcatde: its namespace.

    where: "in Münster"; whose: "der Stadt Münster". reference: how it names the Musterdatensatz
    (v4, old, label, none). geocoding: new, old or none. profile: what it takes for a data standard.
    """

    name: str
    key: str
    slug: str
    where: str
    whose: str
    publishers: tuple[str, ...]
    names: Spelling
    licence: str
    dcatde: str
    datasets: tuple[Entry, ...]
    reference: str = "none"
    contact: str = "office"
    person: str = ""
    geocoding: str = "new"
    profile: str = ""
    services: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Everything the demonstration consists of. licences: short name -> IRI or text."""

    topics: dict[str, Topic]
    kinds: dict[str, FileKind]
    licences: dict[str, str]
    standards: dict[str, str]
    kommunen: tuple[Kommune, ...]


@cache
def load() -> Source:
    """The shipped source; the Kommunen in the order of their files' names."""
    folder = files(__package__) / "source"
    kommunen = sorted((folder / "kommunen").iterdir(), key=lambda file: file.name)
    topics = _tables("musterdatensaetze.toml") | _tables("landesdaten.toml")
    return Source(
        {name: _make(Topic, table) for name, table in topics.items()},
        {name: _make(FileKind, table) for name, table in _tables("dateien.toml").items()},
        _tables("lizenzen.toml"),
        _tables("standards.toml"),
        tuple(_kommune(tomllib.loads(file.read_text(encoding="utf-8"))) for file in kommunen),
    )


def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "source" / name).read_text(encoding="utf-8"))


def _kommune(table: dict[str, Any]) -> Kommune:
    table["where"], table["whose"] = table.pop("in"), table.pop("von")
    table["datasets"] = [_make(Entry, line) for line in table["datasets"]]
    return _make(Kommune, table)


def _make(kind: type[T], table: dict[str, Any]) -> T:
    """The dataclass with the table's values, lists as tuples; KeyError names an unknown key."""
    unknown = table.keys() - {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if unknown:
        raise KeyError(f"{kind.__name__}: {sorted(unknown)}")
    values = {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}
    return kind(**values)
