# SPDX-License-Identifier: EUPL-1.2
"""Queries that attack: each ends within its limit and costs a process, never the site (S6)."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Triples

from app.export import sparql, sparql_worker
from app.export.sparql import SparqlError, ask

NUMBER = 12_000
JOIN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("attacked") / "abc"
    triples = Triples(str(made))
    one = NamedNode("urn:p")
    triples.bulk_extend(
        Quad(NamedNode(f"urn:{number}"), one, Literal("a" * 60 + str(number)))
        for number in range(NUMBER)
    )
    triples.flush()
    return made


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The same limit, sooner."""
    monkeypatch.setattr(sparql, "SECONDS", 2)
    yield


@pytest.mark.parametrize(
    "query",
    [
        JOIN,
        "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(?c = CONCAT(?f, ?f)) }",
        "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(?c, ?f, ?i)) < 1) }",
    ],
)
def test_what_takes_too_long_is_killed(folder: Path, hurried: None, query: str) -> None:
    begun = time.monotonic()
    with pytest.raises(SparqlError) as error:
        ask(folder, query)
    assert error.value.code in {"sparql.too_slow", "sparql.too_much"}
    assert time.monotonic() - begun < 15


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
        "SELECT * {" + "{" * 40_000 + "}" * 40_001,
        "SELECT * { FILTER(" + "(" * 30_000 + "1" + ")" * 30_000 + ") }",
        "SELECT * { FILTER(" + "!" * 90_000 + "true) }",
        "SELECT * { ?s " + "^" * 90_000 + "<urn:p> ?o }",
        "SELECT * { ?s ?p ?o FILTER(REGEX(?o, '(a*)*(a*)*(a*)*b')) }",
        "SELECT * { ?s ?p ?o FILTER(REGEX(?o, '((((a{1,99}){1,99}){1,99}){1,99})')) }",
        "#SERVICE\n" * 10_000,
        "SERVICE " * 12_000,
    ],
    ids=range(9),
)
def test_what_is_too_much_ends_soon(folder: Path, hurried: None, query: str) -> None:
    """Answered or refused, but within the limit and without harm."""
    begun = time.monotonic()
    try:
        assert ask(folder, query).rows == 0
    except SparqlError as error:
        assert error.code in {"sparql.too_much", "sparql.too_slow", "sparql.syntax"}
    assert time.monotonic() - begun < 15
    assert ask(folder, "ASK { ?s ?p ?o }").data


def test_rows_and_triples_have_a_ceiling_that_is_told(folder: Path) -> None:
    rows = ask(folder, "SELECT * { ?s ?p ?o }", "csv")
    assert (rows.rows, rows.cut, len(rows.data.splitlines())) == (10_000, True, 10_001)
    exact = ask(folder, "SELECT * { ?s ?p ?o } LIMIT 10000")
    assert (exact.rows, exact.cut) == (10_000, False)
    triples = ask(folder, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", graph="nt")
    assert (triples.rows, triples.cut, len(triples.data.splitlines())) == (10_000, True, 10_000)


def test_two_at_once_and_no_more(
    folder: Path, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparql, "PATIENCE", 0.2)

    def outcome(_: int) -> str:
        try:
            ask(folder, JOIN)
        except SparqlError as error:
            return error.code
        return ""

    with ThreadPoolExecutor(4) as pool:
        found = sorted(pool.map(outcome, range(4)))
    assert found == ["sparql.busy"] * 2 + ["sparql.too_slow"] * 2
    assert ask(folder, "ASK { ?s ?p ?o }").rows == 1


def test_a_query_that_slips_through_finds_no_network(
    folder: Path, listener: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The second fence: the same worker without its look at the text."""
    address, hits = listener
    source = Path(sparql_worker.__file__).read_text(encoding="utf-8")
    blind = tmp_path / "blind_worker.py"
    blind.write_text(source.replace("if FEDERATED.search(query):", "if not query:"))
    monkeypatch.setattr(sparql, "WORKER", blind)
    with pytest.raises(SparqlError) as error:
        ask(folder, f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
    assert error.value.code == "sparql.failed"
    assert hits == []
