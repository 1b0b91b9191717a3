# SPDX-License-Identifier: EUPL-1.2
"""Where a key stands in a TOML text, so that a message can name the line.

tomllib keeps no positions; this looks for them in a text that tomllib has already accepted.
"""

import re

Path = tuple[str | int, ...]

HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
KEY = re.compile(
    r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*="
)
PART = re.compile(r"\"[^\"]*\"|'[^']*'|[\w-]+")


def find_lines(text: str) -> dict[Path, int]:
    """Line (from 1) of every table header and key; members of ``[[x]]`` have their number as part.

    Keys inside inline tables are not listed: ask for the nearest parent.
    """
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in _outside_long_texts(text):
        if header := HEADER.match(line):
            table = _table(header[1] == "[[", _parts(header[2]), counts)
            lines.setdefault(table, number)
        elif key := KEY.match(line):
            lines.setdefault(table + _parts(key[1]), number)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> str:
    """The line of a path or of its nearest listed parent; "none" where there is none."""
    while path:
        if line := lines.get(path) or lines.get((*path, 0)):
            return str(line)
        path = path[:-1]
    return "none"


def _parts(text: str) -> Path:
    return tuple(part.strip("\"'") for part in PART.findall(text))


def _table(repeated: bool, path: Path, counts: dict[Path, int]) -> Path:
    """The path of a header, with the current number behind each repeated table in it."""
    if repeated:
        counts[path] = counts.get(path, -1) + 1
    full: Path = ()
    for depth, part in enumerate(path, start=1):
        full += (part,)
        if path[:depth] in counts:
            full += (counts[path[:depth]],)
    return full


def _outside_long_texts(text: str) -> list[tuple[int, str]]:
    """Numbered lines without those that only continue a text in triple quotes."""
    kept = []
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if inside:
            inside = "" if inside in line else inside
            continue
        kept.append((number, line))
        inside = _opened(line)
    return kept


def _opened(line: str) -> str:
    """The triple quote a line opens and does not close."""
    opened = re.search(r'=\s*("""|\'\'\')', line)
    if not opened or opened[1] in line[opened.end() :]:
        return ""
    return opened[1]
