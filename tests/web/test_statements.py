# SPDX-License-Identifier: EUPL-1.2
"""How many SQL statements each kind of page costs once the counts of a generation are read."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from app.compare import QUESTIONS
from tests.web.conftest import TREES
from tests.web.test_pages import statements

TOWN = "13003000"
MOST = 13  # of any page, also of kinds that nobody named here
NEEDED = {"kommune": TOWN, "musterdatensatz": TREES}
VALUES = {
    "key": TOWN,
    "slug": TREES,
    "licence": "cc-by-4.0",
    "portal": "stadt",
    "standard": "gtfs",
    "format": "CSV",
}
KINDS = {
    "/": 2,
    "/suche?q=B%C3%A4ume&land=13": 4,
    "/vergleich": 0,
    "/kommunen": 2,
    f"/kommune/{TOWN}": 6,
    "/musterdatensaetze": 1,
    f"/musterdatensatz/{TREES}": 2,
    "/portale": 3,
    "/ueber": 0,
    "/impressum": 0,
    "/healthz": 0,
    "/readyz": 1,
}


def cost(app: Flask, path: str) -> list[str]:
    """The statements of the second request."""
    client = app.test_client()
    assert client.get(path).status_code == 200, path
    with statements(app) as sent:
        client.get(path)
    return sent


def pages(app: Flask, dataset: str) -> Iterator[str]:
    """An example of every path that answers GET without an ending, and each question."""
    for question in QUESTIONS.values():
        need = f"?{question.required}={NEEDED[question.required]}" if question.required else ""
        yield f"/vergleich/{question.slug}{need}"
    for rule in app.url_map.iter_rules():
        if _is_page(rule):
            given = {**VALUES, "dataset_id": dataset}
            yield rule.build({name: given[name] for name in rule.arguments if name in given})[1]  # type: ignore[index]


def _is_page(rule: Rule) -> bool:
    if "GET" not in (rule.methods or ()) or rule.rule == "/vergleich/<slug>":
        return False
    apart = rule.rule.startswith(
        ("/en", "/static", "/dump", "/api", "/vocab", "/catalog", "/sitemap", "/.well-known")
    )
    return not apart and "<any(" not in rule.rule


@pytest.mark.parametrize(("path", "number"), KINDS.items())
def test_a_kind_of_page_costs(app: Flask, filled: str, path: str, number: int) -> None:
    sent = cost(app, path)
    assert len(sent) == number, sent


def test_no_page_costs_many_statements(app: Flask, filled: str) -> None:
    found = {path: cost(app, path) for path in pages(app, filled)}
    assert len(found) > len(QUESTIONS) + 10
    assert {path: len(sent) for path, sent in found.items() if len(sent) > MOST} == {}


@pytest.mark.parametrize("slug", QUESTIONS)
def test_a_question_reads_the_counts_of_a_generation_once(
    app: Flask, filled: str, slug: str
) -> None:
    need = QUESTIONS[slug].required
    path = f"/vergleich/{slug}.json" + (f"?{need}={NEEDED[need]}" if need else "")
    client = app.test_client()
    sent = []
    for _ in range(2):
        with statements(app) as seen:
            assert client.get(path).status_code == 200
        sent.append([each for each in seen if "FROM pack" in each])
    assert len(sent[0]) <= 2 and sent[1] == []
