# SPDX-License-Identifier: EUPL-1.2
"""One SPARQL query in a process of its own, which can be killed whatever the query does.

Run as a script (``python -P sparql_worker.py FOLDER``), so that it starts quickly: it imports the
query engine and nothing of ours. The request comes as JSON on standard input; the answer leaves on
standard output as one line of JSON (kind, rows, cut, or a failure) and the bytes after it.
"""

import ctypes
import json
import os
import re
import resource
import signal
import struct
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, serialize

MEMORY = 2_000_000_000
LARGEST = 32_000_000
GRAPHS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
# Nothing that a query can hold may lie between SERVICE and its target but blanks and comments.
# Looked for in the whole text, strings included: whatever tricks a reader of queries, not this.
_GAP = r"(?:\s|#[^\r\n]*[\r\n])*+"
_BEFORE = r"(?<![^\W\d])(?<![?$:])|(?<=true)|(?<=false)"
FEDERATED = re.compile(
    rf"(?:{_BEFORE})SERVICE{_GAP}(?:SILENT{_GAP})?(?:<|[?$]|[^\s<>\"'{{}}()|^`\\,;]*:)",
    re.IGNORECASE,
)
REMOTE = re.compile(rf"(?:{_BEFORE})FROM{_GAP}(?:NAMED{_GAP})?<", re.IGNORECASE)
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Row = list[Any]


class Refused(Exception):
    """The query is not taken; carries the code of why."""


def main(folder: str) -> None:
    """Answers the request on standard input from the store in the folder."""
    asked = json.load(sys.stdin)
    _limit(asked["seconds"])
    try:
        head, parts = _answer(folder, asked)
        body, cut = _bounded(parts, head)
    except Refused as refused:
        head, body, cut = {"failure": str(refused)}, b"", False
    except SyntaxError as error:
        head, body, cut = {"failure": "sparql.syntax", "problem": str(error)[:300]}, b"", False
    except (OSError, ValueError, RuntimeError) as error:
        head, body, cut = {"failure": "sparql.failed", "problem": str(error)[:300]}, b"", False
    head = {key: value for key, value in head.items() if key != "tail"} | {"cut": cut}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)


def _limit(seconds: int) -> None:
    """Ends this process if nobody else does, holds its memory down, closes the network to it."""
    signal.alarm(seconds + 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    close_network()


def close_network() -> bool:
    """No socket from here on (seccomp, Linux on x86-64 and ARM); False where that cannot be had.

    The second fence: a query that asks other servers is refused before it is run.
    """
    machine, number = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}.get(
        _machine(), (0, 0)
    )
    if not machine:
        return False
    rules = (
        (0x20, 0, 0, 4),  # load the architecture
        (0x15, 1, 0, machine),  # ours: go on
        (0x06, 0, 0, 0x7FFF0000),  # allow what cannot be judged
        (0x20, 0, 0, 0),  # load the number of the call
        (0x15, 0, 1, number),  # socket: refuse
        (0x06, 0, 0, 0x00050000 | 1),  # "not permitted"
        (0x06, 0, 0, 0x7FFF0000),  # allow
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *rule) for rule in rules))
    program = struct.pack("@HP", len(rules), ctypes.addressof(code))
    call = ctypes.CDLL(None, use_errno=True).prctl
    closed = call(38, 1, 0, 0, 0) == 0 and call(22, 2, ctypes.c_char_p(program), 0, 0) == 0
    return bool(closed)


def _machine() -> str:
    return os.uname().machine if sys.platform == "linux" else ""


def _answer(folder: str, asked: dict[str, Any]) -> tuple[dict[str, Any], Iterator[bytes]]:
    """What the answer is, and its bytes, row by row."""
    query = asked["query"]
    if FEDERATED.search(query):
        raise Refused("sparql.service")
    if REMOTE.search(query):
        raise Refused("sparql.from")
    result = Store.read_only(folder).query(query)
    if hasattr(result, "variables"):
        names = [variable.value for variable in result.variables]
        return _rows(asked["format"], names, result, asked["rows"])
    if isinstance(result, Iterator):
        return _graph(asked["graph"], result, asked["rows"])
    return {"kind": asked["format"], "rows": 1}, iter([_boolean(asked["format"], bool(result))])


