# SPDX-License-Identifier: EUPL-1.2
"""The questions a SPARQL endpoint is asked: how many datasets, which, and all about some of them.

Datasets are listed by key, not by offset: what comes or goes meanwhile shifts nothing, and an
endpoint that cuts answers short merely needs more of them.
"""

from collections.abc import Iterable

from harvesters.base.terms import NAMESPACES

_PREFIXES = "".join(
    f"PREFIX {name}: <{NAMESPACES[name]}>\n" for name in ("dcat", "dct", "foaf", "rdf", "skos")
)
_TYPES = "VALUES ?type { dcat:Dataset dcat:DatasetSeries }"
# Leading to other datasets or to whole vocabularies; the statement itself is kept.
_AWAY = (
    "rdf:type, dcat:inSeries, dcat:seriesMember, dcat:first, dcat:last, dcat:prev, dcat:next, "
    "dcat:hasVersion, dcat:isVersionOf, dcat:previousVersion, dct:hasPart, dct:isPartOf, "
    "dct:hasVersion, dct:isVersionOf, dct:replaces, dct:isReplacedBy, dct:relation, "
    "dct:references, dct:source, dcat:dataset, dcat:record, dcat:servesDataset, "
    "foaf:primaryTopic, skos:inScheme, skos:topConceptOf, skos:broader, skos:narrower"
)


def _in_graph(pattern: str, graphs: str) -> str:
    """The pattern in the default graph, or in any named one (graphs: the variable's name)."""
    return f"GRAPH ?{graphs} {{ {pattern} }}" if graphs else pattern


def count(graphs: str = "", test: str = "isIRI") -> str:
    """How many datasets have an address; with ``isBlank`` how many have none."""
    where = _in_graph("?dataset a ?type", graphs)
    return (
        f"{_PREFIXES}SELECT (COUNT(DISTINCT ?dataset) AS ?count) "
        f"WHERE {{ {_TYPES} {where} FILTER({test}(?dataset)) }}"
    )


def listing(after: str, limit: int, graphs: str = "") -> str:
    """The next datasets behind one, in the order of their addresses."""
    where = _in_graph("?dataset a ?type", graphs)
    later = f' FILTER(STR(?dataset) > "{_quoted(after)}")' if after else ""
    return (
        f"{_PREFIXES}SELECT DISTINCT ?dataset WHERE {{ {_TYPES} {where} "
        f"FILTER(isIRI(?dataset)){later} }} ORDER BY STR(?dataset) LIMIT {limit}"
    )


def about(datasets: Iterable[str], graphs: str = "") -> str:
    """All statements about some datasets and what they lead to, three steps far."""
    return f"{_PREFIXES}CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {_statements(datasets, graphs)} }}"


def count_about(datasets: Iterable[str], graphs: str = "") -> str:
    """How many statements these are, so that an answer that was cut short is seen."""
    return (
        f"{_PREFIXES}SELECT (COUNT(*) AS ?count) WHERE {{ SELECT DISTINCT ?s ?p ?o "
        f"WHERE {{ {_statements(datasets, graphs)} }} }}"
    )


def _statements(datasets: Iterable[str], graphs: str) -> str:
    values = " ".join(f"<{each}>" for each in datasets)
    known = f"VALUES ?dataset {{ {values} }} "
    own = known + _in_graph("?dataset ?p ?o", graphs) + " BIND(?dataset AS ?s)"
    first = _step("?dataset", "?q1", "?s")
    second = _step("?dataset", "?q1", "?n1") + _step("?n1", "?q2", "?s")
    said = "?s ?p ?o"
    steps = [
        own,
        known + _in_graph(first + said, graphs),
        known + _in_graph(second + said, graphs),
        *_from_outside(known, graphs),
    ]
    return " UNION ".join(f"{{ {step} }}" for step in steps)


def _step(subject: str, predicate: str, target: str) -> str:
    return (
        f"{subject} {predicate} {target} . FILTER(!isLiteral({target})) "
        f"FILTER({predicate} NOT IN ({_AWAY})) "
        f"FILTER NOT EXISTS {{ {target} a dcat:Dataset }} "
        f"FILTER NOT EXISTS {{ {target} a dcat:Catalog }} "
    )


def _from_outside(known: str, graphs: str) -> list[str]:
    """Catalogues that list a dataset, records about it, services that serve it."""
    member = "?s dcat:dataset ?dataset . ?s ?p ?o . FILTER(?p = rdf:type || ?p = dct:title)"
    listed = "?s dcat:dataset ?dataset . BIND(dcat:dataset AS ?p) BIND(?dataset AS ?o)"
    record = "?s foaf:primaryTopic ?dataset . ?s ?p ?o"
    service = (
        "?s dcat:servesDataset ?dataset . ?s ?p ?o . "
        "FILTER(?p != dcat:servesDataset || ?o = ?dataset)"
    )
    return [known + _in_graph(each, graphs) for each in (member, listed, record, service)]


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
