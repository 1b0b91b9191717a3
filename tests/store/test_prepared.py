# SPDX-License-Identifier: EUPL-1.2
"""Rows that were made in advance are those that the store would have made itself."""

from app.model import Finding
from app.model.mark import Mark
from app.store import encoding
from app.store.packing import unpack
from app.store.prepared import Parts, dump, load, prepare
from app.store.swap_writes import Change
from tests.builders import dataset, part

SAID = '<https://a.example/1> <http://purl.org/dc/terms/title> "B\u00e4ume\0" .'


def test_nothing_is_lost_on_the_way() -> None:
    made = dataset("1", "05315000", "", part(), part("PDF"))
    findings = (Finding("date.invalid", "1", {"value": "gestern"}),)
    marks = (Mark("uri", -(2**63)), Mark("title", 2**63 - 1))
    change = Change(made, "05", "ab" * 32, "application/n-triples", SAID, "\ud800", findings, marks)
    there = load(dump(prepare(change)))
    assert there == prepare(change)
    assert (there.portal, there.identifier) == (made.portal, made.identifier)
    assert len(there.understood) == len(encoding.UNDERSTOOD_COLUMNS)
    assert there.said("title") == made.title
    assert unpack(there.source[1]) == SAID.replace("\0", "")
    assert there.personal == "\ufffd"
    assert len(Parts(*there.parts).files) == len(made.distributions)
    assert Parts(*there.parts).findings == [("date.invalid", "1", '{"value":"gestern"}')]
    assert there.marks == [(-(2**63), "uri"), (2**63 - 1, "title")]
