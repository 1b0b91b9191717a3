# SPDX-License-Identifier: EUPL-1.2
"""A damaged large page gives what it gives as a small one: one broken item costs itself (H8)."""

import json
from datetime import UTC, datetime

import pytest

from harvesters.base import pieces, pieces_json, pieces_xml, rdf_page
from harvesters.base.record import Broken, Contents, Page
from tests.harvesters.pages import BASE, PORTAL, SPACES, catalogue_xml, dataset_xml, turtle, xml

WHEN = datetime(2026, 5, 4, tzinfo=UTC)
NUMBERS = range(12)
BODIES = "".join(
    f"<foaf:Organization rdf:about='{BASE}o{number}'><foaf:name>Stadt {number}</foaf:name>"
    "</foaf:Organization>\n"
    for number in range(3)
)
DATASETS = [
    dataset_xml(number, f"<dct:publisher rdf:resource='{BASE}o{number % 3}'/>\n")
    for number in NUMBERS
]
FLAT = xml("\n".join(DATASETS) + BODIES)
NESTED = catalogue_xml(*DATASETS).replace("</rdf:RDF>", f"{BODIES}</rdf:RDF>")
NAMELESS = catalogue_xml(
    *(
        each.replace(
            f'<dcat:Dataset rdf:about="{BASE}d{number}">',
            f"<dcat:Dataset><dct:identifier>x{number}</dct:identifier>",
        )
        for number, each in enumerate(DATASETS)
    )
)
TURTLE = turtle(
    "".join(
        f":d{number} a dcat:Dataset ; dct:title 'Datensatz {number}. <x> .' ;\n"
        "dct:description '''Zeile.\n<b> .\n''' ;\n"
        f"dcat:distribution [ a dcat:Distribution ; dcat:accessURL :f{number} ] .\n"
        for number in NUMBERS
    )
)
LINES = "".join(
    f"<{BASE}d{number}> <{SPACES['rdf']}type> <{SPACES['dcat']}Dataset> .\n"
    f'<{BASE}d{number}> <{SPACES["dct"]}title> "Datensatz {number}" .\n'
    for number in NUMBERS
)
LINKED = json.dumps(
    {
        "@context": SPACES,
        "@graph": [
            {
                "@id": f"{BASE}d{number}",
                "@type": "dcat:Dataset",
                "dct:title": f"Datensatz {number}, {{x}}",
                "dcat:distribution": {"dcat:accessURL": {"@id": f"{BASE}f{number}"}},
            }
            for number in NUMBERS
        ],
    },
    indent=1,
)
BEHIND = '"/>\n  </dcat:Distribution></dcat:distribution>\n</dcat:Dataset>'
FAULTS = {
    "ampersand": ("Datensatz 5", "Daten & satz 5"),
    "less than": ("Datensatz 5", "Daten < 3 satz 5"),
    "end tag": ("<dct:title>Datensatz 5", "<dct:title></b>Datensatz 5"),
    "open title": ("Datensatz 5</dct:title>", "Datensatz 5"),
    "quoted": ("Beschreibung zu 5", "<![CDATA[</dcat:Dataset>]]> & "),
}
DAMAGED = {
    **{
        f"{name} {fault}": text.replace(*FAULTS[fault]).encode()
        for name, text in (("flat", FLAT), ("nested", NESTED), ("nameless", NAMELESS))
        for fault in FAULTS
    },
    "open dataset": FLAT.replace(f"d5.csv{BEHIND}", "d5.csv" + BEHIND[:-15]).encode(),
    "Latin-1": NESTED.replace("Datensatz 5", "Straße &").encode("latin-1"),
    "statement": TURTLE.replace(":d5 a dcat:Dataset", ":d5 a dcat:Dataset,").encode(),
    "line": LINES.replace('"Datensatz 5"', '"Datensatz 5').encode(),
    "node": LINKED.replace('"Datensatz 5', '"Datensatz 5",,"').encode(),
    "tab": LINKED.replace('"Datensatz 5', '"Daten\tsatz 5').encode(),
    **{
        f"{name} cut at {part}%": text.encode()[: len(text) * part // 100]
        for name, text in (
            *(("flat", FLAT), ("nested", NESTED), ("nameless", NAMELESS)),
            *(("Turtle", TURTLE), ("lines", LINES), ("JSON-LD", LINKED)),
        )
        for part in (45, 70, 97)
    },
}
Said = tuple[list[tuple[str, str]], set[str | None], bool]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pieces, pieces_json, pieces_xml):
        monkeypatch.setattr(module, "SIZE", 700)


