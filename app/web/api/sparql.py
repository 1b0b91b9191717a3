# SPDX-License-Identifier: EUPL-1.2
"""/sparql: SPARQL 1.1 Protocol for programs, a page with examples for people, a description."""

import json
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from app.export import kept, sparql
from app.export.sparql import GRAPHS, RESULTS, Answer, SparqlError
from app.web import limits
from app.web.api.crossing import preflight
from app.web.api.sparql_formats import MEDIA, PARAMETERS, best, kinds
from app.web.desk import desk, href, open_data
from app.web.errors import problem
from app.web.sparql_examples import EXAMPLES

page = Blueprint("sparql", __name__)
page.after_request(preflight)
QUERY = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
HTML = "text/html"
DATASET = ("default-graph-uri", "named-graph-uri")
KNOWN = ("query", *PARAMETERS)
STATUS = {
    "sparql.too_long": 413,
    "sparql.too_slow": 422,
    "sparql.too_much": 422,
    "sparql.busy": 429,
    "sparql.not_built": 503,
    "sparql.no_format": 406,
    "sparql.media_type": 415,
}
SHOWN = 200
RETRY = "5"


@page.get("/sparql")
def get() -> ResponseReturnValue:
    """A query's answer; the page for browsers; without a query the service description."""
    asked = any(request.args.get(name) for name in PARAMETERS)
    if not asked and _preferred() == HTML:
        return _page()
    if "query" not in request.args and not (set(request.args) - set(PARAMETERS)):
        return _description()
    return _program(list(request.args.items(multi=True)))


@page.post("/sparql")
def post() -> ResponseReturnValue:
    """The protocol's two ways to send a query in a body (section 2.1)."""
    pairs = list(request.args.items(multi=True))
    if request.mimetype == FORM:
        return _program([*pairs, *request.form.items(multi=True)])
    if request.mimetype == QUERY:
        try:
            return _program([*pairs, ("query", request.get_data().decode("utf-8"))])
        except UnicodeDecodeError:
            return _refused(SparqlError("sparql.no_text"))
    return _refused(SparqlError("sparql.media_type"))


def _program(pairs: list[tuple[str, str]]) -> Response:
    limits.spend_query()
    try:
        query, names = _asked(pairs)
        result, graph = kinds(names)
        return _answered(_ask(query, result, graph))
    except SparqlError as error:
        return _refused(error)


def _asked(pairs: list[tuple[str, str]]) -> tuple[str, list[str]]:
    """The query and the names of a syntax; SparqlError for what this endpoint does not do."""
    names = [name for name, _ in pairs]
    if any(name.startswith(("update", "using-")) for name in names):
        raise SparqlError("sparql.update")
    if set(names) & set(DATASET):
        raise SparqlError("sparql.from")
    for name in names:
        if name not in KNOWN:
            raise SparqlError("sparql.parameter", parameter=name[:50])
        if name == "query" and names.count(name) > 1:
            raise SparqlError("selection.repeated", parameter=name)
    query = dict(pairs).get("query", "")
    if not query.strip():
        raise SparqlError("sparql.no_query")
    return query, [value for wanted in PARAMETERS for name, value in pairs if name == wanted]


def _preferred() -> str:
    """What a client without ``format`` is given: the page unless it names a syntax it likes more.

    A client that accepts anything and brings a query is a program; without one it gets the page.
    """
    offered = [HTML, *RESULTS.values(), *MEDIA, *GRAPHS.values()]
    named = best(dict.fromkeys(offered, ""))
    if named:
        return named
    return "" if "query" in request.args else HTML


def _ask(query: str, result: str, graph: str) -> Answer:
    folder = kept.newest_triples(desk().index.parent)
    if folder is None:
        raise SparqlError("sparql.not_built")
    return sparql.ask(folder, query, result, graph)


def _answered(answer: Answer) -> Response:
    response = open_data(Response(answer.data))
    response.content_type = (RESULTS | GRAPHS)[answer.kind]
    if response.content_type.startswith("text/"):
        response.content_type += "; charset=utf-8"
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Datenspiegel-Rows"] = str(answer.rows)
    response.headers["Datenspiegel-Cut"] = "yes" if answer.cut else "no"
    response.headers["Access-Control-Expose-Headers"] = "Datenspiegel-Rows, Datenspiegel-Cut"
    response.vary.add("Accept")
    return response


def _refused(error: SparqlError) -> Response:
    response = problem(_status(error), error.code, **error.params)
    if response.status_code in (429, 503):
        response.headers["Retry-After"] = RETRY
    return response


def _status(error: SparqlError) -> int:
    return STATUS.get(error.code, 400)


def _page() -> Response:
    """The form with examples and, below it, the rows of the query in the address."""
    query = request.args.get("query", "")
    found: dict[str, Any] = {}
    failure = None
    if query.strip():
        limits.spend_query()
        try:
            answer = _ask(_asked(list(request.args.items(multi=True)))[0], "json", "nt")
            found = _shown(answer)
        except SparqlError as error:
            failure = error
    body = render_template(
        "pages/sparql.html",
        query=query or EXAMPLES[0].query,
        asked=bool(query.strip()),
        examples=EXAMPLES,
        failure=failure,
        formats=(*RESULTS, *GRAPHS),
        address=href("/sparql"),
        limits=(sparql.SECONDS, sparql.ROWS),
        shown=SHOWN,
        **found,
    )
    response = make_response(body, _status(failure) if failure else 200)
    response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept")
    return response


def _shown(answer: Answer) -> dict[str, Any]:
    """What the page shows of an answer: the first rows, or the text of triples."""
    if answer.kind != "json":
        return {"triples": answer.data.decode().splitlines()[:SHOWN], "answer": answer}
    said = json.loads(answer.data)
    if "boolean" in said:
        return {"truth": said["boolean"], "answer": answer}
    rows = said["results"]["bindings"][:SHOWN]
    return {"names": said["head"]["vars"], "rows": rows, "answer": answer}


def _description() -> Response:
    """What this endpoint can (SPARQL 1.1 Service Description), as Turtle."""
    url = f"{desk().site.url}/sparql"
    formats = " , ".join(f"<http://www.w3.org/ns/formats/{name}>" for name in SYNTAXES)
    text = DESCRIPTION.format(url=url, formats=formats)
    response = open_data(Response(text, content_type="text/turtle; charset=utf-8"))
    response.vary.add("Accept")
    return response


SYNTAXES = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)
DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
<{url}> a sd:Service ;
  sd:endpoint <{url}> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat {formats} ;
  sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
"""
