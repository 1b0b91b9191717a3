# SPDX-License-Identifier: EUPL-1.2
"""Core types -> rows: tuples of what both drivers take as it is, for bulk writing.

SQLAlchemy's own conversion of each value costs more than the insert. So here days and instants
become ISO texts, tuples JSON texts, and texts are cleaned; columns stand in the order of *_COLUMNS.
"""

from datetime import date, datetime
from typing import Any

from app.model import DataService, Dataset, Distribution, Finding, Reading, StandardUse
from app.model.reading import MISSING
from app.store.change import Change
from app.store.columns import clean, dump, instant_text
from app.store.sorting import sort_key

Values = tuple[Any, ...]
LARGEST = 2**63 - 1


def reading_columns(name: str) -> tuple[str, ...]:
    """The five columns of a Reading."""
    return (name, f"{name}_status", f"{name}_rule", f"{name}_raw", f"{name}_candidates")


IDENTITY_COLUMNS = ("id", "portal", "identifier", "first_seen")
UNDERSTOOD_COLUMNS = (
    *("uri", "kind", "title", "sort_title", "description", "languages", "keywords"),
    *("publisher_name", *reading_columns("kommune"), "level", "body_kind", "land"),
    *("contributors", *reading_columns("musterdatensatz"), *reading_columns("thema")),
    *("themes", "inspire_themes", "hvd_categories", *reading_columns("licence")),
    *("issued", "modified", "data_as_of", "data_as_of_rule", "temporal_start", "temporal_end"),
    *("frequency", "access_rights", "availability", "landing_page", "series", "holding"),
    *("metadata_standards", "catalogue", "distribution_count"),
)
STATE_COLUMNS = ("hash", "changed_at", "run", "missing_since", "missing_runs", "retired_at")
DATASET_COLUMNS = (*IDENTITY_COLUMNS, *UNDERSTOOD_COLUMNS, *STATE_COLUMNS)
DISTRIBUTION_COLUMNS = (
    *("dataset", "position", "uri", "title", "access_url", "download_url"),
    *reading_columns("format"),
    *reading_columns("media_type"),
    *reading_columns("licence"),
    *("attribution", "availability", "issued", "modified", "byte_size", "service"),
)
SERVICE_COLUMNS = (
    *("dataset", "position", "identifier", "title", "endpoint_url", "endpoint_description"),
    *(*reading_columns("licence"), "serves"),
)
STANDARD_COLUMNS = ("dataset", "number", "distribution", "service", "key", "raw", "evidence")
FINDING_COLUMNS = ("dataset", "portal", "run", "code", "subject", "params")


def text(value: str | None) -> str | None:
    """Cleaned, or None; asked for some hundred columns a dataset, so it looks before it calls."""
    if value is None or (value.isascii() and "\0" not in value):
        return value
    return clean(value)


def words(values: tuple[str, ...]) -> str | None:
    """A JSON list; NULL for none."""
    return dump(values) if values else None


def day(value: date | None) -> str | None:
    """YYYY-MM-DD."""
    return None if value is None else value.isoformat()


def instant(value: datetime | None) -> str | None:
    """As app.store.columns.Instant writes it."""
    return None if value is None else instant_text(value)


def reading(value: Reading) -> Values:
    """The five values of a Reading."""
    if value is MISSING:
        return (None, "missing", "", None, None)
    candidates = dump(value.candidates) if value.candidates else None
    return (text(value.value), value.status, value.rule, text(value.raw), candidates)


def state(hash: str, run: int, now: str) -> Values:
    """STATE_COLUMNS of a dataset that was just seen."""
    return (hash, now, run, None, 0, None)


def understood(change: Change) -> Values:
    """UNDERSTOOD_COLUMNS."""
    dataset = change.dataset
    return (
        text(dataset.uri),
        dataset.kind,
        text(dataset.title),
        text(sort_key(dataset.title)),
        text(dataset.description),
        words(dataset.languages),
        words(dataset.keywords),
        *_body(dataset, change.land),
        words(dataset.contributors),
        *reading(dataset.musterdatensatz),
        *reading(dataset.thema),
        words(dataset.themes),
        words(dataset.inspire_themes),
        words(dataset.hvd_categories),
        *reading(dataset.licence),
        *_times(dataset),
        *_rest(dataset),
    )


def _body(dataset: Dataset, land: str | None) -> Values:
    body = dataset.publisher
    key = body.key.value
    return (
        text(body.name),
        *reading(body.key),
        body.level,
        body.kind,
        key[:2] if key else text(land),
    )


def _times(dataset: Dataset) -> Values:
    return (
        day(dataset.issued),
        instant(dataset.modified),
        day(dataset.data_as_of),
        dataset.data_as_of_rule,
        day(dataset.temporal_start),
        day(dataset.temporal_end),
    )


def _rest(dataset: Dataset) -> Values:
    return (
        dataset.frequency,
        dataset.access_rights,
        dataset.availability,
        text(dataset.landing_page),
        text(dataset.series.explicit),
        text(dataset.series.holding),
        words(dataset.metadata_standards),
        text(dataset.catalogue),
        len(dataset.distributions),
    )


def distribution_row(part: Distribution, position: int) -> Values:
    """DISTRIBUTION_COLUMNS after the dataset; a size no database can hold is left out."""
    size = part.byte_size
    return (
        position,
        text(part.uri),
        text(part.title),
        text(part.access_url),
        text(part.download_url),
        *reading(part.format),
        *reading(part.media_type),
        *reading(part.licence),
        text(part.attribution),
        part.availability,
        day(part.issued),
        instant(part.modified),
        size if size is None or 0 <= size <= LARGEST else None,
        text(part.service),
    )


def service_row(service: DataService, position: int) -> Values:
    """SERVICE_COLUMNS after the dataset."""
    return (
        position,
        clean(service.identifier),
        text(service.title),
        text(service.endpoint_url),
        text(service.endpoint_description),
        *reading(service.licence),
        words(service.serves),
    )


def standard_rows(dataset: Dataset) -> list[Values]:
    """STANDARD_COLUMNS after the dataset: of the distributions first, then of the services."""
    uses: list[tuple[int | None, int | None, StandardUse]] = [
        (at, None, use) for at, part in enumerate(dataset.distributions) for use in part.standards
    ]
    uses += [(None, at, use) for at, part in enumerate(dataset.services) for use in part.standards]
    return [
        (number, part, service, text(use.key), clean(use.raw), use.evidence)
        for number, (part, service, use) in enumerate(uses)
    ]


def finding_row(finding: Finding) -> Values:
    """FINDING_COLUMNS after dataset, portal and run."""
    params = dump(dict(finding.params)) if finding.params else None
    return (clean(finding.code), clean(finding.subject), params)
