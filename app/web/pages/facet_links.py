# SPDX-License-Identifier: EUPL-1.2
"""Facets of a search as lists of links: each sets or removes one value, the rest stays."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from app.compare.options import Option, Options
from app.compare.selecting import query_of
from app.model.selection import Selection
from app.search.facets import Count, Facet
from app.search.keywords import KEYWORD, fold_keyword
from app.vocabulary import Vocabulary
from app.web import messages
from app.web.desk import bare_path, href, lang, say
from app.web.pages.names import Names

TOP = 6
# The most used first; those in UNFOLDED stand open, the others where one of their values is set.
ORDER = (
    *("thema", "land", "lizenz", "format", "kommune", "musterdatensatz"),
    *("offen", "standard", "stand", "groesse", "typ", "portal"),
)
UNFOLDED = ORDER[:5]
STAND = "stand"
MOST_WORDS, LONGEST_Q = 30, 200
SHARED = {"none": "value.not_given", "unknown": "value.unknown"}
Label = Callable[[str], str]


class FacetLink(NamedTuple):
    """One value. chosen: the link takes it away."""

    label: str
    datasets: int
    href: str
    chosen: bool


class FacetList(NamedTuple):
    """One facet: the values shown at once, and those behind "more". unfolded: both can be seen."""

    name: str
    top: tuple[FacetLink, ...]
    rest: tuple[FacetLink, ...]
    unfolded: bool


def labels(vocabulary: Vocabulary, names: Names, portals: Mapping[str, str]) -> dict[str, Label]:
    """Facet -> what a value is called in the request's language."""
    register = vocabulary.register

    def place(key: str) -> str:
        known = register.get(key)
        return known.name if known else key

    def topic(key: str) -> str:
        known = vocabulary.musterdaten.get(key)
        if known is None:
            return key
        return known.name_en if lang() == "en" and known.name_en else known.name

    return {
        "land": lambda key: known.short_name if (known := register.get(key)) else key,
        "kommune": place,
        "musterdatensatz": topic,
        "thema": names.thema,
        "lizenz": _or_silent(names.licence),
        "format": _or_silent(names.format),
        "standard": _or_silent(names.standard),
        "portal": lambda key: portals.get(key, key),
        "stand": lambda day: say("search.since", year=day[:4]),
        **{name: _worded(name) for name in ("groesse", "typ", "offen")},
    }


def _or_silent(name: Label) -> Label:
    return lambda key: say(SHARED[key]) if key in SHARED else name(key)


def _worded(facet: str) -> Label:
    def label(value: str) -> str:
        code = f"filter.{facet}.{value}"
        return say(code) if messages.has(lang(), code) else value

    return label


def options(facets: Mapping[str, Facet], named: Mapping[str, Label], chosen: Selection) -> Options:
    """The values with their names, for the chips of filters that are set."""
    found: Options = {}
    for name, label in named.items():
        given = getattr(chosen, name)
        values = [count.value for count in facets[name].counts] if name in facets else []
        values += given if isinstance(given, tuple) else [given] if given else []
        found[name] = tuple(Option(value, label(value)) for value in dict.fromkeys(values))
    return found


def facet_lists(
    facets: Mapping[str, Facet], named: Mapping[str, Label], chosen: Selection
) -> tuple[FacetList, ...]:
    """The facets that have anything to choose, in the order of ORDER."""
    lists = [_list(facets[name], named[name], chosen) for name in ORDER if name in facets]
    if KEYWORD in facets:
        lists.append(_keywords(facets[KEYWORD], chosen))
    return tuple(each for each in lists if each.top)


def _keywords(facet: Facet, chosen: Selection) -> FacetList:
    """Links that search for the keyword too; what is searched for already is left out."""
    path, asked = href(bare_path()), set(fold_keyword(chosen.q).split())
    links = tuple(
        FacetLink(word, number, f"{path}?{query_of(chosen, q=said, seite=1)}", chosen=False)
        for word, number in facet.counts[:MOST_WORDS]
        if not asked.issuperset(fold_keyword(word).split())
        and len(said := f"{chosen.q} {word}".strip()) <= LONGEST_Q
    )
    return FacetList(KEYWORD, links[:TOP], links[TOP:], unfolded=False)


def _list(facet: Facet, label: Label, chosen: Selection) -> FacetList:
    given = getattr(chosen, facet.name)
    active = (given,) if isinstance(given, str) and given else tuple(given)
    counts = sorted(facet.counts, key=lambda count: count.value not in active)
    links = tuple(_links(facet.name, counts, label, chosen, active))
    cut = max(TOP, len(active))
    unfolded = facet.name in UNFOLDED or bool(active)
    return FacetList(facet.name, links[:cut], links[cut:], unfolded)


def _links(
    name: str, counts: Iterable[Count], label: Label, chosen: Selection, active: tuple[str, ...]
) -> Iterable[FacetLink]:
    path = href(bare_path())
    for value, datasets in counts:
        query = query_of(chosen, **{name: _changed(name, value, active), "seite": 1})
        address = f"{path}?{query}" if query else path
        yield FacetLink(label(value), datasets, address, value in active)


def _changed(name: str, value: str, active: tuple[str, ...]) -> str | tuple[str, ...]:
    if name == STAND:
        return "" if value in active else value
    if value in active:
        return tuple(each for each in active if each != value)
    return (*active, value)
