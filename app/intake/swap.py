# SPDX-License-Identifier: EUPL-1.2
"""What a run gathered takes the place of what the store held, in one transaction (promise H1)."""

from collections.abc import Mapping
from datetime import UTC, datetime

from app.intake.collect import Collected
from app.intake.job import Job
from app.model import RunState
from app.model.run import COMPLETE
from app.store import Session, swap_writes
from app.store.catalogue_writes import Catalogue
from harvesters.base.record import RawCatalogue, Text


def swap(
    session: Session,
    job: Job,
    number: int,
    collected: Collected,
    known: Mapping[str, swap_writes.Known],
    state: RunState,
) -> int:
    """Writes what changed, in the caller's transaction; how many datasets were retired."""
    now = datetime.now(UTC)
    portal = job.portal.key
    swap_writes.add(session, number, collected.added, now)
    swap_writes.replace(session, number, collected.changed, now)
    retired = 0
    if state in COMPLETE:
        retired = _retire(session, job, number, collected, known, now)
    if collected.catalogues:
        rows = [_catalogue(job, said) for said in collected.catalogues.values()]
        swap_writes.replace_catalogues(session, portal, rows)
    swap_writes.replace_page_findings(session, number, portal, collected.page_findings)
    if len(collected.added) or len(collected.changed) or retired:
        swap_writes.rebuild_cells(session, portal)
        swap_writes.bump_generation(session)
    return retired


def _retire(
    session: Session,
    job: Job,
    number: int,
    collected: Collected,
    known: Mapping[str, swap_writes.Known],
    now: datetime,
) -> int:
    portal, rules = job.portal.key, job.rules
    live = {identifier for identifier, held in known.items() if not held.retired}
    absent = live - collected.seen.keys()
    if absent or any(held.missing_runs for held in known.values()):
        swap_writes.missing(session, portal, absent, now)
    ids = swap_writes.due(session, portal, now, rules.min_runs, rules.min_days)
    if not ids:
        return 0
    return swap_writes.retire(session, number, ids, now, rules.min_runs, rules.min_days)


def _catalogue(job: Job, said: RawCatalogue) -> Catalogue:
    licence = job.reader.licence_of(said.licences, ())
    return Catalogue(
        identifier=said.identifier,
        title=_best(said.titles),
        publisher=said.publisher,
        licence=licence.value.value,
        licence_raw=said.licences[0] if said.licences else None,
        homepage=said.homepage,
        statements=said.statements,
    )


def _best(texts: tuple[Text, ...]) -> str | None:
    """German before untagged before English before any other language."""
    order = {"de": 0, "": 1, "en": 2}
    ranked = sorted(texts, key=lambda text: order.get(text.lang[:2], 3))
    return ranked[0].value if ranked else None
