# SPDX-License-Identifier: EUPL-1.2
"""Where a broken statement of Turtle has swallowed others, and graphs that are not taken as such.

A quotation mark that nothing closes, or a dot that is missing, makes one statement of all that
follows it. What stands behind it would be lost with it, and without a name (promise H6).
"""

import re
from collections.abc import Callable, Iterator

# A subject at the beginning of a line, and what follows a subject.
_SUBJECT = r"(?:<[^<>\s\"]*+>|_:[\w.-]++|(?<![\w-])[\w-]*+:[\w.%/-]*+|\[\s*+\])"
_RESTART = re.compile(rf"(?<=\n)(?={_SUBJECT}[ \t]++(?:a\s|<[^<>\s\"]*+>\s|[\w-]++:[\w-]++\s))")
_GRAPH = re.compile(rf"(?:\bgraph\s++)?(?:{_SUBJECT}\s*+)?\{{", re.I)
_MOST = 2_000  # of one statement: each is tried alone

Statements = Callable[[str], Iterator[tuple[int, str]]]


def parted(start: int, statement: str, statements: Statements) -> list[tuple[int, str]]:
    """A broken statement in parts that each begin with a subject at the start of a line.

    statements: finds those of a text. One that has nothing else in it comes back as it is.
    """
    cuts = [match.start() for match in _RESTART.finditer(statement, 1)][:_MOST]
    if not statement[: cuts[0] if cuts else 0].strip():
        cuts = cuts[1:]
    if not cuts:
        return [(start, statement)]
    found: list[tuple[int, str]] = []
    for low, high in zip([0, *cuts], [*cuts, len(statement)], strict=True):
        part = statement[low:high]
        found += [(start + low + at, each) for at, each in statements(part)]
    return found


def first_restart(text: str, start: int) -> int:
    """Where, behind the beginning of a statement, the next one begins; 0 where none does."""
    begin = len(text) - len(text[start:].lstrip())
    found = _RESTART.search(text, begin + 1)
    return found.start() if found else 0


def without_graphs(text: str, token: re.Pattern[str]) -> str:
    """TriG as Turtle: the statements of all graphs, none of which is told apart from the others.

    token: finds strings, comments and IRIs, in which braces mean nothing.
    """
    shown = token.sub(lambda match: _blanked(match.group()), text)
    marks = [(match.start(), match.end(), "") for match in _GRAPH.finditer(shown)]
    for match in re.finditer(r"\}", shown):
        ends = _sign_before(shown, match.start()) in (".", "{", "}", "")
        marks.append((match.start(), match.end(), "" if ends else " ."))
    parts: list[str] = []
    at = 0
    for begin, end, by in sorted(marks):
        parts += [text[at:begin], by]
        at = end
    return "".join([*parts, text[at:]])


def _sign_before(text: str, at: int) -> str:
    """The last sign before a place that is no blank; empty where there is none."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1 : at]


def _blanked(token: str) -> str:
    """Strings and comments as blanks of the same length; IRIs name graphs and stay."""
    if token[0] in "\"'":
        return '"' + " " * (len(token) - 2) + '"' if len(token) > 1 else '"'
    return " " * len(token) if token[0] == "#" else token
