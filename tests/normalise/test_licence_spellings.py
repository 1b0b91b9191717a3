# SPDX-License-Identifier: EUPL-1.2
"""Spellings of licences that nobody listed are read by the grammar."""

import csv
from pathlib import Path

import pytest

from app.normalise.licence_reading import read
from app.vocabulary import Vocabulary

GERMAN = {
    "by": "Namensnennung",
    "nc": "Nicht kommerziell",
    "nd": "Keine Bearbeitungen",
    "sa": "Weitergabe unter gleichen Bedingungen",
}
ENGLISH = {"by": "Attribution", "nc": "NonCommercial", "nd": "NoDerivatives", "sa": "ShareAlike"}
CC = ("by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd")
# {0} elements as a code, {1} glued, {2} German, {3} English
SPELLINGS = (
    "CC {0} 4.0",
    "cc-{0}-4.0",
    "CC-{0}-4.0 International",
    "cc_{0}_4_0",
    "CC {0} v4.0",
    "CC{1}_4_0",
    "cc{1}/4_0",
    "CC-{0}-Lizenz (v4.0)",
    "Lizenz: CC {0} 4.0",
    "Creative Commons {2} 4.0 International",
    "Creative Commons {2} 4.0 International (CC {0} 4.0)",
    "Creative-Commons-Lizenz {2} 4.0 International",
    "Creative Commons 4.0 – {2}",
    "CC v4.0 International Lizenz: {2}",
    "Creative Commons {3} 4.0",
    "creative commons {3} license, version 4.0",
    "Creative Commons {3} (CC {0}) 4.0 Intl.",
    "CC&nbsp;{0}&#8209;4.0",
    "CC%20{0}%204.0",
    "https://creativecommons.org/licenses/{0}/4.0/",
    "http://www.creativecommons.org/licenses/{0}/4.0/legalcode.de",
    "creativecommons.org/licenses/{0}/4.0/deed.fr",
    "https://spdx.org/licenses/CC-{0}-4.0.html",
    "http://publications.europa.eu/resource/authority/licence/CC_{1}_4_0",
    "http://dcat-ap.de/def/licenses/cc-{0}/4_0",
    "CC {0} 4.0 (https://creativecommons.org/licenses/{0}/4.0/)",
    '<a href="https://creativecommons.org/licenses/{0}/4.0/deed.de">CC {0} 4.0</a>',
)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("elements", CC)
def test_creative_commons_in_every_spelling(
    vocabulary: Vocabulary, spelling: str, elements: str
) -> None:
    parts = elements.split("-")
    german, english = (" - ".join(words[part] for part in parts) for words in (GERMAN, ENGLISH))
    text = spelling.format(elements.upper(), elements.replace("-", "").upper(), german, english)
    if "creativecommons.org" in text:
        text = text.replace(f"/{elements.upper()}/", f"/{elements}/")
    found = read(vocabulary, text)
    assert (found.value, found.status) == (f"cc-{elements}-4.0", "exact"), text


