# SPDX-License-Identifier: EUPL-1.2
"""Mends broken Turtle and N-Triples: foreign lines, missing dots or prefixes, bad statements."""

import re
from collections.abc import Iterator

from harvesters.base.mend import LISTED, Mended, Read, line_of
from harvesters.base.record import Broken, Repair
from harvesters.base.terms import NAMESPACES
from harvesters.base.text import shorten

_DIRECTIVE = re.compile(r"^\s*(?:@prefix|@base|prefix|base)\b", re.I)
_STATEMENT_START = re.compile(
    r"^\s*(?:<|\[|_:|#|@prefix|@base|(?:prefix|base)\s|[\w.-]*:[\w.-]*\s)", re.I
)
_DOTLESS = re.compile(r"^([ \t]*@(?:prefix|base)\s[^\n<]*<[^>\n]*>)[ \t]*(?=\n|\Z)", re.I | re.M)
_LANGUAGE = re.compile(r'(?<=")@([A-Za-z]{2,3})_([A-Za-z]{2,4})\b')
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|<[^<>"\s]*>|#[^\n]*|\.(?=\s|\Z)', re.S
)
_PREFIX = re.compile(r"^\s*@?prefix\s+([\w.-]*):\s*<", re.I | re.M)
_PREFIX_USE = re.compile(r"(?<![\w:<\"/])([A-Za-z][\w-]*):(?=[A-Za-z_])")
_SUBJECT = re.compile(r"^\s*(?:<([^>\s]*)>|([\w.-]*:[\w.%/-]+))")
_COMMON = NAMESPACES | {
    "dcterms": NAMESPACES["dct"],
    "geo": "http://www.opengis.net/ont/geosparql#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def mend_turtle(text: str, read: Read) -> Mended:
    """The statements of a broken Turtle text; SyntaxError when nothing of it can be read."""
    repairs: list[Repair] = []
    text = _comment_out_preface(text, repairs)
    text = _sub(_DOTLESS, r"\1 .", text, repairs)
    text = _sub(_LANGUAGE, r"@\1-\2", text, repairs)
    text = _declare_prefixes(text, repairs)
    text = _end(text, repairs)
    try:
        return Mended(read(text).decode(), tuple(repairs))
    except SyntaxError:
        graphs = _as_trig(text, read)
    if graphs is not None:
        return Mended(graphs, tuple(repairs))
    return _statement_by_statement(text, read, repairs)


def mend_ntriples(text: str, read: Read) -> Mended:
    """The readable lines of a broken N-Triples text; SyntaxError when no line can be read."""
    good: list[str] = []
    broken: list[Broken] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            good.append(read(line).decode())
        except SyntaxError:
            subject = _SUBJECT.match(line)
            identifier = subject.group(1) if subject else None
            broken.append(
                Broken(identifier, f"line {number}", "item.broken_statement", shorten(line))
            )
    if not good:
        raise SyntaxError("no line is a statement")
    return Mended("".join(good), broken=tuple(broken))


def _sub(pattern: re.Pattern[str], by: str, text: str, repairs: list[Repair]) -> str:
    for match in list(pattern.finditer(text))[:LISTED]:
        where = f"line {line_of(text, match.start())}"
        repairs.append(Repair("turtle.repaired", shorten(match.group().strip()), where))
    return pattern.sub(by, text)


def _comment_out_preface(text: str, repairs: list[Repair]) -> str:
    """Lines before the first directive that are no Turtle (a date, a note) become comments."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if _DIRECTIVE.match(line)), 0)
    for number, line in enumerate(lines[:first]):
        # "Stand: 1.2.2024" is no prefixed name
        foreign = not _STATEMENT_START.match(line) or re.match(r"\s*[A-Za-z]\w*:\s", line)
        if line.strip() and foreign:
            repairs.append(Repair("turtle.repaired", shorten(line), f"line {number + 1}"))
            lines[number] = f"# {line}"
    return "\n".join(lines)


def _declare_prefixes(text: str, repairs: list[Repair]) -> str:
    bare = _TOKEN.sub(lambda match: "" if match.group()[0] in '"<#' else match.group(), text)
    missing = sorted(set(_PREFIX_USE.findall(bare)) - set(_PREFIX.findall(text)))
    added = [f"@prefix {p}: <{_COMMON[p]}> ." for p in missing if p in _COMMON]
    repairs.extend(Repair("turtle.repaired", line, "line 1") for line in added)
    return "\n".join([*added, text])


def _end(text: str, repairs: list[Repair]) -> str:
    """A last statement without its dot gets one."""
    tail = re.sub(r"#[^\n]*\Z", "", text.rstrip()).rstrip()
    if tail.endswith((".", "}")) or not tail:
        return text
    repairs.append(
        Repair("turtle.repaired", shorten(tail[-40:]), f"line {line_of(text, len(tail))}")
    )
    return tail.rstrip(";,") + " .\n"


def _as_trig(text: str, read: Read) -> str | None:
    if "{" not in text:
        return None
    try:
        return read(text, "trig").decode()
    except SyntaxError:
        return None


def _statement_by_statement(text: str, read: Read, repairs: list[Repair]) -> Mended:
    header: list[str] = []
    lines: list[str] = []
    broken: list[Broken] = []
    for start, statement in _statements(text):
        if _DIRECTIVE.match(statement):
            header.append(statement)
            continue
        try:
            lines.append(read("\n".join([*header, statement])).decode())
        except SyntaxError:
            broken.append(_broken(text, start, statement))
    if not lines:
        raise SyntaxError("no statement can be read")
    return Mended("".join(lines), tuple(repairs), tuple(broken))


def _broken(text: str, start: int, statement: str) -> Broken:
    subject = _SUBJECT.match(statement)
    identifier = (subject.group(1) or subject.group(2)) if subject else None
    where = f"line {line_of(text, start + len(statement) - len(statement.lstrip()))}"
    return Broken(identifier, where, "item.broken_statement", shorten(statement.strip()))


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """(offset, text) of each statement; a dot inside a string or an IRI ends nothing."""
    start = 0
    for match in _TOKEN.finditer(text):
        if match.group() == ".":
            yield start, text[start : match.end()]
            start = match.end()
    rest = _TOKEN.sub(
        lambda match: "" if match.group().startswith("#") else match.group(), text[start:]
    )
    if rest.strip():
        yield start, text[start:]
