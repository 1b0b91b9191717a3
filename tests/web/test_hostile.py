# SPDX-License-Identifier: EUPL-1.2
"""Hostile metadata, harvested by the real path: no page breaks, grows without end or runs it."""

import csv
import io
import re
import time
from pathlib import Path
from typing import Any

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from app.web import limits
from app.web.factory import create
from tests.browser.conftest import Served
from tests.browser.kinds import paths
from tests.web import hostile
from tests.web.page import read

LARGEST, SLOWEST = 500_000, 3.0
LINKS = ("href", "src", "action", "formaction", "poster", "data", "srcset")
SCHEMES = re.compile(r"(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", re.I)
FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"-?\d+([.,]\d+)?")
FORMS = ("json", "csv", "xlsx")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    made = create(hostile.settings(tmp_path_factory.mktemp("hostile")))
    made.extensions[limits.NAME] = limits.Buckets(burst=10_000)
    return made


@pytest.fixture(scope="module")
def every(app: Flask) -> list[str]:
    """Every kind of page, and every dataset there is."""
    found = hostile.datasets(app.extensions["datenspiegel"].store)
    assert len(found) > 2 * len(hostile.ATTACKS)
    searched = [f"/suche?q={word}" for word in ("Baumkataster", "script", "%3Cimg", "cmd")]
    kinds = paths(Served(app, "", found[0]))
    return [*kinds, *searched, *(f"/datensatz/{each}" for each in found), "/en/suche"]


def data(client: FlaskClient, pages: list[str], form: str) -> dict[str, Any]:
    """The same pages as data, where they have that form."""
    found = {}
    for path in pages:
        start, mark, query = path.partition("?")
        answer = client.get(f"{start}.{form}{mark}{query}", buffered=True)
        assert answer.status_code < 500, path
        if answer.status_code == 200:
            found[path] = answer
    assert len(found) >= 8
    return found


def test_no_page_breaks_or_runs_anything(app: Flask, every: list[str]) -> None:
    client, wrong = app.test_client(), {}
    for path in every:
        answer = client.get(path)
        assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
        shown = read(answer.text)
        names = [name for name in shown.names_of_attributes() if name.startswith("on")]
        names += [name for name in shown.names_of_attributes() if name in {"style", "srcdoc"}]
        targets = [each for name in LINKS for each in shown.attribute("*", name)]
        names += [each for each in targets if SCHEMES.match(each.strip())]
        inline = answer.text.count("<script>")
        if names or inline or answer.status_code >= 500:
            wrong[path] = (answer.status_code, inline, names[:5])
    assert wrong == {}


def test_every_page_is_valid_html(app: Flask, every: list[str]) -> None:
    client, wrong = app.test_client(), {}
    for path in every:
        parser: Any = html5lib.HTMLParser(strict=False)
        parser.parse(client.get(path).get_data(as_text=True))
        if parser.errors:
            wrong[path] = parser.errors[:3]
    assert wrong == {}


def test_pages_stay_small_and_quick(app: Flask, every: list[str]) -> None:
    client, wrong = app.test_client(), {}
    client.get("/suche")
    for path in every:
        started = time.process_time()
        size = len(client.get(path).data)
        seconds = time.process_time() - started
        if size > LARGEST or seconds > SLOWEST:
            wrong[path] = (size, seconds)
    assert wrong == {}


def test_nothing_turns_the_words_around_it(app: Flask, every: list[str]) -> None:
    """No page carries overrides of direction, halves of characters or NUL."""
    client = app.test_client()
    for path in every:
        text = client.get(path).text
        assert "\x00" not in text, path
        assert not re.search(r"[\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text), path


@pytest.mark.parametrize("dialect", ["", "csv=de"])
def test_no_cell_is_a_formula_in_csv(app: Flask, every: list[str], dialect: str) -> None:
    sign = ";" if dialect else ","
    shown = [f"{path}{'&' if '?' in path else '?'}{dialect}" for path in every]
    cells = [
        cell
        for answer in data(app.test_client(), shown if dialect else every, "csv").values()
        for row in csv.reader(io.StringIO(answer.text.lstrip("\ufeff")), delimiter=sign)
        for cell in row
    ]
    assert any("cmd|" in cell for cell in cells), "the attacks are not among the cells"
    assert [each for each in cells if FORMULA.match(each) and not NUMBER.fullmatch(each)] == []


def test_no_cell_is_a_formula_in_xlsx(app: Flask, every: list[str]) -> None:
    for path, answer in data(app.test_client(), every, "xlsx").items():
        for sheet in load_workbook(io.BytesIO(answer.data)).worksheets:
            kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
            assert "f" not in kinds, path


def test_data_are_json_and_bounded(app: Flask, every: list[str]) -> None:
    found = data(app.test_client(), every, "json")
    for path, answer in found.items():
        assert answer.get_json() is not None, path
        assert len(answer.data) < 4 * LARGEST, (path, len(answer.data))


def test_suggestions_are_plain_and_short(app: Flask) -> None:
    body = app.test_client().get("/suche/vorschlaege.json?q=baumkataster").get_json()
    assert body["suggestions"]
    assert all(len(each["label"]) <= 200 for each in body["suggestions"])
    assert all(each["href"].startswith("/") for each in body["suggestions"])


def test_the_feed_is_read_by_a_strict_parser(app: Flask) -> None:
    """What the portal said goes out again, and is still RDF."""
    from pyoxigraph import RdfFormat, parse

    answer = app.test_client().get("/catalog.ttl", buffered=True)
    assert answer.status_code == 200
    assert sum(1 for _ in parse(answer.data, format=RdfFormat.TURTLE)) > 5 * hostile.HUGE.files


def test_files_of_the_attack_are_what_they_say(tmp_path: Path) -> None:
    """The material itself: as large and as many as promised."""
    lines = list(hostile.catalogue())
    assert max(map(len, lines)) > hostile.HUGE.letters
    assert (
        sum("viele/f" in line and "distribution>" in line for line in lines) == hostile.HUGE.files
    )
    assert "\\u0000" in hostile.packages() and "\\ud800" in hostile.packages()
