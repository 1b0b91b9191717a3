# SPDX-License-Identifier: EUPL-1.2
"""Dataset, Distribution, DataService and Series as understood; the portal's words are in Record.

Names follow DCAT 3 and DCAT-AP.de 3.0. Keys in Readings are keys of the vocabularies.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from app.model.body import Body
from app.model.reading import MISSING, Reading

Evidence = Literal["declared", "verified", "inferred"]
Kind = Literal["dataset", "series"]


@dataclass(frozen=True, slots=True)
class StandardUse:
    """A data standard in use. key: vocabulary key, None where the standard said is not known.

    evidence: declared (angegeben, conformsTo), verified (nachgewiesen, seen in the service or
    file), inferred (erschlossen, from format or words). raw: what was said or inferred from.
    """

    key: str | None
    raw: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Distribution:
    """One Datei oder Dienst. format: key of the formats (EU file type code); licence: its id."""

    uri: str | None = None
    title: str | None = None
    access_url: str | None = None
    download_url: str | None = None
    format: Reading = MISSING
    media_type: Reading = MISSING
    licence: Reading = MISSING
    attribution: str | None = None
    availability: str | None = None
    issued: date | None = None
    modified: datetime | None = None
    byte_size: int | None = None
    standards: tuple[StandardUse, ...] = ()
    service: str | None = None


@dataclass(frozen=True, slots=True)
class DataService:
    """dcat:DataService that serves datasets. identifier: its IRI or dct:identifier."""

    identifier: str
    title: str | None = None
    endpoint_url: str | None = None
    endpoint_description: str | None = None
    licence: Reading = MISSING
    standards: tuple[StandardUse, ...] = ()
    serves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A series a dataset belongs to.

    explicit: identifier of the dcat:DatasetSeries (inSeries) or of the version root
    (hasVersion/isVersionOf) as the portal said. holding: key shared by yearly slices of one title
    and publisher (Zeitreihe); they count as one holding.
    """

    explicit: str | None = None
    holding: str | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset (or dcat:DatasetSeries) as understood.

    modified: Metadaten geändert (dct:modified). data_as_of: Stand der Daten, from the temporal end
    or the distributions' modification, with the rule that gave it; the two are never mixed.
    musterdatensatz and thema: slug of the Musterdatenkatalog's URI path with ``--`` for ``/``.
    licence: derived over the distributions: exact/likely (one), mixed, ambiguous, unknown, missing.
    """

    portal: str
    identifier: str
    kind: Kind = "dataset"
    uri: str | None = None
    title: str | None = None
    description: str | None = None
    languages: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    publisher: Body = field(default_factory=Body)
    contributors: tuple[str, ...] = ()
    musterdatensatz: Reading = MISSING
    thema: Reading = MISSING
    themes: tuple[str, ...] = ()
    inspire_themes: tuple[str, ...] = ()
    hvd_categories: tuple[str, ...] = ()
    licence: Reading = MISSING
    issued: date | None = None
    modified: datetime | None = None
    data_as_of: date | None = None
    data_as_of_rule: str = ""
    temporal_start: date | None = None
    temporal_end: date | None = None
    frequency: str | None = None
    access_rights: str | None = None
    availability: str | None = None
    landing_page: str | None = None
    series: Series = field(default_factory=Series)
    metadata_standards: tuple[str, ...] = ()
    catalogue: str | None = None
    distributions: tuple[Distribution, ...] = ()
    services: tuple[DataService, ...] = ()
