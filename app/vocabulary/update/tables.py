# SPDX-License-Identifier: EUPL-1.2
"""Tables as text: writing CSV and TOML the same way on every machine, and telling what changed."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import SEPARATOR, Shelf, read_lines, read_text

Rows = list[list[str]]
HEADER = "# SPDX-License-Identifier: EUPL-1.2\n"


@dataclass(frozen=True, slots=True)
class Changed:
    """What an update did to one file, as keys of its rows (first column) or the file's name."""

    file: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def to_csv(columns: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    """The table as CSV: comma, LF, header, NFC."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return unicodedata.normalize("NFC", stream.getvalue())


def to_toml(table: Mapping[str, object]) -> str:
    """A TOML file of strings, booleans, lists of strings and, after them, one level of tables."""
    plain = [line(key, value) for key, value in table.items() if not isinstance(value, Mapping)]
    parts = ["\n".join(plain)]
    for name, inner in table.items():
        if isinstance(inner, Mapping):
            lines = [line(key, value) for key, value in inner.items()]
            parts.append("\n".join([f"[{name}]", *lines]))
    return unicodedata.normalize("NFC", HEADER + "\n\n".join(parts) + "\n")


def line(key: str, value: object) -> str:
    """One ``key = value``; lists of more than one value over several lines."""
    if isinstance(value, list | tuple) and len(value) > 1:
        items = "".join(f"  {quote(str(item))},\n" for item in value)
        return f"{key} = [\n{items}]"
    if isinstance(value, list | tuple):
        return f"{key} = [{', '.join(quote(str(item)) for item in value)}]"
    return f"{key} = {str(value).lower() if isinstance(value, bool) else quote(str(value))}"


def quote(text: str) -> str:
    """A basic string of TOML; JSON escapes the same way."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def cell(values: Iterable[str]) -> str:
    """Several values in one cell, doubles dropped. VocabularyError when one holds the separator."""
    kept = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    broken = next((value for value in kept if SEPARATOR in value), None)
    if broken is not None:
        raise VocabularyError("vocabulary.separator_in_value", file="", value=broken)
    return SEPARATOR.join(kept)


def existing(shelf: Shelf, name: str, columns: tuple[str, ...]) -> Rows:
    """The rows a table has now; none if there is no such file yet."""
    if not shelf.place(name).is_file():
        return []
    return list(read_lines(shelf, name, columns))


def compare(shelf: Shelf, name: str, text: str) -> Changed | None:
    """What writing this text changes; None if nothing."""
    before = read_text(shelf, name) if shelf.place(name).is_file() else ""
    if before == text:
        return None
    if not name.endswith(".csv"):
        return Changed(name, changed=(name,)) if before else Changed(name, added=(name,))
    old, new = _by_key(before), _by_key(text)
    return Changed(
        name,
        added=tuple(key for key in new if key not in old),
        changed=tuple(key for key in new if key in old and new[key] != old[key]),
        removed=tuple(key for key in old if key not in new),
    )


def _by_key(text: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for row in list(csv.reader(io.StringIO(text, newline="")))[1:]:
        found.setdefault(row[0] if row else "", []).append(row)
    return found
