# SPDX-License-Identifier: EUPL-1.2
"""Keys of the vocabularies become the IRIs DCAT-AP.de 3.0 asks for."""

import pytest

from app.export.meaning import key_uri, make_meaning
from app.export.terms import DCAT, DCATAP, DCT
from app.vocabulary import Vocabulary

EU = "http://publications.europa.eu/resource/authority/"


@pytest.mark.parametrize(
    ("predicate", "key", "uri"),
    [
        (DCT + "license", "cc0-1.0", "http://dcat-ap.de/def/licenses/cc-zero"),
        (DCT + "license", "cc-by", None),
        (DCT + "license", "unspecified", None),
        (DCT + "format", "CSV", EU + "file-type/CSV"),
        (DCAT + "mediaType", "text/csv", "https://www.iana.org/assignments/media-types/text/csv"),
        (DCAT + "mediaType", "application/x-zip", None),
        (DCAT + "theme", "ENVI", EU + "data-theme/ENVI"),
        (DCT + "accrualPeriodicity", "ANNUAL", EU + "frequency/ANNUAL"),
        (DCT + "accessRights", "PUBLIC", EU + "access-right/PUBLIC"),
        (DCATAP + "availability", "STABLE", EU + "planned-availability/STABLE"),
        (DCT + "format", "nonsense", None),
    ],
)
def test_keys_become_iris(
    vocabulary: Vocabulary, predicate: str, key: str, uri: str | None
) -> None:
    assert make_meaning(vocabulary).uri[predicate](key) == uri


@pytest.mark.parametrize(
    ("predicate", "said", "uri"),
    [
        (
            DCT + "license",
            "https://www.dcat-ap.de/def/licenses/cc-zero",
            "http://dcat-ap.de/def/licenses/cc-zero",
        ),
        (DCT + "license", "https://example.org/lizenz", None),
        (DCAT + "mediaType", "http://www.iana.org/assignments/media-types/text/csv", "/text/csv"),
        (DCT + "spatial", "https://example.org/ort", None),
    ],
)
def test_a_said_iri_and_the_one_it_means(
    vocabulary: Vocabulary, predicate: str, said: str, uri: str | None
) -> None:
    found = make_meaning(vocabulary).same(predicate, said)
    assert (found or "").endswith(uri or "")
    assert (found is None) == (uri is None)


@pytest.mark.parametrize("key", ["", "1", "130030", "abcdefgh", "1300300000"])
def test_what_is_no_official_key_has_no_iri(key: str) -> None:
    assert key_uri(key) is None
