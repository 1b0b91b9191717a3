# SPDX-License-Identifier: EUPL-1.2
"""Who publishes the feed: plain values the entrances pass in, and addresses made of them."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from app.export.terms import iri

# Language, code and parameters -> a sentence; text is made at the edge and passed in.
Say = Callable[..., str]


def say_names(lang: str, code: str, **params: object) -> str:
    """The parameters alone: for callers that need no sentences."""
    return "; ".join(str(value) for value in params.values() if value)


@dataclass(frozen=True, slots=True)
class FeedSite:
    """Our catalogue. url: without final slash. licence: IRI, of our own readings only.

    titles and descriptions: (text, language), German first. page_size: datasets a page unless the
    request says otherwise. say: makes the feed's sentences.
    """

    url: str = "http://127.0.0.1:8000"
    titles: tuple[tuple[str, str], ...] = (("Datenspiegel", "de"),)
    descriptions: tuple[tuple[str, str], ...] = ()
    publisher: str = "Datenspiegel"
    publisher_url: str = ""
    licence: str = "http://dcat-ap.de/def/licenses/cc-zero"
    language: str = "de"
    page_size: int = 100
    say: Say = say_names

    @property
    def fingerprint(self) -> str:
        """Everything of the site that shows in the bytes of a feed."""
        values = (getattr(self, field.name) for field in fields(self) if field.name != "say")
        return repr(tuple(values))

    @property
    def catalog(self) -> str:
        """Term of our dcat:Catalog."""
        return iri(f"{self.url}/catalog")

    @property
    def agent(self) -> str:
        """Term of the body that runs this site."""
        return iri(f"{self.url}/catalog#herausgeber")

    def dataset(self, dataset_id: str) -> str:
        """Address of a dataset's page, the stable name of our description of it."""
        return f"{self.url}/datensatz/{dataset_id}"

    def portal(self, portal: str) -> str:
        """Term of the catalogue that stands for a portal which names none of its own."""
        return iri(f"{self.url}/portal/{portal}#katalog")
