# SPDX-License-Identifier: EUPL-1.2
"""Names of JSON-LD nodes that are no IRIs, mended in the text: the parser leaves such nodes out.

JSON-LD 1.1 (API, 7.4) drops a node whose @id is no IRI without a word, and a dataset with it.
"""

import json
import re

from harvesters.base.mend_terms import mend_iri
from harvesters.base.record import Repair
from harvesters.base.text import shorten

_ID = re.compile(r'("@id"\s*+:\s*+)("(?:[^"\\]++|\\.)*+")')
_WRONG = re.compile(r'[\x00-\x20<>"{}|\\^`\[\]]')
_ABSOLUTE = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*:")


def mend_ids(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text with absolute names made IRIs, and what was mended; relative ones stay."""
    repairs: list[Repair] = []

    def mended(match: re.Match[str]) -> str:
        said = _said(match[2])
        whole = mend_iri(said) if _WRONG.search(said) and _ABSOLUTE.match(said) else None
        if whole is None or whole == said:
            return match[0]
        repairs.append(Repair("iri.repaired", shorten(said, 200), "@id", whole))
        return match[1] + json.dumps(whole, ensure_ascii=False)

    return _ID.sub(mended, text), tuple(repairs)


def _said(quoted: str) -> str:
    """The value of a JSON string; empty where it is none."""
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return ""
