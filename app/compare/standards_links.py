# SPDX-License-Identifier: EUPL-1.2
"""Standards as links to their pages."""

from collections.abc import Iterable

from app.compare.answer import Link
from app.vocabulary.standards import Standard


def standard_link(standard: Standard) -> Link:
    """The link to a standard's page; uri: of its specification."""
    page = f"/standard/{standard.id}"
    return Link(standard.id, standard.name, page, standard.specification or None)


def standard_links(standards: Iterable[Standard]) -> tuple[Link, ...]:
    """The links to several, with their stewards, who say what they are made for."""
    found = []
    for standard in standards:
        link = standard_link(standard)
        found.append(link._replace(label=f"{standard.name} – {standard.steward}"))
    return tuple(found)
