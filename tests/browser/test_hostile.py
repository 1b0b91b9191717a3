# SPDX-License-Identifier: EUPL-1.2
"""Hostile metadata in a real browser: nothing of it runs, loads or pushes a page out of shape."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog

from app.web import limits
from app.web.factory import create
from tests.browser.conftest import Served, Tab, serving
from tests.browser.kinds import MISSING, paths
from tests.web import hostile

OPEN = """() => {
  document.querySelectorAll("details").forEach((each) => (each.open = true));
  document.querySelectorAll(".unfold input").forEach((each) => (each.checked = true));
}"""
SHIFT = "[window.broken ?? null, document.documentElement.scrollWidth]"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    app = create(hostile.settings(tmp_path_factory.mktemp("attacked"), hostile.SHOWN))
    app.extensions[limits.NAME] = limits.Buckets(burst=10_000)
    found = hostile.datasets(app.extensions["datenspiegel"].store)
    with serving(app, found[0]) as site:
        yield site


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_runs_and_nothing_sticks_out(
    browser: Browser, attacked: Served, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab, dialogs, wrong = Tab(context.new_page(), attacked.address), [], {}

    def asked(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    tab.page.on("dialog", asked)
    found = hostile.datasets(attacked.app.extensions["datenspiegel"].store)
    pages = [path for path in paths(attacked) if path != MISSING]
    for path in (*pages, "/suche?q=Baumkataster", *(f"/datensatz/{each}" for each in found)):
        status = tab.open(path)
        tab.page.evaluate(OPEN)
        broken, wide = tab.page.evaluate(SHIFT)
        if status != 200 or broken or wide > width:
            wrong[path] = (status, broken, wide)
    context.close()
    assert wrong == {}
    assert (dialogs, tab.complaints, tab.blocked) == ([], [], [])


def test_suggestions_are_shown_as_text(browser: Browser, attacked: Served) -> None:
    context = browser.new_context()
    tab = Tab(context.new_page(), attacked.address)
    tab.open("/suche")
    tab.page.locator("#q").press_sequentially("baumkataster")
    tab.page.locator("[role=option]").first.wait_for()
    assert tab.page.evaluate("document.querySelectorAll('[role=option] :not(span)').length") == 0
    assert tab.page.evaluate("window.broken ?? null") is None
    context.close()
    assert tab.complaints == []
