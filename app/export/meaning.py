# SPDX-License-Identifier: EUPL-1.2
"""From vocabulary keys to the IRIs of DCAT-AP.de 3.0, and from a said IRI to the one it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from app.export.terms import DCAT, DCATAP, DCT, GEOCODING
from app.vocabulary import Vocabulary

MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
# Key lengths of the official register: Land, Kreis, Gemeinde, Gemeindeverband.
KEY_LISTS = {2: "stateKey", 5: "districtKey", 8: "municipalityKey", 9: "municipalAssociationKey"}

Find = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Look-ups of one vocabulary, remembered.

    uri: predicate (full IRI) -> function key -> IRI or None. same: predicate and a said IRI -> the
    IRI we would write for it, None if it is not in our vocabulary.
    """

    uri: Mapping[str, Find]
    same: Callable[[str, str], str | None]


def key_uri(key: str) -> str | None:
    """The dcat-ap.de IRI of an official key of 2, 5, 8 or 9 digits."""
    name = KEY_LISTS.get(len(key))
    return f"{GEOCODING}{name}/{key}" if name and key.isdigit() else None


@cache
def make_meaning(vocabulary: Vocabulary) -> Meaning:
    """The look-ups for a vocabulary; built once a process and vocabulary."""
    parts = {
        DCT + "format": vocabulary.formats,
        DCT + "accessRights": vocabulary.access_rights,
        DCT + "accrualPeriodicity": vocabulary.frequencies,
        DCAT + "theme": vocabulary.themes,
        DCATAP + "availability": vocabulary.availability,
        DCATAP + "hvdCategory": vocabulary.hvd_categories,
        DCT + "references": vocabulary.musterdaten,
    }
    finds: dict[str, Find] = {name: _remember(_concept_uri(part)) for name, part in parts.items()}
    finds[DCT + "license"] = _remember(lambda key: _licence_uri(vocabulary, key))
    finds[DCAT + "mediaType"] = _remember(lambda key: _media_type_uri(vocabulary, key))
    finds[DCT + "spatial"] = _remember(key_uri)
    known: dict[str, Any] = {**parts, DCT + "license": vocabulary.licences}

    @lru_cache(maxsize=4096)
    def same(predicate: str, said: str) -> str | None:
        if predicate == DCAT + "mediaType":
            key = vocabulary.media_types.canonical(said)
        else:
            concept = known[predicate].by_uri(said) if predicate in known else None
            key = _key(concept)
        return finds[predicate](key) if key else None

    return Meaning(finds, same)


def _remember(find: Find) -> Find:
    return lru_cache(maxsize=4096)(find)


def _concept_uri(part: Any) -> Find:
    def find(key: str) -> str | None:
        concept = part.get(key)
        return concept.uri or None if concept else None

    return find


def _key(concept: Any) -> str | None:
    """The key of a concept, whatever its vocabulary calls it."""
    for name in ("key", "id", "slug"):
        if value := getattr(concept, name, None):
            return str(value)
    return None


def _licence_uri(vocabulary: Vocabulary, key: str) -> str | None:
    """The licence's IRI in the dcat-ap.de list; other lists are not DCAT-AP.de 3.0 vocabulary.

    Classes (several licences may be meant) have no IRI that says one thing.
    """
    licence = vocabulary.licences.get(key)
    return licence.uri_dcat_ap_de or None if licence and licence.kind == "licence" else None


def _media_type_uri(vocabulary: Vocabulary, key: str) -> str | None:
    """Only registered types have an IANA IRI."""
    known = vocabulary.media_types.is_registered(key)
    return MEDIA_TYPES + (vocabulary.media_types.canonical(key) or key) if known else None
