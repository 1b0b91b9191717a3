# SPDX-License-Identifier: EUPL-1.2
"""File formats and kinds of service: what one can do with them, and how portals write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines, split
from app.vocabulary.folding import fold, fold_code, fold_uri, is_uri
from app.vocabulary.format_texts import shorter, split_bracket, split_parts
from app.vocabulary.media_types import media_type_of

FormatLevel = Literal["file", "service", "view"]
FLAGS = ("machine_readable", "open", "geographic", "service", "view_only", "archive")
COLUMNS = (
    *("key", "uri", "name_de", "name_en", "media_types", "extensions", "aliases"),
    *(*FLAGS, "level"),
)
UNSAID = ("text", "why")
NOTATIONS_FILE = "formats_notations.csv"
NOTATIONS = ("format", "written_in")
_AUTHORITY = re.compile(r"/file-?types?/([\w.-]+)$", re.IGNORECASE)
_ENDING = re.compile(r"[.]([A-Za-z0-9]{1,10})$")
_PARAMETER = re.compile(r";\s*(?:subtype|application|profile)=\"?([\w+-]+)", re.IGNORECASE)


_LINKED = frozenset(
    (
        *("RDF", "RDF_XML", "RDF_TURTLE", "RDF_N_TRIPLES", "RDF_N_QUADS", "RDF_TRIG", "RDF_TRIX"),
        *("RDFA", "N3", "JSON_LD", "SKOS_XML", "OWL", "HDT", "SPARQLQ"),
    )
)


@dataclass(frozen=True, slots=True)
class Format:
    """One format. key: EU file-type code, or our own for what that list lacks (then uri is empty).

    machine_readable: values can be processed without interpretation. open: specified in the open
    and free to implement. view_only: shows data, gives none. archive: a wrapping that tells nothing
    of what is inside. level: file, service (gives data) or view. The first media type is the usual.
    """

    key: str
    uri: str
    name_de: str
    name_en: str
    media_types: tuple[str, ...]
    extensions: tuple[str, ...]
    aliases: tuple[str, ...]
    machine_readable: bool
    open: bool
    geographic: bool
    service: bool
    view_only: bool
    archive: bool
    level: FormatLevel

    @property
    def stars(self) -> int:
        """How many of the five stars for open data a format can reach (5stardata.info), the licence
        aside: 1 for views, 2 where a machine reads it, 3 where it is open, 4 for RDF. The fifth is
        for links to other data, which no format shows."""
        if not self.machine_readable:
            return 1
        if not self.open:
            return 2
        return 4 if self.key in _LINKED else 3

    def name(self, lang: str) -> str:
        """The name in German (``de``), else in English."""
        return self.name_de if lang == "de" else self.name_en


@dataclass(frozen=True, slots=True)
class Formats:
    """All formats. What is not read is None."""

    entries: dict[str, Format]
    uris: Mapping[str, Format] = field(repr=False)
    aliases: Mapping[str, Format] = field(repr=False)
    media_types: Mapping[str, Format] = field(repr=False)
    extensions: Mapping[str, Format] = field(repr=False)
    unsaid: frozenset[str] = field(repr=False, default=frozenset())
    notations: Mapping[str, frozenset[str]] = field(repr=False, default_factory=dict)

    def may_be(self, key: str, other: str) -> bool:
        """Whether data in format ``key`` may be called ``other`` too: XPlanGML is GML is XML."""
        return other in self.notations.get(key, ())

    def is_unsaid(self, text: str) -> bool:
        """Whether the text stands where a format should and names none: "keine Angabe"."""
        return fold(text) in self.unsaid

    def get(self, key: str) -> Format | None:
        """The format with this key."""
        return self.entries.get(key)

    def by_uri(self, uri: str) -> Format | None:
        """The format a URI names: EU authority in any spelling, also with codes that list lacks."""
        found = self.uris.get(fold_uri(uri))
        if found is not None:
            return found
        code = _AUTHORITY.search(fold_uri(uri))
        return self.aliases.get(fold_code(code[1])) if code else self.by_media_type(uri)

    def by_alias(self, text: str) -> Format | None:
        """The format a text means: code, name, extension, media type; ``Shape (ZIP)`` is Shape.

        Versions (``WFS 2.0.0``), words for file or service and remarks in brackets are passed
        over. Texts that name two formats give None, and so do texts with a part that is not known.
        """
        if is_uri(text):
            return self.by_uri(text)
        return self._word(text) or self._bracket(text) or self._parts(text)

    def by_media_type(self, text: str) -> Format | None:
        """The format of a media type; suffixes count where the type is unknown (RFC 6838 4.2.8).

        A parameter may name a special format: ``text/xml; subtype=gml/3.1.1``.
        """
        bare = media_type_of(text)
        if bare is None:
            return None
        found = self.media_types.get(bare)
        if found is not None:
            return self._special(text, found) if ";" in text else found
        if "+" not in bare:
            return None
        stem, _, suffix = bare.rpartition("+")
        packed = self.media_types.get(stem) if suffix in ("zip", "gzip") else None
        return packed or self.aliases.get(suffix)

    def _special(self, text: str, found: Format) -> Format:
        said = _PARAMETER.search(text)
        named = self.aliases.get(fold_code(said[1])) if said else None
        return named if named and self.may_be(named.key, found.key) else found

    def by_extension(self, path: str) -> Format | None:
        """The format of a file name or URL; ``x.csv.zip`` is CSV, a bare ``x.zip`` is ZIP."""
        name = _file_name(path)
        double = self.extensions.get(".".join(name.lower().rsplit(".", 2)[-2:]))
        if double is not None and "." in name:
            return double
        outer = self._ending(name)
        if outer is None or not outer.archive:
            return outer
        return self._ending(_ENDING.sub("", name)) or outer

    def __iter__(self) -> Iterator[Format]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def _ending(self, name: str) -> Format | None:
        ending = _ENDING.search(name)
        return self.extensions.get(ending[1].lower()) if ending else None

    def _word(self, text: str) -> Format | None:
        found = self.aliases.get(fold_code(text)) or self.by_media_type(text)
        if found is not None:
            return found
        words = (self.aliases.get(fold_code(form)) for form in shorter(text))
        return next((word for word in words if word), None)

    def _bracket(self, text: str) -> Format | None:
        """The format outside the bracket; what stands inside may pack or explain it, not differ."""
        pair = split_bracket(text)
        outer = self._word(pair[0]) if pair else None
        if pair is None or outer is None:
            return None
        inner = self._word(pair[1]) or self._parts(pair[1])
        if inner is None or inner.archive or inner is outer:
            several = [part for part in split_parts(pair[1]) if self._word(part)]
            return None if inner is None and several else outer
        return inner if outer.archive else None

    def _parts(self, text: str) -> Format | None:
        parts = split_parts(text)
        known = [self._word(part) for part in parts]
        if len(parts) < 2 or None in known:
            return None
        found = {format.key: format for format in known if format}
        inside = [format for format in found.values() if not format.archive] or [*found.values()]
        return inside[0] if len(inside) == 1 else None


def _file_name(path: str) -> str:
    """The last part of the path; of a URL neither host nor query, and only when it has a path."""
    if not is_uri(path):
        return path
    try:
        return urlsplit(path.strip()).path.rpartition("/")[2]
    except ValueError:
        return ""


def read_formats(shelf: Shelf) -> Formats:
    """The formats of ``formats.csv``."""
    entries = {row[0]: _format(row) for row in read_lines(shelf, "formats.csv", COLUMNS)}
    uris: dict[str, Format] = {}
    aliases: dict[str, Format] = {}
    media_types: dict[str, Format] = {}
    extensions: dict[str, Format] = {}
    for entry in entries.values():
        if entry.uri:
            uris[fold_uri(entry.uri)] = entry
        for word in words(entry):
            aliases.setdefault(fold_code(word), entry)
        for media_type in entry.media_types:
            media_types.setdefault(media_type.lower(), entry)
        for extension in entry.extensions:
            extensions.setdefault(extension, entry)
    for extension, entry in extensions.items():
        aliases.setdefault(fold_code(extension), entry)
    unsaid = frozenset(fold(text) for text, _ in read_lines(shelf, "formats_unsaid.csv", UNSAID))
    return Formats(entries, uris, aliases, media_types, extensions, unsaid, _notations(shelf))


def _notations(shelf: Shelf) -> dict[str, frozenset[str]]:
    """Format -> what it is written in, and what that is written in, to the end."""
    rows = {key: split(cell) for key, cell in read_lines(shelf, NOTATIONS_FILE, NOTATIONS)}
    return {key: frozenset(_closure(rows, key)) for key in rows}


def _closure(rows: Mapping[str, tuple[str, ...]], key: str) -> Iterator[str]:
    seen, waiting = {key}, [*rows.get(key, ())]
    while waiting:
        other = waiting.pop()
        if other not in seen:
            seen.add(other)
            waiting.extend(rows.get(other, ()))
            yield other


def words(entry: Format) -> tuple[str, ...]:
    """Everything that names the format in text: key, names, aliases."""
    return tuple(dict.fromkeys((entry.key, entry.name_de, entry.name_en, *entry.aliases)))


def _format(row: list[str]) -> Format:
    key, uri, name_de, name_en, media_types, extensions, aliases, *flags, level = row
    lists = (split(media_types), split(extensions), split(aliases))
    return Format(key, uri, name_de, name_en, *lists, *_flags(flags), _level(level))


_LEVELS: dict[str, FormatLevel] = {"file": "file", "service": "service", "view": "view"}


def _level(cell: str) -> FormatLevel:
    found = _LEVELS.get(cell)
    if found is None:
        raise VocabularyError("vocabulary.value_wrong", file="formats.csv", value=cell)
    return found


def _flags(cells: list[str]) -> tuple[bool, bool, bool, bool, bool, bool]:
    first, second, third, fourth, fifth, sixth = (cell == "yes" for cell in cells)
    return first, second, third, fourth, fifth, sixth
