# SPDX-License-Identifier: EUPL-1.2
"""Spells out the names a licence of a family goes by: every one says elements and version in full.

Only licences with a version get names here. A name without version is a class; those are listed.
"""

from collections.abc import Iterator
from itertools import product

_CC_WORDS = {
    "de": {
        "by": ("Namensnennung",),
        "nc": ("Nicht kommerziell", "Nichtkommerziell", "Keine kommerzielle Nutzung"),
        "sa": ("Weitergabe unter gleichen Bedingungen", "Share Alike", "ShareAlike"),
        "nd": ("Keine Bearbeitungen", "Keine Bearbeitung"),
    },
    "en": {
        "by": ("Attribution",),
        "nc": ("NonCommercial", "Non Commercial"),
        "sa": ("ShareAlike", "Share Alike"),
        "nd": ("NoDerivatives", "No Derivatives", "NoDerivs"),
    },
}
# What stands behind the version: 4.0 was not ported to countries, 3.0 says which one.
_PORTS = {
    "4.0": ("", "International"),
    "3.0": ("Unported",),
    "3.0-DE": ("DE", "Deutschland", "Germany"),
    "3.0-AT": ("AT", "\u00d6sterreich", "Austria"),
    "2.0": ("", "Generic"),
}
_DL_GERMAN = {
    "by": ("Namensnennung", "BY"),
    "zero": ("Zero",),
    "by-nc": ("Namensnennung nicht kommerziell", "Namensnennung nichtkommerziell"),
}
_DL_ENGLISH = {"by": ("attribution",), "zero": ("Zero",), "by-nc": ("attribution non-commercial",)}
_DL = (
    ("Datenlizenz Deutschland", _DL_GERMAN),
    ("DL-DE", _DL_GERMAN),
    ("Data licence Germany", _DL_ENGLISH),
    ("Data license Germany", _DL_ENGLISH),
)


def names_of(id: str, version: str) -> tuple[str, ...]:
    """Names of a licence by id (``cc-by-nc-4.0``, ``dl-zero-de-2.0``); () for other families."""
    family, _, rest = id.partition("-")
    number = version.partition("-")[0]
    elements, _, port = rest.partition(f"-{number}")
    ports = _PORTS.get(number + port.upper(), ())
    if family == "cc" and elements.startswith("by"):
        return tuple(dict.fromkeys(_creative_commons(elements.split("-"), number, ports)))
    if family == "dl":
        return tuple(_datenlizenz(elements.removesuffix("-de"), number))
    return ()


def _creative_commons(elements: list[str], number: str, ports: tuple[str, ...]) -> Iterator[str]:
    short = "-".join(elements).upper()
    long = [
        " ".join(words)
        for lang in _CC_WORDS.values()
        for words in product(*(lang[element] for element in elements))
    ]
    for port in ports:
        end = f"{number} {port}".strip()
        for start in ("CC", "Creative Commons"):
            yield f"{start} {short} {end}"
        for name in long:
            # "Namensnennung 2.0" alone may as well be of the Datenlizenz Deutschland.
            if (short, end) != ("BY", "2.0"):
                yield f"{name} {end}"
            yield f"Creative Commons {name} {end}"
            yield f"Creative Commons {name} {end} (CC {short} {number})"


def _datenlizenz(elements: str, number: str) -> Iterator[str]:
    dashed = number.replace(".", "-")
    codes = (f"dl-de/{elements}-{dashed}", f"dl-{elements}-de/{number}")
    yield from codes
    for start, words in _DL:
        for word, between in product(words[elements], ("", "Version ", "V")):
            name = f"{start} {word} {between}{number}"
            yield name
            yield from (f"{name} ({code})" for code in codes)
