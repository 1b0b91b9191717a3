# SPDX-License-Identifier: EUPL-1.2
"""Which state a run ends in, and whether what it did not see may be retired (promises H3, H4)."""

from dataclasses import dataclass

from app.model import Finding, RunState


@dataclass(frozen=True, slots=True)
class Rules:
    """The operator's guard settings; see config.toml [guard].

    expected: fewer datasets than this wait for a person (0: no expectation).
    """

    retire_number: int = 5
    retire_share: float = 0.1
    min_runs: int = 2
    min_days: int = 7
    expected: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run saw. whole: every page was read to its end and none is missing.

    missing: live datasets of the portal that it did not see and whose loss nobody has accepted.
    """

    received: int
    rejected: int
    live: int
    missing: int
    announced: int | None
    whole: bool


def judge(seen: Seen, rules: Rules) -> tuple[RunState, tuple[Finding, ...]]:
    """The state and, where it is not simply complete, the reason."""
    nothing = Finding("run.no_datasets", "", {"live": str(seen.live)})
    if not seen.whole:
        return "partial", () if seen.received else (nothing,)
    if seen.received == 0 or (seen.live and seen.received == seen.rejected):
        return "quarantined" if seen.live else "failed", (nothing,)
    if seen.announced is not None and seen.announced != seen.received:
        params = {"announced": str(seen.announced), "received": str(seen.received)}
        return "partial", (Finding("run.counts_differ", "", params),)
    if seen.received < rules.expected:
        params = {"expected": str(rules.expected), "received": str(seen.received)}
        return "quarantined", (Finding("run.below_expected", "", params),)
    if seen.missing > max(rules.retire_number, rules.retire_share * seen.live):
        params = {"missing": str(seen.missing), "live": str(seen.live)}
        return "quarantined", (Finding("run.many_missing", "", params),)
    return ("complete-with-rejects" if seen.rejected else "complete"), ()
