# SPDX-License-Identifier: EUPL-1.2
"""The project's vocabularies as linked data, each a SKOS scheme in any syntax of the feed."""

import io
from collections.abc import Callable, Iterator

from app.export.formats import Syntax
from app.export.serialise import Tally, serialise
from app.export.site import FeedSite
from app.export.vocab_licences import licences
from app.export.vocab_lists import kommunen, musterdatensaetze, standards
from app.export.vocab_terms import Scheme
from app.vocabulary import Vocabulary

Blocks = Callable[[Scheme, Vocabulary], Iterator[list[str]]]
VOCABULARIES: dict[str, Blocks] = {
    "licences": licences,
    "standards": standards,
    "musterdatensaetze": musterdatensaetze,
    "kommunen": kommunen,
}


def write_vocabulary(name: str, vocabulary: Vocabulary, site: FeedSite, syntax: Syntax) -> bytes:
    """The vocabulary of this name (a key of VOCABULARIES) as one document."""
    scheme = Scheme(name, site)
    target = io.BytesIO()
    blocks = _blocks(scheme, VOCABULARIES[name](scheme, vocabulary))
    serialise(blocks, syntax, target, Tally())
    return target.getvalue()


def _blocks(scheme: Scheme, concepts: Iterator[list[str]]) -> Iterator[list[str]]:
    yield scheme.head()
    yield from concepts
