# SPDX-License-Identifier: EUPL-1.2
"""A licence that a portal fills in, from its configuration to the page that shows the dataset."""

import re
from pathlib import Path

import pytest

from app.config import load
from app.web.factory import create
from tests.cli.conftest import Command

PORTAL = """
[[portal]]
id = "ahornau"
title = "Ahornau"
kind = "dcat"
url = "a.ttl"
{default}
"""
RECORD = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
<https://daten.ahornau.example/d/1> a dcat:Dataset ;
    dct:title "Baumkataster" ; dcat:distribution <https://daten.ahornau.example/d/1/a> .
<https://daten.ahornau.example/d/1/a> a dcat:Distribution ;
    dcat:accessURL <https://daten.ahornau.example/a.csv> ;
    dct:license <http://dcat-ap.de/def/licenses/other-closed> .
"""


def _page(command: Command, folder: Path, default: str) -> str:
    (folder / "a.ttl").write_text(RECORD, encoding="utf-8")
    (folder / "config.toml").write_text(PORTAL.format(default=default), encoding="utf-8")
    said = command("harvest", "ahornau")
    assert said.status == 0, said.err
    export = command("export", "-", "--format", "nt").out
    id = re.findall(r"/datensatz/(\w{13})\b", export)[0]
    client = create(load(folder / "config.toml", {})).test_client()
    return client.get(f"/datensatz/{id}").text


@pytest.mark.parametrize(
    ("default", "code", "status"),
    [
        ('licence_default = "other-closed"', "licence.default", "Vorgabewert des Portals"),
        ("", "licence.ambiguous", "mehrdeutig"),
    ],
)
def test_a_default_is_told_from_a_declaration(
    command: Command, folder: Path, default: str, code: str, status: str
) -> None:
    page = _page(command, folder, default)
    codes = {each["code"] for each in command("findings", "ahornau", "--json").json()}
    assert code in codes
    assert status in page
    assert ("Vorgabewert dieses Portals" in page) == bool(default)
