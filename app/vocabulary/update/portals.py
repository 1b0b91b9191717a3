# SPDX-License-Identifier: EUPL-1.2
"""Renews portals.csv from lists of portals, with what people have reviewed on top."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from app.vocabulary.files import Shelf
from app.vocabulary.kommune import Kommune
from app.vocabulary.portals import COLUMNS, FILE, UNVERIFIED
from app.vocabulary.register import Register, read_register
from app.vocabulary.update.portal_lists import LISTS, Listed, read_list
from app.vocabulary.update.sources import Sources
from app.vocabulary.update.tables import existing, to_csv

REVIEW = "portals_review.csv"
REVIEW_COLUMNS = (*COLUMNS, "reason")
_OUT = "-"
_RANK = {each.source: rank for rank, each in enumerate(LISTS)}
_KINDS = ("dcat", "opendatasoft", "arcgis", "dkan", "ckan")
_ACTION = re.compile(r"(?P<base>.+?)/api/(?:3/)?action/(?P<call>\w*)(?:\?id=(?P<id>[\w-]+))?")
_EXPLORE = re.compile(r"/api/(?:explore/)?v2(?:\.\d)?/catalog")
_ARCGIS = re.compile(r"\.(?:opendata|hub)\.arcgis\.com$")
_FEED = re.compile(r"/catalog\.(?:ttl|rdf|xml|jsonld)(?:\?|$)|/export/datasets/")
_ORGANISATION = re.compile(r"/organization/(?P<id>[\w-]+)/?$")
_FOR_ITS_PLACE = re.compile(r"(municipality|collectiveMunicipality|city|district|state)(?!Agency)")
_LEVELS = {2: "land", 5: "kreis", 8: "gemeinde", 9: "verband"}
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Claim(NamedTuple):
    """One catalogue that a row of a list tells of. key: "" where the list does not lead to one."""

    row: Listed
    kind: str
    url: str
    key: str

    @property
    def is_part(self) -> bool:
        """Whether it is what one organisation publishes in a portal of several."""
        return "fq=" in self.url

    @property
    def is_for_its_place(self) -> bool:
        """Whether it is the place's own catalogue, not that of one of its agencies."""
        kind = self.row.type
        return bool(self.key) and bool(not kind or _FOR_ITS_PLACE.match(kind))

    @property
    def order(self) -> tuple[bool, int, int]:
        """The smaller the better: an own portal, the better list, RDF."""
        return self.is_part, _RANK[self.row.source], _KINDS.index(self.kind)


class Seen(NamedTuple):
    """What all lists together say of a host: its software, and whether it speaks TLS."""

    dkan: frozenset[str]
    ckan: frozenset[str]
    secure: frozenset[str]


def build_portals(sources: Sources, shelf: Shelf) -> dict[str, str]:
    """The table: one row a place or, for bodies without one, a host; reviewed rows win."""
    if not sources.portal_lists:
        return {}
    rows = [row for path in sources.portal_lists for row in read_list(path)]
    register = read_register(shelf)
    found = {row[0]: row for row in _rows(_claims(rows, register), register)}
    for *row, _ in existing(shelf, REVIEW, REVIEW_COLUMNS):
        kept = found.pop(row[0], None)
        if row[2] != _OUT:
            pairs = zip(row, kept or row, strict=True)
            found[row[0]] = [new or old for new, old in pairs]
    return {FILE: to_csv(COLUMNS, sorted(found.values()))}


def _claims(rows: list[Listed], register: Register) -> Iterator[Claim]:
    seen = _seen(rows)
    for row in rows:
        key = _key(row, register)
        for kind, url in _catalogues(row, seen):
            claim = Claim(row, kind, url, key)
            if not claim.is_part or claim.is_for_its_place:  # agencies of a Land are in its own
                yield claim


def _seen(rows: Iterable[Listed]) -> Seen:
    dkan, ckan, secure = set(), set(), set()
    for row in rows:
        for address in row.addresses:
            host = _host(address)
            secure |= {host} if address.startswith("https:") else set()
            if row.technology == "DKAN" or address.endswith("/group_list"):
                dkan.add(host)
            elif row.technology.startswith("CKAN") or address.endswith("/organization_list"):
                ckan.add(host)
    return Seen(frozenset(dkan - ckan), frozenset(ckan), frozenset(secure))