def opened(body: bytes) -> Contents:
    return rdf_page.open_page.__wrapped__(PORTAL, Page(1, "urn:page", body, WHEN))


def said(body: bytes) -> Said:
    contents = opened(body)
    names = {_own(each) for each in contents.broken}
    items = sorted((item.identifier, item.hash) for item in contents.items)
    return items, names, contents.truncated


def _own(broken: Broken) -> str | None:
    """What a dataset without an address is called differs: a small page names its first file."""
    return None if str(broken.identifier).endswith("/csv") else broken.identifier


@pytest.mark.parametrize("fault", DAMAGED)
def test_a_damaged_page_says_the_same_large_and_small(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = said(DAMAGED[fault])
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    assert said(DAMAGED[fault]) == small


def test_each_broken_dataset_is_named_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    body = FLAT.replace("Datensatz 5</dct:title>", "Datensatz 5")
    line = body[: body.index(f"{BASE}d5")].count("\n") + 1
    (broken,) = opened(body.encode()).broken
    assert (broken.identifier, broken.reason) == (f"{BASE}d5", "item.broken_xml")
    assert broken.position == f"line {line}"
    body = TURTLE.replace(":d5 a dcat:Dataset", ":d5 a dcat:Dataset,")
    line = body[: body.index(":d5 a")].count("\n") + 1
    (broken,) = opened(body.encode()).broken
    assert (broken.identifier, broken.position) == (":d5", f"line {line}")


def test_a_string_without_end_costs_what_stands_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a small page the whole would be lost; nobody knows what the rest said, so it is cut."""
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    contents = opened(TURTLE.replace("'''Zeile.\n<b> .\n'''", "'''Zeile.", 6).encode())
    assert contents.truncated
    assert contents.broken


@pytest.mark.parametrize("limit", [60, 400])
def test_values_of_json_are_read_some_at_a_time(
    limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = said(LINKED.encode())
    monkeypatch.setattr("harvesters.base.rdf._AT_ONCE", limit)
    assert said(LINKED.encode()) == small


def test_a_faulty_dataset_too_large_to_mend_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    monkeypatch.setattr("harvesters.base.mend_large._LARGEST", 9_000)
    contents = opened(FLAT.replace("Datensatz 5", "a & b" * 3_000).encode())
    assert len(contents.items) == len(NUMBERS) - 1
    assert [each.identifier for each in contents.broken] == [f"{BASE}d5"]


def test_a_page_too_large_to_mend_at_once_is_mended_in_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small = said(DAMAGED["nested end tag"])
    monkeypatch.setattr("harvesters.base.rdf._MENDED_AT_ONCE", 1_000)
    assert said(DAMAGED["nested end tag"]) == small


def test_graphs_of_a_large_page_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    body = TURTLE.replace(":d0 a", "<urn:g> { :d0 a") + "}"
    small = said(body.encode())
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    assert said(body.encode()) == small
    assert len(small[0]) == len(NUMBERS)


def test_a_text_of_megabytes_costs_its_dataset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    monkeypatch.setattr("harvesters.base.large._LONG_TEXT", 9_000)
    monkeypatch.setattr("harvesters.base.pieces_xml._LONGEST", 9_000)
    contents = opened(FLAT.replace("Datensatz 5", "wort " * 3_000).encode())
    assert len(contents.items) == len(NUMBERS) - 1
    assert [(each.identifier, each.reason) for each in contents.broken] == [
        (f"{BASE}d5", "item.too_much")
    ]
