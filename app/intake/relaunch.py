# SPDX-License-Identifier: EUPL-1.2
"""Which new identifiers stand for which former ones after a portal's relaunch (promise H13).

Evidence is asked in an order, the surest first; what two datasets share on one side is no evidence,
and a dataset whose evidence points to two others is left out. A person decides about the rest.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from app.intake.collected import Collected
from app.intake.guards import UNSURE
from app.model import Finding
from app.model.mark import Mark, MarkRule
from app.normalise.words import flatten
from app.store import Session, Store, relaunch_queries, run_queries
from app.store.relaunch_queries import Match
from app.store.swap_writes import Known, Prepared
from harvesters.base.errors import HarvestError

CODE = "run.relaunch"
RULES = ("identifier", "landing_page", "file", "publisher", "title")
_LOOKED_AT = 20
_READ = frozenset({"complete", "complete-with-rejects", "partial", "quarantined"})
_TOLD = ("title", "publisher_name", "kommune")
_AS = {"uri": "identifier", "title": "publisher"}
Signs = Mapping[str, Collection[object]]


@dataclass(frozen=True, slots=True)
class Side:
    """One dataset, before or after. signs: rule -> what it can be recognised by."""

    name: str
    signs: Signs


def is_suspected(notes: Iterable[Finding]) -> bool:
    """Whether a run waits because its portal seems to have been rebuilt."""
    return any(note.code == CODE for note in notes)


def must_wait(session: Session, portal: str, notes: Iterable[Finding]) -> bool:
    """Whether what a partial run brings waits for a complete one: it may be a relaunch.

    Not for ever: where the run before did not come to its end either, what is new is taken.
    """
    if not any(note.code == UNSURE for note in notes):
        return False
    ended = (run for run in run_queries.history(session, portal, _LOOKED_AT) if run.state in _READ)
    before = next(ended, None)
    return before is None or not any(note.code == UNSURE for note in before.notes)


def propose(
    store: Store, known: Mapping[str, Known], gone: Collection[str], collected: Collected
) -> tuple[Match, ...]:
    """What seems to be the same dataset under another identifier. gone: what was not seen."""
    ids = [known[identifier].id for identifier in gone]
    with store.session() as session:
        former = {held.id: held for held in relaunch_queries.known(session, ids)}
    before = [
        Side(held.id, signs(held.marks, held.title, held.publisher)) for held in former.values()
    ]
    after = [_side(dataset) for dataset in collected.added]
    return tuple(
        Match(id, former[id].identifier, identifier, rule)
        for id, identifier, rule in pair(before, after)
    )


def _side(dataset: Prepared) -> Side:
    marks = [Mark(cast(MarkRule, rule), key) for key, rule in dataset.marks]
    title, publisher, kommune = (dataset.said(name) for name in _TOLD)
    return Side(dataset.identifier, signs(marks, title, kommune or publisher or ""))


def signs(marks: Iterable[Mark], title: str | None, publisher: str) -> Signs:
    """What a dataset can be recognised by. publisher: its key, else its name."""
    found: dict[str, list[object]] = defaultdict(list)
    for mark in marks:
        if mark.rule != "title":  # it asks for a date, too, which a relaunch rarely keeps
            found[_AS.get(mark.rule, mark.rule)].append(mark.key)
    if flat := flatten(title or ""):
        by = flatten(publisher)
        found["title"].append(flat)
        if by:
            found["publisher"].append((flat, by))
            found["by"].append(by)
    return found


def pair(before: Iterable[Side], after: Iterable[Side]) -> Iterator[tuple[str, str, str]]:
    """Former name, new name and the rule; each name at most once."""
    old = {side.name: side.signs for side in before}
    new = {side.name: side.signs for side in after}
    for rule in RULES:
        there, back = _evidence(rule, old, new)
        for name, candidates in there.items():
            if len(candidates) == 1 and len(back[next(iter(candidates))]) == 1:
                yield name, next(iter(candidates)), rule
        for name in there:
            del old[name]
        for name in back:
            del new[name]


Links = dict[str, set[str]]


def _evidence(rule: str, old: dict[str, Signs], new: dict[str, Signs]) -> tuple[Links, Links]:
    """Who shares a sign with whom that nobody else has, in both directions."""
    there: Links = defaultdict(set)
    back: Links = defaultdict(set)
    bearers = _bearers(rule, new)
    for sign, names in _bearers(rule, old).items():
        others = bearers.get(sign, [])
        if len(names) != 1 or len(others) != 1:
            continue
        name, other = names[0], others[0]
        if rule != "title" or not _both_say_who(old[name], new[other]):
            there[name].add(other)
            back[other].add(name)
    return there, back


def _bearers(rule: str, sides: Mapping[str, Signs]) -> dict[object, list[str]]:
    found: dict[object, list[str]] = defaultdict(list)
    for name, of in sides.items():
        for sign in of.get(rule, ()):
            found[sign].append(name)
    return found


def _both_say_who(old: Signs, new: Signs) -> bool:
    """Then the publishers differ (else they had decided), and a title alone tells nothing."""
    return bool(old.get("by")) and bool(new.get("by"))


def proposed(session: Session, number: int) -> dict[str, str]:
    """Former identifier -> new one; HarvestError ``run.no_relaunch`` where nothing is proposed."""
    found = relaunch_queries.matches(session, number)
    if not found:
        raise HarvestError("run.no_relaunch", run=number)
    return {match.former: match.identifier for match in found}


def moved(known: Mapping[str, Known], names: Mapping[str, str]) -> dict[str, Known]:
    """What the store holds, under the names it has after the relaunch.

    The hash goes, so that what a dataset is called now is written in any case.
    """
    held = {former: at for former, at in known.items() if former not in names}
    return held | {name: known[former]._replace(hash="") for former, name in names.items()}
