# SPDX-License-Identifier: EUPL-1.2
"""Names of JSON-LD nodes that are no IRIs, mended in the text: the parser leaves such nodes out.

JSON-LD 1.1 (API, 7.4) drops a node whose @id is no IRI without a word, and a dataset with it.
"""

import json
import re

from harvesters.base.mend_terms import mend_iri
from harvesters.base.record import Repair
from harvesters.base.text import shorten

_ID = re.compile(rb'("@id"\s*+:\s*+)("(?:[^"\\]++|\\.)*+")')
# A name with a sign in it that is none of an IRI's, or with a backslash, which may stand for one.
_ODD = re.compile(rb'"@id"\s*+:\s*+"[^"\x00-\x20<>{}|\\^`\[\]]*+[^"]')
_LONE = "surrogatepass"
_WRONG = re.compile(r'[\x00-\x20<>"{}|\\^`\[\]]')
_ABSOLUTE = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*:")


def mend_ids(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text with absolute names made IRIs, and what was mended; relative ones stay."""
    body, repairs = mend_ids_of(text.encode("utf-8", _LONE))
    return (body.decode("utf-8", _LONE) if repairs else text), repairs


def mend_ids_of(body: bytes) -> tuple[bytes, tuple[Repair, ...]]:
    """The same in UTF-8; a page is copied only where there is something to mend.

    Bytes that are no UTF-8 are no reason to fail: in a mended name they become U+FFFD.
    """
    if not _ODD.search(body):
        return body, ()
    repairs: list[Repair] = []

    def mended(match: re.Match[bytes]) -> bytes:
        said = match[2].decode("utf-8", "replace")
        whole = _mended(said)
        if whole is None:
            return match[0]
        repairs.append(Repair("iri.repaired", shorten(_said(said), 200), "@id", whole))
        return match[1] + json.dumps(whole, ensure_ascii=False).encode()

    names = (match[2].decode("utf-8", "replace") for match in _ID.finditer(body))
    if all(_mended(name) is None for name in names):
        return body, ()
    return _ID.sub(mended, body), tuple(repairs)


def _mended(quoted: str) -> str | None:
    """The IRI that was meant; None where nothing is to be mended, or nothing can be."""
    if not _WRONG.search(quoted, 1, len(quoted) - 1):  # a backslash may stand for anything
        return None
    said = _said(quoted)
    whole = mend_iri(said) if _WRONG.search(said) and _ABSOLUTE.match(said) else None
    return None if whole == said else whole


def _said(quoted: str) -> str:
    """The value of a JSON string; empty where it is none."""
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return ""
