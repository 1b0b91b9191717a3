# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page, found in the application's own list of paths, each with an example."""

from app.compare import QUESTIONS
from tests.browser.conftest import Served
from tests.browser.material import TOWN, TREES

# Values that stand for the variable parts of paths; a new kind of part needs one here.
EXAMPLES: dict[str, tuple[str, ...]] = {
    "dataset_id": (),
    "key": (TOWN, "13"),
    "ags": (TOWN, "13"),
    "slug": (TREES,),
    "id": ("stadt",),
    "portal_id": ("stadt",),
    "portal": ("stadt",),
    "licence": ("cc-by-4.0",),
    "standard": ("gtfs", "csv", "dcat-ap-de"),
    "format": ("CSV", "7Z"),
}
NEEDED = {"kommune": TOWN, "musterdatensatz": TREES}
LICENCES = (
    "/lizenzen/vergleich?lizenz=cc-by-4.0&lizenz=odbl-1.0",
    "/lizenzen/kombinieren?lizenz=cc-by-sa-4.0&lizenz=odbl-1.0",
    "/lizenzen/kombinieren?lizenz=dl-by-de-2.0&lizenz=unspecified",
)
FURTHER = (
    *("/vergleich/haeufigste-datenbestaende?land=13&seite=1", "/suche?q=Datensatz", *LICENCES),
    *("/api", "/en/sparql"),
    *("/portal/stadt?code=licence.unknown", "/portal/stadt?tabelle=abrufe"),
)
MISSING = "/gibt-es-nicht"
ROWS = 5


def paths(served: Served) -> list[str]:
    """One German path and more for each rule that answers GET with a page."""
    client = served.app.test_client()
    found = [path for rule in served.app.url_map.iter_rules() for path in _paths(rule, served)]
    wanted = [*dict.fromkeys(found), *FURTHER]
    pages = [path for path in wanted if client.get(path).mimetype == "text/html"]
    return [*pages, "/en/", MISSING]


def short(served: Served, path: str) -> str:
    """The path with few rows where it is a list: the same kinds of elements, sooner looked at."""
    few = f"{path}{'&' if '?' in path else '?'}pro-seite={ROWS}"
    return few if served.app.test_client().get(few).status_code == 200 else path


def _paths(rule: object, served: Served) -> list[str]:
    pattern, names = getattr(rule, "rule", ""), getattr(rule, "arguments", set())
    if "GET" not in getattr(rule, "methods", ()) or pattern.startswith(
        ("/en", "/static", "/api", "/sitemap", "/dump")
    ):
        return []
    if "<any(" in pattern:  # the same as data
        return []
    if pattern == "/vergleich/<slug>":
        return _questions()
    variables = [name for name in names if f"{name}>" in pattern]
    if not variables:
        return [pattern]
    values = EXAMPLES | {"dataset_id": (served.dataset,)}
    if len(variables) > 1 or variables[0] not in values:
        raise LookupError(f"{pattern}: name an example for {variables} in tests/browser/kinds.py")
    start = pattern.partition("<")[0]
    return [start + value for value in values[variables[0]]]


def _questions() -> list[str]:
    """Every question with what it needs, and the page that asks for that."""
    shown = []
    for question in QUESTIONS.values():
        path = f"/vergleich/{question.slug}"
        shown.append(path)
        if question.required:
            shown.append(f"{path}?{question.required}={NEEDED[question.required]}")
    return shown
