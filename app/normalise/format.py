# SPDX-License-Identifier: EUPL-1.2
"""Formats and media types: what was said, else the media type, else what the address suggests.

Order: dct:format (URI, name, media type, or a list of names such as ``Shape (ZIP)``),
dcat:mediaType, service parameters of the address, file name, dcat:packageFormat. Only what was said
is exact; what an address suggests is likely. Where the contents of an archive are known, they are
the format and the rule ends in ``+archive``.
"""

import re
from typing import NamedTuple

from app.model import Reading
from app.model.reading import MISSING
from app.normalise.address import Address
from app.normalise.notes import Note, Noted, note
from app.normalise.text import bare
from app.vocabulary import Format, Vocabulary

ARCHIVE = "+archive"
_LONGEST_NAME = 200
# ``csv.zip``: what follows the dot packs what stands before it.
_PACKED_NAME = re.compile(r"^\.?(?!tar\.)(\w{2,8})\.(zip|gz|7z|rar|bz2)$", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*(?:[,;/|()\[\]+&]|\bund\b|\bals\b|\bin\b|\bgezippt\b|\s-\s)\s*")
# Media types that say how bytes are wrapped or served, so that any format may stand beside them.
_GENERIC = re.compile(r"application/(?:octet-stream|binary|download|force-download|x-download)")
_PACKED = re.compile(r".*(?:[/+](?:x-)?(?:zip|gzip|tar|7z|bzip2?|rar)\b|zip-compressed).*")
_BYTES = ("OCTET", "BIN")
# Formats that are named beside a special one and mean the same file then.
_GENERAL = frozenset({"XML", "GML", "JSON", "HTML", "EXCEL", "WORD", "RDF_XML"})


class Said(NamedTuple):
    """Everything about the format of one distribution, as the portal said it."""

    formats: tuple[str, ...]
    media_types: tuple[str, ...]
    packaging: tuple[str, ...]
    address: Address


class Formatted(NamedTuple):
    """Format (key of vocab formats) and media type (``text/csv``) as read."""

    format: Reading
    media_type: Reading


class _Found(NamedTuple):
    format: Format
    rule: str
    raw: str


def read(vocabulary: Vocabulary, said: Said) -> Noted[Formatted]:
    """Format and media type of one distribution; contradictions and unread values are noted."""
    said, overlong = _without_overlong(said)
    found, unread = _read_formats(vocabulary, said.formats)
    media_type, media_notes = _read_media_types(vocabulary, said)
    format_, notes = _decide(vocabulary, said, found, unread)
    chosen = vocabulary.formats.get(format_.value) if format_.value else None
    if chosen and format_.status == "exact":
        notes += _contradictions(vocabulary, chosen, format_.raw or "", said)
    return Noted(Formatted(format_, media_type), overlong + notes + media_notes)


def read_name(vocabulary: Vocabulary, text: str) -> Reading:
    """One value of dct:format: URI, name, media type or several names; missing for "k. A."."""
    if vocabulary.formats.is_unsaid(bare(text)):
        return Reading(None, "missing", "unsaid", text.strip())
    found = _read_one(vocabulary, text)
    return (
        _settle(vocabulary, found, text)
        if found
        else Reading(None, "unknown", "unread", text.strip())
    )


def _without_overlong(said: Said) -> tuple[Said, tuple[Note, ...]]:
    """Without values too long to be a name: they are noted, and no rule spends time on them."""
    kept = [tuple(value for value in values if len(value) <= _LONGEST_NAME) for values in said[:3]]
    codes = ("format.unrecognised", "media_type.unrecognised", "format.unrecognised")
    notes = tuple(
        note(code, value)
        for code, values in zip(codes, said[:3], strict=True)
        for value in values
        if len(value) > _LONGEST_NAME and value.strip()
    )
    return Said(kept[0], kept[1], kept[2], said.address), notes


def _read_formats(
    vocabulary: Vocabulary, values: tuple[str, ...]
) -> tuple[list[_Found], list[str]]:
    found: list[_Found] = []
    unread: list[str] = []
    for value in values:
        if value.strip() and not vocabulary.formats.is_unsaid(bare(value)):
            entries = _read_one(vocabulary, value)
            found.extend(entries)
            unread.extend([] if entries else [value.strip()])
    return found, unread


def _read_one(vocabulary: Vocabulary, text: str) -> list[_Found]:
    said = _PACKED_NAME.sub(r"\1 (\2)", bare(text))
    formats = vocabulary.formats
    parts = [part for part in _SEPARATORS.split(said) if part]
    if hit := formats.by_uri(said):
        return [_Found(hit, "format.uri", said)]
    if hit := formats.by_alias(said):
        packed = not hit.archive and any(_is_archive(vocabulary, part) for part in parts[1:])
        return [_Found(hit, "format.name" + (ARCHIVE if packed else ""), said)]
    hits = [formats.by_alias(part) for part in parts]
    if len(parts) < 2 or not all(hits):
        return []
    return [_Found(hit, "format.name", said) for hit in hits if hit]


def _is_archive(vocabulary: Vocabulary, text: str) -> bool:
    known = vocabulary.formats.by_alias(text)
    return known is not None and known.archive


def _read_media_types(vocabulary: Vocabulary, said: Said) -> tuple[Reading, tuple[Note, ...]]:
    notes: list[Note] = []
    for value in said.media_types:
        if known := vocabulary.media_types.canonical(value):
            return Reading(known, "exact", "media_type", value), tuple(notes)
        if value.strip():
            notes.append(note("media_type.unrecognised", value))
    if notes:
        return Reading(None, "unknown", "unread", said.media_types[0]), tuple(notes)
    for value in said.formats:
        known = vocabulary.media_types.canonical(value) if "/" in value else None
        if known:
            return Reading(known, "exact", "format.media_type", value), ()
    return MISSING, ()


def _decide(
    vocabulary: Vocabulary, said: Said, found: list[_Found], unread: list[str]
) -> tuple[Reading, tuple[Note, ...]]:
    notes = tuple(note("format.unrecognised", value) for value in unread)
    by_type = _by_media_type(vocabulary, said)
    if found:
        found += _specialised(vocabulary, found, by_type)
        return _unpack(vocabulary, _settle(vocabulary, found, found[0].raw), said), notes
    suggested = _by_address(vocabulary, said.address) if _are_bytes(by_type) else None
    if by_type and suggested is None:
        return _unpack(vocabulary, _settle(vocabulary, by_type, by_type[0].raw), said), notes
    suggested = suggested or _by_address(vocabulary, said.address)
    suggested = suggested or _by_packaging(vocabulary, said)
    if suggested:
        return suggested, notes
    if unread:
        return Reading(None, "unknown", "unread", unread[0]), notes
    return MISSING, (*notes, note("format.missing"))


def _settle(vocabulary: Vocabulary, found: list[_Found], raw: str) -> Reading:
    """One format, several that differ (ambiguous), or the contents of an archive."""
    contents = [entry for entry in found if not entry.format.archive]
    packed = len(contents) < len(found)
    kept = _most_special(vocabulary, contents or found)
    keys = sorted({entry.format.key for entry in kept})
    if len(keys) > 1:
        return Reading(None, "ambiguous", "format.several", raw, tuple(keys))
    rule = kept[0].rule + (ARCHIVE if packed and contents else "")
    return Reading(keys[0], "exact", rule, kept[0].raw)


def _most_special(vocabulary: Vocabulary, found: list[_Found]) -> list[_Found]:
    """Without the formats that only name the notation of another one: JSON beside GeoJSON."""
    keys = {entry.format.key for entry in found}
    special = [
        entry
        for entry in found
        if entry.format.key not in _GENERAL
        or not any(vocabulary.formats.may_be(key, entry.format.key) for key in keys)
    ]
    return special or found


def _by_media_type(vocabulary: Vocabulary, said: Said) -> list[_Found]:
    found: list[_Found] = []
    for value in said.media_types:
        hit = vocabulary.formats.by_media_type(value)
        if hit:
            packed = not hit.archive and _PACKED.fullmatch(value.strip().lower())
            found.append(_Found(hit, "media_type" + (ARCHIVE if packed else ""), value))
        elif "/" not in value and (named := vocabulary.formats.by_alias(value)):
            found.append(_Found(named, "media_type.name", value))
    return found


def _specialised(
    vocabulary: Vocabulary, found: list[_Found], by_type: list[_Found]
) -> list[_Found]:
    """Media types that say more of the same file than the format does: JSON, ``geo+json``."""
    keys = {entry.format.key for entry in found}
    if len(keys) > 1 or not keys <= _GENERAL:
        return []
    may_be = vocabulary.formats.may_be
    return [entry for entry in by_type if all(may_be(entry.format.key, key) for key in keys)]


def _are_bytes(found: list[_Found]) -> bool:
    """Whether media types only say that something is sent: the address may know more."""
    return all(entry.format.key in _BYTES for entry in found)


def _unpack(vocabulary: Vocabulary, reading: Reading, said: Said) -> Reading:
    """A ZIP whose file name tells what is inside has that as its format, as likely."""
    known = vocabulary.formats.get(reading.value) if reading.value else None
    if known is None or not known.archive or not said.address.inner:
        return reading
    inside = vocabulary.formats.by_extension(f"file.{said.address.inner}")
    if inside is None or inside.archive:
        return reading
    return Reading(inside.key, "likely", "url.extension" + ARCHIVE, reading.raw)


def _by_address(vocabulary: Vocabulary, address: Address) -> Reading | None:
    formats = vocabulary.formats
    for value, rule in ((address.output, "url.output"), (address.service, "url.service")):
        hit = (formats.by_media_type(value) or formats.by_alias(value)) if value else None
        if hit:
            return Reading(hit.key, "likely", rule, value)
    hit = formats.by_extension(f"file.{address.extension}") if address.extension else None
    if hit is None:
        return None
    plain = Reading(hit.key, "likely", "url.extension", address.extension)
    inside = (
        formats.by_extension(f"file.{address.inner}") if hit.archive and address.inner else None
    )
    if inside is None or inside.archive:
        return plain
    return Reading(inside.key, "likely", "url.extension" + ARCHIVE, address.inner)


def _by_packaging(vocabulary: Vocabulary, said: Said) -> Reading | None:
    for value in said.packaging:
        hit = vocabulary.formats.by_media_type(value) or vocabulary.formats.by_alias(value)
        if hit:
            return Reading(hit.key, "exact", "packaging", value)
    return None


def _contradictions(
    vocabulary: Vocabulary, format_: Format, raw: str, said: Said
) -> tuple[Note, ...]:
    types = [
        note("format.contradiction", raw, value, "dcat:mediaType")
        for value in said.media_types
        if not _agrees(vocabulary, format_, value)
    ]
    extension = said.address.download_extension
    named = vocabulary.formats.by_extension(f"file.{extension}") if extension else None
    if named is None or named.archive or format_.archive or format_.service:
        return tuple(types)
    if _same(vocabulary, format_, named):
        return tuple(types)
    return (*types, note("format.contradiction", raw, f".{extension}", "dcat:downloadURL"))


def _agrees(vocabulary: Vocabulary, format_: Format, text: str) -> bool:
    name = vocabulary.media_types.canonical(text)
    if name is None or name in format_.media_types or format_.archive or format_.service:
        return True
    if _GENERIC.fullmatch(name) or _PACKED.fullmatch(name):
        return True
    meant = vocabulary.formats.by_media_type(text)
    return meant is None or meant.archive or _same(vocabulary, format_, meant)


def _same(vocabulary: Vocabulary, one: Format, two: Format) -> bool:
    formats = vocabulary.formats
    return (
        one.key == two.key
        or bool(set(one.media_types) & set(two.media_types))
        or formats.may_be(one.key, two.key)
        or formats.may_be(two.key, one.key)
    )
