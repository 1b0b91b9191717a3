# SPDX-License-Identifier: EUPL-1.2
"""Stores filled by hand: one line a holding, written through the store's own swap."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from app.model import Body, Dataset, Distribution, Finding, Reading, Run, StandardUse
from app.model.identity import dataset_id
from app.store import Store, portal_writes, run_writes, swap_writes
from app.store.swap_writes import Change
from harvesters.base.record import Portal

WHEN = datetime(2026, 4, 2, 8, 15, tzinfo=UTC)
LEVELS = {2: "land", 5: "kreis", 8: "gemeinde", 9: "verband"}


def reading(value: str | None, raw: str | None = None) -> Reading:
    """A certain reading; missing for None, unknown for an empty value."""
    if value is None:
        return Reading()
    return Reading(value, "exact", "test", raw or value) if value else Reading(raw=raw or "?")


def unread(raw: str) -> Reading:
    """Something said that was not understood."""
    return Reading(None, "unknown", "", raw)


def part(
    format: str | Reading | None = "CSV",
    licence: str | Reading | None = "cc-by-4.0",
    standards: Iterable[tuple[str, str]] = (),
    **more: Any,
) -> Distribution:
    """A file or service. standards: (key, evidence)."""
    return Distribution(
        format=format if isinstance(format, Reading) else reading(format),
        licence=licence if isinstance(licence, Reading) else reading(licence),
        standards=tuple(StandardUse(key or None, key or "?", kind) for key, kind in standards),  # type: ignore[arg-type]
        **more,
    )


def dataset(
    identifier: str, kommune: str, topic: str = "", *parts: Distribution, **more: Any
) -> Dataset:
    """A dataset of a Kommune (Land) about a Musterdatensatz."""
    given: dict[str, Any] = {
        "portal": "stadt",
        "uri": identifier if identifier.startswith("http") else None,
        "title": f"Datensatz {identifier}",
        "publisher": Body(
            "Amt", reading(kommune), LEVELS[len(kommune)], "land" if len(kommune) == 2 else "kern"
        ),
        "musterdatensatz": reading(topic or None),
        "thema": reading(topic.partition("--")[0] or None),
        "distributions": parts,
    }
    return Dataset(identifier=identifier, **given | more)


def change(made: Dataset, findings: Iterable[Finding] = (), statements: str = "") -> Change:
    """The change that brings a dataset."""
    return Change(
        dataset=made,
        land=None,
        hash="1",
        media_type="application/n-triples",
        statements=statements,
        findings=tuple(findings),
    )


def portal(key: str = "stadt") -> Portal:
    """A portal of that key."""
    url = f"https://{key}.example/catalog.ttl"
    return Portal(key=key, kind="dcat", url=url, base=url, title=f"Portal {key}")


def harvest(store: Store, *made: Dataset | Change) -> None:
    """One complete run a portal, each raising the store's generation."""
    changes = [item if isinstance(item, Change) else change(item) for item in made]
    for key in sorted({item.dataset.portal for item in changes}):
        mine = [item for item in changes if item.dataset.portal == key]
        with store.transaction() as session:
            portal_writes.remember(session, portal(key), WHEN)
            run = run_writes.start(session, key, "test", WHEN)
            swap_writes.add(session, run, mine, WHEN)
            switched = swap_writes.find_copies(session, [id_of(c.dataset) for c in mine], WHEN)
            swap_writes.recount(session, key, switched, WHEN)
            swap_writes.bump_generation(session)
            files = sum(len(item.dataset.distributions) for item in mine)
            done = Run(key, run, "complete", WHEN, WHEN, added=len(mine), distributions=files)
            run_writes.finish(session, run, done, now=WHEN)


def id_of(made: Dataset) -> str:
    """The public id of a dataset."""
    return dataset_id(made.portal, made.identifier)
