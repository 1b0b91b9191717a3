# SPDX-License-Identifier: EUPL-1.2
"""The three tables of a portal: its Hinweise by code, each Hinweis of one code, its runs."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import NamedTuple

from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.errors import SelectionError
from app.compare.order import fold, ordered
from app.model import Finding, Run
from app.model.findings import CODES
from app.model.selection import Selection
from app.store import findings_queries, run_queries
from app.store.findings_queries import CodeCount, Occurrence
from app.web.desk import say, session
from app.web.pages.portal_words import in_general, mend, told

PAGE = 50
EXAMPLES = 3
READ = ("seite", "pro_seite", "sortierung")
GRAVITY = ("error", "warning", "note")
BY_CODE = (
    Column("schwere", "code", "schwere"),
    Column("hinweis", "text", "name"),
    Column("anzahl", "number", "anzahl"),
    Column("datasets", "number", "datasets"),
    Column("abhilfe", "text"),
    Column("beispiele", "links"),
    Column("kennung", "text"),
)
EACH = (
    Column("hinweis", "text"),
    Column("datensatz", "link"),
    Column("gegenstand", "text"),
    Column("abruf", "number"),
)
COUNTS = ("received", "added", "changed", "same", "retired", "rejected")
RUNS = (
    Column("abruf", "number"),
    Column("state", "code"),
    Column("begonnen", "date"),
    Column("dauer", "number"),
    *(Column(name, "number") for name in (*COUNTS, "distributions", "announced")),
    Column("meldungen", "text"),
)


class Group(NamedTuple):
    """A code at a portal. general, remedy: its sentences; examples: datasets it was made at."""

    found: CodeCount
    general: str
    remedy: str
    examples: tuple[Link, ...]


def by_code(portal: str, selection: Selection) -> Answer:
    """How often each code was found, the gravest and most frequent first; two statements."""
    counts = findings_queries.counts(session(), portal)
    firsts = findings_queries.examples(session(), portal, [each.code for each in counts])
    groups = [_group(each, firsts[each.code]) for each in counts]
    sortable = tuple(column.sorting for column in BY_CODE if column.sorting)
    rows, sorting = ordered(groups, selection.sortierung or "schwere", sortable, _value)
    size = selection.pro_seite or len(CODES)
    start = (selection.seite - 1) * size
    return Answer(
        question="portal",
        columns=BY_CODE,
        rows=tuple(_code_row(group) for group in rows[start : start + size]),
        notes=_ignored(selection),
        total=len(rows),
        page=selection.seite,
        page_size=size,
        sorting=sorting,
        selection=selection,
    )


def _group(count: CodeCount, firsts: list[Occurrence]) -> Group:
    links = (dataset_link(each) for each in firsts)
    examples = {link.key: link for link in links if link}
    finding = firsts[0].finding
    named = tuple(examples.values())[:EXAMPLES]
    return Group(count, in_general(finding), mend(finding), named)


def _value(group: Group, name: str) -> int | str | tuple[int, int]:
    count = group.found
    if name == "schwere":
        return GRAVITY.index(CODES.get(count.code, "note")), -count.findings
    if name == "name":
        return fold(group.general)
    return count.findings if name == "anzahl" else count.datasets


def _code_row(group: Group) -> tuple[Cell, ...]:
    count = group.found
    gravity = CODES.get(count.code, "note")
    counts = (count.findings, count.datasets)
    return (gravity, group.general, *counts, group.remedy, group.examples, count.code)


def dataset_link(found: Occurrence) -> Link | None:
    """The dataset of a finding; None for one about a page."""
    if found.dataset is None:
        return None
    label = found.title or say("web.dataset.untitled")
    return Link(found.dataset, label, f"/datensatz/{found.dataset}")


def occurrences(portal: str, code: str, selection: Selection) -> tuple[Answer, Finding | None]:
    """Each finding of a code, in the order they were made, and one of them; three statements."""
    _unsorted(selection)
    size = selection.pro_seite or PAGE
    start = (selection.seite - 1) * size
    found = findings_queries.occurrences(session(), portal, code, size, start)
    answer = Answer(
        question="portal-hinweise",
        columns=EACH,
        rows=tuple(_each_row(each) for each in found),
        notes=_ignored(selection),
        total=findings_queries.count(session(), portal, code),
        page=selection.seite,
        page_size=size,
        selection=selection,
        further=(("code", code),),
    )
    return answer, found[0].finding if found else None


def _each_row(found: Occurrence) -> tuple[Cell, ...]:
    said = told(found.finding.code, found.finding.params)
    return said, dataset_link(found), found.finding.subject, found.run


def runs(portal: str, selection: Selection) -> Answer:
    """The runs, newest first; three statements."""
    _unsorted(selection)
    size = selection.pro_seite or PAGE
    start = (selection.seite - 1) * size
    waiting = run_queries.waiting(session(), portal)
    found = run_queries.history(session(), portal, size, start)
    return Answer(
        question="portal-abrufe",
        columns=RUNS,
        rows=tuple(_run_row(run, waiting) for run in found),
        notes=_ignored(selection),
        total=run_queries.count(session(), portal),
        page=selection.seite,
        page_size=size,
        selection=selection,
        further=(("tabelle", "abrufe"),),
    )


def last_runs(found: Sequence[Run], waiting: int | None) -> Answer:
    """These runs alone. waiting: the one that a person can decide about."""
    rows = tuple(_run_row(run, waiting) for run in found)
    return Answer(question="portal-abrufe", columns=RUNS, rows=rows, total=len(rows))


def _run_row(run: Run, waiting: int | None) -> tuple[Cell, ...]:
    counts = (getattr(run, name) for name in (*COUNTS, "distributions", "announced"))
    took = _seconds(run.started, run.ended)
    state = "overtaken" if run.state == "quarantined" and run.id != waiting else run.state
    return (run.id, state, run.started, took, *counts, _notes(run, waiting))


def _seconds(start: datetime | None, end: datetime | None) -> int | None:
    return round((end - start).total_seconds()) if start and end else None


def _notes(run: Run, waiting: int | None) -> tuple[str, ...]:
    notes = tuple(dict.fromkeys(told(note.code, note.params) for note in run.notes))
    if run.state != "quarantined":
        return notes
    decide = "portal.decide" if run.id == waiting else "portal.outdated"
    return (*notes, say(decide, run=str(run.id)))


def _unsorted(selection: Selection) -> None:
    """These rows have one order; a wish for another would be passed over in silence."""
    if selection.sortierung:
        raise SelectionError("portal.no_sorting", value=selection.sortierung[:100])


def _ignored(selection: Selection) -> tuple[Note, ...]:
    """Filters of the query string that say nothing about one portal."""
    names = (each.name for each in fields(Selection) if each.name not in READ)
    given = (name for name in names if getattr(selection, name))
    return tuple(Note("note.ignored", {"parameter": name}) for name in given)
