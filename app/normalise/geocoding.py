# SPDX-License-Identifier: EUPL-1.2
"""Official keys in dcatde:politicalGeocodingURI and dct:spatial.

They say what the data are about, not who publishes: weak evidence only. Specification:
DCAT-AP.de 3.0, controlled vocabularies politicalGeocoding (municipalityKey, regionalKey, …).
"""

import re

from app.vocabulary import Kommune, Register

_KEY = re.compile(
    r"/politicalGeocoding/(?:municipalityKey|regionalKey|municipalAssociationKey|districtKey)/(\d{5,12})/?$",
    re.IGNORECASE,
)


def places(register: Register, values: tuple[str, ...]) -> tuple[Kommune, ...]:
    """The Kommunen the values name, without doubles; Länder and unknown keys are left out."""
    found: dict[str, Kommune] = {}
    for value in values:
        key = _KEY.search(value.strip())
        kommune = register.get(key[1]) if key else None
        if kommune and kommune.level != "land":
            found.setdefault(kommune.key, kommune)
    return tuple(found.values())
