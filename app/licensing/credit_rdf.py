# SPDX-License-Identifier: EUPL-1.2
"""A credit as RDF: dcatde:licenseAttributionByText on the new distribution (DCAT-AP.de 3.0)."""

from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF

from app.licensing.credit import Credit
from app.licensing.credit_text import TEXT, Say, line

DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")


def graph(credit: Credit, lang: str, say: Say) -> Graph:
    """One distribution without a name, its licence where one was chosen, one text an entry.

    Entries stay apart, so that one can be taken out when its provider asks for that.
    """
    made = Graph(bind_namespaces="none")
    made.bind("dcat", DCAT)
    made.bind("dct", DCTERMS)
    made.bind("dcatde", DCATDE)
    distribution = BNode("result")
    made.add((distribution, RDF.type, DCAT.Distribution))
    if credit.target_uri:
        made.add((distribution, DCTERMS.license, URIRef(credit.target_uri)))
    for entry in credit.due:
        text = Literal(line(entry, TEXT, say), lang=lang)
        made.add((distribution, DCATDE.licenseAttributionByText, text))
    return made


def turtle(credit: Credit, lang: str, say: Say) -> str:
    """The graph as Turtle."""
    return graph(credit, lang, say).serialize(format="turtle").strip() + "\n"
