# SPDX-License-Identifier: EUPL-1.2
"""What the properties of a node say: IRIs and texts without doubles and without empty ones."""

from harvesters.base.nodes import Node, Nodes
from harvesters.base.record import Text
from harvesters.base.terms import Known, text_of, value

_LABELS = (
    *("rdfs:label", "skos:prefLabel", "dct:title", "foaf:name", "rdf:value", "dct:identifier"),
    *("time:inXSDDateTimeStamp", "time:inXSDDateTime", "time:inXSDDate"),
    *("time:inXSDgYearMonth", "time:inXSDgYear"),
)
_EMPTY: Node = {}


def values(node: Node, nodes: Nodes, *names: str) -> tuple[str, ...]:
    """IRIs and texts of properties without doubles; a blank node stands as its label."""
    said = [node[name] for name in names if name in node]
    if len(said) < 2:
        return values_of(said[0], nodes) if said else ()
    return tuple(dict.fromkeys(v for terms in said for v in values_of(terms, nodes)))


def values_of(terms: list[str] | None, nodes: Nodes) -> tuple[str, ...]:
    """The same of the objects of one property."""
    if not terms:
        return ()
    if len(terms) == 1 and terms[0][0] != "_":  # by far the most frequent case
        return SAID[terms[0]]
    found = (value(t) if t[0] != "_" else label_of(nodes.get(t, _EMPTY)) for t in terms)
    return tuple(dict.fromkeys(text for text in found if text))


def _value(term: str) -> tuple[str, ...]:
    text = value(term)
    return (text,) if text else ()


SAID = Known(_value)


def label_of(node: Node) -> str:
    """What a node is called, as a text; empty where nothing says so."""
    for name in _LABELS:
        for term in node.get(name, ()):
            if term[0] != "_":
                return value(term)
    return ""


def texts(node: Node, *names: str) -> tuple[Text, ...]:
    """Texts with their language, without empty ones."""
    if len(names) == 1 and len(node.get(names[0], ())) == 1:  # by far the most frequent case
        return _TEXT[node[names[0]][0]]
    terms = [term for name in names if name in node for term in node[name]]
    found = [text for term in terms for text in _TEXT[term]]
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))


def _text(term: str) -> tuple[Text, ...]:
    said = text_of(term) if term[0] == '"' else Text("")
    return () if not said.value or said.value.isspace() else (said,)


_TEXT = Known(_text)
