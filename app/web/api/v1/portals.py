# SPDX-License-Identifier: EUPL-1.2
"""Portals, runs and findings for programs: how fresh the data is and what is wrong with it."""

from difflib import get_close_matches

from flask import request
from flask.typing import ResponseReturnValue

from app.compare.errors import SelectionError
from app.compare.order import ordered
from app.model import ItemOutcome, Run
from app.model.findings import CODES
from app.store import findings_queries, portal_queries, run_queries
from app.store.findings_queries import Found
from app.store.portal_queries import Standing
from app.web.api.v1.listing import Json, Slice, chosen, sized, tell, tell_slice
from app.web.api.v1.operation import PAGING, PORTAL_KEY, Operation
from app.web.desk import desk, session
from app.web.errors import problem
from app.web.formatting import sentence
from app.web.lost_runs import end_lost_runs
from app.web.pages.portal_facts import as_json, facts
from app.web.pages.portal_words import aged, mend, shown_address, told

SORTINGS = ("name", "datasets", "distributions", "last_success")
LAST_RUNS = 5
LARGEST = 2**31


def portals() -> ResponseReturnValue:
    """All portals and how they stand."""
    asked = chosen(PORTALS)
    size, start = sized(asked)
    end_lost_runs()
    found = portal_queries.list_portals(session())
    rows, sorting = ordered(found, asked.sortierung or "name", SORTINGS, _value)
    listed = [_standing(each) for each in rows[start : start + size]]
    return tell_slice(Slice(listed, len(rows), asked.seite, size, sorting))


def _value(at: Standing, name: str) -> int | str:
    if name == "datasets":
        return at.datasets
    if name == "distributions":
        return at.distributions
    if name == "last_success":
        return at.last_success.isoformat() if at.last_success else ""
    return at.portal.key


def _standing(at: Standing) -> Json:
    """As ``portals --json`` says it."""
    return {
        "portal": at.portal.key,
        "title": at.portal.title,
        "kind": at.portal.kind,
        "url": shown_address(at.portal.url),
        "datasets": at.datasets,
        "distributions": at.distributions,
        "last_success": at.last_success.isoformat() if at.last_success else None,
        "last_try": at.last_try.isoformat() if at.last_try else None,
        "state": at.state,
        "reason": told(at.reason_code, at.reason_params) if at.reason_code else None,
        **aged(at),
    }


def portal(portal: str) -> ResponseReturnValue:
    """One portal: how it stands, what it holds, under which licences and in which formats."""
    end_lost_runs()
    found = portal_queries.standing(session(), portal)
    if found is None:
        return problem(404, "portal.unknown", key=portal[:100])
    last = run_queries.history(session(), portal, LAST_RUNS)
    return tell(as_json(facts(*found, last, run_queries.waiting(session(), portal))))


def runs() -> ResponseReturnValue:
    """Runs, newest first."""
    asked = chosen(RUNS)
    size, start = sized(asked)
    key = _portal(asked.portal)
    end_lost_runs()
    found = run_queries.history(session(), key, size, start)
    total = run_queries.count(session(), key)
    return tell_slice(Slice([_run(each) for each in found], total, asked.seite, size))


def run(run: str) -> ResponseReturnValue:
    """One run with what it rejected."""
    known = run.isascii() and run.isdigit() and len(run) < 10
    end_lost_runs()
    found = run_queries.get(session(), int(run)) if known else None
    if found is None:
        return problem(404, "api.no_run", run=run[:20])
    return tell(_run(found) | {"rejects": [_reject(each) for each in found.rejects]})


def _run(run: Run) -> Json:
    counts = ("received", "added", "changed", "same", "retired", "rejected", "distributions")
    return {
        "run": run.id,
        "portal": run.portal,
        "state": run.state,
        "started": run.started.isoformat() if run.started else None,
        "ended": run.ended.isoformat() if run.ended else None,
        **{name: getattr(run, name) for name in counts},
        "announced": run.announced,
        "notes": [told(note.code, note.params) for note in run.notes],
    }


def _reject(item: ItemOutcome) -> Json:
    return {
        "identifier": item.identifier,
        "position": item.position,
        "reason": item.reason,
        "message": sentence(item.reason, {"value": item.value}),
        "value": item.value,
    }


def findings() -> ResponseReturnValue:
    """Findings by portal and code, each with its sentence and mend."""
    asked = chosen(FINDINGS)
    size, start = sized(asked)
    key, code = _portal(asked.portal), _code()
    found = findings_queries.findings(session(), key, code, size, start)
    counts = findings_queries.counts(session(), key)
    total = sum(each.findings for each in counts if code in {None, each.code})
    return tell_slice(Slice([_finding(each) for each in found], total, asked.seite, size))


def _finding(found: Found) -> Json:
    made = found.finding
    return {
        "code": made.code,
        "gravity": CODES.get(made.code, "note"),
        "portal": found.portal,
        "dataset": found.dataset,
        "url": desk().feed.dataset(found.dataset) if found.dataset else None,
        "subject": made.subject,
        "run": found.run,
        "message": told(made.code, made.params),
        "mend": mend(made),
    }


def _portal(given: tuple[str, ...]) -> str | None:
    """One portal or all; the store counts no other sets."""
    if len(given) > 1:
        raise SelectionError("selection.repeated", parameter="portal")
    return given[0] if given else None


def _code() -> str | None:
    given = request.args.getlist("code")
    if len(given) > 1:
        raise SelectionError("selection.repeated", parameter="code")
    if given and given[0] and given[0] not in CODES:
        near = get_close_matches(given[0][:100], CODES, 1, cutoff=0)[0]
        raise SelectionError("portal.unknown_code", value=ascii(given[0])[1:100], near=near)
    return given[0] if given and given[0] else None


PORTALS = Operation(
    "portals", "/portals", "PortalList", portals, parameters=PAGING, sortings=SORTINGS
)
ONE_PORTAL = {"portal": PORTAL_KEY}
RUNS = Operation("runs", "/runs", "RunList", runs, parameters=PAGING, own=ONE_PORTAL)
FINDINGS = Operation(
    "findings",
    "/findings",
    "FindingList",
    findings,
    parameters=("code", *PAGING),
    own=ONE_PORTAL,
)
OPERATIONS = (
    PORTALS,
    Operation("portal", "/portals/{portal}", "Portal", portal),
    RUNS,
    Operation("run", "/runs/{run}", "Run", run),
    FINDINGS,
)
