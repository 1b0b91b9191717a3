# SPDX-License-Identifier: EUPL-1.2
"""Reads lists of portals that others keep, each with its own columns, into rows of one shape."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from app.vocabulary.errors import VocabularyError

Line = dict[str, str]


class Listed(NamedTuple):
    """A row of a list. name: the place; type: as the list says; key: a key in any length.

    addresses: interfaces the list names, the one in RDF first; site: the page for people.
    """

    source: str
    name: str
    title: str
    type: str
    key: str
    site: str
    technology: str
    addresses: tuple[str, ...]
    checked: str


def read_list(path: Path) -> Iterator[Listed]:
    """The rows of a list; VocabularyError when it is none of those we know."""
    text = path.read_text(encoding="utf-8-sig")
    header = text.partition("\n")[0].replace('"', "")
    known = next((each for each in LISTS if header.startswith(each.header)), None)
    if known is None:
        raise VocabularyError("vocabulary.source_broken", file=path.name, line=1)
    for line in csv.DictReader(text.splitlines(), delimiter=known.delimiter):
        said = {name: (value or "").strip() for name, value in line.items() if name}
        found = known.read(known.source, said)
        if found is not None:
            yield found


def _guru(source: str, line: Line) -> Listed | None:
    """opendata.guru: publishers with the key of the place and the interface of their portal."""
    title = re.sub(r"^\W+", "", line["title"].replace("，", ","))
    addresses = (line["dcat_ap_de"], line["api"], line["api_list_children"], line["url"])
    return Listed(
        source,
        title.removesuffix(" (Portal)") or line["portal_title"],
        line["portal_title"].replace("，", ",") or title,
        line["type"],
        line["rs"] or line.get("associated_rs", "") or line.get("ags", ""),
        line["url"],
        line.get("technology", ""),
        tuple(filter(None, addresses)),
        line["last_check"],
    )


def _atlas(source: str, line: Line) -> Listed | None:
    """Open Data Atlas: the forerunner of opendata.guru, without keys."""
    name = line["portal_title"]
    addresses = tuple(filter(None, (line["api"], line["url"])))
    technology = line["technology"]
    return Listed(source, name, name, line["type"], "", line["url"], technology, addresses, "")


def _karlsruhe(source: str, line: Line) -> Listed | None:
    """Code for Karlsruhe: portals with an interface; some without a scheme before the address."""
    if line["country"] != "Deutschland":
        return None
    address = (
        line["api"] if "://" in line["api"] else line.get("protocol", "https://") + line["api"]
    )
    name = line["city"].replace("Kreis-", "Kreis ", 1)
    return Listed(source, name, name, "", "", "", line["technology"], (address,), "")


def _geoedu(source: str, line: Line) -> Listed | None:
    """OpenGeoEdu: portals of three countries; those of the public sector here that have a feed."""
    if line["Land"] != "Deutschland" or line["Staatlich_Öffentlich"] != "ja":
        return None
    site = line["ckan_url"]
    addresses = [line["dcat_url"]] if "://" in line["dcat_url"] else []
    addresses += [f"{site.rstrip('/')}/api/3/action/package_list"] if "://" in site else []
    kind = "country" if line["Reichweite"] == "national" else ""
    return Listed(
        source, line["Ort"], line["Titel"], kind, "", line["URL"], "", tuple(addresses), ""
    )


class _List(NamedTuple):
    source: str
    header: str
    delimiter: str
    read: Callable[[str, Line], Listed | None]


# The list to be believed first comes first: newest, then most careful.
LISTS = (
    _List("opendata.guru", "sid,title,type,portal_title,", ",", _guru),
    _List("opendata.guru 2023", "title,portal_title,parent_and_id_1,", ",", _guru),
    _List("Code for Karlsruhe", "city;country;technology;api", ";", _karlsruhe),
    _List("Open Data Atlas", "portal_title,type,url,begin", ",", _atlas),
    _List("OpenGeoEdu", "ID,URL,Titel,Beschreibung,Ort,Typ", ",", _geoedu),
)
