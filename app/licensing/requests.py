# SPDX-License-Identifier: EUPL-1.2
"""Requests out of JSON: what cannot be cleared is refused in one sentence."""

import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from app.licensing.errors import LicensingError
from app.licensing.model import NO_TARGET, PROPRIETARY, RESULT_TYPES, Input, Request, ResultType
from app.vocabulary.licences import Licences

DATASET = "dataset:"
MOST_INPUTS = 1_000
LONGEST_NAME = 200
LONGEST_LINE = 200_000
KEYS = ("inputs", "result_type", "commercial", "modify", "target")
_SHOWN = 80

Resolve = Callable[[tuple[str, ...]], Mapping[str, tuple[Input, ...]]]
"""``dataset:ID`` names -> their inputs; several where files carry different licences."""


def from_line(licences: Licences, line: str, resolve: Resolve) -> Request:
    """A request from one line of JSON. LicensingError; see ``from_json``."""
    if len(line) > LONGEST_LINE:
        raise LicensingError("licensing.too_long", most=LONGEST_LINE)
    try:
        asked = json.loads(line, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:
        raise LicensingError("licensing.no_json") from error
    return from_json(licences, asked, resolve)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The members of an object; said twice, it is not clear what is asked."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise LicensingError("licensing.key_twice", key=_brief(twice))
    return found


def from_json(licences: Licences, asked: object, resolve: Resolve) -> Request:
    """A request from decoded JSON; commercial and changed unless it says otherwise.

    An unmodified redistribution changes nothing unless it says otherwise. resolve is called once
    with all datasets. LicensingError for whatever is missing, of the wrong type, too much or
    unknown; for unknown ids with the nearest one.
    """
    if not isinstance(asked, dict):
        raise LicensingError("licensing.no_object")
    _refuse_misspelt(asked)
    names = _names(asked.get("inputs"))
    result_type = _result_type(asked.get("result_type"))
    unmodified = result_type == "unmodified_redistribution"
    return Request(
        inputs=_inputs(licences, names, resolve),
        result_type=result_type,
        commercial=_flag(asked, "commercial", otherwise=True),
        modify=_flag(asked, "modify", otherwise=not unmodified),
        target=_target(licences, asked.get("target")),
    )


def _refuse_misspelt(asked: Mapping[Any, Any]) -> None:
    for key in asked:
        near = get_close_matches(str(key)[:LONGEST_NAME], KEYS, 1, 0.8) if key not in KEYS else []
        if near:
            raise LicensingError("licensing.key_misspelt", key=_brief(str(key)), near=near[0])


def _names(value: object) -> tuple[str, ...]:
    if value is None or value == []:
        raise LicensingError("licensing.inputs_missing")
    if not isinstance(value, list):
        raise LicensingError("licensing.inputs_no_list")
    if len(value) > MOST_INPUTS:
        raise LicensingError("licensing.too_many", count=len(value), most=MOST_INPUTS)
    return tuple(_name(each) for each in value)


def _name(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise LicensingError("licensing.input_no_text", value=_brief(str(value)))
    if len(value) > LONGEST_NAME or not value.isprintable():
        raise LicensingError("licensing.input_unreadable", value=_brief(value))
    return value.strip()


def _inputs(licences: Licences, names: tuple[str, ...], resolve: Resolve) -> tuple[Input, ...]:
    datasets = tuple(dict.fromkeys(name for name in names if name.startswith(DATASET)))
    found = resolve(datasets) if datasets else {}
    inputs: list[Input] = []
    for name in names:
        if not name.startswith(DATASET):
            inputs.append(Input(_licence(licences, name, "licensing.input_unknown"), name))
        elif name in found:
            inputs += found[name]
        else:
            raise LicensingError("licensing.dataset_unknown", dataset=name.removeprefix(DATASET))
    return tuple(inputs)


def _licence(licences: Licences, name: str, code: str) -> str:
    if name in licences.entries:
        return name
    meant = licences.by_uri(name) or licences.by_alias(name)
    near = [meant.id] if meant else get_close_matches(name.lower(), licences.entries, 1, 0.6)
    if near:
        raise LicensingError(f"{code}_but", value=_brief(name), near=near[0])
    raise LicensingError(code, value=_brief(name))


def _result_type(value: object) -> ResultType:
    if value not in RESULT_TYPES:
        known = ", ".join(RESULT_TYPES)
        raise LicensingError("licensing.result_type", value=_brief(str(value)), known=known)
    return value


def _flag(asked: Mapping[str, object], key: str, *, otherwise: bool) -> bool:
    value = asked.get(key, otherwise)
    if not isinstance(value, bool):
        raise LicensingError("licensing.flag", key=key, value=_brief(str(value)))
    return value


def _target(licences: Licences, value: object) -> str | None:
    if value is None or value in (NO_TARGET, PROPRIETARY):
        return value
    if not isinstance(value, str):
        raise LicensingError("licensing.target_no_text", value=_brief(str(value)))
    return _licence(licences, _name(value), "licensing.target_unknown")


def _brief(text: str) -> str:
    """The beginning of what was given, without signs that a terminal would act on."""
    plain = "".join(letter if letter.isprintable() else "�" for letter in text[:_SHOWN])
    return plain + "…" * (len(text) > _SHOWN)
