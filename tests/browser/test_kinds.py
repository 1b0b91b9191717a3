# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page, wide and narrow: axe finds nothing, nothing sticks out, nobody complains."""

from collections.abc import Sequence
from typing import Any

import html5lib
import pytest

from tests.browser.conftest import Opening, Served, Tab
from tests.browser.kinds import paths, short

WIDTHS = (1280, 320)
TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice")
UNFOLD = """() => {
  document.querySelectorAll("details").forEach((each) => (each.open = true));
  const boxes = document.querySelectorAll(".unfold input, .all-rows input");
  boxes.forEach((each) => (each.checked = true));
}"""
RUN = """(only) => axe.run(document, { runOnly: only }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)))"""


@pytest.fixture(scope="session")
def kinds(served: Served) -> list[str]:
    return paths(served)


def violations(tab: Tab, only: Sequence[str]) -> list[str]:
    """What axe finds on the page that is open."""
    found: list[str] = tab.page.evaluate(RUN, list(only))
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_page_is_accessible(
    tab: Opening, served: Served, kinds: list[str], axe: str, width: int
) -> None:
    """By day with every rule, by night what may differ then: the contrast."""
    opened, found = tab(width, bypass_csp=True), {}
    for path in (short(served, each) for each in kinds):
        opened.page.emulate_media(color_scheme="light")
        opened.open(path)
        opened.page.evaluate(UNFOLD)
        opened.page.evaluate(axe)
        problems = violations(opened, TAGS)
        opened.page.emulate_media(color_scheme="dark")
        problems += violations(opened, ("color-contrast",))
        if problems:
            found[path] = problems[:10]
    assert found == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_and_nobody_complains(
    tab: Opening, kinds: list[str], width: int
) -> None:
    opened, wide = tab(width), {}
    for path in kinds:
        status = opened.open(path)
        assert status == (404 if path == kinds[-1] else 200), path
        size = opened.page.evaluate("document.documentElement.scrollWidth")
        if size > width:
            wide[path] = size
        assert opened.page.evaluate("window.broken") is None, path
    assert wide == {}
    assert opened.blocked == []
    expected = [text for text in opened.complaints if "404" in text]
    assert (opened.complaints, len(expected)) == (expected, 1)


def test_every_page_is_valid_html(served: Served, kinds: list[str]) -> None:
    client, found = served.app.test_client(), {}
    for path in kinds:
        parser: Any = html5lib.HTMLParser(strict=False)
        parser.parse(client.get(path).get_data(as_text=True))
        if parser.errors:
            found[path] = [(place, code) for place, code, _ in parser.errors][:5]
    assert found == {}


def test_ids_are_unique_and_references_lead_somewhere(tab: Opening, kinds: list[str]) -> None:
    opened, found = tab(), {}
    script = """() => {
      const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
      const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
      const names = ["aria-labelledby", "aria-describedby", "for"];
      const named = [...document.querySelectorAll(names.map((name) => `[${name}]`))]
        .flatMap((each) => names.flatMap((name) => (each.getAttribute(name) ?? "").split(" ")))
        .filter(Boolean);
      const inner = [...document.querySelectorAll("a[href^='#']")]
        .map((each) => each.getAttribute("href").slice(1));
      return [...twice, ...[...named, ...inner].filter((id) => !ids.includes(id))];
    }"""
    for path in kinds:
        opened.open(path)
        if wrong := opened.page.evaluate(script):
            found[path] = wrong
    assert found == {}
