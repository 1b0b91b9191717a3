# SPDX-License-Identifier: EUPL-1.2
"""Queries that the page of /sparql offers to begin with."""

from typing import NamedTuple

PREFIXES = """PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
"""


class Example(NamedTuple):
    """A query; its name is the message ``sparql.example.<name>``."""

    name: str
    query: str


EXAMPLES = (
    Example(
        "licences",
        PREFIXES
        + """SELECT ?licence (COUNT(DISTINCT ?dataset) AS ?datasets) WHERE {
  ?dataset a dcat:Dataset ; dcat:distribution/dct:license ?licence .
}
GROUP BY ?licence
ORDER BY DESC(?datasets)
LIMIT 20
""",
    ),
    Example(
        "newest",
        PREFIXES
        + """SELECT ?dataset ?title ?modified WHERE {
  ?dataset a dcat:Dataset ; dct:title ?title ; dct:modified ?modified .
}
ORDER BY DESC(?modified)
LIMIT 20
""",
    ),
    Example(
        "trees",
        PREFIXES
        + """SELECT ?title ?file WHERE {
  ?dataset a dcat:Dataset ; dct:title ?title ; dcat:distribution/dcat:accessURL ?file .
  FILTER(CONTAINS(LCASE(STR(?title)), "baum"))
}
LIMIT 50
""",
    ),
    Example(
        "services",
        PREFIXES
        + """CONSTRUCT { ?dataset dct:title ?title ; dcat:landingPage ?page } WHERE {
  ?dataset a dcat:Dataset ; dct:title ?title ; dcat:landingPage ?page .
}
LIMIT 50
""",
    ),
)
