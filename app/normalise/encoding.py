# SPDX-License-Identifier: EUPL-1.2
"""Text that was read in the wrong encoding, once or twice, told apart from good text.

UTF-8 read as Windows-1252 shows a letter Ã, Â or â and behind it signs that stand there in no
language (``StraÃŸe``). A good ``Ã`` (Portuguese ``NAÇÃO``, ``AMANHÃ”``) stays: what stands behind
it is no continuation, or closes the word, or the run would become a letter nobody here writes.
"""

import re

_LAYERS = 2
# What bytes 80 to BF of UTF-8 are shown as, by Latin-1 or Windows-1252.
_TAIL = (
    "[\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_RUN = re.compile(f"(?:[\xc2-\xdf]{_TAIL}|[\xe0-\xef]{_TAIL}{{2}}|[\xf0-\xf4]{_TAIL}{{3}})+")
# Latin letters and their marks, typographic signs, and what a first layer of two leaves.
_WRITTEN = re.compile(
    "[\x80-\u017f\u0192\u02c6\u02dc\u0300-\u0327\u2010-\u203a\u20ac\u2116\u2122\u2212\ufeff]+"
)
_CLOSED = re.compile(
    "[\xc0-\xdf][\xa0\xab\xbb\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u2039\u203a]"
)


def mend_encoding(text: str) -> str:
    """The text as it was written; the same where nothing shows that it was read wrongly."""
    for _ in range(_LAYERS):
        if text.isascii() or not _RUN.search(text):
            break
        text = _RUN.sub(_mended, text)
    return text


def _mended(found: re.Match[str]) -> str:
    run = found.group()
    if _CLOSED.fullmatch(run) and _ends_a_word(found):
        return run
    try:
        text = b"".join(map(_byte_of, run)).decode("utf-8")
    except UnicodeError:
        return run
    return text if _WRITTEN.fullmatch(text) else run


def _ends_a_word(found: re.Match[str]) -> bool:
    """Behind a capital, before no letter: the sign may close what is quoted there."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return before.isupper() and not after.isalnum()


def _byte_of(sign: str) -> bytes:
    return bytes([ord(sign)]) if sign <= "\xff" else sign.encode("cp1252")
