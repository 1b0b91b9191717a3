# SPDX-License-Identifier: EUPL-1.2
"""Mends broken Turtle and N-Triples: foreign lines, missing dots or prefixes, bad statements."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from harvesters.base.mend import LISTED, Mended, Read, Truncated, line_of, lines_of, sift
from harvesters.base.record import Broken, Repair
from harvesters.base.restarts import first_restart, parted, without_graphs
from harvesters.base.terms import NAMESPACES
from harvesters.base.text import shorten

_DIRECTIVE = re.compile(r"^\s*(?:@prefix|@base|prefix|base)\b", re.I)
_STATEMENT_START = re.compile(
    r"^\s*(?:<|\[|_:|#|@prefix|@base|(?:prefix|base)\s|[\w.-]*:[\w.-]*\s)", re.I
)
_DOTLESS = re.compile(r"^([ \t]*@(?:prefix|base)\s[^\n<]*<[^>\n]*>)[ \t]*(?=\n|\Z)", re.I | re.M)
_LANGUAGE = re.compile(r'(?<=")@([A-Za-z]{2,3})_([A-Za-z]{2,4})\b')
# Strings, IRIs and comments, of which nothing ends a statement; an unclosed string reaches to the
# end of the line or text. And the dots that do.
_TOKEN = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"""|\Z)|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'''(?:[^'\\]++|\\.|'(?!''))*+(?:'''|\Z)|'(?:[^'\\\n]++|\\.)*+'?"
    r"|<[^<>\"\s]*+(?:>|\Z)|#[^\n]*+|\.(?=\s|\Z)",
    re.S,
)
_PREFIX = re.compile(r"^[ \t]*+@?prefix\s++([\w.-]*):\s*<", re.I | re.M)
_PREFIX_USE = re.compile(r"(?<![\w:<\"/-])([A-Za-z][\w-]*+):(?=[A-Za-z_])")
_FOREIGN = re.compile(r"\s*(?:[A-Za-z]\w*:\s|</?(?:br|b|p|div|pre|span|font|table)\b[^<>:]*>)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]")
_TRIPLE_END = re.compile(r"(?:>|\"|\"@[\w-]+|_:\S+)\s*+\Z")
_TAIL = 200
_MOST_HEADERS = 200_000_000
_MOST_OPEN = 20
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
    text = _without_controls(text, repairs)
    text = _comment_out_preface(text, repairs)
    text = _sub(_DOTLESS, r"\1 .", text, repairs)
    text = _sub(_LANGUAGE, r"@\1-\2", text, repairs)
    text = _declare_prefixes(text, repairs)
    text, open_ended = _closed(text)
    text, lost = _end(text, read, repairs)
    lost = open_ended + lost
    try:
        return Mended(read(text).decode(), tuple(repairs), lost, _is_cut(lost))
    except SyntaxError:
        graphs = _as_trig(text, read)
    if graphs is not None:
        return Mended(graphs, tuple(repairs), lost, _is_cut(lost))
    text = without_graphs(text, _TOKEN) if "{" in text or "}" in text else text
    return _statement_by_statement(text, read, repairs, lost)


def mend_ntriples(text: str, read: Read) -> Mended:
    """The readable lines of a broken N-Triples text; SyntaxError when no line can be read."""
    repairs: list[Repair] = []
    text = _without_controls(text.replace("\r\n", "\n").replace("\r", "\n"), repairs)
    text, lost = _whole_lines(text, read)
    numbered = [
        (number, _with_dot(line, number, repairs))
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and not line.lstrip().startswith("#")
    ]

    def read_range(low: int, high: int) -> bytes:
        return read("\n".join(line for _, line in numbered[low:high]))

    good, bad = sift(len(numbered), read_range)
    if not any(good):
        raise Truncated("no line is a statement")
    broken = tuple(_broken_line(*numbered[index]) for index in bad)
    return Mended("".join(good), tuple(repairs), broken + lost, bool(lost))


def _broken_line(number: int, line: str) -> Broken:
    subject = _SUBJECT.match(line)
    identifier = subject.group(1) if subject else None
    return Broken(identifier, f"line {number}", "item.broken_statement", shorten(line))


def _with_dot(line: str, number: int, repairs: list[Repair]) -> str:
    end = line.rstrip()
    if end.endswith(".") or not _TRIPLE_END.search(end[-_TAIL:]):
        return line
    if len(repairs) < LISTED:
        repairs.append(Repair("turtle.repaired", shorten(line.strip()), f"line {number}"))
    return f"{end} ."


def _whole_lines(text: str, read: Read) -> tuple[str, tuple[Broken, ...]]:
    """N-Triples without a subject in the middle of which the text stops.

    A last line that has its line feed was written to its end, whatever else is wrong with it.
    """
    head, _, tail = text.rpartition("\n")
    if not tail.strip() or _reads(tail, read):
        return text, ()
    begun = tail.split(None, 1)[0] if tail.strip() else ""
    before = head.rsplit("\n", 1)[-1].split(None, 1)
    cut = before[0] if before and before[0].startswith(begun) else begun
    kept = [line for line in head.split("\n") if line.split(None, 1)[:1] != [cut]]
    identifier = cut[1:-1] if cut.startswith("<") and cut.endswith(">") else None
    where = f"line {text.count(chr(10)) + 1}"
    return "\n".join(kept), (Broken(identifier, where, "item.truncated", shorten(tail)),)


