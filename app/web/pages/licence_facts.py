# SPDX-License-Identifier: EUPL-1.2
"""What a licence's file states, as codes a page can put into words: grants, duties, exclusions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.compare.licence_families import family_of
from app.vocabulary import Licence, Vocabulary

GRANTS = ("reproduce", "distribute", "derive", "commercial_use", "database_right_covered")
DUTIES = ("attribution", "licence_notice", "source_link", "change_notice", "share_alike")
EXCLUDED = ("non_commercial", "no_derivatives", "additional_restrictions_forbidden")
# Words of the vocabulary that mean the same on a page; all others there are read as "special".
WORDS = {
    "required": "yes",
    "none": "no",
    "where possible": "if_possible",
    "where practical": "if_possible",
    "varies": "unclear",
    "see text": "unclear",
    "": "unclear",
    "not a licence": "unclear",
    "not reviewed": "unclear",
    "approved as group only": "unclear",
    "yes if the statement is right": "unclear",
    "equivalent": "equivalent",
}
PLAIN = {"yes", "no", "unclear", "if_supplied", "adaptation", "database", "disputed", "waived"}


class Fact(NamedTuple):
    """code: of ``lizenz.fact.*``; word: of ``lizenz.word.*``."""

    code: str
    word: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The words of one licence by group, each group in the same order for every licence."""

    family: str
    open: str
    hvd: str
    grants: tuple[Fact, ...]
    duties: tuple[Fact, ...]
    excluded: tuple[Fact, ...]


def facts(licence: Licence, vocabulary: Vocabulary) -> Facts:
    """The facts of a licence, class or statement."""
    return Facts(
        family="none" if licence.kind == "none" else family_of(vocabulary)(licence.id),
        open=word(licence.open),
        hvd=word(licence.hvd),
        grants=_facts(GRANTS, licence.permissions),
        duties=_facts(DUTIES, licence.duties),
        excluded=_facts(EXCLUDED, licence.restrictions),
    )


def word(said: str) -> str:
    """The code for a word of the vocabulary."""
    found = WORDS.get(said, said)
    return found if found in PLAIN | set(WORDS.values()) else "special"


def _facts(codes: tuple[str, ...], said: Mapping[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(code, word(said.get(code, ""))) for code in codes)
