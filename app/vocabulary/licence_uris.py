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

    Scheme, ``www``, trailing slash and percent-encoding (fold_uri), ``2_0`` and ``2-0`` for
    ``2.0``; of Creative Commons also the pages ``/deed.de`` and ``/legalcode.de``, query, fragment.
    """
    uri = _LIST_PAGE.sub(r"\1/\2", fold_uri(text))
    if uri.lower().startswith("creativecommons.org/"):
        page = uri.lower().partition("#")[0].partition("?")[0].rstrip("/")
        uri = _PAGE.sub("", page).rstrip("/")
    return _VERSION_SIGN.sub(".", uri)


def without_fragment(spelling: str) -> str:
    """The spelling of the document, for a URI that names a place in it."""
    return spelling.partition("#")[0].rstrip("/")
