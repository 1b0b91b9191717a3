# SPDX-License-Identifier: EUPL-1.2
"""Provenance: our record about a dataset, the portal's own, persons, and what is only likely."""

from app.export.dcat import write_item
from app.export.item import Facts
from app.export.site import FeedSite
from app.export.terms import DCAT, DCT, FOAF
from app.web.messages import say
from tests.export.making import DATASET, MEANING, NOTHING, RDF_TYPE, SITE, a, item, nt, plain

RECORD = "<https://spiegel.example/datensatz/abcdefghijklm#record>"
SOURCE = "<https://spiegel.example/datensatz/abcdefghijklm#quelle>"


def written(
    statements: str, facts: Facts = NOTHING, site: FeedSite = SITE, **more: object
) -> list[str]:
    return list(
        write_item(item(statements, facts, **more), "<urn:c>", site, MEANING, "default").lines
    )


def test_our_record_names_the_dataset_its_source_and_our_licence() -> None:
    lines = written(plain())
    assert f"<https://spiegel.example/catalog> <{DCAT}record> {RECORD} ." in lines
    assert f"{RECORD} <{FOAF}primaryTopic> {DATASET} ." in lines
    assert f"{RECORD} <{DCT}license> <{SITE.licence}> ." in lines
    assert f"{RECORD} <{DCT}source> {SOURCE} ." in lines
    assert f'{SOURCE} <{DCT}identifier> "https://daten.example/d/1" .' in lines
    assert sum(line.startswith(f"{RECORD} <{DCT}modified>") for line in lines) == 1


def test_the_portals_own_record_is_the_source_where_it_has_one() -> None:
    own = "<https://daten.example/r/1>"
    lines = written(plain(a(own, "CatalogRecord"), (own, FOAF + "primaryTopic", DATASET)))
    assert f"{RECORD} <{DCT}source> {own} ." in lines
    assert not any(line.startswith(SOURCE) for line in lines)


def test_persons_are_written_while_they_stand_with_the_dataset() -> None:
    person = nt(("_:p1", "http://www.w3.org/2006/vcard/ns#fn", '"Erika Muster"'))
    assert person in written(plain(), personal=person)
    assert not any("Muster" in line for line in written(plain()))


def test_the_record_tells_what_we_read_and_what_is_only_likely() -> None:
    site = FeedSite(url=SITE.url, say=say)
    facts = Facts("13003000", likely=frozenset({"dct:spatial", "dct:references"}))
    told = [
        line for line in written(plain(), facts, site) if f"{RECORD} <{DCT}description>" in line
    ]
    assert len(told) == 1
    assert told[0].count("dct:spatial") == 2
    assert "dct:references" not in told[0]
    assert told[0].endswith('"@de .')


def test_lines_are_sorted_so_that_each_subject_is_one_piece() -> None:
    lines = written(plain(), Facts("13003000"))
    assert lines == sorted(set(lines))


def test_a_dataset_typed_only_as_a_series_is_found() -> None:
    statements = nt(("_:s", RDF_TYPE, f"<{DCAT}DatasetSeries>"))
    lines = written(statements, uri=None, identifier="reihe")
    assert f"<urn:c> <{DCAT}dataset> _:s ." in lines
