# SPDX-License-Identifier: EUPL-1.2
"""Finds official files in a folder by looking: at names, headers and the schemes they speak of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.vocabulary.errors import VocabularyError

# No official list is bigger; the largest, the GV100AD, has 3.5 MB.
LIMIT = 30_000_000
_HEAD = 16_384

# What a SKOS file is told by: the URI of its scheme.
SCHEMES = {
    "licences_dcat_ap_de": "http://dcat-ap.de/def/licenses",
    "licences_eu": "http://publications.europa.eu/resource/authority/licence",
    "contributors": "http://dcat-ap.de/def/contributors",
    "file_types": "http://publications.europa.eu/resource/authority/file-type",
    "data_themes": "http://publications.europa.eu/resource/authority/data-theme",
    "frequencies": "http://publications.europa.eu/resource/authority/frequency",
    "hvd_categories": "http://data.europa.eu/bna/asd487ae75",
}


@dataclass(slots=True)
class Sources:
    """The files found, None or empty where there is none. skos: all files with concepts.

    portal_lists: all lists of portals, whoever keeps them.
    """

    gv100ad: Path | None = None
    auszug: Path | None = None
    musterdaten: Path | None = None
    old_musterdaten: Path | None = None
    lexicon: Path | None = None
    labelled: Path | None = None
    licences: Path | None = None
    licence_aliases: Path | None = None
    media_types: Path | None = None
    file_type_codes: Path | None = None
    portal_lists: list[Path] = field(default_factory=list)
    skos: list[Path] = field(default_factory=list)

    def names(self) -> Iterator[str]:
        """Names of what was found."""
        for slot in self.__slots__:
            found = getattr(self, slot)
            yield from [path.name for path in found] if isinstance(found, list) else []
            if isinstance(found, Path):
                yield found.name


# Headers of the lists of portals (app.vocabulary.update.portal_lists).
PORTAL_LISTS = (
    ("sid", "title", "type", "portal_title"),
    ("title", "portal_title", "parent_and_id_1"),
    ("city", "country", "technology", "api"),
    ("portal_title", "type", "url", "begin"),
    ("ID", "URL", "Titel", "Beschreibung", "Ort", "Typ"),
)

Test = Callable[[str, str], bool]


def _headed(*columns: str) -> Test:
    start = ",".join(columns)
    return lambda _, head: head.replace(";", ",").replace('"', "").startswith(start)


def _named(start: str, ending: str) -> Test:
    return lambda name, _: name.lower().startswith(start) and name.lower().endswith(ending)


# In this order; the first test that holds says what a file is.
_TESTS: tuple[tuple[str, Test], ...] = (
    ("gv100ad", _named("gv100ad", ".txt")),
    ("auszug", _headed("satzart", "textkennzeichen", "land", "rb", "kreis")),
    ("licences", _headed("id", "name_de", "name_en", "uri_dcat_ap_de")),
    ("licence_aliases", _headed("alias", "licence_id")),
    ("old_musterdaten", _headed("old_musterdatensatz", "old_uri", "label_v4")),
    ("labelled", _headed("title", "description", "org", "label_v4", "label_alt")),
    ("lexicon", _named("lexicon", ".txt")),
    ("media_types", lambda name, head: "media" in name.lower() and _is_iana(head)),
    ("file_type_codes", _named("file-type-codes", ".txt")),
    *(("portal_lists", _headed(*header)) for header in PORTAL_LISTS),
    ("musterdaten", lambda name, head: name.lower().endswith(".rdf") and _is_taxonomy(head)),
)


def _is_iana(head: str) -> bool:
    return head.startswith("media_type") or 'id="media-types"' in head


def _is_taxonomy(head: str) -> bool:
    return "musterdatenkatalog.de/def/musterdatensatz" in head


def find_sources(folder: Path) -> Sources:
    """The official files in the folder or below. Of several GV100AD the one with the newest Stand.

    VocabularyError when the folder is not there or holds none.
    """
    if not folder.is_dir():
        raise VocabularyError("vocabulary.source_folder", file=str(folder))
    found = Sources()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        _take(found, path)
    if not any(found.names()):
        raise VocabularyError("vocabulary.source_none", file=str(folder))
    return found


def _take(found: Sources, path: Path) -> None:
    if path.suffix.lower() not in (".txt", ".csv", ".rdf", ".ttl", ".xml"):
        return
    if path.stat().st_size > LIMIT:
        return
    head = _head(path)
    slot = next((slot for slot, holds in _TESTS if holds(path.name, head)), None)
    if slot is None:
        if path.suffix.lower() in (".rdf", ".ttl", ".xml") and _speaks_of_a_list(path):
            found.skos.append(path)
        return
    held = getattr(found, slot)
    if isinstance(held, list):
        held.append(path)
        return
    if held is None or (slot == "gv100ad" and _head(held)[2:10] < head[2:10]):
        setattr(found, slot, path)


def _speaks_of_a_list(path: Path) -> bool:
    """Whether the file holds concepts of a list we keep; other RDF may be as broken as it likes."""
    body = path.read_bytes()
    return b"inScheme" in body and any(uri.encode() in body for uri in SCHEMES.values())


def _head(path: Path) -> str:
    with path.open("rb") as stream:
        return stream.read(_HEAD).decode("utf-8-sig", errors="replace").lstrip()
