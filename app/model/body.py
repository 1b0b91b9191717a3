# SPDX-License-Identifier: EUPL-1.2
"""Who publishes: a public body and the Kommune, Kreis, Verband or Land it belongs to."""

from dataclasses import dataclass, field
from typing import Literal

from app.model.reading import Reading

Level = Literal["gemeinde", "verband", "kreis", "land"]
BodyKind = Literal[
    "kern",
    "eigenbetrieb",
    "beteiligung",
    "zweckverband",
    "verein",
    "land",
    "bund",
    "person",
    "other",
]


@dataclass(frozen=True, slots=True)
class Body:
    """The publishing body of a dataset.

    name: as the portal gave it. key: Reading of the official key (AGS of 8 digits for a Gemeinde,
    9 for a Gemeindeverband, 5 for a Kreis, 2 for a Land). level follows from the key and is None
    without one. kind: what the body is (Kernverwaltung, Eigenbetrieb, ...).
    """

    name: str | None = None
    key: Reading = field(default_factory=Reading)
    level: Level | None = None
    kind: BodyKind = "other"
