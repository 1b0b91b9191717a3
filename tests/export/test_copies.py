# SPDX-License-Identifier: EUPL-1.2
"""Copies in the feed: each dataset once, with the names it has in other portals."""

from dataclasses import replace

from app.export.dcat import write_item
from app.export.item import Copy
from app.export.site import FeedSite
from app.export.source import item as one
from app.export.source import items
from app.export.terms import DCT
from app.model import Dataset
from app.model.mark import Mark
from app.model.selection import Selection
from app.store import Store, dataset_queries
from app.store.change import Change
from app.web.messages import say
from tests import builders
from tests.export.making import DATASET, MEANING, NOTHING, SITE, item, plain

ADMS = "http://www.w3.org/ns/adms#"
NOTATION = "<http://www.w3.org/2004/02/skos/core#notation>"
TYPED = "^^<http://www.w3.org/2001/XMLSchema#anyURI>"
NODE = "<https://spiegel.example/datensatz/abcdefghijklm#kennung-{}>"
OTHER = Copy("b", "GovData", "https://bund.example/d/9")


def test_names_in_other_portals_are_secondary_identifiers() -> None:
    site = FeedSite(url=SITE.url, say=say)
    said = item(plain(), NOTHING, copies=(OTHER, Copy("c", "Land", "kennung 7")))
    lines = write_item(said, "<urn:c>", site, MEANING, "default").lines
    node, named = NODE.format("b"), NODE.format("c")
    assert f"{DATASET} <{ADMS}identifier> {node} ." in lines
    assert f'{node} {NOTATION} "https://bund.example/d/9"{TYPED} .' in lines
    assert f'{node} <{ADMS}schemaAgency> "GovData" .' in lines
    assert f'{named} {NOTATION} "kennung 7" .' in lines
    assert any(f"{DCT}description" in line and "adms:identifier" in line for line in lines)


def test_the_same_name_elsewhere_is_no_other_name() -> None:
    """And a dataset the portal gave no name gets none from us."""
    said = item(plain(), NOTHING, copies=(replaced(OTHER, DATASET[1:-1]),))
    for each in (said, replace(said, uri=None, statements="", copies=())):
        lines = write_item(each, "<urn:c>", SITE, MEANING, "default").lines
        assert not any(ADMS in line for line in lines)


def replaced(copy: Copy, name: str) -> Copy:
    return copy._replace(name=name)


def carried(key: str) -> Change:
    """The town's dataset as this portal has it."""
    made: Dataset = builders.dataset(f"{key}-1", "13003000", "", builders.part(), portal=key)
    return replace(builders.change(made, statements="{}"), marks=(Mark("identifier", 7),))


def test_the_feed_has_each_dataset_once_with_its_copies(sqlite_store: Store) -> None:
    builders.harvest(sqlite_store, carried("stadt"))
    builders.harvest(sqlite_store, carried("land"))
    with sqlite_store.session() as session:
        (only,) = items(session, Selection())
        (other,) = {"stadt", "land"} - {only.portal}
        (own,) = items(session, Selection(portal=(other,)))
        assert [copy.name for copy in only.copies] == [own.identifier]
        assert [copy.name for copy in own.copies] == [only.identifier]
        again = one(session, only.id)
        assert again and again.copies == only.copies
        assert dataset_queries.count(session, Selection()) == 1
