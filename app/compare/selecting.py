# SPDX-License-Identifier: EUPL-1.2
"""Query string -> Selection, checked, and back: every view is a permalink. No web in here."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from typing import Any
from unicodedata import normalize
from urllib.parse import urlencode

from app.compare.errors import SelectionError
from app.model.selection import Selection
from app.vocabulary import Vocabulary

SIZES = ("1", "2", "3", "4", "5", "6", "7", "k1", "k2", "k3")
TYPES = ("kreisfrei", "kreisangehoerig", "kreis", "verband", "land")
NOT_GIVEN = "none"
UNKNOWN = "unknown"
LONGEST_QUERY = 200
MOST_VALUES = 100
FIELDS = {field.name.replace("pro_seite", "pro-seite"): field.name for field in fields(Selection)}
DEFAULTS = {field.name: field.default for field in fields(Selection)}
NUMBERS = {"seite", "pro-seite"}
SINGLE = {"q", "stand", "modified_since", "sortierung", "seite", "pro-seite"}

Read = Callable[[Vocabulary, str, str], str]


def select(
    pairs: Iterable[tuple[str, str]],
    vocabulary: Vocabulary,
    largest_page: int = 100,
    also: Collection[str] = (),
) -> Selection:
    """The Selection that parameters ask for, without empty values and parameters of ``also``.

    A Kommune may be given by key or by a name that only one has. Former keys become current ones.
    Values of one parameter widen, different parameters narrow. SelectionError for anything else.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in also:
            continue
        if name not in FIELDS:
            raise _unknown(name, also)
        if any(ord(letter) < 32 or letter == "\x7f" for letter in value):
            raise _bad(name, repr(value))
        if text := normalize("NFC", value.strip()):
            given.setdefault(name, []).append(text)
    found: dict[str, Any] = {
        FIELDS[name]: _read(vocabulary, name, values) for name, values in given.items()
    }
    selection = Selection(**found)
    if selection.pro_seite > largest_page:
        raise SelectionError("selection.page_size", largest=str(largest_page))
    return selection


def _unknown(name: str, also: Collection[str]) -> SelectionError:
    near = get_close_matches(name, [*FIELDS, *also], n=1, cutoff=0.0)
    return SelectionError("selection.unknown_parameter", parameter=name[:50], near=near[0])


def _read(vocabulary: Vocabulary, name: str, values: list[str]) -> str | int | tuple[str, ...]:
    if name in SINGLE and len(values) > 1:
        raise SelectionError("selection.repeated", parameter=name)
    if len(values) > MOST_VALUES:
        raise SelectionError("selection.too_many", parameter=name, most=str(MOST_VALUES))
    if name in NUMBERS:
        return _number(name, values[0])
    read = READERS[name]
    found = tuple(dict.fromkeys(read(vocabulary, name, value) for value in values))
    return found[0] if name in SINGLE else found


def _bad(name: str, value: str, code: str = "selection.bad_value", **more: str) -> SelectionError:
    return SelectionError(code, parameter=name, value=value[:100], **more)


