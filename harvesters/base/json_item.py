# SPDX-License-Identifier: EUPL-1.2
"""One JSON dataset on its way to a Record: canonical text, identity, hash, persons apart.

What differs from one kind of interface to another is its Traits.
"""

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from harvesters.base.canonical import stamps_of_now
from harvesters.base.errors import MalformedRecord
from harvesters.base.json_elements import Json
from harvesters.base.record import Repair
from harvesters.base.rest import Rest, Shelf
from harvesters.base.text import shorten

_IRI = re.compile(r"(?:https?://|urn:)\S+", re.I)
_DEEPEST = 64  # promise H9
_LONGEST = 20_000  # of the files of a dataset, its keywords and the like
_FEW_FILES, _LEAST_FILE = 20, 16  # a file with an address takes more bytes than that
# Marks of control characters, as json.dumps writes them; a doubled backslash may look alike.
_SUSPECT = ("\\u00", "\\b", "\\f", "\ufffe", "\uffff")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Package(NamedTuple):
    """A dataset before it is mapped. public, personal: canonical JSON, personal empty if none.

    In UTF-8, because all datasets of a page wait together and texts in memory are twice as large.
    """

    identifier: str
    public: bytes
    personal: bytes
    hash: str
    resources: int
    repairs: tuple[Repair, ...] = ()
    rest: Rest | None = None

    def laid(self, shelf: Shelf | None) -> "Package":
        """The same with its texts on a shelf, if there is one."""
        if shelf is None:
            return self
        return self._replace(public=b"", personal=b"", rest=shelf.lay(self.public, self.personal))

    def texts(self) -> tuple[str, str]:
        """(public, personal), wherever they wait."""
        public, personal = self.rest.take() if self.rest else (self.public, self.personal)
        return public.decode(), personal.decode()


class Traits(NamedTuple):
    """How one kind of interface says a dataset.

    identify: its identity, None if it has none. separate: (public, personal), the latter empty if
    nothing is about persons. in_order: without the order of lists that have none of their own.
    files: how many files it has. stamps: its dates of change. is_housekeeping: whether a member is
    the server's own book-keeping, which changes though nothing was said anew. for_hash: as
    in_order, of lists whose order is worth keeping though a change of it says nothing.
    """

    identify: Callable[[Json], str | None]
    separate: Callable[[Json], tuple[Json, Json]]
    in_order: Callable[[Json], Json]
    files: Callable[[Json], int]
    stamps: Callable[[Json], Iterator[str]]
    is_housekeeping: Callable[[str], bool]
    for_hash: Callable[[Json], Json] | None = None


def is_iri(text: str) -> bool:
    """Whether a text is an address that may stand for a thing."""
    return bool(_IRI.fullmatch(text))


def dump(value: Any) -> str:
    """Canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def prepare_item(thing: Json, fetched: datetime, traits: Traits) -> Package:
    """The dataset as it is stored. MalformedRecord without identity, nested too deeply, too long.

    Characters that cannot be stored are left out, and each text that had any is reported.
    """
    try:
        return _prepared(thing, fetched, traits)
    except MalformedRecord as error:
        named = {"identifier": _identity(thing, traits), **error.params}
        raise MalformedRecord(error.code, **named) from error


def _identity(thing: Json, traits: Traits) -> str:
    """What the store would know it by, so that it is not missed while it cannot be read (H3)."""
    try:
        return traits.identify(thing) or ""
    except RecursionError:
        return ""


def _prepared(thing: Json, fetched: datetime, traits: Traits) -> Package:
    if any(map(_is_hollow, thing.values())):
        raise MalformedRecord("item.too_much", value="")
    kept = _tidy(thing, 0, traits.is_housekeeping)
    repairs: list[Repair] = []
    if not _is_writable(dump(kept)):
        kept = _mended(kept, "", repairs)
    return _make(kept, fetched, traits)._replace(repairs=tuple(repairs))


def _is_hollow(value: Any) -> bool:
    """A long list of nothings."""
    return isinstance(value, list) and len(value) > _FEW_FILES and 2 * value.count({}) > len(value)


def _make(thing: Json, fetched: datetime, traits: Traits) -> Package:
    public, personal = traits.separate(thing)
    identifier = traits.identify(thing)
    if identifier is None:
        raise MalformedRecord("item.no_identity", value=shorten(dump(public)))
    kept = traits.in_order(public)
    text, apart = dump(kept), dump(personal) if personal else ""
    compared = dump(traits.for_hash(kept)) if traits.for_hash else text
    said = hashlib.blake2b(digest_size=16)
    said.update(_without_now(compared, traits.stamps(thing), fetched).encode())
    said.update(f"\n{apart}".encode())
    files = traits.files(thing)
    if files > _FEW_FILES and len(text) < files * _LEAST_FILE:  # a list of nothings
        raise MalformedRecord("item.too_much", value="")
    return Package(identifier, text.encode(), apart.encode(), said.hexdigest(), files)


def _tidy(value: Any, depth: int, is_housekeeping: Callable[[str], bool]) -> Any:
    """The value without the server's book-keeping and numbers JSON does not know."""
    if depth > _DEEPEST:
        raise MalformedRecord("item.too_deep", value="")
    if isinstance(value, dict | list) and len(value) > _LONGEST:
        raise MalformedRecord("item.too_much", value="")
    if isinstance(value, dict):
        return {
            key: _tidy(inner, depth + 1, is_housekeeping)
            for key, inner in value.items()
            if not is_housekeeping(key)
        }
    if isinstance(value, list):
        kept = (each for each in value if not is_housekeeping(_key(each)))
        return [_tidy(each, depth + 1, is_housekeeping) for each in kept]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _key(pair: Any) -> str:
    """The key of a pair of the extras, empty for anything else."""
    key = pair.get("key") if isinstance(pair, dict) and "value" in pair else None
    return key if isinstance(key, str) else ""


def _is_writable(text: str) -> bool:
    """Whether JSON text holds nothing that PostgreSQL, UTF-8 or XML 1.0 cannot carry."""
    if any(mark in text for mark in _SUSPECT):
        return False
    try:
        text.encode()
    except UnicodeEncodeError:  # half a pair of surrogates
        return False
    return True


def _mended(value: Any, key: str, repairs: list[Repair]) -> Any:
    if isinstance(value, dict):
        return {_CONTROL.sub("", k): _mended(inner, k, repairs) for k, inner in value.items()}
    if isinstance(value, list):
        return [_mended(each, key, repairs) for each in value]
    if isinstance(value, str) and _CONTROL.search(value):
        repairs.append(Repair("text.control_characters", shorten(value, 80), shorten(key, 80)))
        return _CONTROL.sub("", value)
    return value


def _without_now(text: str, stamps: Iterator[str], fetched: datetime) -> str:
    """The text without a date of change that is merely the moment of the answer."""
    terms = [f'"{stamp}"' for stamp in stamps]
    for stamp in stamps_of_now(terms, fetched):
        text = text.replace(stamp, "null")
    return text
