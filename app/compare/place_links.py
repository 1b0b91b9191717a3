# SPDX-License-Identifier: EUPL-1.2
"""Kommunen, portals and Musterdatensätze as links to their pages."""

from app.compare.answer import Link
from app.vocabulary import Kommune, Vocabulary


def place_name(vocabulary: Vocabulary, place: Kommune) -> str:
    """The official name; Kreise and Verbände with their kind in front, as names repeat."""
    kind = vocabulary.register.kinds.get(place.kind)
    bare = place.level in {"gemeinde", "land"} or kind is None
    if bare or kind is None or kind.name_de.casefold() in place.name.casefold():
        return place.name
    return f"{kind.name_de} {place.name}"


def place_link(vocabulary: Vocabulary, key: str) -> Link:
    """The link to a Kommune; its key where the register does not know it."""
    place = vocabulary.register.get(key)
    if place is None:
        return Link(key, key)
    return Link(place.key, place_name(vocabulary, place), f"/kommune/{place.key}")


def land_name(vocabulary: Vocabulary, key: str) -> str:
    """The Land a key lies in."""
    land = vocabulary.register.land_of(key)
    return land.short_name if land else ""


def musterdatensatz_path(slug: str) -> str:
    """The page of a Musterdatensatz."""
    return f"/musterdatensatz/{slug}"


def portal_link(key: str, title: str | None) -> Link:
    """The link to a portal's page; its id where it has no title."""
    return Link(key, title or key, f"/portal/{key}")
