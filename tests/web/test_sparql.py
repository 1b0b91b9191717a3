# SPDX-License-Identifier: EUPL-1.2
"""/sparql: the protocol, the syntaxes, what is refused, the page for people."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results
from pyoxigraph import Store as Triples

from app.config import Settings, Site, StoreSettings
from app.export import kept
from app.web.factory import create
from tests.web.api_calls import unlimited

HOSTILE = 'say "x", <b>\té\r\nü'
ROW = "SELECT ?s ?o WHERE { ?s <urn:p> ?o } ORDER BY ?s"
TRIPLE = "CONSTRUCT { ?s <urn:q> ?o } WHERE { ?s <urn:p> ?o }"
FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("sparql")
    (folder / kept.SPARQL).mkdir()
    triples = Triples(str(folder / kept.SPARQL / "abc"))
    said = "\n".join(
        [
            '<urn:a> <urn:p> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .',
            "<urn:b> <urn:p> _:x .",
            '<urn:c> <urn:p> "Straße"@de .',
            f"<urn:d> <urn:p> {_literal(HOSTILE)} .",
        ]
    )
    triples.bulk_extend(parse(said.encode(), RdfFormat.N_TRIPLES))
    triples.flush()
    del triples
    settings = Settings(
        site=Site(url="https://spiegel.example"),
        store=StoreSettings(database=f"sqlite:///{folder}/no.db", folder=folder),
    )
    yield create(settings).test_client()


@pytest.fixture
def client(served: FlaskClient) -> FlaskClient:
    return unlimited(served)


def _literal(text: str) -> str:
    escaped = text.replace('"', '\\"').replace("\t", "\\t").replace("\r", "\\r")
    return f'"{escaped}"'.replace("\n", "\\n")


@pytest.mark.parametrize("kind", FORMATS)
def test_rows_in_every_syntax(client: FlaskClient, kind: str) -> None:
    answer = client.get("/sparql", query_string={"query": ROW, "format": kind})
    found = parse_query_results(answer.data, format=FORMATS[kind])
    assert isinstance(found, QuerySolutions)
    rows = [(str(row["s"]), row["o"]) for row in found]
    assert [name for name, _ in rows] == ["<urn:a>", "<urn:b>", "<urn:c>", "<urn:d>"]
    assert rows[3][1].value == HOSTILE
    assert rows[2][1].language == "de"
    assert rows[0][1].datatype.value.endswith("integer")
    assert answer.headers["Datenspiegel-Cut"] == "no"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_rows_as_csv(client: FlaskClient) -> None:
    text = client.get("/sparql", query_string={"query": ROW, "format": "csv"}).text
    assert text.startswith("s,o\r\nurn:a,3\r\nurn:b,_:")
    assert text.endswith('urn:d,"say ""x"", <b>\té\r\nü"\r\n')


@pytest.mark.parametrize("kind", GRAPHS)
def test_triples_in_every_syntax(client: FlaskClient, kind: str) -> None:
    answer = client.get("/sparql", query_string={"query": TRIPLE, "format": kind})
    assert len([*parse(answer.data, GRAPHS[kind])]) == 4


@pytest.mark.parametrize(
    ("accept", "query", "media_type"),
    [
        (None, ROW, "application/sparql-results+json"),
        ("*/*", ROW, "application/sparql-results+json"),
        ("application/json", ROW, "application/sparql-results+json"),
        ("application/sparql-results+xml", ROW, "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values", ROW, "text/tab-separated-values"),
        ("text/turtle", ROW, "application/sparql-results+json"),
        ("text/turtle", TRIPLE, "text/turtle"),
        ("application/n-triples, */*;q=0.1", TRIPLE, "application/n-triples"),
        ("text/csv", TRIPLE, "text/turtle"),
        ("text/html,*/*;q=0.8", ROW, "text/html"),
        ("image/png", ROW, "application/problem+json"),
    ],
)
def test_the_header_decides(
    client: FlaskClient, accept: str | None, query: str, media_type: str
) -> None:
    headers = {"Accept": accept} if accept else {}
    assert client.get(f"/sparql?query={quote(query)}", headers=headers).mimetype == media_type


CLIENTS = [
    # three parameters with the same word, as clients for many servers send them
    (ROW, {"format": "json", "output": "json", "results": "json"}, "sparql-results+json"),
    (ROW, {"output": "text/csv"}, "csv"),
    (ROW, {"format": ["tsv", "text/tab-separated-values"]}, "tab-separated-values"),
    (ROW, {"format": "application/sparql-results+xml"}, "sparql-results+xml"),
    (TRIPLE, {"format": "xml", "output": "xml", "results": "xml"}, "rdf+xml"),
    (TRIPLE, {"format": ["rdf+xml", "application/rdf+xml, text/rdf"]}, "rdf+xml"),
    (TRIPLE, {"format": ["json-ld", "application/ld+json"]}, "ld+json"),
    (TRIPLE, {"results": "turtle"}, "turtle"),
    (TRIPLE, {"results": "n3"}, "turtle"),
]


@pytest.mark.parametrize(("query", "named", "subtype"), CLIENTS)
def test_the_words_of_common_clients_are_understood(
    client: FlaskClient, query: str, named: dict[str, str], subtype: str
) -> None:
    asked = {"query": query, **named}
    for answer in (client.get("/sparql", query_string=asked), client.post("/sparql", data=asked)):
        assert answer.status_code == 200
        assert answer.mimetype.partition("/")[2] == subtype


def test_the_protocol_knows_three_ways_to_ask(client: FlaskClient) -> None:
    answers = (
        client.get("/sparql", query_string={"query": ROW}),
        client.post("/sparql", data={"query": ROW}),
        client.post("/sparql", data=ROW, content_type="application/sparql-query; charset=utf-8"),
    )
    bodies = {answer.json["results"]["bindings"][0]["o"]["value"] for answer in answers}
    assert bodies == {"3"}
    asked = client.post("/sparql", data="ASK { ?s ?p ?o }", content_type="application/sparql-query")
    assert asked.json == {"head": {}, "boolean": True}


REFUSED = [
    ("SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}", 400, "sparql.service"),
    ("SELECT * {{ service#x\nSILENT #\n<{0}> {{ ?s ?p ?o }} }}", 400, "sparql.service"),
    ("SELECT * {{ ?s ?p trueSERVICE<{0}> {{ ?s ?p ?o }} }}", 400, "sparql.service"),
    ("SELECT * {{ ?s ?p 1SERVICE<{0}> {{ ?s ?p ?o }} }}", 400, "sparql.service"),
    ("PREFIX x: <{0}> SELECT * {{ SERVICEx:y {{ ?s ?p ?o }} }}", 400, "sparql.service"),
    ("SELECT * {{ VALUES ?x {{ <{0}> }} SERVICE ?x {{ ?s ?p ?o }} }}", 400, "sparql.service"),
    ("SELECT * FROM <{0}> {{ ?s ?p ?o }}", 400, "sparql.from"),
    ("SELECT * FROM NAMED <{0}> {{ ?s ?p ?o }}", 400, "sparql.from"),
    ("SELECT *FROM#\n<{0}> {{ ?s ?p ?o }}", 400, "sparql.from"),
    ("LOAD <{0}>", 400, "sparql.syntax"),
    ("INSERT DATA {{ <urn:a> <urn:b> <urn:c> }}", 400, "sparql.syntax"),
    ("DROP ALL", 400, "sparql.syntax"),
    ("SELECT", 400, "sparql.syntax"),
    ("", 400, "sparql.no_query"),
    ("SELECT * {{}} #" + "x" * 100_000, 413, "sparql.too_long"),
]


@pytest.mark.parametrize(("query", "status", "code"), REFUSED)
def test_what_is_no_plain_query_is_refused(
    client: FlaskClient, listener: tuple[str, list[str]], query: str, status: int, code: str
) -> None:
    address, hits = listener
    answer = client.post("/sparql", data={"query": query.format(address)})
    assert (answer.status_code, answer.json["code"]) == (status, code)
    assert answer.mimetype == "application/problem+json"
    assert hits == []


def test_words_that_only_look_like_it_are_no_harm(client: FlaskClient) -> None:
    query = """PREFIX dcat: <http://www.w3.org/ns/dcat#>
    SELECT ?service { ?s dcat:accessService ?service ; dcat:service <urn:a> FILTER(?service < 3)
    FILTER(STR(?s) = "from the service") }"""
    assert client.get("/sparql", query_string={"query": query}).status_code == 200


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"update": "DROP ALL"}, "sparql.update"),
        ({"query": ROW, "default-graph-uri": "http://127.0.0.1/"}, "sparql.from"),
        ({"query": ROW, "named-graph-uri": "http://127.0.0.1/"}, "sparql.from"),
        ({"query": [ROW, ROW]}, "selection.repeated"),
        ({"query": ROW, "timeout": "99"}, "sparql.parameter"),
        ({"query": ROW, "format": "html"}, "selection.not_in_list"),
    ],
)
def test_parameters_are_checked(client: FlaskClient, parameters: dict[str, str], code: str) -> None:
    for answer in (
        client.get("/sparql", query_string=parameters, headers={"Accept": "application/json"}),
        client.post("/sparql", data=parameters),
    ):
        assert (answer.status_code, answer.json["code"]) == (400, code)


def test_bodies_of_other_kinds_are_refused(client: FlaskClient) -> None:
    assert client.post("/sparql", json={"query": ROW}).status_code == 415
    update = client.post("/sparql", data="DROP ALL", content_type="application/sparql-update")
    assert update.status_code == 415
    broken = client.post("/sparql", data=b"\xff", content_type="application/sparql-query")
    assert broken.json["code"] == "sparql.no_text"
    large = client.post("/sparql", data=b"x" * 1_000_001, content_type="application/sparql-query")
    assert large.status_code == 413
    assert client.put("/sparql").status_code == 405


def test_the_service_describes_itself(client: FlaskClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    said = {str(quad.object) for quad in parse(answer.data, RdfFormat.TURTLE)}
    assert "<http://www.w3.org/ns/sparql-service-description#SPARQL11Query>" in said
    assert "<https://spiegel.example/sparql>" in said


def test_people_have_a_page_with_examples(client: FlaskClient) -> None:
    accept = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    page = client.get("/sparql")
    assert page.mimetype == "text/html" and "<textarea" in page.text
    assert "Examples" in client.get("/en/sparql").text
    shown = client.get(f"/sparql?query={quote(ROW)}", headers=accept)
    assert "&lt;b&gt;" in shown.text and 'data-label="o">3</td>' in shown.text.replace("\n", "")
    triples = client.get(f"/sparql?query={quote(TRIPLE)}", headers=accept)
    assert "urn:q" in triples.text
    wrong = client.get("/sparql?query=SELECT", headers=accept)
    assert wrong.status_code == 400 and "kein gültiges SPARQL" in wrong.text


def test_the_examples_of_the_page_are_valid(client: FlaskClient) -> None:
    from app.web.sparql_examples import EXAMPLES

    for example in EXAMPLES:
        assert client.post("/sparql", data={"query": example.query}).status_code == 200


def test_before_the_first_run_there_is_nothing_to_ask(tmp_path: Path) -> None:
    settings = Settings(store=StoreSettings(database=f"sqlite:///{tmp_path}/x.db", folder=tmp_path))
    answer = create(settings).test_client().post("/sparql", data={"query": ROW})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
