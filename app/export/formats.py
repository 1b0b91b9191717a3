# SPDX-License-Identifier: EUPL-1.2
"""The four syntaxes of the feed; all of them hold the same triples."""

from dataclasses import dataclass

from pyoxigraph import RdfFormat


@dataclass(frozen=True, slots=True)
class Syntax:
    """key: name on the command line and first suffix. media_types: the first is what we send."""

    key: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    rdf: RdfFormat

    @property
    def media_type(self) -> str:
        """What is sent as Content-Type."""
        return self.media_types[0]


FORMATS: dict[str, Syntax] = {
    syntax.key: syntax
    for syntax in (
        Syntax("ttl", ("text/turtle", "application/x-turtle"), ("ttl",), RdfFormat.TURTLE),
        Syntax(
            "rdf",
            ("application/rdf+xml", "application/xml", "text/xml"),
            ("rdf", "xml"),
            RdfFormat.RDF_XML,
        ),
        Syntax(
            "jsonld", ("application/ld+json", "application/json"), ("jsonld",), RdfFormat.JSON_LD
        ),
        Syntax("nt", ("application/n-triples", "text/plain"), ("nt",), RdfFormat.N_TRIPLES),
    )
}
BY_SUFFIX: dict[str, Syntax] = {
    suffix: syntax for syntax in FORMATS.values() for suffix in syntax.suffixes
}
