# SPDX-License-Identifier: EUPL-1.2
"""What a person decides about a run that waits, and how long the decision counts (promise H4)."""

from collections.abc import Collection, Mapping
from hashlib import blake2b
from typing import NamedTuple

from app.intake.collected import Collected
from app.model import Finding, Run, RunState
from app.model.run import COMPLETE
from app.store import Session, run_queries, state_queries, state_writes
from app.store.swap_writes import Known
from harvesters.base.errors import HarvestError

ACCEPTED = "run.accepted"
_FAR_BACK = 1_000
Names = Mapping[str, str]
"""Former identifier -> the one after a relaunch."""


class Accepted(NamedTuple):
    """The quarantined run that is being accepted, and the identifiers it carries over.

    proof: ``proof_of`` what the person was shown, empty where an older version did not keep it.
    """

    waiting: Run
    names: Names
    proof: str = ""


def check(session: Session, number: int) -> Run:
    """The run that waits for a decision.

    HarvestError ``run.not_waiting``, or ``run.outdated`` when a later run knows more: what was
    staged before must not take the place of what came after.
    """
    run = run_queries.get(session, number)
    if run is None or run.state != "quarantined":
        raise HarvestError("run.not_waiting", run=number)
    for later in run_queries.history(session, run.portal, _FAR_BACK):
        if later.id is not None and later.id > number and later.state not in ("failed", "running"):
            raise HarvestError("run.outdated", run=number, later=later.id)
    return run


def proof_of(collected: Collected) -> str:
    """Stands for which datasets a run saw and how many it rejected, not for what they say.

    What the guard asks a person about is who came and who is missing.
    """
    digest = blake2b(str(len(collected.rejects)).encode(), digest_size=16)
    for identifier in sorted(collected.present):
        digest.update(b"\0" + identifier.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def remember(session: Session, run: int, portal: str, collected: Collected) -> None:
    """Keeps what a person will be asked about, so that any machine may carry out the answer."""
    state_writes.remember(session, place(portal), run, proof_of(collected))


def recall(session: Session, run: int, portal: str) -> str:
    """The proof of a run that waits; empty where there is none."""
    name = place(portal)
    return state_queries.text(session, name) if state_queries.number(session, name) == run else ""


def place(portal: str) -> str:
    """The name under which the store keeps the proof of a portal."""
    return f"waiting-{blake2b(portal.encode(), digest_size=12).hexdigest()}"


def judge(accepted: Accepted, collected: Collected) -> tuple[RunState, tuple[Finding, ...]]:
    """The state of a run that a person accepts, and the note by which it is known.

    HarvestError ``run.pages_lost``: only what the person was shown is taken, because a page lost
    on disk would look like a loss.
    """
    waiting, portal = accepted.waiting, accepted.waiting.portal
    differs = accepted.proof not in ("", proof_of(collected))
    if differs or collected.received != waiting.received:
        raise HarvestError(
            "run.pages_lost", run=waiting.id or 0, portal=portal, staged=collected.received
        )
    state: RunState = "complete-with-rejects" if collected.rejects else "complete"
    return state, (Finding(ACCEPTED, portal),)


def unaccepted(
    session: Session, portal: str, known: Mapping[str, Known], absent: Collection[str]
) -> int:
    """How many of the absent datasets no accepted run has missed as well.

    Without this every run after an accepted one would wait for a person again, until the datasets
    may be retired.
    """
    if not any(known[identifier].missing_runs for identifier in absent):
        return len(absent)
    runs = _runs_since_accepted(session, portal)
    if runs is None:
        return len(absent)
    return sum(known[identifier].missing_runs < runs for identifier in absent)


def _runs_since_accepted(session: Session, portal: str) -> int | None:
    """Complete runs since the last accepted one, that one included; None without one."""
    complete = 0
    for run in run_queries.history(session, portal, _FAR_BACK):
        complete += run.state in COMPLETE
        if any(note.code == ACCEPTED for note in run.notes):
            return complete
    return None
