# SPDX-License-Identifier: EUPL-1.2
"""Reads the files of vocab/; a file of the operator's overlay folder wins over the packaged one."""

import csv
import io
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from app.vocabulary.errors import VocabularyError

SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where files are read from. overlay: folder with the same names; None: packaged files only."""

    overlay: Path | None = None
    packaged: Traversable | None = None

    def place(self, name: str) -> Traversable:
        """The file of this name (``register/kreise.csv``), from the overlay if it has one."""
        if self.overlay is not None and (self.overlay / name).is_file():
            return self.overlay / name
        return self.root().joinpath(name)

    def root(self) -> Traversable:
        """The folder of the packaged files."""
        return self.packaged if self.packaged is not None else files("vocab")

    def names(self, folder: str, ending: str) -> tuple[str, ...]:
        """Names of the files in a folder with this ending, sorted, overlay and package together."""
        places = [self.root().joinpath(folder)]
        if self.overlay is not None:
            places.append(self.overlay / folder)
        return tuple(
            sorted(
                {
                    f"{folder}/{entry.name}".lstrip("/")
                    for place in places
                    if place.is_dir()
                    for entry in place.iterdir()
                    if entry.name.endswith(ending)
                }
            )
        )


def packaged_folder() -> Path:
    """The folder of the packaged files, for ``vocab check`` and a developer's ``vocab update``."""
    return Path(str(files("vocab")))


def read_text(shelf: Shelf, name: str) -> str:
    """The file's text in NFC. VocabularyError when it is not there or not UTF-8."""
    try:
        text = shelf.place(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VocabularyError("vocabulary.file_missing", file=name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError("vocabulary.file_unreadable", file=name) from error
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def read_lines(shelf: Shelf, name: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """The rows of a table as lists, in the order of columns, which must be its header.

    VocabularyError names the file and the line (header = 1) of a row that has another width.
    """
    reader = csv.reader(io.StringIO(read_text(shelf, name), newline=""))
    header = next(reader, [])
    if tuple(header) != columns:
        missing = next((column for column in columns if column not in header), ",".join(columns))
        raise VocabularyError("vocabulary.columns_wrong", file=name, value=missing)
    width = len(columns)
    for row in reader:
        if len(row) != width:
            raise VocabularyError("vocabulary.line_broken", file=name, value=reader.line_num)
        yield row


def read_toml(shelf: Shelf, name: str) -> dict[str, Any]:
    """The file's table. VocabularyError when it is not TOML."""
    try:
        return tomllib.loads(read_text(shelf, name))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError("vocabulary.toml_broken", file=name, value=str(error)) from error


Entry = TypeVar("Entry")


def refer(entries: Mapping[str, Entry], key: str, name: str) -> Entry:
    """The entry a file refers to. VocabularyError when there is none with this key."""
    found = entries.get(key)
    if found is None:
        raise VocabularyError("vocabulary.reference_missing", file=name, value=key)
    return found


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by ``|``."""
    return tuple(part.strip() for part in cell.split(SEPARATOR)) if cell else ()
