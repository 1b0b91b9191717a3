# SPDX-License-Identifier: EUPL-1.2
"""Bodies that come with 200 and are wrong: encodings, syntaxes, contents."""

import json

from tests.intake.making import HOST, PREFIXES, catalogue, dataset, nameless, towns, written

GOOD = towns(*range(1, 13))
XML = written(GOOD, "rdf")
LINKED = written(GOOD, "jsonld")
_RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
_BOMB = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))


def one(more: str, title: str = "") -> str:
    """The catalogue, with something odd about dataset 1."""
    return catalogue([dataset(1, title, more), *(dataset(n) for n in range(2, 13))])


def cuts(text: str, name: str) -> dict[str, bytes]:
    """The text cut at many places."""
    data = text.encode()
    return {
        f"{name} cut at {part}%": data[: len(data) * part // 100] for part in (1, 20, 50, 80, 99)
    }


ENCODINGS: dict[str, bytes] = {
    "UTF-8 with mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "UTF-16": GOOD.encode("utf-16"),
    "UTF-16 without mark": GOOD.encode("utf-16-le"),
    "UTF-16 odd": GOOD.encode("utf-16")[:-1],
    "UTF-32": GOOD.encode("utf-32"),
    "UTF-7": GOOD.encode("utf-7"),
    "Latin-1": GOOD.encode("latin-1"),
    "mixed": GOOD.encode() + dataset(13, "Grünfläche").encode("latin-1"),
    "EBCDIC": GOOD.encode("cp500"),
    "NUL bytes": GOOD.replace("Blatt", "Bl\0att").encode(),
    "only a mark": b"\xef\xbb\xbf",
    "surrogates": GOOD.replace("Blatt", "Bl\\uD800att").encode(),
    "empty": b"",
    "white space": b" \n\t" * 1000,
    "noise": bytes(range(256)) * 500,
    "declared wrongly": XML.replace("<?xml", '<?xml encoding="idna"', 1).encode(),
}
SYNTAXES: dict[str, bytes] = {
    **cuts(GOOD, "Turtle"),
    **cuts(XML, "XML"),
    **cuts(LINKED, "JSON-LD"),
    "HTML": b"<!DOCTYPE html><html><body>Wartung</body></html>",
    "HTML without head": b"<p>Wartung",
    "plain JSON": b'{"error": {"message": "nein"}}',
    "null": b"null",
    "NaN": b"[NaN, Infinity, -Infinity, 1e999, 123456789012345678901234567890]",
    "numbers of many digits": b"[" + b"9" * 100_000 + b"]",
    "JSON deep": b"[" * 50_000 + b"]" * 50_000,
    "JSON objects deep": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "JSON-LD deep": b'{"@graph":' * 200 + b"1" + b"}" * 200,
    "duplicate keys": b'{"@context":{},"@graph":[],"@graph":[],"@id":"a","@id":"b"}',
    "remote context": b'{"@context":"http://127.0.0.1:1/c.jsonld","@id":"urn:a"}',
    "imported context": b'{"@context":{"@import":"http://127.0.0.1:1/c"},"@id":"urn:a"}',
    "huge context": json.dumps({"@context": {f"a{n}": f"urn:{n}" for n in range(50_000)}}).encode(),
    "XML bomb": f"<!DOCTYPE a [<!ENTITY e0 'x'>{_BOMB}]>{_RDF}&e9;</rdf:RDF>".encode(),
    "XML entity of a file": (
        f"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{_RDF}&x;</rdf:RDF>".encode()
    ),
    "XML deep": (_RDF + "<a>" * 60_000).encode(),
    "XML deep and closed": (_RDF + "<a>" * 9_000 + "</a>" * 9_000 + "</rdf:RDF>").encode(),
    "XML many attributes": (
        _RDF + "<a " + " ".join(f'a{n}="b"' for n in range(30_000)) + "/></rdf:RDF>"
    ).encode(),
    "XML other": b"<rss><channel/></rss>",
    "XML unclosed comment": XML.replace("</rdf:RDF>", "<!-- ").encode(),
    "Turtle deep": (PREFIXES + "[" * 30_000 + "]" * 30_000).encode(),
    "Turtle lists": (PREFIXES + "<urn:a> <urn:b> " + "(" * 5_000 + ")" * 5_000 + " .").encode(),
    "Turtle prefixes": "".join(f"@prefix p{n}: <urn:{n}#> .\n" for n in range(50_000)).encode(),
    "Turtle unfolds": (f"@prefix p: <urn:{'x' * 99_999}> .\n" + "p:a p:b p:c .\n" * 900).encode(),
    "Turtle numbers": (PREFIXES + "<urn:a> <urn:b> " + "1," * 400_000 + "1 .").encode(),
    "blank nodes in a circle": (
        PREFIXES
        + "".join(
            f"_:b{n} <urn:p> _:b{(n + 1) % 400} ; <urn:q> _:b{n * 7 % 400} .\n" for n in range(400)
        )
        + f"<{HOST}/datensatz/1> a dcat:Dataset ; dct:title 'x' ; dct:publisher _:b0 ."
    ).encode(),
    "a list without end": (
        PREFIXES + "_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:a ."
    ).encode(),
    "quoted triples": (PREFIXES + "<< <urn:a> <urn:b> <urn:c> >> <urn:d> <urn:e> .").encode(),
    "a word of 10 MB": one(f'dcat:keyword "{"x" * 10_000_000}" ;').encode(),
    "zip file": b"PK\x03\x04" + bytes(2_000),
    "PDF": b"%PDF-1.7\n" + bytes(2_000),
}
_FILES = " , ".join(f"<{HOST}/f/{n}>" for n in range(5_000))
CONTENTS: dict[str, bytes] = {
    "no datasets": catalogue([]).encode(),
    "one dataset of before": towns(1).encode(),
    "half of them": towns(*range(1, 7)).encode(),
    "another portal's": towns(*range(1, 13)).replace(HOST, "https://andere.example").encode(),
    "all identifiers changed": towns(*range(101, 113)).encode(),
    "all twice": (GOOD + GOOD.replace("Blatt", "Papier").replace(PREFIXES, "")).encode(),
    "other titles": GOOD.replace("Blatt", "Papier").encode(),
    "no identifiers": catalogue(nameless(f"x{n}") for n in range(12)).encode(),
    "titles all alike": GOOD.replace("Blatt", "Blatt 1 --").encode(),
    "dates of no time": one(
        'dct:issued "9999-12-31"^^xsd:date ; dct:modified "0000-00-00", "NaN", "99999-01-01", '
        '"-0001-01-01T00:00:00Z"^^xsd:dateTime, "2026-13-45T99:99:99+99:99" ;'
    ).encode(),
    "5,000 files": one(f"dcat:distribution {_FILES} ;").encode(),
    "a title of a megabyte": one("", "ä" * 1_000_000).encode(),
    "script": one("", "<script>alert(1)</script>").encode(),
    "turned writing": one("", "\u202egpj.exe\u2066\u200b\u0007").encode(),
    "javascript address": one("dcat:landingPage <javascript:alert(1)> ;").encode(),
    "private addresses": one("dcat:landingPage <http://169.254.169.254/> ;").encode(),
    "sizes below zero": one('dcat:byteSize -5, 1e308, "NaN" ;').encode(),
    "licences by the hundred": one(
        "dct:license " + ", ".join(f"<urn:l{n}>" for n in range(500)) + " ;"
    ).encode(),
    "SQL": one("", "'; DROP TABLE dataset; --").encode(),
    "identifiers of 100 kB": (
        PREFIXES + f"<{HOST}/{'x' * 100_000}> a dcat:Dataset ; dct:title 'x' ."
    ).encode(),
    "identifiers that are no address": (
        PREFIXES + "".join(f"<a b{n}\\u0020> a dcat:Dataset ; dct:title 'x' .\n" for n in range(9))
    ).encode(),
    "series of itself": one(f"dcat:inSeries <{HOST}/datensatz/1> ;").encode(),
    "typed as all": one("a dcat:Catalog, dcat:Distribution, dcat:DataService ;").encode(),
}
