# SPDX-License-Identifier: EUPL-1.2
"""What a run gathered takes the place of what the store held, in one transaction (promise H1)."""

from collections.abc import Mapping
from datetime import datetime

from app.intake.collected import Collected
from app.intake.job import Job
from app.model import RunState
from app.model.run import COMPLETE
from app.store import Session, catalogue_queries, relaunch_queries, swap_writes
from app.store.catalogue_writes import Catalogue
from harvesters.base.record import RawCatalogue, Text

_MODIFIED = "<http://purl.org/dc/terms/modified>"


def swap(
    session: Session,
    job: Job,
    number: int,
    collected: Collected,
    known: Mapping[str, swap_writes.Known],
    state: RunState,
) -> int:
    """Writes what changed, in the caller's transaction; how many datasets were retired."""
    now = job.clock()
    portal = job.portal.key
    retired: tuple[str, ...] = ()
    if state in COMPLETE and not collected.hides_some:
        retired = _due(session, job, collected, known, now)
    elif any(held.missing_runs for held in known.values()):
        swap_writes.seen_again(session, portal, collected.present)
    former = _former(session, portal, collected, retired)
    swap_writes.add_prepared(session, number, collected.added, now)
    swap_writes.replace(session, number, collected.changed, now)
    if retired:
        rules = job.rules
        swap_writes.retire(session, number, retired, now, rules.min_runs, rules.min_days)
    renamed = _replace_catalogues(session, job, collected, state)
    swap_writes.replace_page_findings(session, number, portal, collected.page_findings)
    touched = _touched(session, portal, collected, retired)
    if touched:
        switched = swap_writes.find_copies(session, touched, now)
        swap_writes.recount(session, portal, switched, now, touched, former)
    if touched or renamed:
        swap_writes.bump_generation(session)
    return len(retired)


def _former(
    session: Session, portal: str, collected: Collected, retired: tuple[str, ...]
) -> swap_writes.Share | None:
    """What the datasets that will be different add to the counts now; None for too many."""
    ids = relaunch_queries.identities(session)
    changed = collected.changed.identifiers()
    return swap_writes.former(
        session, {*retired, *(ids.of(portal, identifier) for identifier in changed)}
    )


def _touched(
    session: Session, portal: str, collected: Collected, retired: tuple[str, ...]
) -> set[str]:
    """Public ids of the datasets that came, changed or went."""
    ids = relaunch_queries.identities(session)
    said = (*collected.added.identifiers(), *collected.changed.identifiers())
    return {*retired, *(ids.of(portal, identifier) for identifier in said)}


def absent(collected: Collected, known: Mapping[str, swap_writes.Known]) -> set[str]:
    """Identifiers of live datasets that the run did not see."""
    live = {identifier for identifier, held in known.items() if not held.retired}
    return live - collected.present


def _due(
    session: Session,
    job: Job,
    collected: Collected,
    known: Mapping[str, swap_writes.Known],
    now: datetime,
) -> tuple[str, ...]:
    """Ids of those that are to be retired now."""
    portal, rules = job.portal.key, job.rules
    gone = absent(collected, known)
    if gone or any(held.missing_runs for held in known.values()):
        swap_writes.missing(session, portal, gone, now)
    return swap_writes.due(session, portal, now, rules.min_runs, rules.min_days)


def _replace_catalogues(session: Session, job: Job, collected: Collected, state: RunState) -> bool:
    """Whether a reader would see a difference. Catalogues of pages that were not read stay."""
    portal = job.portal.key
    said = [_catalogue(job, raw) for raw in collected.catalogues.values()]
    everything = catalogue_queries.catalogues(session)
    before = [found for (owner, _), found in everything.items() if owner == portal]
    if state not in COMPLETE or not said:
        new = {catalogue.identifier for catalogue in said}
        said = [*(old for old in before if old.identifier not in new), *said]
    if {c.identifier: c for c in said} == {c.identifier: c for c in before}:
        return False
    swap_writes.replace_catalogues(session, portal, said)
    return set(map(_lasting, said)) != set(map(_lasting, before))


def _lasting(catalogue: Catalogue) -> tuple[str | None, ...]:
    """What is said without the date of change, which many portals set to now at every request."""
    lines = catalogue.statements.splitlines()
    statements = "\n".join(line for line in lines if _MODIFIED not in line)
    return (catalogue.identifier, catalogue.licence, statements)


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
