# SPDX-License-Identifier: EUPL-1.2
"""Standards of the files that are measured with: implied by formats, a few said by the portal."""

import random
from functools import cache

from app.model import StandardUse
from app.normalise import standard
from app.vocabulary import load

SAID = 0.03  # of all files have a conformsTo of a data standard
DECLARED = ("xplanung", "inspire-ad", "gtfs", "geojson", "wms", "vboris", None)


def uses(format: str, chance: random.Random) -> tuple[StandardUse, ...]:
    """The standards of one file, as the normaliser gives them."""
    if chance.random() >= SAID:
        return _implied(format)
    key = chance.choice(DECLARED)
    declared = StandardUse(key, key or "Hausnorm 7", "declared")
    return standard.uses(load(), (declared,), format)


@cache
def _implied(format: str) -> tuple[StandardUse, ...]:
    return standard.uses(load(), (), format)