def _bounded(parts: Iterator[bytes], head: dict[str, Any]) -> tuple[bytes, bool]:
    """All bytes up to the limits of rows and size, and whether there would have been more."""
    kept: list[bytes] = []
    size, cut = 0, False
    for number, part in enumerate(parts):
        size += len(part)
        if size > LARGEST or number > head.get("most", number):
            cut = True
            break
        kept.append(part)
    head.setdefault("rows", len(kept) - 1)
    return b"".join(kept) + head.get("tail", "").encode(), cut or head.get("over", False)


def _graph(kind: str, triples: Iterator[Any], most: int) -> tuple[dict[str, Any], Iterator[bytes]]:
    found = list(islice(triples, most + 1))
    data = serialize(found[:most], format=GRAPHS[kind])
    head = {"kind": kind, "rows": min(len(found), most), "over": len(found) > most}
    return head, iter([data or b""])


def _rows(
    kind: str, names: list[str], solutions: Any, most: int
) -> tuple[dict[str, Any], Iterator[bytes]]:
    write, start, tail = {
        "json": (_json, _json_head(names), "]}}\n"),
        "xml": (_xml, _xml_head(names), "</results></sparql>\n"),
        "csv": (_csv, ",".join(names) + "\r\n", ""),
        "tsv": (_tsv, "\t".join(f"?{name}" for name in names) + "\n", ""),
    }[kind]

    def parts() -> Iterator[bytes]:
        yield start.encode()
        for number, solution in enumerate(solutions):
            row = write(names, [solution[name] for name in names])
            yield (f",{row}" if kind == "json" and number else row).encode("utf-8", "replace")

    return {"kind": kind, "most": most, "tail": tail}, parts()


def _boolean(kind: str, value: bool) -> bytes:
    word = "true" if value else "false"
    if kind == "xml":
        return f"{_XML}<head/><boolean>{word}</boolean></sparql>\n".encode()
    if kind == "json":
        return f'{{"head":{{}},"boolean":{word}}}\n'.encode()
    return f"{word}\n".encode()


def _json_head(names: list[str]) -> str:
    return f'{{"head":{{"vars":{json.dumps(names)}}},"results":{{"bindings":['


def _json(names: list[str], row: Row) -> str:
    bound = {name: _json_term(term) for name, term in zip(names, row, strict=True) if term}
    return json.dumps(bound, ensure_ascii=False)


def _json_term(term: Any) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        found = {"type": "literal", "value": term.value}
        if term.language:
            return found | {"xml:lang": term.language}
        plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
        return found if plain else found | {"datatype": term.datatype.value}
    return {"type": "literal", "value": str(term)}


_XML = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def _xml_head(names: list[str]) -> str:
    listed = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    return f"{_XML}<head>{listed}</head><results>\n"


def _xml(names: list[str], row: Row) -> str:
    bound = (
        f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
        for name, term in zip(names, row, strict=True)
        if term
    )
    return f"<result>{''.join(bound)}</result>\n"


def _xml_term(term: Any) -> str:
    found = _json_term(term)
    text = escape(NO_XML.sub("\ufffd", found["value"]), {"\r": "&#xD;"})
    about = "".join(
        f" {name}={quoteattr(found[name])}" for name in ("xml:lang", "datatype") if name in found
    )
    return f"<{found['type']}{about}>{text}</{found['type']}>"


def _csv(names: list[str], row: Row) -> str:
    """Values alone (SPARQL 1.1 Query Results CSV and TSV Formats, section 3)."""
    return ",".join(_csv_cell(term) for term in row) + "\r\n"


def _csv_cell(term: Any) -> str:
    if term is None:
        return ""
    value = str(term) if isinstance(term, BlankNode) else _json_term(term)["value"]
    return '"' + value.replace('"', '""') + '"' if re.search('[",\r\n]', value) else value


def _tsv(names: list[str], row: Row) -> str:
    """Terms as Turtle writes them (section 4)."""
    return "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


if __name__ == "__main__":
    main(sys.argv[1])
