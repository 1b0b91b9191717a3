# SPDX-License-Identifier: EUPL-1.2
"""Using the pages: by keyboard, without script, on paper, in forced colours, on thin lines."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opening, Served
from tests.browser.kinds import TOWN
from tests.browser.test_kinds import TAGS, violations

QUESTION = "/vergleich/haeufigste-datenbestaende"
PATHS = ("/", "/suche", "/portale", "/kommunen", f"{QUESTION}?land=13", f"/kommune/{TOWN}")
LIGHT = 150_000
FOCUSABLE = """() => {
  const inside = "a[href],button,input:not([type=hidden]),select,textarea,summary";
  const shown = (each) => each.checkVisibility({ visibilityProperty: true });
  const found = [...document.querySelectorAll(inside)].filter(shown);
  found.forEach((each, at) => (each.dataset.at = at));
  return found.length;
}"""
FOCUSED = """() => {
  const here = document.activeElement, style = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return [here.dataset.at ?? null, ringed, box.width > 0 && box.height > 0];
}"""


@pytest.mark.parametrize("path", PATHS)
def test_the_keyboard_reaches_everything_in_order(tab: Opening, path: str) -> None:
    opened = tab()
    opened.open(path)
    count = opened.page.evaluate(FOCUSABLE)
    assert count > 10
    for expected in range(count):
        opened.page.keyboard.press("Tab")
        at, ringed, there = opened.page.evaluate(FOCUSED)
        assert at == str(expected), (path, expected)
        assert ringed, (path, expected, "the focus cannot be seen")
        assert there, (path, expected)


def test_the_first_stop_leads_to_the_content(tab: Opening) -> None:
    opened = tab()
    opened.open(QUESTION)
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "inhalt"


def test_filters_work_without_script(tab: Opening) -> None:
    opened = tab(java_script_enabled=False)
    opened.open(QUESTION)
    page = opened.page
    page.locator("details.panel > summary").first.press("Enter")
    page.locator("#f-land").select_option("13")
    page.locator("details.panel button[type=submit]").click()
    assert "land=13" in page.url
    page.locator(".chip").first.click()
    assert "land=13" not in page.url


def test_filters_change_the_page_in_place(tab: Opening) -> None:
    opened = tab()
    opened.open(QUESTION)
    page = opened.page
    page.evaluate("window.same = true")
    page.locator("a.sort").first.click()
    page.wait_for_url("**sortierung=*")
    page.locator("#inhalt:focus").wait_for()  # a function would be evaluated: the CSP forbids it
    assert page.evaluate("window.same"), "the whole page was loaded anew"
    assert page.locator("h1").count() == page.locator("th[aria-sort]").count() == 1
    page.go_back()
    page.wait_for_url(lambda url: "?" not in url)
    expect(page.locator("h1")).to_have_count(1, timeout=30_000)  # the page is fetched anew
    assert opened.complaints == []


def test_suggestions_are_chosen_by_keyboard(tab: Opening) -> None:
    """The combobox of the ARIA practices: arrows mark, Escape closes, Enter follows."""
    opened = tab()
    opened.open("/")
    page, field = opened.page, opened.page.locator("#q")
    field.press_sequentially("baum")
    options = page.locator("[role=option]")
    options.first.wait_for()
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    assert page.locator("[role=status]").inner_text()
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false" and not options.first.is_visible()
    assert field.input_value() == "baum"
    page.keyboard.press("ArrowDown")
    options.first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche?musterdatensatz=*")
    assert opened.complaints == []


def test_open_suggestions_are_accessible(tab: Opening, axe: str) -> None:
    opened = tab(bypass_csp=True)
    opened.open("/suche")
    opened.page.locator("#q").press_sequentially("baum")
    opened.page.locator("[role=option]").first.wait_for()
    opened.page.keyboard.press("ArrowDown")
    opened.page.evaluate(axe)
    assert violations(opened, TAGS) == []


def test_what_was_typed_is_searched_without_script(tab: Opening) -> None:
    opened = tab(java_script_enabled=False)
    opened.open("/")
    opened.page.locator("#q").fill("Datensaz")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/suche?q=Datensaz")
    better = opened.page.locator(".better a")
    assert better.is_visible() and better.inner_text() == "Datensatz"


@pytest.mark.parametrize("script", [True, False])
def test_facets_are_folded_away_on_phones_only(tab: Opening, script: bool) -> None:
    """Hits come first on a phone; one disclosure, closed at first, holds every facet."""
    wide = tab(1280, java_script_enabled=script)
    wide.open("/suche")
    assert not wide.page.locator(".drawer > summary").is_visible()
    assert wide.page.locator(".facet[open] > ul > li:first-child > a:visible").count() == 5
    phone = tab(320, java_script_enabled=script)
    phone.open("/suche?land=13")
    drawer, link = phone.page.locator(".drawer > summary"), phone.page.locator(".facet a").first
    assert not link.is_visible() and "(1" in drawer.inner_text()
    hit = phone.page.locator(".file").first.bounding_box()
    assert hit and hit["y"] < 1200
    drawer.press("Enter")
    assert link.is_visible()
    phone.page.locator(".chip").first.click()
    phone.page.wait_for_url(lambda url: "land=13" not in url)
    assert phone.complaints == []


def test_forced_colours_keep_what_is_chosen(tab: Opening) -> None:
    opened = tab(forced_colors="active")
    opened.open(QUESTION)
    chosen, other = (
        opened.page.locator(where).first.evaluate(
            "(each) => getComputedStyle(each).borderBottomColor"
        )
        for where in (".main-menu a[aria-current]", ".main-menu a:not([aria-current])")
    )
    assert chosen != other


def test_paper_shows_the_table_and_no_controls(tab: Opening) -> None:
    opened = tab()
    opened.open(QUESTION)
    opened.page.emulate_media(media="print")
    assert opened.page.locator("table.answer").is_visible()
    for hidden in (".main-menu", ".pages", ".downloads", ".language"):
        assert not opened.page.locator(hidden).first.is_visible(), hidden
    assert opened.page.pdf(prefer_css_page_size=True)[:4] == b"%PDF"


def test_tables_stay_tables_on_paper(tab: Opening) -> None:
    """A sheet is narrower than where screens turn rows into cards: that would cost trees."""
    opened = tab(700)
    opened.open(QUESTION)
    shown = "getComputedStyle(document.querySelector('table.answer tbody td')).display"
    assert opened.page.evaluate(shown) == "flow-root"
    opened.page.emulate_media(media="print")
    assert opened.page.evaluate(shown) == "table-cell"
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 700


def test_the_first_page_is_light(served: Served, tab: Opening) -> None:
    """HTML, styles, fonts, icons and scripts of the start page, uncompressed."""
    opened = tab()
    urls: list[str] = []
    opened.page.on("response", lambda response: urls.append(response.url))
    opened.open("/")
    opened.page.wait_for_load_state("networkidle")
    client = served.app.test_client()
    paths = {url.removeprefix(served.address) for url in urls if url.startswith(served.address)}
    sizes = {path: len(client.get(path, buffered=True).data) for path in paths}
    assert any(path.endswith(".css") for path in paths)
    assert any(path.endswith(".woff2") for path in paths)
    assert sum(sizes.values()) <= LIGHT, sizes


def test_what_is_built_may_be_kept_and_is_sent_compressed(served: Served) -> None:
    client = served.app.test_client()
    page = client.get("/").get_data(as_text=True)
    address = re.search(r'href="(/static/build/[^"]+\.css)"', page)
    assert address, "the page does not use the build"
    plain = client.get(address[1], buffered=True)
    packed = client.get(address[1], headers={"Accept-Encoding": "gzip"}, buffered=True)
    assert plain.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert packed.mimetype == plain.mimetype == "text/css"
    assert len(packed.data) < len(plain.data) / 3


@pytest.mark.parametrize("script", [True, False])
def test_long_lists_wait_on_phones_for_a_box(tab: Opening, script: bool) -> None:
    """Wide tables show everything and no box; on a phone a card opens by keyboard and closes."""
    wide = tab(1280, java_script_enabled=script)
    wide.open(QUESTION)
    assert wide.page.locator("td.later").first.is_visible()
    assert not wide.page.locator(".unfold").first.is_visible()
    phone = tab(320, java_script_enabled=script)
    phone.open(QUESTION)
    row = phone.page.locator("table.answer tbody tr").first
    box, lists = row.locator(".unfold input"), row.locator("td.later")
    assert not lists.first.is_visible() and row.locator("td .big").first.is_visible()
    box.press("Space")
    assert lists.first.is_visible() and lists.last.is_visible()
    box.press("Space")
    assert not lists.first.is_visible()


def test_paper_shows_what_waits_on_phones(tab: Opening) -> None:
    opened = tab(320)
    opened.open(QUESTION)
    opened.page.emulate_media(media="print")
    assert opened.page.locator("td.later").first.is_visible()
    assert not opened.page.locator(".unfold").first.is_visible()


def test_a_long_list_ends_early_on_phones_until_its_box_is_ticked(tab: Opening) -> None:
    shown = "tbody > tr:visible"
    wide = tab()
    wide.open("/lizenzen")
    every = wide.page.locator(shown).count()
    assert every > 10
    assert not wide.page.locator(".all-rows").is_visible()
    phone = tab(320)
    phone.open("/lizenzen")
    assert phone.page.locator(shown).count() == 10
    phone.page.locator(".all-rows").click()
    assert phone.page.locator(shown).count() == every