@pytest.mark.parametrize(
    ("variant", "version", "id"),
    [
        ("Namensnennung", "2.0", "dl-by-de-2.0"),
        ("Namensnennung", "1.0", "dl-by-de-1.0"),
        ("Zero", "2.0", "dl-zero-de-2.0"),
        ("Namensnennung – nicht-kommerziell", "1.0", "dl-by-nc-de-1.0"),
    ],
)
@pytest.mark.parametrize(
    "spelling",
    [
        "Datenlizenz Deutschland – {0} – Version {1}",
        "Datenlizenz Deutschland - {0} - {1}",
        "Datenlizenz Deutschland {1} / {0}",
        "Datenlizenz Deutschland — {0} (v{1})",
        "Datenlizenz Deutschland: {0}, Version {1}",
        "Lizenz: Datenlizenz Deutschland {0} {1}.",
        "Datenlizenz Deutschland â€“ {0} â€“ Version {1}",
        "Datenlizenz Deutschland ? {0} ? Version {1}",
        "Datenlizenz Deutschland &ndash; {0} &ndash; Version {1}",
        "Es gilt die Datenlizenz Deutschland {0} Version {1}",
    ],
)
def test_datenlizenz_deutschland(
    vocabulary: Vocabulary, spelling: str, variant: str, version: str, id: str
) -> None:
    found = read(vocabulary, spelling.format(variant, version))
    assert (found.value, found.status) == (id, "exact")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("DL-DE/BY-2-0", "dl-by-de-2.0"),
        ("dl_de_zero_20", "dl-zero-de-2.0"),
        ("DLDE_BYNC_1_0", "dl-by-nc-de-1.0"),
        ("dlbyde/1_0", "dl-by-de-1.0"),
        ("DL-DE->BY-2.0", "dl-by-de-2.0"),
        ("http://govdata.de:80/dl-de/zero-2-0/", "dl-zero-de-2.0"),
        ("cc0_10", "cc0-1.0"),
        ("CC 0 1.0", "cc0-1.0"),
        ("CC0 1.0 Universal – Public Domain Dedication", "cc0-1.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/deed.de", "cc0-1.0"),
        ("Creative Commons Public Domain Mark 1.0", "cc-pdm-1.0"),
        ("CC_BYNC_3_0_DE", "cc-by-nc-3.0-de"),
        ("cc-by-at-30", "cc-by-3.0-at"),
        ("Creative Commons Naamsvermelding-NietCommercieel 4.0 Internationaal", "cc-by-nc-4.0"),
        ("Creative Commons Attribution - pas d’utilisation commerciale 4.0", "cc-by-nc-4.0"),
        ("https://dalicc.net/licenselibrary/OpenDataCommonsAttributionLicenseV10", "odc-by-1.0"),
        ("https://www.gesetze-im-internet.de/geonutzv/index.html", "geonutzv-2013"),
        ("ＣＣ ＢＹ ４.０", "cc-by-4.0"),
        ("CC-BY-SA 3.0 Deutschland", "cc-by-sa-3.0-de"),
        ("http://creativecommons.org/licenses/by/3.0/at/deed.de", "cc-by-3.0-at"),
        ("Open Data Commons Open Database License v1.0", "odbl-1.0"),
        ("https://opendatacommons.org/licenses/odbl/1-0/", "odbl-1.0"),
        ("https://spdx.org/licenses/ODbL-1.0", "odbl-1.0"),
        ("Open Data Commons Namensnennung", "odc-by-1.0"),
        ("ODC Public Domain Dedication &amp; License (PDDL)", "pddl-1.0"),
        ("OGLv3", "ogl-uk-3.0"),
        ("Open Government Licence version 2.0", "ogl-uk-2.0"),
        ("GNU GPL v3", "gpl-3.0"),
        ("https://www.gnu.org/licenses/gpl-3.0.txt", "gpl-3.0"),
        ("EUPL, Version 1.2", "eupl-1.2"),
        ("https://opensource.org/licenses/Apache-2.0", "apache-2.0"),
        ("Norwegian Licence for Open Government Data 1.0", "nlod-1.0"),
        ("Licence Ouverte 2.0 (Etalab)", "etalab-2.0"),
        ("GeoLizenz V1.2 Ia", "geolizenz-1a"),
        ("Amtliches Werk gemäß § 5 Abs. 1 UrhG", "official-work"),
    ],
)
def test_codes_names_and_addresses(vocabulary: Vocabulary, text: str, id: str) -> None:
    found = read(vocabulary, text)
    assert found.value == id
    assert found.status in ("exact", "likely")


@pytest.mark.shared
def test_public_aliases(vocabulary: Vocabulary, shared: Path) -> None:
    """Every one of the collected spellings is answered as the table accepts it."""
    wrong = []
    with (shared / "facts/licences/aliases_public.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            found = read(vocabulary, row["alias"])
            id = "unspecified" if found.status == "missing" else found.value or "unknown"
            if id not in {row["licence_id"], *row["acceptable_ids"].split(";")}:
                wrong.append((row["alias"], id, found.status))
    assert wrong == []
