# SPDX-License-Identifier: EUPL-1.2
"""Official keys in dcatde:politicalGeocodingURI and dct:spatial.

They say what the data are about, not who publishes: weak evidence only. Specification:
DCAT-AP.de 3.0, controlled vocabularies politicalGeocoding (municipalityKey, regionalKey, …).
"""

import re

from app.vocabulary import Kommune, Register

_KEY = re.compile(
    r"(?:/politicalGeocoding/(?:municipalityKey|regionalKey|municipalAssociationKey|districtKey"
    r"|governmentDistrictKey|stateKey)/|^)(\d{2,12})/?$",
    re.IGNORECASE,
)


def places(register: Register, values: tuple[str, ...]) -> tuple[Kommune, ...]:
    """The Kommunen that URIs or bare keys name, without doubles; no Länder, no unknown keys."""
    return tuple(kommune for kommune in _named(register, values) if kommune.level != "land")


def lands_of(register: Register, values: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the Länder that the values name or lie in, without doubles."""
    return tuple(dict.fromkeys(kommune.land for kommune in _named(register, values)))


def _named(register: Register, values: tuple[str, ...]) -> tuple[Kommune, ...]:
    found: dict[str, Kommune] = {}
    for value in values:
        key = _KEY.search(value.strip())
        kommune = register.get(key[1]) if key else None
        if kommune:
            found.setdefault(kommune.key, kommune)
    return tuple(found.values())
