# SPDX-License-Identifier: EUPL-1.2
"""Spellings of licence URIs that mean the same document; the version is never touched."""

import re
from functools import lru_cache

from app.vocabulary.folding import fold_uri

# Pages of a licence beside its text: the summary and the legal code, in any language.
_PAGE = re.compile(r"/(?:deed|legalcode)(?:[.][\w-]+)?$", re.IGNORECASE)
# The official list as one HTML page, the concept in the fragment.
_LIST_PAGE = re.compile(r"^(dcat-ap[.]de/def/licenses)/\d{8}(?:[.]html)?/?#(.+)$")
_VERSION_SIGN = re.compile(r"(?<=\d)[_-](?=\d)")


@lru_cache(maxsize=8192)
def uri_spelling(text: str) -> str:
    """One spelling for all that name the same licence document.

    Scheme, ``www``, trailing slash and percent-encoding (fold_uri), ``2_0`` and ``2-0`` for ``2.0``,
    ``/deed.de`` and ``/legalcode.de`` of Creative Commons, fragment and, there, query.
    """
    uri = _LIST_PAGE.sub(r"\1/\2", fold_uri(text)).partition("#")[0].rstrip("/")
    if uri.lower().startswith("creativecommons.org/"):
        uri = _PAGE.sub("", uri.lower().partition("?")[0].rstrip("/")).rstrip("/")
    return _VERSION_SIGN.sub(".", uri)
