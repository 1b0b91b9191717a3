# SPDX-License-Identifier: EUPL-1.2
"""Rows -> core types; what was written with app.store.encoding comes back equal."""

from collections.abc import Iterable
from typing import Any

from app.model import (
    Body,
    DataService,
    Dataset,
    Distribution,
    Finding,
    Reading,
    Series,
    StandardUse,
)
from app.model.reading import MISSING

Parts = tuple[tuple[Distribution, ...], tuple[DataService, ...]]


def reading(row: Any, name: str) -> Reading:
    """The Reading in the five columns of this name."""
    value = Reading(
        getattr(row, name),
        getattr(row, f"{name}_status"),
        getattr(row, f"{name}_rule"),
        getattr(row, f"{name}_raw"),
        getattr(row, f"{name}_candidates"),
    )
    return MISSING if value == MISSING else value


def dataset(row: Any, parts: Parts = ((), ())) -> Dataset:
    """The Dataset of a row of the dataset table and of its parts."""
    return Dataset(
        portal=row.portal,
        identifier=row.identifier,
        kind=row.kind,
        uri=row.uri,
        title=row.title,
        description=row.description,
        languages=row.languages,
        keywords=row.keywords,
        publisher=_body(row),
        contributors=row.contributors,
        musterdatensatz=reading(row, "musterdatensatz"),
        thema=reading(row, "thema"),
        themes=row.themes,
        inspire_themes=row.inspire_themes,
        hvd_categories=row.hvd_categories,
        licence=reading(row, "licence"),
        issued=row.issued,
        modified=row.modified,
        data_as_of=row.data_as_of,
        data_as_of_rule=row.data_as_of_rule,
        temporal_start=row.temporal_start,
        temporal_end=row.temporal_end,
        frequency=row.frequency,
        access_rights=row.access_rights,
        availability=row.availability,
        landing_page=row.landing_page,
        series=Series(row.series, row.holding),
        metadata_standards=row.metadata_standards,
        catalogue=row.catalogue,
        distributions=parts[0],
        services=parts[1],
    )


def _body(row: Any) -> Body:
    return Body(row.publisher_name, reading(row, "kommune"), row.level, row.body_kind)


def distribution(row: Any, standards: Iterable[StandardUse] = ()) -> Distribution:
    """The Distribution of a row."""
    return Distribution(
        uri=row.uri,
        title=row.title,
        access_url=row.access_url,
        download_url=row.download_url,
        format=reading(row, "format"),
        media_type=reading(row, "media_type"),
        licence=reading(row, "licence"),
        attribution=row.attribution,
        availability=row.availability,
        issued=row.issued,
        modified=row.modified,
        byte_size=row.byte_size,
        standards=tuple(standards),
        service=row.service,
    )


def service(row: Any, standards: Iterable[StandardUse] = ()) -> DataService:
    """The DataService of a row."""
    return DataService(
        identifier=row.identifier,
        title=row.title,
        endpoint_url=row.endpoint_url,
        endpoint_description=row.endpoint_description,
        licence=reading(row, "licence"),
        standards=tuple(standards),
        serves=row.serves,
    )


def standard(row: Any) -> StandardUse:
    """The StandardUse of a row."""
    return StandardUse(row.key, row.raw, row.evidence)


def finding(row: Any) -> Finding:
    """The Finding of a row."""
    return Finding(row.code, row.subject, row.params or {})