def _without_controls(text: str, repairs: list[Repair]) -> str:
    return _sub(_CONTROL, "", text, repairs, "text.control_characters")


def _sub(
    pattern: re.Pattern[str],
    by: str,
    text: str,
    repairs: list[Repair],
    code: str = "turtle.repaired",
) -> str:
    for match in islice(pattern.finditer(text), LISTED):
        where = f"line {line_of(text, match.start())}"
        repairs.append(Repair(code, shorten(match.group().strip()), where))
    return pattern.sub(by, text)


def _comment_out_preface(text: str, repairs: list[Repair]) -> str:
    """Lines before the first directive that are no Turtle (a date, a note) become comments."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if _DIRECTIVE.match(line)), 0)
    for number, line in enumerate(lines[:first]):
        # "Stand: 1.2.2024" is no prefixed name
        foreign = not _STATEMENT_START.match(line) or _FOREIGN.match(line)
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


def _closed(text: str) -> tuple[str, tuple[Broken, ...]]:
    """The text without statements whose long string never ends, but with those it has swallowed."""
    lost: list[Broken] = []
    line_at = lines_of(text)
    while len(lost) < _MOST_OPEN:
        start = _last_dot(text)
        at = first_restart(text, start)
        opened = any(each in text[start:at] for each in ('"""', "'''")) if at else False
        if not opened:
            break
        lost.append(_broken(line_at, start, text[start:at]))
        text = text[:start] + "\n" * text.count("\n", start, at) + text[at:]
    return text, tuple(lost)


def _last_dot(text: str) -> int:
    start = 0
    for match in _TOKEN.finditer(text):
        if match.group() == ".":
            start = match.end()
    return start


def _end(text: str, read: Read, repairs: list[Repair]) -> tuple[str, tuple[Broken, ...]]:
    """A last statement without its dot gets one if nothing else can be missing; else it is lost.

    Behind a whole object and a line feed only the dot is missing. All else may be the end of an
    answer that was cut, and half a dataset must not stand for the whole.
    """
    start = _last_dot(text)
    tail = _TOKEN.sub(lambda m: "" if m.group()[0] == "#" else m.group(), text[start:]).strip()
    if not tail or tail.endswith("}"):
        return text, ()
    where = f"line {line_of(text, start + len(text[start:]) - len(text[start:].lstrip()))}"
    head = "\n".join(each for _, each in _statements(text[:start]) if _DIRECTIVE.match(each))
    at_line_end = text.rstrip(" \t").endswith("\n") and tail[-1] not in ";,"
    if at_line_end and _reads(f"{head}\n{tail} .", read):
        repairs.append(Repair("turtle.repaired", shorten(tail[-40:]), where))
        return f"{text.rstrip()}\n.\n", ()
    subject = _SUBJECT.match(tail)
    identifier = (subject.group(1) or subject.group(2)) if subject else None
    return text[:start], (Broken(identifier, where, "item.truncated", shorten(tail)),)


def _reads(text: str, read: Read) -> bool:
    try:
        read(text)
    except SyntaxError:
        return False
    return True


def _as_trig(text: str, read: Read) -> str | None:
    if "{" not in text:
        return None
    try:
        return read(text, "trig").decode()
    except SyntaxError:
        return None


def _statement_by_statement(
    text: str, read: Read, repairs: list[Repair], lost: tuple[Broken, ...]
) -> Mended:
    statements = list(_statements(text))
    header = "\n".join(each for _, each in statements if _DIRECTIVE.match(each))
    others = [each for each in statements if not _DIRECTIVE.match(each[1])]
    if len(header) * len(others) > _MOST_HEADERS:
        raise SyntaxError("too many prefixes")

    def read_range(low: int, high: int) -> bytes:
        return read("\n".join([header, *(each for _, each in others[low:high])]))

    line_at = lines_of(text)
    lines, bad = sift(len(others), read_range)
    if bad:  # another look at what may have swallowed others
        again = [part for index in bad for part in parted(*others[index], _statements)]
        others = [(at, _ended(each, line_at(at), repairs)) for at, each in again]
        more, bad = sift(len(others), read_range)
        lines += more
    if not any(lines):
        raise SyntaxError("no statement can be read")
    broken = tuple(_broken(line_at, *others[index]) for index in bad)
    return Mended("".join(lines), tuple(repairs), broken + lost, _is_cut(lost))


def _is_cut(lost: tuple[Broken, ...]) -> bool:
    return any(each.reason == "item.truncated" for each in lost)


def _ended(statement: str, line: int, repairs: list[Repair]) -> str:
    """A statement with its dot: the next one has begun behind it."""
    end = _TOKEN.sub(lambda match: "" if match.group()[0] == "#" else match.group(), statement)
    if end.rstrip().endswith(".") or not _TRIPLE_END.search(end.rstrip(" \t\r\n;")[-_TAIL:]):
        return statement
    if len(repairs) < LISTED:
        repairs.append(Repair("turtle.repaired", shorten(statement.strip()[-40:]), f"line {line}"))
    return f"{statement.rstrip()}\n."


def _broken(line_at: Callable[[int], int], start: int, statement: str) -> Broken:
    subject = _SUBJECT.match(statement)
    identifier = (subject.group(1) or subject.group(2)) if subject else None
    where = f"line {line_at(start + len(statement) - len(statement.lstrip()))}"
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
