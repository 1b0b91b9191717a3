# SPDX-License-Identifier: EUPL-1.2
"""Names and addresses of places in what an interface says about space; geometries are left out."""

import re

from harvesters.base.ckan_fields import Fields, values

_GEOMETRY = re.compile(
    r"\s*(?:SRID=|ENVELOPE|(?:MULTI)?(?:POINT|POLYGON|LINESTRING)|GEOMETRYCOLLECTION|\{|<)", re.I
)
_NUMBERS = re.compile(r"[-+\d.,;\s\[\]()NSEW°]+")


def place_names(fields: Fields, *names: str) -> tuple[str, ...]:
    """Texts of the fields named (folded) that are no coordinates, which stay in the statements."""
    said = values(fields, *names)
    return tuple(text for text in said if not _GEOMETRY.match(text) and not _is_numeric(text))


def _is_numeric(text: str) -> bool:
    """Whether a text is coordinates; an official key of a place is a single number."""
    return bool(_NUMBERS.fullmatch(text)) and len(re.findall(r"\d+(?:\.\d+)?", text)) > 1
