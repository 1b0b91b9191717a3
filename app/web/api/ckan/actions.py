# SPDX-License-Identifier: EUPL-1.2
"""The actions: name -> function of the parameters that gives the result."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from app.export.resolve import resolve
from app.model.selection import Selection
from app.store import (
    dataset_queries,
    listing_queries,
    portal_queries,
    search_queries,
    state_queries,
    stored,
)
from app.web import limits
from app.web.api.ckan.asking import Json, Refusal, Search, number, search, word
from app.web.api.ckan.package import group, licence, organization, package
from app.web.desk import desk, session, vocabulary
from app.web.searching import DEEPEST
from app.web.searching import search as find

MOST_NAMES = 1_000_000
# The interface we follow; clients read from it what they may ask.
CKAN_VERSION = "2.10.0"
FACETS = {
    "organization": "portal",
    "license_id": "lizenz",
    "res_format": "format",
    "groups": "thema",
}


def package_search(asked: Json) -> Json:
    """A page of packages, how many there are, and facets where they are asked for."""
    wanted = search(asked)
    count, ids = _found(wanted)
    whole = stored.load(session(), ids)
    titles = search_queries.portal_titles(session())
    packages = [package(whole[id], titles) for id in ids if id in whole]
    facets = _facets(asked, wanted.selection)
    return {
        "count": count,
        "sort": word(asked, "sort") or "score desc, metadata_modified desc",
        "results": [_narrowed(each, word(asked, "fl")) for each in packages],
        "facets": {
            name: {each["name"]: each["count"] for each in items} for name, items in facets.items()
        },
        "search_facets": {name: {"title": name, "items": items} for name, items in facets.items()},
    }


def _found(wanted: Search) -> tuple[int, list[str]]:
    if wanted.selection is None:
        return 0, []
    if wanted.id:
        known = dataset_queries.get(session(), wanted.id[:13])
        ids = [wanted.id] if known and known.id == wanted.id and not known.retired_at else []
        return len(ids), ids[wanted.start : wanted.start + wanted.rows]
    if wanted.selection.q:
        return _by_words(wanted, wanted.selection)
    plain = replace(resolve(wanted.selection, vocabulary()), sortierung=wanted.sorting)
    count = dataset_queries.count(session(), plain)
    if not wanted.rows:
        return count, []
    if not wanted.sorting:
        return count, listing_queries.ids(session(), plain, wanted.rows, wanted.start)
    lines = dataset_queries.lines(session(), plain, wanted.rows, wanted.start)
    return count, [line.id for line in lines]


def _by_words(wanted: Search, selection: Selection) -> tuple[int, list[str]]:
    limits.spend()
    end = wanted.start + wanted.rows
    if end > DEEPEST:
        raise Refusal("Validation Error", 409, "ckan.too_deep", most=DEEPEST)
    sorting = wanted.sorting if wanted.sorting in ("titel", "-titel") else ""
    found = find(replace(selection, sortierung=sorting, seite=1), max(1, end)).found
    return found.total, list(found.ids[wanted.start : end])


def _narrowed(found: Json, fields: str) -> Json:
    """The fields a client asks for (``fl``), else all."""
    names = [name.strip() for name in fields.split(",") if name.strip() not in ("", "*")]
    return {name: found[name] for name in names if name in found} if names else found


def _facets(asked: Json, selection: Selection | None) -> dict[str, list[Json]]:
    text = asked.get("facet.field", [])
    names = [name for name in FACETS if f'"{name}"' in str(text).replace("'", '"')]
    if not names or selection is None or word(asked, "facet").lower() == "false":
        return {}
    limits.spend()
    most = number(asked, "facet.limit", 50, 1_000) or 1_000
    counted = find(replace(selection, seite=1), 1).found.facets
    return {
        name: [
            {"name": each.value, "display_name": each.value, "count": each.datasets}
            for each in (counted[FACETS[name]].counts if FACETS[name] in counted else ())[:most]
        ]
        for name in names
    }


def package_show(asked: Json) -> Json:
    """One package by id; its name is the same."""
    id = word(asked, "id") or word(asked, "name_or_id")
    found = dataset_queries.get(session(), id) if len(id) == 13 and id.isascii() else None
    if found is None or found.retired_at:
        raise Refusal("Not Found Error", 404, "ckan.not_found", value=id[:100])
    return package(found, search_queries.portal_titles(session()))


def package_list(asked: Json) -> list[str]:
    """Names of all packages; ``limit`` and ``offset`` as in CKAN."""
    most = number(asked, "limit", MOST_NAMES, MOST_NAMES)
    start = number(asked, "offset", 0, 999_999_999)
    return listing_queries.ids(session(), Selection(), most, start)


def organization_list(asked: Json) -> list[Any]:
    """Portals: their keys, or with ``all_fields`` what is known of them."""
    found = portal_queries.list_portals(session())
    if not _is_set(asked, "all_fields"):
        return [each.portal.key for each in found]
    titles = search_queries.portal_titles(session())
    return [
        organization(each.portal.key, titles) | {"package_count": each.datasets} for each in found
    ]


def organization_show(asked: Json) -> Json:
    """One portal."""
    key = word(asked, "id")
    found = portal_queries.standing(session(), key) if key else None
    if found is None:
        raise Refusal("Not Found Error", 404, "ckan.not_found", value=key[:100])
    titles = search_queries.portal_titles(session())
    return organization(key, titles) | {"package_count": found[0].datasets}


def group_list(asked: Json) -> list[Any]:
    """Themen of the Musterdatenkatalog."""
    keys = [each.key for each in vocabulary().musterdaten.themen]
    return [group(key) for key in keys] if _is_set(asked, "all_fields") else keys


def tag_list(asked: Json) -> list[Any]:
    """Keywords of all live datasets, or those that hold ``query``."""
    words = _keywords(desk().store.name, state_queries.generation(session()))
    part = word(asked, "query").casefold()
    found = [each for each in words if part in each.casefold()]
    if _is_set(asked, "all_fields"):
        return [{"id": each, "name": each, "display_name": each} for each in found]
    return found


@lru_cache(maxsize=2)
def _keywords(store: str, generation: int) -> tuple[str, ...]:
    return tuple(
        sorted({word for each in search_queries.headings(session()) for word in each.keywords})
    )


def license_list(asked: Json) -> list[Json]:
    """Licences of the vocabulary."""
    return [licence(each) for each in sorted(vocabulary().licences, key=lambda each: each.id)]


def status_show(asked: Json) -> Json:
    """What this site is."""
    site = desk().site
    return {
        "site_title": site.title,
        "site_description": "",
        "site_url": site.url,
        "ckan_version": CKAN_VERSION,
        "error_emails_to": None,
        "locale_default": "de",
        "extensions": [],
    }


def site_read(asked: Json) -> bool:
    """Whether the site may be read: it may."""
    return True


def _is_set(asked: Json, name: str) -> bool:
    return word(asked, name).lower() in ("true", "1", "yes")


ACTIONS: dict[str, Callable[[Json], Any]] = {
    action.__name__: action
    for action in (
        package_search,
        package_show,
        package_list,
        organization_list,
        organization_show,
        group_list,
        tag_list,
        license_list,
        status_show,
        site_read,
    )
}
