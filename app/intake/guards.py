# SPDX-License-Identifier: EUPL-1.2
"""Which state a run ends in, and whether what it did not see may be retired (promises H3, H4)."""

from dataclasses import dataclass

from app.model import Finding, RunState

UNSURE = "run.relaunch_unsure"
_AT_LAST = 3  # times as much as was there


@dataclass(frozen=True, slots=True)
class Rules:
    """The operator's guard settings; see config.toml [guard].

    expected: fewer datasets than this wait for a person (0: no expectation). relaunch_share: a run
    that misses more than this and brings about as many new ones waits, too.
    """

    retire_number: int = 5
    retire_share: float = 0.1
    min_runs: int = 2
    min_days: int = 7
    expected: int = 0
    relaunch_share: float = 0.5


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run saw. whole: every page was read to its end and none is missing.

    missing: live datasets of the portal that it did not see and whose loss nobody has accepted.
    new: datasets that the store does not know.
    """

    received: int
    rejected: int
    live: int
    missing: int
    announced: int | None
    whole: bool
    new: int = 0


def judge(seen: Seen, rules: Rules) -> tuple[RunState, tuple[Finding, ...]]:
    """The state and, where it is not simply complete, the reason."""
    nothing = Finding("run.no_datasets", "", {"live": str(seen.live)})
    if not seen.whole:
        return "partial", _unsure(seen, rules) if seen.received else (nothing,)
    if seen.received == 0:
        return "quarantined" if seen.live else "failed", (nothing,)
    if seen.live and seen.received == seen.rejected:
        params = {"rejected": str(seen.rejected)}
        return "quarantined", (Finding("run.all_rejected", "", params),)
    if seen.announced is not None and seen.announced != seen.received:
        params = {"announced": str(seen.announced), "received": str(seen.received)}
        return "partial", (Finding("run.counts_differ", "", params), *_unsure(seen, rules))
    if seen.received < rules.expected:
        params = {"expected": str(rules.expected), "received": str(seen.received)}
        return "quarantined", (Finding("run.below_expected", "", params),)
    if _is_relaunch(seen, rules):
        counts = {"missing": seen.missing, "live": seen.live, "new": seen.new}
        params = {name: str(number) for name, number in counts.items()}
        return "quarantined", (Finding("run.relaunch", "", params),)
    if seen.missing > max(rules.retire_number, rules.retire_share * seen.live):
        params = {"missing": str(seen.missing), "live": str(seen.live)}
        return "quarantined", (Finding("run.many_missing", "", params),)
    return ("complete-with-rejects" if seen.rejected else "complete"), ()


def _unsure(seen: Seen, rules: Rules) -> tuple[Finding, ...]:
    """A relaunch that a run which did not come to its end sees first: hardly anything is known.

    Taken as new, its datasets could not be recognised any more when a complete run has seen all.
    """
    taken = seen.received - seen.rejected
    known = taken - seen.new
    if not seen.new or known >= (1 - rules.relaunch_share) * min(seen.live, taken):
        return ()
    counts = {"known": known, "live": seen.live, "new": seen.new}
    return (Finding(UNSURE, "", {name: str(number) for name, number in counts.items()}),)


def _is_relaunch(seen: Seen, rules: Rules) -> bool:
    """Promise H13: over half of the identifiers are others now; a mere loss is no relaunch.

    Neither is a catalogue that comes at last where a broken one had left a handful of datasets.
    """
    if seen.live <= rules.retire_number and seen.new > _AT_LAST * seen.live:
        return False
    return seen.missing > rules.relaunch_share * seen.live and 2 * seen.new >= seen.missing
