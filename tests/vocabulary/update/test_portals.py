# SPDX-License-Identifier: EUPL-1.2
"""The importer of lists of portals: kinds, addresses, keys, doubles, and what people reviewed."""

from pathlib import Path

import pytest

from app.vocabulary import VocabularyError
from app.vocabulary.files import Shelf, packaged_folder
from app.vocabulary.update.portal_lists import read_list
from app.vocabulary.update.portals import build_portals, slug
from app.vocabulary.update.sources import Sources, find_sources

GURU = (
    "sid,title,type,portal_title,parent_and_id_1,url,rs,associated_rs,api,api_list_children,"
    "dcat_ap_de,last_check"
)
KARLSRUHE = "city;country;technology;api;url;is_applicable;lat;long;protocol"
REVIEW = "id,title,kind,url,key,level,source,checked,reason"
ACTION = "/api/3/action"


def build(tmp_path: Path, *lines: str, more: str = "", review: str = "") -> dict[str, list[str]]:
    """The rows by id, made from a list like opendata.guru's and one like Karlsruhe's."""
    (tmp_path / "guru.csv").write_text("\ufeff" + "\r\n".join([GURU, *lines]), encoding="utf-8")
    if more:
        (tmp_path / "karlsruhe.csv").write_text(f"{KARLSRUHE}\n{more}\n", encoding="utf-8")
    overlay = tmp_path / "overlay"
    overlay.mkdir(exist_ok=True)
    (overlay / "portals_review.csv").write_text(f"{REVIEW}\n{review}", encoding="utf-8")
    text = build_portals(find_sources(tmp_path), Shelf(overlay, packaged_folder()))["portals.csv"]
    return {line.split(",")[0]: line.split(",")[1:] for line in text.splitlines()[1:]}


def row(title: str, kind: str, url: str, rs: str, api: str = "", feed: str = "") -> str:
    return f",{title},{kind},{title},,{url},{rs},,{api},,{feed},2023-12-03"


def test_rdf_before_an_interface_and_the_regional_key_as_ags(tmp_path: Path) -> None:
    site = "https://d.example"
    rows = build(
        tmp_path,
        row("Rostock", "municipality", site, "130030000000", site + ACTION, site + "/catalog.ttl"),
    )
    assert rows["rostock"] == (
        ["Rostock", "dcat", f"{site}/catalog.ttl", "13003000", "gemeinde", "opendata.guru"]
        + ["2023-12-03"]
    )


@pytest.mark.parametrize(
    ("address", "kind", "url"),
    [
        ("https://d.example/ckan/api/3/action/package_list", "ckan", "https://d.example/ckan"),
        ("https://d.example/api/3/action/group_list", "dkan", "https://d.example"),
        ("https://d.example/api/v2/catalog/datasets", "opendatasoft", "https://d.example"),
        ("https://d.example/api/explore/v2.1/catalog/facets", "opendatasoft", "https://d.example"),
        ("https://x.opendata.arcgis.com/", "arcgis", "https://x.opendata.arcgis.com"),
        ("https://d.example/catalog.xml", "dcat", "https://d.example/catalog.xml"),
        (
            "https://d.example/api/3/action/organization_activity_list?id=stadt-x",
            "ckan",
            "https://d.example/api/3/action/package_search?fq=organization:stadt-x",
        ),
    ],
)
def test_the_address_tells_the_kind(tmp_path: Path, address: str, kind: str, url: str) -> None:
    rows = build(tmp_path, row("Rostock", "municipality", "", "130030000000", address))
    assert rows["rostock"][1:3] == [kind, url]


def test_without_an_interface_there_is_no_row(tmp_path: Path) -> None:
    assert (
        build(tmp_path, row("Rostock", "municipality", "https://d.example/", "130030000000")) == {}
    )


def test_namesakes_need_a_key_and_a_wrong_key_gives_none(tmp_path: Path) -> None:
    api = "https://{}.example/api/3/action/package_list"
    rows = build(
        tmp_path,
        row("Neustadt", "municipality", "", "", api.format("a")),
        row("Rostock", "municipality", "", "999999999999", api.format("b")),
        row("Landkreis Lüneburg", "district", "", "", api.format("c")),
    )
    assert {name: each[3] for name, each in rows.items()} == {"kreis-lueneburg": "03355"}


def test_one_place_is_one_row_and_the_better_list_says_whose_an_address_is(tmp_path: Path) -> None:
    api = "d.example/api/3/action/package_list"
    rows = build(
        tmp_path,
        row("Rostock", "municipality", "", "130030000000", f"https://{api}"),
        more=f"Bremen;Deutschland;DKAN;{api};d.example;0;1;2;http://\n"
        "Wien;Österreich;CKAN;w.example/api/3/action/package_list;w;0;1;2;http://",
    )
    assert list(rows) == ["rostock"]
    assert rows["rostock"][1:3] == ["dkan", "https://d.example"]


def test_agencies_and_companies_are_no_places(tmp_path: Path) -> None:
    api = "https://d.example/api/3/action/organization_activity_list?id={}"
    rows = build(
        tmp_path,
        row("Landesamt", "stateAgency", "", "01", api.format("amt")),
        row("Bahn", "other", "", "", "https://b.example/api/3/action/package_list"),
        row("Ministerium", "federal", "", "", "https://m.example/api/3/action/package_list"),
    )
    assert {name: each[4] for name, each in rows.items()} == {"ministerium": "bund"}


def test_reviewed_rows_add_replace_and_leave_out(tmp_path: Path) -> None:
    api = "https://{}.example/api/3/action/package_list"
    rows = build(
        tmp_path,
        row("Rostock", "municipality", "", "130030000000", api.format("a")),
        row("Kiel", "municipality", "", "010020000000", api.format("b")),
        review="rostock,,dcat,https://a.example/catalog.ttl,,,by hand,,newer\n"
        "kiel,,-,,,,,,closed\n"
        "neu,Neu,csw,https://n.example/csw,,bund,by hand,unverified,new\n",
    )
    assert list(rows) == ["neu", "rostock"]
    assert rows["rostock"][:4] == ["Rostock", "dcat", "https://a.example/catalog.ttl", "13003000"]


def test_other_tables_are_no_lists(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="source_broken"):
        list(read_list(tmp_path / "x.csv"))
    assert build_portals(Sources(), Shelf()) == {}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mülheim an der Ruhr", "muelheim-an-der-ruhr"),
        ("Halle (Saale)", "halle-saale"),
        ("É!", "e"),
    ],
)
def test_ids(name: str, said: str) -> None:
    assert slug(name) == said


@pytest.mark.shared
def test_the_packaged_directory_is_what_the_lists_give(shared: Path) -> None:
    texts = build_portals(find_sources(shared / "data/portals/portal-lists"), Shelf())
    assert texts["portals.csv"] == (packaged_folder() / "portals.csv").read_text(encoding="utf-8")
