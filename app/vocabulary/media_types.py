# SPDX-License-Identifier: EUPL-1.2
"""Media types: the IANA list, and unregistered ones that portals use with what they mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.vocabulary.files import Shelf, read_lines
from app.vocabulary.folding import fold_uri

COLUMNS = ("media_type", "registered", "format")
_IANA = "iana.org/assignments/media-types/"
_SHAPE = re.compile(r"^[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+$")


def media_type_of(text: str) -> str | None:
    """The bare type in lower case from a text or an IANA URI; None if it is not shaped like one.

    Parameters (``; charset=utf-8``) are dropped. RFC 6838, section 4.2.
    """
    uri = fold_uri(text)
    bare = uri[len(_IANA) :] if uri.lower().startswith(_IANA) else text
    bare = bare.partition(";")[0].strip().lower()
    return bare if _SHAPE.match(bare) else None


@dataclass(frozen=True, slots=True)
class MediaTypes:
    """types: lower-case media type → its usual spelling. formats: → key of the format it means."""

    types: Mapping[str, str] = field(repr=False)
    formats: Mapping[str, str] = field(repr=False)
    registered: frozenset[str] = field(repr=False)

    def canonical(self, text: str) -> str | None:
        """The known media type as usually spelt; IANA URIs, parameters and any case are read."""
        bare = media_type_of(text)
        return self.types.get(bare) if bare else None

    def format(self, text: str) -> str | None:
        """Key of the format this media type means, if it means one."""
        bare = media_type_of(text)
        return self.formats.get(bare) if bare else None

    def is_registered(self, text: str) -> bool:
        """Whether the type is on the IANA list, and so may be written as an IANA URI."""
        return media_type_of(text) in self.registered


def read_media_types(shelf: Shelf) -> MediaTypes:
    """The types of ``media_types.csv``."""
    rows = list(read_lines(shelf, "media_types.csv", COLUMNS))
    return MediaTypes(
        types={name.lower(): name for name, _, _ in rows},
        formats={name.lower(): key for name, _, key in rows if key},
        registered=frozenset(name.lower() for name, registered, _ in rows if registered == "yes"),
    )
