# SPDX-License-Identifier: EUPL-1.2
"""Mends terms that strict RDF or XML 1.0 cannot carry: IRIs with spaces, control characters, tags.

A term is mended or, where no mend keeps its meaning, its statement is left out; both are reported.
"""

import re
from urllib.parse import quote, urljoin

import pyoxigraph as ox

from harvesters.base.record import Repair
from harvesters.base.terms import value
from harvesters.base.text import shorten

_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")
_OPAQUE = re.compile(r"^[0-9A-Za-z_-]+$")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
# Characters that XML 1.0 (2.2) forbids, as the parser writes them, and pairs that look alike.
_UNWRITABLE = re.compile(r"\\(?:u00(?:0[0-8BCEF]|1[0-9A-F])|uFFF[EF]|[bf])", re.I)
_ESCAPED_PAIR = re.compile(rf"\\\\|{_UNWRITABLE.pattern}", re.I)
_TAG = re.compile(r"^@[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$")
_MOST_KNOWN, _MOST_REPAIRS = 50_000, 10_000
_SAFE = "!#$%&'()*+,/:;=?@[]~"


class TermMender:
    """Mends the terms of one page and remembers what it mended; values are looked at once."""

    def __init__(self, base: str, syntax: str) -> None:
        self._base = base
        self._syntax = syntax
        self._known: dict[str, tuple[str | None, str]] = {}
        self.repairs: list[Repair] = []
        self._told: set[Repair] = set()

    def mend(self, subject: str, predicate: str, object_: str) -> tuple[str, str, str] | None:
        """The statement with valid terms, or None when it has to be left out."""
        found = [
            self._known.get(term) or self._look(term) for term in (subject, predicate, object_)
        ]
        about = found[0][0] or subject
        for term, (_, code) in zip((subject, predicate, object_), found, strict=True):
            if code:
                self._tell(code, value(term) or term, about)
        mended = [term for term, _ in found if term is not None]
        if len(mended) < 3:
            return None
        if not mended[1].startswith("<"):
            self._tell("statement.unwritable", predicate, about)
            return None
        return mended[0], mended[1], mended[2]

    def forget(self) -> None:
        """Lets go of what was looked at, once it is much."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()

    def _tell(self, code: str, said: str, about: str) -> None:
        """subject: an IRI, or a blank node by its label on the page."""
        repair = Repair(code, shorten(said), subject=value(about) or about)
        if repair not in self._told and len(self.repairs) < _MOST_REPAIRS:
            self._told.add(repair)
            self.repairs.append(repair)

    def _look(self, term: str) -> tuple[str | None, str]:
        if term.startswith("<<("):  # a triple in a triple: RDF 1.2
            found: tuple[str | None, str] = (None, "statement.unwritable")
        elif term.startswith("<"):
            found = self._iri(term[1:-1])
        elif term.startswith('"'):
            found = _literal(term)
        else:
            found = (term, "")
        self._known[term] = found
        return found

    def _iri(self, iri: str) -> tuple[str | None, str]:
        if _is_valid(iri):
            return f"<{iri}>", ""
        if not _SCHEME.match(iri):
            return self._relative(iri)
        mended = mend_iri(iri)
        return (f"<{mended}>", "iri.repaired") if mended else (None, "statement.unwritable")

    def _relative(self, iri: str) -> tuple[str | None, str]:
        # N-Triples has no base: portals that lose the "_:" of blank nodes leave a bare label.
        if self._syntax == "ntriples" and _OPAQUE.match(iri):
            return f"_:r{iri.replace('-', '')}", "iri.relative"
        mended = mend_iri(urljoin(self._base, iri.strip()))
        return (f"<{mended}>", "iri.relative") if mended else (None, "statement.unwritable")


def _literal(term: str) -> tuple[str | None, str]:
    end = term.rindex('"') + 1
    text, tail = term[:end], term[end:]
    code = ""
    if _UNWRITABLE.search(text):
        cleaned = _ESCAPED_PAIR.sub(lambda m: m.group() if m.group() == "\\\\" else "", text)
        code = "text.control_characters" if cleaned != text else ""
        text = cleaned
    if tail.startswith("@"):
        tag, _, direction = tail.lower().partition("--")  # a direction is RDF 1.2
        if not _TAG.match(tag):
            return text, "language_tag.repaired"
        return text + tag, "language_tag.repaired" if direction else code
    if tail.startswith("^^<") and not _is_valid(tail[3:-1]):
        return text, "iri.repaired"
    return text + tail, code


def mend_iri(iri: str) -> str | None:
    """The IRI with what RFC 3987 forbids percent-encoded; None where it stays invalid."""
    candidate = iri.strip().replace("\\", "/")
    candidate = _BAD_ESCAPE.sub("%25", candidate)
    for safe in (_SAFE, _SAFE.replace("[", "").replace("]", "")):
        head, mark, fragment = candidate.partition("#")
        encoded = _encode(head, safe) + mark + _encode(fragment.replace("#", "%23"), safe)
        if _is_valid(encoded):
            return encoded
    return None


def _encode(part: str, safe: str) -> str:
    """Characters beyond ASCII are allowed in IRIs and stay, private use ones are encoded."""
    return "".join(
        char if char > "\x7f" and not "\ue000" <= char <= "\uf8ff" else quote(char, safe=safe)
        for char in part
    )


def _is_valid(iri: str) -> bool:
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return True
