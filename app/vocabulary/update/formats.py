# SPDX-License-Identifier: EUPL-1.2
"""Adds codes of the EU file-type list to formats.csv; what they mean is set by people."""

import re

from app.vocabulary.files import Shelf
from app.vocabulary.formats import COLUMNS, FLAGS
from app.vocabulary.update.concepts import concepts_of
from app.vocabulary.update.sources import SCHEMES, Sources
from app.vocabulary.update.tables import existing, to_csv

_CODE = re.compile(r"^[A-Z0-9][A-Z0-9_]*$")


def build_formats(sources: Sources, shelf: Shelf) -> dict[str, str]:
    """The table with the codes it lacks: named by their label, with nothing claimed about them."""
    rows = {row[0]: row for row in existing(shelf, "formats.csv", COLUMNS)}
    labels = {c.code: c.name_en for c in concepts_of(sources, "file_types").values()}
    if sources.file_type_codes is not None:
        lines = sources.file_type_codes.read_text(encoding="utf-8-sig").split()
        labels |= {code: labels.get(code, "") for code in lines if not code.isdigit()}
    new = {code: label for code, label in labels.items() if code not in rows and _CODE.match(code)}
    if not new:
        return {}
    for code, label in new.items():
        uri = f"{SCHEMES['file_types']}/{code}"
        rows[code] = [code, uri, label or code, label or code, "", "", "", *["no" for _ in FLAGS]]
        rows[code].append("file")
    return {"formats.csv": to_csv(COLUMNS, sorted(rows.values()))}
