# SPDX-License-Identifier: EUPL-1.2
"""What real catalogues get wrong, each as a function that spoils a sound draft.

So the demonstration shows Hinweise as they occur, and every fault has a name in the source files.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.demonstration.draft import Draft

CC_BY_NC = "http://dcat-ap.de/def/licenses/cc-by-nc/4.0"
CC_BY_SA = "http://dcat-ap.de/def/licenses/cc-by-sa/4.0"
NO_LIMITATIONS = (
    "http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations"
)
OTHER_TOPICS = (
    "https://musterdatenkatalog.de/def/musterdatensatz/energie/wasserversorgung",
    "https://musterdatenkatalog.de/def/musterdatensatz/verkehr/kfz/parkplatz",
)
Fault = Callable[[Draft], Draft]


def _files(draft: Draft, **values: Any) -> Draft:
    return replace(draft, files=tuple(replace(file, **values) for file in draft.files))


def _first(draft: Draft, **values: Any) -> Draft:
    return replace(draft, files=(replace(draft.files[0], **values), *draft.files[1:]))


def without_licence(draft: Draft) -> Draft:
    """No file says under which licence it stands."""
    return _files(draft, licences=(), attribution="")


def with_two_licences(draft: Draft) -> Draft:
    """Every file names a second licence that contradicts the first."""
    both = (*draft.files[0].licences, CC_BY_NC)
    return _files(draft, licences=both)


def with_mixed_licences(draft: Draft) -> Draft:
    """The first file stands under another licence than the others."""
    return _first(draft, licences=(CC_BY_SA,))


def with_access_for_licence(draft: Draft) -> Draft:
    """In place of a licence stands who may see the data."""
    return _files(draft, licences=(NO_LIMITATIONS,))


def with_html(draft: Draft) -> Draft:
    """The description is HTML, as editors paste it from web pages."""
    first, _, rest = draft.description.partition(". ")
    text = f'<p>{first}.</p><ul><li><a href="{draft.landing}">mehr&nbsp;dazu</a></li></ul>'
    return replace(draft, description=f"{text}<p>{rest}</p>")


def with_german_dates(draft: Draft) -> Draft:
    """Dates as German offices write them."""
    return _files(replace(draft, issued="1. März 2019", modified="15.08.2025"), modified="4.8.2025")


def with_invalid_dates(draft: Draft) -> Draft:
    """Days that no calendar has."""
    return replace(draft, issued="0000-00-00", modified="2025-02-30")


def with_reversed_period(draft: Draft) -> Draft:
    """The period ends before it begins."""
    return replace(draft, period=("2024-12-31", "2024-01-01"))


def with_bad_media_type(draft: Draft) -> Draft:
    """A media type that nobody registered."""
    return _files(draft, media="datei/tabelle")


def with_bad_format(draft: Draft) -> Draft:
    """A format in words of the office."""
    return _first(draft, formats=("Auszug aus dem Fachverfahren",))


def with_bad_size(draft: Draft) -> Draft:
    """A size for people."""
    return _first(draft, size="1,2 MB")


def with_bad_address(draft: Draft) -> Draft:
    """An address that somebody cut off."""
    return _first(draft, access="http://", download="")


def with_ampersand(draft: Draft) -> Draft:
    """An address whose ``&`` is not written as XML wants it (done when the page is written)."""
    return replace(draft, landing=f"{draft.landing}?art=plan{BARE}karte")


def with_odd_frequency(draft: Draft) -> Draft:
    """A frequency that no list has."""
    return replace(draft, frequency="je nach Witterung")


def with_odd_availability(draft: Draft) -> Draft:
    """An availability that no list has."""
    return replace(draft, availability="solange der Vorrat reicht")


def with_odd_language(draft: Draft) -> Draft:
    """A language that is none."""
    return replace(draft, language="Amtssprache")


def with_unknown_hvd(draft: Draft) -> Draft:
    """A category that the list of high-value datasets does not have."""
    return replace(draft, hvd=("http://data.europa.eu/bna/c_00000000",))


def with_several_topics(draft: Draft) -> Draft:
    """Two Musterdatensätze at once."""
    return replace(draft, references=(*draft.references, OTHER_TOPICS[0]))


def with_other_topic(draft: Draft) -> Draft:
    """A Musterdatensatz that the title speaks against."""
    return replace(draft, references=(OTHER_TOPICS[1],))


def without_title(draft: Draft) -> Draft:
    """Nothing to call it by."""
    return replace(draft, title="")


def without_theme(draft: Draft) -> Draft:
    """In none of the EU's themes."""
    return replace(draft, themes=())


def without_publisher(draft: Draft) -> Draft:
    """Nobody says who publishes."""
    return replace(draft, publisher=None)


def without_files(draft: Draft) -> Draft:
    """Described, and not to be had."""
    return replace(draft, files=())


BARE = "&ansicht="

FAULTS: dict[str, Fault] = {
    "no-licence": without_licence,
    "licence-contradiction": with_two_licences,
    "licence-mixed": with_mixed_licences,
    "access-only": with_access_for_licence,
    "html": with_html,
    "date-german": with_german_dates,
    "date-invalid": with_invalid_dates,
    "temporal-reversed": with_reversed_period,
    "media-type": with_bad_media_type,
    "format-unknown": with_bad_format,
    "byte-size": with_bad_size,
    "url-broken": with_bad_address,
    "url-ampersand": with_ampersand,
    "frequency-unknown": with_odd_frequency,
    "availability-odd": with_odd_availability,
    "language-odd": with_odd_language,
    "hvd-unknown": with_unknown_hvd,
    "musterdatensatz-several": with_several_topics,
    "musterdatensatz-contradiction": with_other_topic,
    "title-missing": without_title,
    "theme-missing": without_theme,
    "publisher-missing": without_publisher,
    "no-files": without_files,
}


def spoil(draft: Draft, names: str) -> Draft:
    """The draft with the faults named, one after the other; KeyError for a name nobody knows."""
    for name in names.split():
        draft = FAULTS[name](draft)
    return draft
