# SPDX-License-Identifier: EUPL-1.2
"""The portal's own words about a dataset, out of the statements that were kept."""

from collections import defaultdict
from collections.abc import Mapping

from pyoxigraph import Literal, RdfFormat, parse

N_TRIPLES = "application/n-triples"
Words = Mapping[str, tuple[str, ...]]


def said(media_type: str, statements: str, uri: str | None) -> Words:
    """Local name of a predicate -> what was said with it about the dataset itself.

    Only RDF portals' statements can be looked into this way; of others it is empty, and so it is
    where a portal gave the dataset no IRI.
    """
    found: dict[str, list[str]] = defaultdict(list)
    if media_type != N_TRIPLES or uri is None:
        return {}
    own = "\n".join(line for line in statements.split("\n") if line.startswith(f"<{uri}> "))
    for triple in parse(own.encode(), format=RdfFormat.N_TRIPLES):
        value = triple.object
        shown = value.value if isinstance(value, Literal) else str(value).strip("<>")
        name = str(triple.predicate.value).replace("#", "/").rstrip("/").rpartition("/")[2]
        if not shown.startswith("_:"):
            found[name].append(shown)
    return {name: tuple(values) for name, values in found.items()}
