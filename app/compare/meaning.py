# SPDX-License-Identifier: EUPL-1.2
"""What keys of the cells mean: names and levels joined from the vocabularies in one language."""

from collections.abc import Callable

from app.compare.answer import Link
from app.compare.facets import Look, Meaning
from app.compare.place_links import musterdatensatz_path
from app.vocabulary import Vocabulary

DATA_LEVELS = ("file", "service")
UNKNOWN = "unknown"


def licence_look(vocabulary: Vocabulary, lang: str) -> Look:
    """Name and openness of a licence; openness of a class stays open where its members differ."""

    def look(value: str) -> Meaning:
        known = vocabulary.licences.get(value)
        if known is None or value == UNKNOWN:
            return _unread(value)
        return Meaning(known.name(lang), open=is_open(vocabulary, value))

    return look


def format_look(vocabulary: Vocabulary, lang: str) -> Look:
    """Name and level (file, service, view) of a format; nothing is said of one not known."""

    def look(value: str) -> Meaning:
        known = vocabulary.formats.get(value)
        if known is None:
            return _unread(value)
        level = known.level if known.level in DATA_LEVELS else None
        return Meaning(known.name(lang), level, known.level == "view")

    return look


def standard_look(vocabulary: Vocabulary, lang: str) -> Look:
    """Name and level of a standard; one that only shows data (all its formats do) is a view."""

    def look(value: str) -> Meaning:
        known = vocabulary.standards.get(value)
        if known is None:
            return _unread(value)
        formats = [vocabulary.formats.get(key) for key in known.formats]
        view = bool(formats) and all(item and item.level == "view" for item in formats)
        return Meaning(known.name, known.level if known.level != "metadata" else None, view)

    return look


def _unread(value: str) -> Meaning:
    """A value without entry: ``unknown`` is named at the edge, any other by its key."""
    return Meaning(None if value == UNKNOWN else value)


def is_open(vocabulary: Vocabulary, licence: str) -> bool | None:
    """Whether a licence is open; neither yes nor no where that is not settled."""
    known = vocabulary.licences.get(licence)
    return {"yes": True, "no": False}.get(known.open) if known else None


def topic_link(vocabulary: Vocabulary, lang: str) -> Callable[[str, str], tuple[Link, Link]]:
    """(kind, key) of a topic -> the topic and the Thema (for Länder: nothing) it belongs to."""

    def link(kind: str, key: str) -> tuple[Link, Link]:
        if kind == "musterdatensatz":
            return _musterdatensatz(vocabulary, lang, key)
        concepts = vocabulary.inspire_themes if kind == "inspire" else vocabulary.hvd_categories
        known = concepts.get(key)
        if known is None:
            return Link(key, key), Link("", "")
        top = concepts.top(known) if kind == "hvd" else known
        within = f" ({top.name(lang)})" if top.key != key else ""
        return Link(key, known.name(lang) + within, uri=known.uri), Link("", "")

    return link


def _musterdatensatz(vocabulary: Vocabulary, lang: str, key: str) -> tuple[Link, Link]:
    known = vocabulary.musterdaten.get(key)
    if known is None:
        return Link(key, key), Link("", "")
    thema = vocabulary.musterdaten.themen.get(known.thema)
    name = known.name_en if lang == "en" and known.name_en else known.name
    label = thema.name(lang) if thema else known.thema
    page = musterdatensatz_path(key)
    return Link(key, name, page, known.uri), Link(known.thema, label or known.thema)