def _number(name: str, value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", value) or int(value) < 1:
        raise _bad(name, value, "selection.not_a_number")
    return int(value)


def _text(vocabulary: Vocabulary, name: str, value: str) -> str:
    if len(value) > LONGEST_QUERY:
        raise SelectionError("selection.too_long", parameter=name, most=str(LONGEST_QUERY))
    return value


def _kommune(vocabulary: Vocabulary, name: str, value: str) -> str:
    if re.fullmatch(r"[0-9]{2,12}", value):
        known = vocabulary.register.get(value)
        if known is None:
            raise _bad(name, value, "selection.no_such_kommune")
        return known.key
    found = {kommune.key: kommune for kommune in vocabulary.register.by_name(value)}
    if len(found) == 1:
        return next(iter(found))
    found = found or {known.key: known for known in vocabulary.register.by_base_name(value)}
    if not found:
        raise _bad(name, value, "selection.no_such_kommune")
    listed = "; ".join(f"{key} ({found[key].name})" for key in sorted(found)[:10])
    raise _bad(name, value, "selection.kommune_ambiguous", candidates=listed)


def _land(vocabulary: Vocabulary, name: str, value: str) -> str:
    known = vocabulary.register.get(value) if re.fullmatch(r"[0-9]{2}", value) else None
    if known is None:
        raise _bad(name, value)
    return value


def _of(allowed: tuple[str, ...]) -> Read:
    def read(vocabulary: Vocabulary, name: str, value: str) -> str:
        folded = value.casefold().replace("ö", "oe").replace("ä", "ae")
        if folded not in allowed:
            raise _bad(name, value, "selection.not_in_list", allowed=", ".join(allowed))
        return folded

    return read


def _musterdatensatz(vocabulary: Vocabulary, name: str, value: str) -> str:
    if vocabulary.musterdaten.get(value) is None:
        raise _bad(name, value)
    return value


def _thema(vocabulary: Vocabulary, name: str, value: str) -> str:
    if vocabulary.musterdaten.themen.get(value) is None:
        raise _bad(name, value)
    return value


def _lizenz(vocabulary: Vocabulary, name: str, value: str) -> str:
    if value in {NOT_GIVEN, "unspecified"}:
        return NOT_GIVEN
    if value == UNKNOWN:
        return UNKNOWN
    if vocabulary.licences.get(value) is None:
        raise _bad(name, value)
    return value


def _format(vocabulary: Vocabulary, name: str, value: str) -> str:
    if value in {NOT_GIVEN, UNKNOWN}:
        return value
    known = vocabulary.formats.get(value) or vocabulary.formats.by_alias(value)
    if known is None:
        raise _bad(name, value)
    return known.key


def _standard(vocabulary: Vocabulary, name: str, value: str) -> str:
    if value not in {NOT_GIVEN, UNKNOWN} and vocabulary.standards.get(value) is None:
        raise _bad(name, value)
    return value


def _name(vocabulary: Vocabulary, name: str, value: str) -> str:
    if not re.fullmatch(r"-?[A-Za-z0-9_.\-]{1,100}", value):
        raise _bad(name, value)
    return value


def _day(vocabulary: Vocabulary, name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise _bad(name, value, "selection.not_a_date") from None


def _instant(vocabulary: Vocabulary, name: str, value: str) -> str:
    # the "+" of an offset that was not percent-encoded arrives as a space
    mended = re.sub(r"(T\S+) (\d\d:?\d\d)$", r"\1+\2", value)
    try:
        moment = datetime.fromisoformat(mended)
    except ValueError:
        raise _bad(name, value, "selection.not_an_instant") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


READERS: dict[str, Read] = {
    "q": _text,
    "kommune": _kommune,
    "land": _land,
    "groesse": _of(SIZES),
    "typ": _of(TYPES),
    "musterdatensatz": _musterdatensatz,
    "thema": _thema,
    "lizenz": _lizenz,
    "offen": _of(("ja", "nein", "unklar")),
    "format": _format,
    "standard": _standard,
    "portal": _name,
    "stand": _day,
    "modified_since": _instant,
    "sortierung": _name,
}


def pairs_of(selection: Selection) -> list[tuple[str, str]]:
    """The parameters that ask for this selection, in the fixed order, without defaults."""
    pairs: list[tuple[str, str]] = []
    for name, attribute in FIELDS.items():
        value = getattr(selection, attribute)
        if isinstance(value, tuple):
            pairs += [(name, item) for item in value]
        elif value != DEFAULTS[attribute]:
            pairs.append((name, str(value)))
    return pairs


def query_of(selection: Selection, **changes: Any) -> str:
    """The query string of a selection with some fields changed, without ``?``; a permalink."""
    return urlencode(pairs_of(replace(selection, **changes)))
