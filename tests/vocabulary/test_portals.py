# SPDX-License-Identifier: EUPL-1.2
"""The directory of portals: what stands in it can be harvested, and its keys are the right ones."""

from collections import Counter
from pathlib import Path

import pytest

from app.config import checks
from app.normalise.kommune import make_finder
from app.normalise.kommune_answer import Asked, answer
from app.vocabulary import VocabularyError, load
from app.vocabulary.check import check
from app.vocabulary.files import Shelf, packaged_folder
from app.vocabulary.portals import COLUMNS, LEVELS, read_portals
from harvesters import HARVESTERS

PORTALS = load().portals


def test_every_level_is_there_and_every_kind_has_a_harvester() -> None:
    assert len(PORTALS) > 100
    assert {each.level for each in PORTALS} == set(LEVELS)
    assert {each.kind for each in PORTALS} <= set(HARVESTERS)


def test_every_row_can_become_a_block_of_the_configuration() -> None:
    for each in PORTALS:
        assert checks.portal_id(each.id) is None
        assert checks.portal_address(each.url) is None, each
        assert not each.key or checks.official_key(each.key) is None, each


def test_keys_are_what_our_own_reading_makes_of_the_titles() -> None:
    """Where the reading is sure of a title, it names the same Kommune as the directory."""
    finder = make_finder(load())
    sure = 0
    for each in PORTALS:
        if not each.key:
            continue
        found = answer(finder, Asked(each.title, portal_key=each.key))
        if found["status"] == "exact" and found["key"]:
            assert found["key"] == each.key, each
            sure += 1
    assert sure > 60


def test_an_own_portal_wins_over_a_part_of_a_shared_one() -> None:
    aachen = PORTALS.get("aachen")
    assert aachen is not None
    assert aachen.url == "https://offenedaten.aachen.de"


def test_rdf_is_preferred_where_the_lists_know_of_it() -> None:
    kinds = {each.id: each.kind for each in PORTALS}
    assert kinds["koeln"] == kinds["rostock"] == kinds["hamburg"] == "dcat"
    assert Counter(kinds.values())["dcat"] >= 20


def folder_with(tmp_path: Path, *rows: str) -> Path:
    text = "\n".join([",".join(COLUMNS), *rows]) + "\n"
    (tmp_path / "portals.csv").write_text(text, encoding="utf-8")
    return tmp_path


GOOD = "grauheim,Grauheim,dcat,https://d.example/catalog.ttl,13003000,gemeinde,by hand,unverified"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("grauheim,Grau", "Grau heim,Grau"), "value_wrong"),
        (("https://", "javascript:"), "value_wrong"),
        (("gemeinde", "dorf"), "value_wrong"),
        (("unverified", "gestern"), "value_wrong"),
        (("by hand", ""), "value_wrong"),
        ((",gemeinde", ""), "line_broken"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, change: tuple[str, str], code: str) -> None:
    shelf = Shelf(folder_with(tmp_path, GOOD))
    assert len(read_portals(shelf)) == 1
    with pytest.raises(VocabularyError, match=code):
        read_portals(Shelf(folder_with(tmp_path, GOOD.replace(*change))))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([GOOD, GOOD.replace("grauheim", "zwei")], "vocabulary.uri_twice"),
        ([GOOD, GOOD], "vocabulary.key_twice"),
        ([GOOD.replace("13003000", "99999999")], "vocabulary.reference_missing"),
        ([GOOD.replace("gemeinde", "kreis")], "vocabulary.value_wrong"),
        ([GOOD.replace("gemeinde", "bund")], "vocabulary.value_wrong"),
    ],
)
def test_vocab_check_looks_at_it(tmp_path: Path, rows: list[str], code: str) -> None:
    problems = check(packaged_folder(), folder_with(tmp_path, *rows))
    assert code in {each.code for each in problems if each.file == "portals.csv"}
