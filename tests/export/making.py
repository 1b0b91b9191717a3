# SPDX-License-Identifier: EUPL-1.2
"""Small datasets for the feed: statements as a portal would say them, and facts as we read them."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime

from app.export.catalogues import SourceCatalogue
from app.export.feed import ExportResult, Frame, write_feed
from app.export.formats import FORMATS
from app.export.item import Facts, Item
from app.export.meaning import Meaning, key_uri
from app.export.site import FeedSite
from app.export.terms import DCAT, DCATAP, DCT

SITE = FeedSite(url="https://spiegel.example", titles=(("Spiegel", "de"),), publisher="Amt")
WHEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
DATASET = "<https://daten.example/d/1>"
FILE = "<https://daten.example/f/1>"
ZERO = "http://dcat-ap.de/def/licenses/cc-zero"
CSV = "http://publications.europa.eu/resource/authority/file-type/CSV"
PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
STABLE = "http://publications.europa.eu/resource/authority/planned-availability/STABLE"
REGIONS = "http://publications.europa.eu/resource/authority/data-theme/REGI"
TREES = "https://musterdatenkatalog.de/def/musterdatensatz/umwelt/baumkataster"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

NOTHING = Facts()

MEANING = Meaning(
    {
        DCT + "license": {"cc-zero": ZERO}.get,
        DCT + "format": {"CSV": CSV}.get,
        DCAT + "mediaType": {
            "text/csv": "https://www.iana.org/assignments/media-types/text/csv"
        }.get,
        DCT + "accessRights": {"PUBLIC": PUBLIC}.get,
        DCT + "accrualPeriodicity": {}.get,
        DCATAP + "availability": {"STABLE": STABLE}.get,
        DCAT + "theme": {"REGI": REGIONS}.get,
        DCATAP + "hvdCategory": {}.get,
        DCT + "references": {"umwelt--baumkataster": TREES}.get,
        DCT + "spatial": key_uri,
    },
    lambda predicate, said: ZERO if said.endswith("dcat-ap.de/def/licenses/cc-zero") else None,
)


def nt(*statements: tuple[str, str, str]) -> str:
    """N-Triples text; predicates without brackets."""
    return "\n".join(sorted(f"{s} <{p}> {o} ." for s, p, o in statements))


def a(subject: str, name: str) -> tuple[str, str, str]:
    """The statement that a subject is of a DCAT class."""
    return subject, RDF_TYPE, f"<{DCAT}{name}>"


def plain(*more: tuple[str, str, str]) -> str:
    """A dataset with one file, and more."""
    return nt(
        a(DATASET, "Dataset"),
        (DATASET, DCT + "title", '"Bäume"@de'),
        (DATASET, DCAT + "distribution", FILE),
        a(FILE, "Distribution"),
        (FILE, DCAT + "accessURL", "<https://daten.example/baeume.csv>"),
        *more,
    )


def item(statements: str, facts: Facts = NOTHING, **more: object) -> Item:
    """A dataset on its way out; more: fields of Item."""
    values: dict[str, object] = {
        "id": "abcdefghijklm",
        "portal": "beispiel",
        "identifier": DATASET[1:-1],
        "first_seen": WHEN,
        "changed_at": WHEN,
        "uri": DATASET[1:-1],
        "statements": statements,
        "facts": facts,
    }
    return Item(**(values | more))  # type: ignore[arg-type]


def frame(*sources: SourceCatalogue, profile: str = "default") -> Frame:
    """What the datasets of a document share."""
    found = {(source.portal, source.identifier): source for source in sources}
    return Frame(SITE, MEANING, found, profile)  # type: ignore[arg-type]


def document(items: Iterable[Item], syntax: str, shared: Frame) -> tuple[bytes, ExportResult]:
    """A feed document and what was counted."""
    target = io.BytesIO()
    result = write_feed(items, shared, FORMATS[syntax], target)
    return target.getvalue(), result