def _catalogues(row: Listed, seen: Seen) -> Iterator[tuple[str, str]]:
    """(kind, address of the catalogue) for each address that tells both."""
    for address in row.addresses:
        host = _host(address)
        if host in seen.secure:
            address = re.sub(r"^http:", "https:", address)
        site = f"{urlsplit(address).scheme}://{host}"
        if action := _ACTION.match(address):
            yield _of_actions(action, host in seen.dkan)
        elif _EXPLORE.search(address):
            yield "opendatasoft", site
        elif _ARCGIS.search(host):
            yield "arcgis", site
        elif _FEED.search(address):
            yield "dcat", address
        elif (part := _ORGANISATION.search(address)) and host in seen.ckan:
            yield "ckan", _part(site, part["id"])


def _of_actions(action: re.Match[str], is_dkan: bool) -> tuple[str, str]:
    if action["id"]:
        return "ckan", _part(action["base"], action["id"])
    return "dkan" if is_dkan else "ckan", action["base"]


def _part(site: str, organisation: str) -> str:
    """What one organisation publishes in a CKAN of several."""
    return f"{site}/api/3/action/package_search?fq=organization:{quote(organisation)}"


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").lower()


def _key(row: Listed, register: Register) -> str:
    """The official key, by the list's own key or else by an unmistakable name."""
    found = register.get(row.key) if row.key else None
    if found is None and not row.key and (not row.type or _FOR_ITS_PLACE.match(row.type)):
        named = register.by_name(row.name)
        found = named[0] if len(named) == 1 else None
    if found is None:
        return ""
    return (register.city_of(found.key) or found).key


def _rows(claims: Iterable[Claim], register: Register) -> Iterator[list[str]]:
    taken: set[str] = set()
    for group in _grouped(sorted(claims, key=lambda each: _RANK[each.row.source])):
        level = next(filter(None, map(_level, group)), "")
        if level:
            yield _row(min(group, key=lambda each: each.order), level, register, taken)


def _grouped(claims: list[Claim]) -> list[list[Claim]]:
    """Claims about the same catalogue: of one place, else of one address or host.

    claims: those of better lists first; whose an address is, they say.
    """
    owners: dict[str, str] = {}
    for each in claims:
        if each.is_for_its_place:
            owners.setdefault(each.url, each.key)
            if not each.is_part:
                owners.setdefault(_host(each.url), each.key)
    groups: dict[str, list[Claim]] = {}
    for each in claims:
        place = each.url if each.is_part else _host(each.url)
        own = owners.get(each.url) or owners.get(place, "")
        groups.setdefault(own or place, []).append(each._replace(key=own or each.key))
    return list(groups.values())


def _level(claim: Claim) -> str:
    kind = claim.row.type
    if kind.startswith(("federal", "country", "supreme")):
        return "bund"
    if kind.startswith("regional"):
        return "region"
    return _LEVELS.get(len(claim.key), "")


def _row(claim: Claim, level: str, register: Register, taken: set[str]) -> list[str]:
    row = claim.row
    key = "" if level in ("bund", "region") else claim.key
    kommune = register.get(key) if claim.is_for_its_place else None
    name = slug(_called(kommune) if kommune else row.title)
    name = name if name not in taken else slug(f"{name} {_host(claim.url)}")
    taken.add(name)
    title = _verband(kommune, register) if kommune and level == "verband" else row.title
    checked = "" if claim.is_part else row.checked
    return [name, title, claim.kind, claim.url, key, level, row.source, checked or UNVERIFIED]


def _called(kommune: Kommune) -> str:
    """How ids name it; a Kreis and a Verband often have the name of a Gemeinde."""
    name = kommune.short_name
    if kommune.level == "kreis":
        return name if "kreis" in name.lower() else f"kreis {name}"
    return name if kommune.level != "verband" else f"verband {name}"


def _verband(kommune: Kommune, register: Register) -> str:
    kind = register.kinds.get(kommune.kind)
    return f"{kind.name_de} {kommune.short_name}" if kind else kommune.name


def slug(text: str) -> str:
    """An id made from a name: small letters, digits and hyphens, at most 60."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:60]
