# SPDX-License-Identifier: EUPL-1.2
"""A whole record: every concern arrives in the Dataset, every doubt in a Finding."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.model import Dataset, Finding
from app.model.findings import CODES
from app.normalise import Reader, understand
from app.web import messages
from harvesters.base.record import (
    RawPeriod,
    RawService,
    RawStandard,
    Repair,
    Text,
)
from tests.normalise.builders import distribution, portal, publisher, record

EU = "http://publications.europa.eu/resource/authority"
CC0 = "http://dcat-ap.de/def/licenses/cc-zero"


def ask(reader: Reader, **given: Any) -> tuple[Dataset, dict[str, Finding]]:
    dataset, findings = understand(reader, portal(), record(**given))
    return dataset, {finding.code: finding for finding in findings}


FULL: dict[str, Any] = {
    "title": "Baumkataster 2023",
    "uri": "https://daten.example/d/1",
    "descriptions": (Text("<p>Alle <b>Bäume</b></p>", "de"),),
    "languages": (f"{EU}/language/DEU",),
    "keywords": (Text("Baum", "de"), Text("tree", "en")),
    "agents": (publisher("Stadt Kiel"),),
    "themes": (f"{EU}/data-theme/ENVI",),
    "licences": (CC0,),
    "issued": ("2020-01-01",),
    "modified": ("2024-05-06T07:08:09Z",),
    "temporal": (RawPeriod("2023-01-01", "2023-12-31"),),
    "frequencies": (f"{EU}/frequency/ANNUAL",),
    "access_rights": ("public",),
    "landing_pages": ("https://daten.example/seite",),
    "attributions": (Text("Stadt Kiel, Grünflächenamt"),),
    "distributions": (
        distribution(
            formats=(f"{EU}/file-type/CSV",),
            modified=("2024-01-01",),
            byte_sizes=("1024.0",),
            download_urls=("https://daten.example/baeume.csv",),
        ),
    ),
}


def test_a_complete_record_is_understood_without_findings(reader: Reader) -> None:
    dataset, findings = ask(reader, **FULL)
    assert findings == {}
    assert (dataset.title, dataset.description) == ("Baumkataster 2023", "Alle Bäume")
    assert (dataset.languages, dataset.keywords) == (("de",), ("Baum",))
    assert (dataset.publisher.key.value, dataset.publisher.level) == ("01002000", "gemeinde")
    assert dataset.themes == ("ENVI",)
    assert (dataset.issued, dataset.modified) == (
        date(2020, 1, 1),
        datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC),
    )
    assert (dataset.data_as_of, dataset.data_as_of_rule) == (date(2023, 12, 31), "temporal.end")
    assert (dataset.frequency, dataset.access_rights) == ("ANNUAL", "PUBLIC")
    assert dataset.musterdatensatz.value == "floraUndFauna--baumbestand--baumkataster"
    assert dataset.series.holding is not None
    assert (dataset.licence.value, dataset.licence.status) == ("cc0-1.0", "exact")


def test_a_distribution_has_from_its_dataset_what_it_does_not_say(reader: Reader) -> None:
    (file,) = ask(reader, **FULL)[0].distributions
    assert (file.licence.value, file.licence.rule) == ("cc0-1.0", "dataset.uri")
    assert file.attribution == "Stadt Kiel, Grünflächenamt"
    assert (file.format.value, file.byte_size) == ("CSV", 1024)
    assert file.download_url == "https://daten.example/baeume.csv"
    assert [(use.key, use.evidence) for use in file.standards] == [("csv", "inferred")]


def test_an_empty_record_says_what_is_missing(reader: Reader) -> None:
    dataset, findings = ask(reader, title=None)
    assert dataset.title is None
    assert set(findings) == {
        *("title.missing", "description.missing", "theme.missing", "licence.missing"),
        *("dataset.without_distribution", "publisher.missing"),
    }
    assert {finding.subject for finding in findings.values()} == {dataset.identifier}


def test_a_metadata_profile_is_told_once_and_is_no_standard(reader: Reader) -> None:
    profile = (RawStandard("https://www.dcat-ap.de/def/dcatde/1.1/"),)
    files = (distribution(conforms_to=profile), distribution(conforms_to=profile))
    dataset, findings = ask(reader, conforms_to=profile, distributions=files)
    assert dataset.metadata_standards == ("https://www.dcat-ap.de/def/dcatde/1.1/",)
    assert findings["standard.metadata_profile"].params["count"] == "3"
    assert [file.standards for file in dataset.distributions] == [(), ()]


def test_a_standard_of_the_dataset_holds_for_its_files(reader: Reader) -> None:
    dataset, _ = ask(reader, conforms_to=(RawStandard("GTFS"),), distributions=(distribution(),))
    assert [use.key for use in dataset.distributions[0].standards] == ["gtfs"]


def test_licences_of_dataset_and_files_that_differ_are_noted(reader: Reader) -> None:
    files = (distribution(licences=("http://dcat-ap.de/def/licenses/dl-by-de/2.0",)),)
    dataset, findings = ask(reader, licences=(CC0,), distributions=files)
    assert dataset.licence.value == "dl-by-de-2.0"
    assert findings["licence.contradiction"].params["value"] == CC0


def test_mixed_licences_stay_apart_from_unknown_and_missing(reader: Reader) -> None:
    files = (
        distribution(licences=(CC0,)),
        distribution(licences=("Hausregel",)),
        distribution(),
        distribution(),
    )
    dataset, findings = ask(reader, distributions=files)
    assert (dataset.licence.status, dataset.licence.candidates) == ("mixed", ("cc0-1.0",))
    assert findings["licence.unknown"].params["value"] == "Hausregel"
    assert findings["licence.missing"].params["count"] == "2"


def test_metadata_changes_never_become_the_state_of_the_data(reader: Reader) -> None:
    dataset, _ = ask(reader, modified=("2024-05-06",), distributions=(distribution(),))
    assert (dataset.data_as_of, dataset.data_as_of_rule) == (None, "")


@pytest.mark.parametrize("value", ["12 kB", "-1", "1.5", "NaN", "٣"])
def test_a_size_that_is_no_number_of_bytes_is_noted(reader: Reader, value: str) -> None:
    dataset, findings = ask(reader, distributions=(distribution(byte_sizes=(value,)),))
    assert dataset.distributions[0].byte_size is None
    assert findings["byte_size.invalid"].params["value"] == value


def test_a_dangerous_address_is_dropped_and_noted(reader: Reader) -> None:
    file = distribution(access_urls=("javascript:alert(1)",))
    dataset, findings = ask(reader, distributions=(file,))
    assert dataset.distributions[0].access_url is None
    assert {"url.invalid", "distribution.without_url"} <= set(findings)


def test_repairs_become_findings(reader: Reader) -> None:
    repair = Repair("xml.repaired", "a&b", "page 1, line 3")
    assert ask(reader, repairs=(repair, repair))[1]["xml.repaired"].params["count"] == "2"


def test_a_service_is_read(reader: Reader) -> None:
    raw = RawService(
        "https://daten.example/s",
        titles=(Text("Bäume (WFS)"),),
        endpoint_urls=("https://daten.example/ows?service=WFS",),
        licences=(CC0,),
        serves=("https://daten.example/d/1",),
    )
    dataset, _ = ask(reader, services=(raw,))
    (service,) = dataset.services
    assert (service.title, service.licence.value) == ("Bäume (WFS)", "cc0-1.0")
    assert [(use.key, use.evidence) for use in service.standards] == [("wfs", "inferred")]


def test_the_same_record_gives_the_same_answer(reader: Reader) -> None:
    assert ask(reader, **FULL) == ask(reader, **FULL)


BROKEN: dict[str, Any] = {
    "title": "a\x00b",
    "agents": (publisher("Gemeinde Steinhagen"),),
    "languages": ("xx-unbekannt",),
    "themes": ("irgendwas",),
    "hvd_categories": ("irgendwas",),
    "frequencies": ("oft",),
    "access_rights": ("vielleicht",),
    "availabilities": ("lange",),
    "modified": ("gestern", "9999-01-01"),
    "temporal": (RawPeriod("2020", "2019"),),
    "licences": (CC0, "http://dcat-ap.de/def/licenses/odbl"),
    "conforms_to": (RawStandard("Hausnorm"),),
    "references": ("https://musterdatenkatalog.de/def/musterdatensatz/x/y",),
    "distributions": (
        distribution(
            formats=("CSV",),
            media_types=("application/pdf", "a/b"),
            download_urls=("x",),
            licences=("http://dcat-ap.de/def/licenses/cc-by",),
        ),
        distribution(formats=("?",), byte_sizes=("?",), licences=("Hausregel",)),
    ),
}


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_every_finding_can_be_said_with_its_own_parameters(reader: Reader, lang: str) -> None:
    _, findings = ask(reader, **BROKEN)
    assert len(findings) > 15
    for code, finding in findings.items():
        assert code in CODES
        assert messages.say(lang, code, **finding.params)
        assert messages.say(lang, f"{code}-mend")
