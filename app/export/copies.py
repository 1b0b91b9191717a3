# SPDX-License-Identifier: EUPL-1.2
"""The names a dataset has in other portals, so that who reads the feed finds its copies.

As ``adms:identifier`` (DCAT-AP 3, Dataset: a secondary identifier), and not as ``owl:sameAs``:
copies contradict each other in licence and dates, and who reasons from sameness would mix them.
"""

from collections.abc import Iterator

from app.export.item import Item
from app.export.site import FeedSite
from app.export.terms import PREFIXES, TYPE, iri, safe_iri, text, triple, typed

ADMS = PREFIXES["adms"]
NOTATION = PREFIXES["skos"] + "notation"
PROPERTY = "adms:identifier"


def names_elsewhere(item: Item, dataset: str, site: FeedSite) -> Iterator[str]:
    """Lines with each other name once; dataset: its term. A blank node of a portal gets none."""
    if dataset.startswith("_:"):
        return
    own = {item.uri, item.identifier}
    others = {copy.name: copy for copy in item.copies if copy.name not in own}
    for name, copy in sorted(others.items()):
        node = iri(f"{site.dataset(item.id)}#kennung-{copy.id}")
        yield triple(dataset, ADMS + "identifier", node)
        yield f"{node} {TYPE} <{ADMS}Identifier> ."
        yield triple(node, NOTATION, _notation(name))
        yield triple(node, ADMS + "schemaAgency", text(copy.portal))


def _notation(name: str) -> str:
    """An address as such, any other identifier as text."""
    found = safe_iri(name) if "://" in name else None
    return typed(found[1:-1], "anyURI") if found else text(name)
