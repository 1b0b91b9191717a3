# SPDX-License-Identifier: EUPL-1.2
"""Finds the packages in a text of a CKAN interface, one by one, also where the text is broken.

Read are answers of package_search, package_show and *_package_list_with_resources, wrapped
(``{"help": …, "success": …, "result": …}``) or bare, lists of them and JSON lines.
"""

from collections.abc import Iterator
from typing import Any

from harvesters.base import json_elements
from harvesters.base.json_elements import Element, Json, Shape

__all__ = ["CKAN", "Element", "Json", "is_package", "read_elements"]

# Members that packages have and no organisation, group, tag or resource of CKAN.
_MARKS = {
    "resources",
    "notes",
    "notes_translated",
    "title_translated",
    "license_id",
    "owner_org",
    "organization",
    "metadata_created",
    "metadata_modified",
    "num_resources",
    "maintainer",
    "author",
    "relationships_as_subject",
}


def is_package(value: Any) -> bool:
    """Whether a JSON value is a CKAN package and not one of its other things."""
    if not isinstance(value, dict) or "is_organization" in value or "package_count" in value:
        return False
    return bool(_MARKS & value.keys()) and any(value.get(key) for key in ("id", "name", "title"))


CKAN = Shape(
    lists=frozenset({"result", "results", "packages", "datasets"}),
    wrapped=frozenset({"result"}),
    is_item=is_package,
    names=("id", "name"),
)


def read_elements(text: str, about: Json, page: str = "") -> Iterator[Element]:
    """The packages, and the other elements of its lists, in the text's order.

    about: is filled with what stands around the lists (``count``, ``success``, ``error``), and with
    ``cut`` where the text is not readable to its end. TooMuch names the page.
    """
    return json_elements.read_elements(text, about, CKAN, page)
