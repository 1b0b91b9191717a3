# SPDX-License-Identifier: EUPL-1.2
"""Opening a page leaves the process as it was."""

import gc

import pytest

from harvesters.base import rdf_page
from harvesters.base.errors import UnexpectedAnswer
from tests.harvesters.pages import PORTAL, page

DATASET = "<https://a.example/d> a <http://www.w3.org/ns/dcat#Dataset> ."


def test_rubbish_is_collected_again_after_a_page() -> None:
    assert rdf_page.open_page(PORTAL, page(DATASET)).items
    assert gc.isenabled()


def test_rubbish_is_collected_again_after_a_broken_page() -> None:
    with pytest.raises(UnexpectedAnswer):
        rdf_page.open_page(PORTAL, page("no RDF at all"))
    assert gc.isenabled()


def test_what_was_switched_off_stays_so() -> None:
    gc.disable()
    try:
        rdf_page.open_page(PORTAL, page(DATASET + " # once more"))
        assert not gc.isenabled()
    finally:
        gc.enable()
