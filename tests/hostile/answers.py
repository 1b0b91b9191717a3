# SPDX-License-Identifier: EUPL-1.2
"""What portals answer while they are well, one function a kind; each has the datasets 1 to 12."""

import json
from collections.abc import Callable
from functools import cache
from urllib.parse import parse_qs, urlsplit

from tests.harvesters.ckan_server import make_package
from tests.harvesters.csw_server import Catalogue
from tests.harvesters.kind_servers import Shelf, pod
from tests.harvesters.loopback import Call, answer
from tests.harvesters.test_sparql import Endpoint
from tests.intake.making import towns

NUMBERS = range(1, 13)
Reply = Callable[[Call], bytes | None]


def dcat(_call: Call) -> bytes:
    """A catalogue in Turtle."""
    return answer(towns(*NUMBERS), Content_Type="text/turtle")


def ckan(call: Call) -> bytes:
    """package_search."""
    query = parse_qs(urlsplit(call.path).query)
    start, rows = (int(query.get(name, ["0"])[0]) for name in ("start", "rows"))
    found = sorted((make_package(number) for number in NUMBERS), key=lambda each: str(each["id"]))
    result = {"count": len(found), "results": found[start : start + rows]}
    return answer(json.dumps({"success": True, "result": result}), Content_Type="application/json")


def csw(call: Call) -> bytes:
    """A catalogue service that is asked by GET."""
    service = Catalogue(ways=("Get",), address=f"http://{call.headers['Host']}/csw")
    service.add(*NUMBERS)
    status, body = service.answer("GET", call.path, "")
    return answer(body, status, Content_Type="application/xml")


def dkan(_call: Call) -> bytes:
    """data.json."""
    said = {
        "conformsTo": "https://project-open-data.cio.gov/v1.1/schema",
        "dataset": [pod(number) for number in NUMBERS],
    }
    return answer(json.dumps(said), Content_Type="application/json")


def opendatasoft(call: Call) -> bytes | None:
    """The catalogue of Explore."""
    return Shelf(list(NUMBERS))(call)


@cache
def _endpoint() -> Endpoint:
    endpoint = Endpoint()
    endpoint.load(towns(*NUMBERS))
    return endpoint


def sparql(call: Call) -> bytes:
    """An endpoint, asked by GET and by POST."""
    status, said = _endpoint().answer("", call.path, call.body.decode())
    kind = "application/json" if said.startswith("{") else "application/n-triples"
    return answer(said, status, Content_Type=kind)


GOOD: dict[str, tuple[str, Reply]] = {
    "dcat": ("/katalog.ttl", dcat),
    "ckan": ("", ckan),
    "csw": ("/csw", csw),
    "dkan": ("/data.json", dkan),
    "arcgis": ("/api/feed/dcat-us/1.1.json", dkan),
    "opendatasoft": ("", opendatasoft),
    "sparql": ("/sparql", sparql),
}
"""Path of the portal's address and what it answers."""
