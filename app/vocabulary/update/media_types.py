# SPDX-License-Identifier: EUPL-1.2
"""Renews media_types.csv from the IANA list; what each means comes from formats.csv."""

import re
from pathlib import Path

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, split
from app.vocabulary.formats import COLUMNS as FORMAT_COLUMNS
from app.vocabulary.media_types import COLUMNS, media_type_of
from app.vocabulary.update.sources import Sources
from app.vocabulary.update.tables import Rows, existing, to_csv

# The registry's XML names each registered type once as the path of its template.
_TEMPLATE = re.compile(r'<file type="template">([^<]+)</file>')


def build_media_types(sources: Sources, shelf: Shelf) -> dict[str, str]:
    """The table, when there is an IANA list: registered types, then those only in use."""
    if sources.media_types is None:
        return {}
    registered = _registered(sources.media_types)
    meanings = _meanings(existing(shelf, "formats.csv", FORMAT_COLUMNS))
    before = existing(shelf, "media_types.csv", COLUMNS)
    names = {name.lower(): name for name in registered}
    others = {name.lower(): name for name, _, _ in before if name.lower() not in names}
    others |= {low: name for low, (name, _) in meanings.items() if low not in names}
    rows = [[name, "yes", meanings.get(low, ("", ""))[1]] for low, name in sorted(names.items())]
    rows += [[name, "no", meanings.get(low, ("", ""))[1]] for low, name in sorted(others.items())]
    return {"media_types.csv": to_csv(COLUMNS, rows)}


def _registered(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    names = _TEMPLATE.findall(text) or [line.strip() for line in text.splitlines()[1:]]
    found = [name for name in names if media_type_of(name)]
    if not found:
        raise VocabularyError("vocabulary.source_empty", file=path.name)
    return found


def _meanings(formats: Rows) -> dict[str, tuple[str, str]]:
    """Lower-case media type → its spelling and the first format that lists it."""
    found: dict[str, tuple[str, str]] = {}
    for row in formats:
        for name in split(row[4]):
            found.setdefault(name.lower(), (name, row[0]))
    return found
