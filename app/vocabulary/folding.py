# SPDX-License-Identifier: EUPL-1.2
"""One form for what is the same text or the same URI; nothing here drops or adds a word.

Two texts that fold alike differ only in case, in the kind of dash, quote or blank, or in the
transport part of a URI. Whatever goes beyond that is decided by the tables in vocab/.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

_SAME_SIGN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)
_END_SIGNS = " .,;:!"
_SEPARATORS = re.compile(r"[\s\-_/.,:;()\[\]\"']+")
_NOT_CODE = re.compile(r"[^\w+#]|_")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@lru_cache(maxsize=32_768)
def fold(text: str) -> str:
    """The text in NFC and case-folded: one kind of dash, quote and blank, no sign at its end."""
    signs = text if text.isascii() else unicodedata.normalize("NFC", text)
    signs = signs.translate(_SAME_SIGN)
    return " ".join(signs.casefold().split()).rstrip(_END_SIGNS)


@lru_cache(maxsize=32_768)
def fold_words(text: str) -> str:
    """The folded words and numbers in their order, whatever stands between them.

    ``DL-DE/BY-2.0`` and ``dl de by 2 0`` are the same; every word and every digit still counts.
    """
    return _SEPARATORS.sub(" ", fold(text)).strip().rstrip(_END_SIGNS)


_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=32_768)  # mostly words, of which there are fewer than texts
def fold_letters(text: str) -> str:
    """The text case-folded, umlauts written out as those without the keys for them do, and
    every other letter without its accent.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@lru_cache(maxsize=32_768)
def fold_code(text: str) -> str:
    """A short code without blanks and signs: ``.GeoJSON``, ``geo json``, ``Geo-JSON`` are the same.

    ``+`` and ``#`` stay, they tell formats apart.
    """
    return _NOT_CODE.sub("", fold(text))


def is_uri(text: str) -> bool:
    """Whether the text is written as an absolute URI with an authority (``scheme://``)."""
    return _SCHEME.match(text.strip().strip("<>")) is not None


@lru_cache(maxsize=32_768)
def fold_uri(text: str) -> str:
    """The URI without scheme, ``www.``, brackets, percent-encoding and trailing slash.

    The case of the path stays. http and https name the same concept in every vocabulary used here.
    """
    bare = _SCHEME.sub("", text.strip().strip("<>").strip())
    host, slash, path = bare.partition("/")
    host = host.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    path = unicodedata.normalize("NFC", unquote(path)).strip()
    return f"{host}{slash}{path}".rstrip("/#")
