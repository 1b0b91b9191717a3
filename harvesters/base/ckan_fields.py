# SPDX-License-Identifier: EUPL-1.2
"""Looks values of a CKAN package up by name, whatever way the portal spells and wraps them.

The same property stands in the package itself or in its extras, as text, list, object or JSON in a
text: ``contributorID``, ``contributor_id``, ``dcatde:contributorID``; ``temporal_coverage-from``.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from harvesters.base.ckan_json import Json
from harvesters.base.record import RawStandard, Text

Fields = dict[str, list[Any]]

_PREFIX = re.compile(r"^(?:extras?|dcatde|dcatap|dcat|dct|adms|foaf|ogd)[:_.]")
_OTHER = re.compile(r"[^a-z0-9]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_BETWEEN_IRIS = re.compile(r"(?<![\s,;])[\s,;]++(?=https?://)")
# What an object stands for in a list of values: its address, else its name.
_ADDRESSES = ("uri", "@id", "url", "@value", "value")
_NAMES = ("title", "label", "prefLabel", "display_name", "name", "text")
_DEEPEST = 8


@lru_cache(maxsize=8_192)  # portals repeat the same few keys in every package
def fold(key: str) -> str:
    """The key as it is looked up: small letters and digits, without the prefix of a vocabulary."""
    return _OTHER.sub("", _PREFIX.sub("", key.strip().casefold()))


def extras_of(thing: Json) -> Iterator[tuple[str, Any]]:
    """Key and value of the extras, a list of pairs, an object, or either as JSON in a text."""
    extras = decoded(thing.get("extras"))
    if isinstance(extras, dict):
        yield from extras.items()
        return
    for pair in extras if isinstance(extras, list) else ():
        if not isinstance(pair, dict) or pair.get("state") == "deleted":
            continue
        if isinstance(pair.get("key"), str):
            yield pair["key"], pair.get("value")


def fields_of(thing: Json) -> Fields:
    """Folded key -> values of a package, resource or other object; its own before its extras."""
    fields: Fields = {}
    own = ((key, value) for key, value in thing.items() if key != "extras")
    for key, value in (*own, *extras_of(thing)):
        if value not in (None, "", [], {}):
            fields.setdefault(fold(key), []).append(value)
    return fields


def decoded(value: Any) -> Any:
    """What a text holds as JSON: list, object or quoted text; any other value as it is."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if (text[:1], text[-1:]) not in (("[", "]"), ("{", "}"), ('"', '"')):
        return value
    try:
        inner = json.loads(text)
    except (ValueError, RecursionError):
        return value
    if isinstance(inner, str):
        return decoded(inner)
    return inner if isinstance(inner, list | dict) else value


def strings(value: Any, depth: int = 0) -> Iterator[str]:
    """The texts in a value; an object gives its address or name, nothing gives nothing."""
    value = decoded(value)
    if isinstance(value, str):
        yield from _split(value.strip())
    elif isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, int | float):
        yield str(value)
    elif depth < _DEEPEST and isinstance(value, list):
        for each in value:
            yield from strings(each, depth + 1)
    elif depth < _DEEPEST and isinstance(value, dict):
        chosen = (value[key] for key in (*_ADDRESSES, *_NAMES) if value.get(key))
        yield from strings(next(chosen, None), depth + 1)


def _split(text: str) -> Iterator[str]:
    """Several addresses in one text are several values."""
    if text.startswith(("http://", "https://")):
        yield from (part for part in _BETWEEN_IRIS.split(text) if part)
    elif text:
        yield text


def values(fields: Fields, *names: str) -> tuple[str, ...]:
    """Texts of all the fields named (folded), without doubles."""
    said = [value for name in names if name in fields for value in fields[name]]
    if not said:  # by far the most frequent case
        return ()
    return tuple(dict.fromkeys(text for value in said for text in strings(value)))


def preferred(fields: Fields, *names: str) -> tuple[str, ...]:
    """Texts of the first of the fields that says anything."""
    return next((found for name in names if (found := values(fields, name))), ())


def texts(fields: Fields, *names: str) -> tuple[Text, ...]:
    """Texts with their language, from the first field that says anything and its translations.

    ``title_translated``, ``title: {"de": …}``, and ``title-de`` of ckanext-fluent are translations.
    """
    for name in names:
        if name not in fields and f"{name}translated" not in fields:
            continue
        plain = [text for value in fields.get(name, ()) for text in _texts(value)]
        other = [text for value in fields.get(f"{name}translated", ()) for text in _texts(value)]
        said = {text.value for text in other if text.lang}
        found = dict.fromkeys(
            [*other, *(text for text in plain if text.lang or text.value not in said)]
        )
        if found:
            return tuple(found)
    return ()


def _texts(value: Any) -> Iterator[Text]:
    value = decoded(value)
    if isinstance(value, dict):
        for lang, text in value.items():
            if _LANGUAGE.fullmatch(lang):
                yield from (each._replace(lang=_tag(lang)) for each in _texts(text))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each) if not isinstance(each, dict | list) else ()
    elif isinstance(value, str):
        if value.strip():
            yield Text(value)
    elif value is not None:
        yield from (Text(text) for text in strings(value))


def _tag(lang: str) -> str:
    return lang.replace("_", "-").lower()


def standards(fields: Fields, *names: str) -> tuple[RawStandard, ...]:
    """Values of dct:conformsTo; of an object its address, and its name as label."""
    found = [
        standard
        for name in names
        for value in fields.get(name, ())
        for standard in _standards(decoded(value))
    ]
    return tuple(dict.fromkeys(found))


def _standards(value: Any) -> Iterator[RawStandard]:
    if isinstance(value, list):
        for each in value:
            yield from (RawStandard(*pair) for pair in _labelled(decoded(each)))
    else:
        yield from (RawStandard(*pair) for pair in _labelled(value))


def _labelled(value: Any) -> Iterator[tuple[str, str | None]]:
    labels = [value[key] for key in _NAMES if value.get(key)] if isinstance(value, dict) else []
    label = next(strings(labels[:1]), None)
    for text in strings(value):
        yield text, label if label != text else None
