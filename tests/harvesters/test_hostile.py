# SPDX-License-Identifier: EUPL-1.2
"""Damaged and hostile pages: whatever comes, a record or one clear reason, soon (S2, H8)."""

import random
import time
from collections.abc import Callable

import pyoxigraph as ox
import pytest

from harvesters import dcat
from harvesters.base.errors import HarvestError
from tests.harvesters.pages import (
    BASE,
    FIXTURES,
    PORTAL,
    catalogue_xml,
    dataset_xml,
    names,
    page,
    turtle,
    xml,
)

SNIPPETS = [
    *(
        b"\0",
        b"\xef\xbb\xbf",
        b"&",
        b"<",
        b'"',
        b">",
        b"'",
        b"&nbsp;",
        b"\xff",
        b"<br>",
        b"\\",
        b"{",
    ),
    *(
        b"[",
        b".",
        b";",
        b"<!--",
        b"<![CDATA[",
        b"\xe2\x80\xa8",
        b"\r",
        b"&#0;",
        b'"@de_DE',
        b"<<( ",
    ),
    *(
        b"\x0b",
        b"</dcat:Dataset>",
        b"<dcat:Dataset>",
        b"]]>",
        b"-->",
        b"\xed\xa0\x80",
        b'"""',
        b"@prefix",
    ),
]


def sources() -> dict[str, bytes]:
    """One catalogue in every syntax."""
    whole = (FIXTURES / "grauheim.ttl").read_bytes()
    triples = list(ox.parse(whole, format=ox.RdfFormat.TURTLE))
    forms = {
        "rdf": ox.RdfFormat.RDF_XML,
        "nt": ox.RdfFormat.N_TRIPLES,
        "jsonld": ox.RdfFormat.JSON_LD,
    }
    written = {
        name: ox.serialize((each.triple for each in triples), format=form) or b""  # type: ignore[union-attr]
        for name, form in forms.items()
    }
    nested = catalogue_xml(*(dataset_xml(number) for number in range(5)))
    return written | {"ttl": whole, "nested": nested.encode()}


SOURCES = sources()
DAMAGES: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut off": lambda body, chance: body[: chance.randrange(len(body))],
    "without its start": lambda body, chance: body[chance.randrange(len(body)) :],
    "a bit flipped": lambda body, chance: _changed(body, chance, 1),
    "many bytes changed": lambda body, chance: _changed(body, chance, 30),
    "lines missing": lambda body, chance: b"\n".join(
        line for line in body.split(b"\n") if chance.random() > 0.05
    ),
    "a piece doubled": lambda body, chance: _piece(body, chance, 3),
    "a piece missing": lambda body, chance: _piece(body, chance, 0),
    "something inserted": lambda body, chance: _inserted(body, chance),
    "twice in one file": lambda body, chance: body + body[: chance.randrange(len(body))],
}


def _changed(body: bytes, chance: random.Random, times: int) -> bytes:
    found = bytearray(body)
    for _ in range(times):
        at = chance.randrange(len(found))
        found[at] ^= 1 << chance.randrange(8)
    return bytes(found)


def _piece(body: bytes, chance: random.Random, times: int) -> bytes:
    at = chance.randrange(len(body))
    end = at + chance.randrange(1, 300)
    return body[:at] + body[at:end] * times + body[end:]


def _inserted(body: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(body))
        body = body[:at] + chance.choice(SNIPPETS) + body[at:]
    return body


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("source", SOURCES)
def test_no_damage_is_too_much(source: str, damage: str) -> None:
    chance = random.Random(f"{source} {damage}")
    for _ in range(10):
        body = DAMAGES[damage](SOURCES[source], chance)
        try:
            contents = dcat.open_page(PORTAL, page(body))
        except HarvestError as error:
            assert error.code.startswith("answer."), body
            continue
        for item in contents.items:
            record = dcat.parse(PORTAL, item)
            again = dcat.reread(
                PORTAL, record.identifier, record.kind, record.statements, record.personal
            )
            assert again.titles == record.titles


