# SPDX-License-Identifier: EUPL-1.2
"""TOML tables become dataclasses: every key known, typed and checked, all problems collected."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, is_dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from app.config.errors import Problem
from app.config.places import Path as Place
from app.config.places import line_of

T = TypeVar("T")

TYPE_NAMES = {bool: "yes_no", int: "whole_number", float: "number", str: "text", Path: "text"}


@dataclass(frozen=True, slots=True)
class Source:
    """Where values come from, for messages; problems are appended as they are met."""

    file: str
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, place: Place, **params: str) -> None:
        """Note a problem at a place."""
        where = {"file": self.file, "line": line_of(self.lines, place), "key": name_of(place)}
        self.problems.append(Problem(code, where | params))


def name_of(place: Place) -> str:
    """A place as people write it: ``portal 2: limits.records``."""
    name = ""
    for part in place:
        if isinstance(part, int):
            name += f" {part + 1}"
            continue
        name += f"{'' if not name else ': ' if name[-1].isdigit() else '.'}{part}"
    return name


def read(base: T, table: object, place: Place, source: Source) -> T:
    """base (a frozen dataclass) with the values of a table on top; what is wrong is reported."""
    if not isinstance(table, Mapping):
        source.report("config.wrong_type", place, given=type_name(table), expected="table")
        return base
    known = key_names(type(base))
    for name in table:
        if name not in known:
            report_unknown(name, known, place, source)
    values = {
        name: _read_value(base, known[name], value, (*place, name), source)
        for name, value in table.items()
        if name in known
    }
    return replace(base, **values)  # type: ignore[type-var]


def report_unknown(name: str, known: Mapping[str, object], place: Place, source: Source) -> None:
    """Report a key nobody knows, with the nearest known one if there is one."""
    near = get_close_matches(name, list(known), n=1)
    if near:
        source.report("config.unknown_key", (*place, name), known=near[0])
        return
    source.report("config.unknown_key_alone", (*place, name), known=", ".join(sorted(known)))


def key_names(kind: type) -> dict[str, Field[Any]]:
    """The keys of a table: name -> field."""
    return {each.name: each for each in fields(kind)}


def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read_value(base: Any, known: Field[Any], value: object, place: Place, source: Source) -> Any:
    default = getattr(base, known.name)
    if is_dataclass(default):
        return read(default, value, place, source)
    wanted = _hints(type(base))[known.name]
    typed, fits = _typed(wanted, value)
    if not fits:
        expected = "list" if _is_list(wanted) else TYPE_NAMES[_plain(wanted)]
        source.report("config.wrong_type", place, given=type_name(value), expected=expected)
        return default
    for check in known.metadata.get("checks", ()):
        if fault := check(typed):
            source.report(fault[0], place, **({"value": _shown(value, fault[0])} | fault[1]))
            return default
    return typed


def _shown(value: object, code: str) -> str:
    """The value for a message; a secret is never repeated."""
    return "" if code == "config.secret" else str(value)


def _typed(wanted: Any, value: object) -> tuple[Any, bool]:
    """The value in the wanted type, and whether it fits; true is no number, 1 is no text."""
    if _is_list(wanted):
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return (tuple(value), True) if fits and isinstance(value, list) else ((), False)
    kind = _plain(wanted)
    if kind is float and type(value) is int:
        return float(value), True
    if kind is Path and isinstance(value, str):
        return (Path(value), True) if value.strip() else ("", True)
    return value, type(value) is kind


def _is_list(wanted: Any) -> bool:
    return getattr(wanted, "__origin__", None) is tuple


def _plain(wanted: Any) -> type:
    """``int`` of ``int | None``: TOML has no null, so None is only ever a default."""
    kinds = get_args(wanted) if isinstance(wanted, UnionType) else (wanted,)
    found: type = next(kind for kind in kinds if kind is not type(None))
    return found


def type_name(value: object) -> str:
    """The type of a TOML value as the message catalogues name it."""
    if isinstance(value, Mapping):
        return "table"
    return "list" if isinstance(value, list) else TYPE_NAMES.get(type(value), "date")
