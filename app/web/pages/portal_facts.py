# SPDX-License-Identifier: EUPL-1.2
"""What is known of a portal beside its tables: how it stands, how much it holds, under what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from app.model import Run
from app.model.selection import Selection
from app.search.facets import Count
from app.store import portal_queries
from app.store.portal_queries import Extent, Published, Standing
from app.web.desk import desk, href, lang, say, session, vocabulary
from app.web.pages.names import Name, names
from app.web.pages.portal_words import aged, shown_address, told
from app.web.searching import search

SILENCE = {"none": "value.not_given", "unknown": "value.unknown"}


class Part(NamedTuple):
    """A value that datasets of the portal carry, and the search that shows them."""

    key: str
    label: str
    datasets: int
    path: str


@dataclass(frozen=True, slots=True)
class Facts:
    """waiting: the run that a person can decide about. expected: datasets the operator expects.

    announced: by the portal at its last run. licences, formats: empty while there is no index.
    """

    standing: Standing
    extent: Extent
    catalogues: tuple[Published, ...]
    waiting: int | None
    announced: int | None
    expected: int | None
    licences: tuple[Part, ...]
    formats: tuple[Part, ...]


def facts(standing: Standing, extent: Extent, last: Iterable[Run], waiting: int | None) -> Facts:
    """The facts of a portal; last: its latest runs, newest first. Three statements and a search."""
    key = standing.portal.key
    licences, formats = _parts(key)
    return Facts(
        standing=standing,
        extent=extent,
        catalogues=portal_queries.published(session(), key),
        waiting=waiting,
        announced=next((run.announced for run in last if run.announced is not None), None),
        expected=desk().expected.get(key),
        licences=licences,
        formats=formats,
    )


def _parts(key: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Licences and formats as the search counts them, so that each link leads to its number."""
    found = search(Selection(portal=(key,)), 1).found.facets
    named = names(vocabulary(), lang())
    licences = found["lizenz"].counts if "lizenz" in found else ()
    formats = found["format"].counts if "format" in found else ()
    return (
        tuple(_part(key, "lizenz", count, named.licence) for count in licences),
        tuple(_part(key, "format", count, named.format) for count in formats),
    )


def _part(portal: str, facet: str, count: Count, name: Name) -> Part:
    silence = SILENCE.get(count.value)
    query = urlencode({facet: count.value, "portal": portal})
    label = say(silence) if silence else name(count.value)
    return Part(count.value, label, count.datasets, f"{href('/suche')}?{query}")


def as_json(facts: Facts) -> dict[str, Any]:
    """The facts for programs; how the portal stands as ``portals --json`` says it."""
    at = facts.standing
    code = at.reason_code
    return {
        "portal": at.portal.key,
        "title": at.portal.title,
        "kind": at.portal.kind,
        "url": shown_address(at.portal.url),
        "datasets": facts.extent.datasets,
        "distributions": facts.extent.distributions,
        "retired": facts.extent.retired,
        "announced": facts.announced,
        "expected": facts.expected,
        "last_success": at.last_success.isoformat() if at.last_success else None,
        "last_try": at.last_try.isoformat() if at.last_try else None,
        "state": at.state,
        "reason": told(code, at.reason_params) if code else None,
        **aged(at),
        "waiting_run": facts.waiting,
        "catalogues": [each._asdict() for each in facts.catalogues],
        "licences": [_counted(each) for each in facts.licences],
        "formats": [_counted(each) for each in facts.formats],
    }


def _counted(part: Part) -> Mapping[str, object]:
    return {"key": part.key, "label": part.label, "datasets": part.datasets}