BIG: dict[str, tuple[Callable[[], str], int | None]] = {
    "a word of a megabyte": (lambda: turtle(f':d a dcat:Dataset ; dct:title "{"x" * 10**6}" .'), 1),
    "an address of a megabyte": (lambda: turtle(f"<urn:{'x y' * 300_000}> a dcat:Dataset ."), 1),
    "a million ampersands": (lambda: xml(dataset_xml(1, f"<dct:x>{'&' * 300_000}</dct:x>")), 1),
    "many entities": (lambda: xml(dataset_xml(1, f"<dct:x>{'&nbsp;' * 100_000}</dct:x>")), 1),
    "many signs": (lambda: xml(dataset_xml(1, f"<dct:x>{'< ' * 19_000}</dct:x>")), 1),
    "open comments": (lambda: xml(dataset_xml(1) + "<!-- " * 100_000), None),
    "open quotations": (lambda: xml(dataset_xml(1) + "<![CDATA[" * 100_000), None),
    "5,000 distributions": (
        lambda: turtle(
            ":d a dcat:Dataset ; dcat:distribution "
            + ", ".join(f"[ dct:title '{n}' ; dct:rights [ dct:title 'r' ] ]" for n in range(5000))
            + " ."
        ),
        1,
    ),
    "5,000 broken datasets": (
        lambda: xml(
            "".join(dataset_xml(n, "<dct:x>y</dct:z>") for n in range(5000)) + dataset_xml(0)
        ),
        1,
    ),
    "10,000 broken lines": (lambda: turtle(":d a dcat:Dataset .\n" + ":a :b ~ .\n" * 10_000), 1),
    "10,000 damaged nodes": (
        lambda: '{"@graph":[' + ",".join(['{"@id":"urn:a","b":c}'] * 10_000) + "]}",
        None,
    ),
    "20,000 prefixes": (
        lambda: (
            "".join(f"@prefix p{n}: <urn:{n}#> .\n" for n in range(20_000)) + ":a ~ .\n" * 20_000
        ),
        None,
    ),
    "5,000 unknown prefixes": (
        lambda: xml(
            "".join(
                f'<dcat:Dataset rdf:about="urn:{n}"><p{n}:x/></dcat:Dataset>' for n in range(5000)
            )
        ),
        5000,
    ),
    "a million line feeds": (lambda: "<https://a.example>" + "\n" * 10**6, None),
    "nothing but zeros": (lambda: "\0" * 10**6, None),
}


@pytest.mark.parametrize("kind", BIG)
def test_big_pages_take_little_time(kind: str) -> None:
    make, datasets = BIG[kind]
    body = make()
    begun = time.process_time()
    try:
        contents = dcat.open_page(PORTAL, page(body))
        found = len([dcat.parse(PORTAL, item) for item in contents.items])
    except HarvestError as error:
        assert error.code.startswith("answer.")
        found = 0
    assert time.process_time() - begun < 2
    assert datasets is None or found == datasets


def test_a_bomb_of_entities_is_refused_before_any_parser() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE rdf:RDF [<!ENTITY e0 "x">{entities}]>' + xml(dataset_xml(1, "&e9;"))[39:]
    hidden = xml(dataset_xml(1)).replace("</rdf:RDF>", f"{bomb[:60]}]></rdf:RDF>")
    for body in (bomb, hidden, f"<!--{'x' * 50_000}-->{bomb}"):
        with pytest.raises(HarvestError) as raised:
            dcat.open_page(PORTAL, page(body))
        assert raised.value.code == "answer.doctype"


def test_external_entities_open_no_file() -> None:
    body = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + xml(dataset_xml(1, "&b;"))
    with pytest.raises(HarvestError) as raised:
        dcat.open_page(PORTAL, page(body))
    assert raised.value.code == "answer.doctype"


def test_a_panic_of_the_parser_is_a_reason_too(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """What a panic of Rust looks like in Python."""

    def panic(*_: object, **__: object) -> None:
        raise PanicException("index out of bounds")

    monkeypatch.setattr(ox, "parse", panic)
    with pytest.raises(HarvestError) as raised:
        dcat.open_page(PORTAL, page(turtle(":d a dcat:Dataset .")))
    assert raised.value.code == "answer.unreadable"


def test_an_interrupt_is_no_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ox, "parse", interrupt)
    with pytest.raises(KeyboardInterrupt):
        dcat.open_page(PORTAL, page(turtle(":d a dcat:Dataset .")))


@pytest.mark.parametrize("chance", range(8))
def test_single_faults_in_a_large_page_cost_one_dataset(chance: int) -> None:
    source = catalogue_xml(*(dataset_xml(number) for number in range(40))).encode()
    drawn = random.Random(chance)
    for _ in range(10):
        at = drawn.randrange(source.index(b"<dct:title>"), len(source) - 60)
        body = source[:at] + drawn.choice(SNIPPETS) + source[at:]
        contents = dcat.open_page(PORTAL, page(body))
        assert len({*names(contents)} & {f"d{n}" for n in range(40)}) >= 39, body[at - 50 : at + 50]
        assert BASE
