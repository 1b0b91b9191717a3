# SPDX-License-Identifier: EUPL-1.2
"""What programs fetch after hostile harvests: well-formed, without formulas, scripts or persons.

Promises S3 and S11; the pages themselves are looked at in test_hostile.
"""

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.routing import Rule

from app.compare import QUESTIONS
from app.web import limits
from app.web.factory import create
from tests.harvesters.ckan_server import make_package
from tests.web import hostile

FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"-?\d+([.,]\d+)?(%| %)?")
METRIC = re.compile(
    r'(#.*|[a-z_]+(\{[a-z]+="([^"\\\n]|\\[\\"n])*"(,[a-z]+="([^"\\\n]|\\.)*")*\})? \S+)'
)
PERSON = ("quitterstein", "zenobia", "7766554")
RDF = {
    "ttl": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
    "xml": ox.RdfFormat.RDF_XML,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}
NAMED = (
    '"author": "Zenobia Quitterstein", "author_email": "zenobia.quitterstein@stadt.example", '
    '"extras": [{"key": "contact_name", "value": "Zenobia Quitterstein"}], '
)


def damaged() -> str:
    """Packages that are rejected, with a person in each."""
    texts = [json.dumps(make_package(number)) for number in range(6)]
    texts[1] = "{" + NAMED + texts[1][1:].replace('", "', '" "', 1)
    texts[2] = "{" + NAMED + '"notes": "Der "neue" Plan", ' + texts[2][1:]
    texts[3] = "{" + NAMED + '"x": ' + "[" * 90 + "]" * 90 + ", " + texts[3][1:]
    texts[4] = "{" + NAMED + '"title": "=cmd|x", "notes": "y"}'
    return '{"success": true, "result": {"results": [' + ", ".join(texts) + "]}}"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = tmp_path_factory.mktemp("exports")
    settings = hostile.settings(folder, hostile.SHOWN)
    (folder / "damaged.json").write_text(damaged(), encoding="utf-8")
    named = ["--kind", "ckan", "--url", str(folder / "damaged.json"), "--portal", "drittes"]
    command = [*hostile.PROGRAM, "--config", str(folder / "config.toml"), "harvest", *named]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    said = (ended.stdout + ended.stderr).lower()
    assert "traceback" not in said
    assert not [word for word in PERSON if word in said]
    made = create(settings)
    made.extensions[limits.NAME] = limits.Buckets(burst=100_000)
    return made


def values_of(app: Flask) -> dict[str, list[str]]:
    """What variables of addresses stand for."""
    ids = hostile.datasets(app.extensions["datenspiegel"].store)
    return {
        "portal": ["stadt", "zweites", "drittes"],
        "dataset_id": ids,
        "dataset": ids[:5],
        "key": [hostile.TOWN],
        "run": ["1", "2", "3"],
        "licence": ["cc-by-4.0"],
        "standard": ["csv"],
        "format": ["CSV"],
        "number": ["1"],
        "slug": [],
        "name": ["licences", "standards", "musterdatensaetze", "kommunen"],
    }


def addresses(app: Flask) -> Iterator[str]:
    """Everything that programs fetch, in every form."""
    known = values_of(app)
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.endpoint == "static":
            continue
        text = str(rule)
        if rule.arguments and "<" in text and not text.startswith("/static"):
            yield from filled(rule, known)
        elif "." in text.rpartition("/")[2] or text.startswith(("/api/v1", "/metrics")):
            yield text
    yield from (f"/vergleich/{each}.{form}" for each in QUESTIONS for form in ("csv", "json"))
    yield from (f"/vergleich/{each}.xlsx" for each in QUESTIONS)
    yield from ("/api/3/action/package_list", "/api/3/action/package_search?rows=100")


def filled(rule: Rule, known: dict[str, list[str]]) -> Iterator[str]:
    """The addresses of a rule with one variable, and a choice of endings."""
    text = str(rule)
    choice = re.search(r"<any\(([^)]*)\):(?:suffix|form)>", text)
    endings = [each.strip() for each in choice[1].split(",")] if choice else [""]
    names = [each for each in rule.arguments if each not in ("suffix", "form")]
    plain = text.replace(choice[0], "{ending}") if choice else text
    if len(names) > 1 or (not choice and not plain.startswith("/api/v1") and ".json" not in plain):
        return
    for value in known.get(names[0], []) if names else [""]:
        for ending in endings:
            yield re.sub(r"<[^>]+>", value, plain).replace("{ending}", ending)


def strict(text: str) -> Any:
    """JSON without NaN."""

    def refuse(word: str) -> None:
        raise ValueError(word)

    return json.loads(text, parse_constant=refuse)


def formulas_in_csv(data: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    return [cell for row in rows for cell in row if is_formula(cell)]


def formulas_in_xlsx(data: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    return [cell.value for cell in cells if isinstance(cell.value, str) and is_formula(cell.value)]


def is_formula(cell: str) -> bool:
    return bool(FORMULA.match(cell)) and not NUMBER.fullmatch(cell)


def check_rdf(ending: str) -> Callable[[bytes], object]:
    return lambda data: list(ox.parse(data, format=RDF[ending], base_iri="https://x.example/"))


def check_metrics(data: bytes) -> None:
    wrong = [line for line in data.decode().splitlines() if line and not METRIC.fullmatch(line)]
    assert wrong == []


def checks(path: str, media_type: str) -> list[Callable[[bytes], object]]:
    """What must hold of an answer."""
    ending = path.partition("?")[0].rpartition(".")[2]
    if ending in RDF and "sitemap" not in path:
        return [check_rdf(ending)] + ([ElementTree.fromstring] if ending in ("rdf", "xml") else [])
    if "json" in media_type:
        return [lambda data: strict(data.decode())]
    if ending in ("atom", "xml"):
        return [ElementTree.fromstring]
    if ending == "csv":
        return [lambda data: _none(formulas_in_csv(data))]
    if ending == "xlsx":
        return [lambda data: _none(formulas_in_xlsx(data))]
    return [check_metrics] if path == "/metrics" else []


def _none(found: list[str]) -> None:
    assert found == []


def test_everything_that_programs_fetch(app: Flask) -> None:
    client: FlaskClient = app.test_client()
    wrong: dict[str, str] = {}
    seen = set()
    for path in addresses(app):
        answer = client.get(path, buffered=True)
        seen.add((answer.status_code, answer.mimetype))
        if answer.status_code in (400, 404, 405):  # asks for more, or is asked by POST
            continue
        text = answer.data.decode("utf-8", "replace").lower()
        if answer.status_code != 200 or "traceback" in text:
            wrong[path] = str(answer.status_code)
        if any(word in text for word in PERSON):
            wrong[path] = "a person"
        for check in checks(path, answer.mimetype):
            try:
                check(answer.data)
            except (ValueError, SyntaxError, AssertionError) as error:
                wrong[path] = repr(error)[:300]
    assert wrong == {}
    assert len(seen) > 8, seen
