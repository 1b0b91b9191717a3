# SPDX-License-Identifier: EUPL-1.2
"""The fields of the index, and the number that tells an index of an older making.

Texts come folded and split by blanks. Three places of a text weigh differently (SOURCES), each has
three fields: words as they are, their stems, and the parts of compounds.
"""

from typing import NamedTuple

from tantivy import Schema, SchemaBuilder

from app.search.keywords import KEYWORD, OFTEN

# Raise it with every change of fields or of app.search.words, .compounds, .lexicon, .documents.
VERSION = 5

FACETS = (
    *("land", "groesse", "typ", "kommune", "musterdatensatz", "thema"),
    *("lizenz", "offen", "format", "standard", "portal"),
)
COPY = "copy"  # of datasets that are counted in another portal
# A dataset may have several values of these. They are counted by the set of its values, one blank
# apart: counting single values of fields that hold several takes twenty times as long.
SEVERAL = ("lizenz", "offen", "format", "standard")
# Facet -> the field it is counted by. Each holds one number in every entry, be it "nothing": fields
# that some entries do not have are three times as slow.
COUNTED = {name: f"{name}_code" for name in FACETS} | {"stand": "stand_year"}


class Source(NamedTuple):
    """A place of a text: its field of words, and what a match there weighs."""

    name: str
    weight: float

    @property
    def stem(self) -> str:
        """The field of stems."""
        return f"{self.name}_stem"

    @property
    def part(self) -> str:
        """The field of the parts of compounds."""
        return f"{self.name}_part"


TITLE = Source("title", 10.0)
SUBJECT = Source("subject", 5.0)  # Musterdatensatz, keywords, themes, publisher and its place
TEXT = Source("text", 1.0)  # description
SOURCES = (TITLE, SUBJECT, TEXT)


def schema() -> Schema:
    """The schema. ``generation`` is carried by one entry of its own that is no dataset."""
    builder = SchemaBuilder()
    for source in SOURCES:
        builder.add_text_field(source.name, tokenizer_name="whitespace", index_option="position")
        builder.add_text_field(source.stem, tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field(source.part, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field(COPY, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (*COUNTED.values(), KEYWORD, OFTEN):
        builder.add_unsigned_field(name, fast=True)
    for name in ("what", "sort_title", "sort_kommune"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("number", indexed=True, fast=True)
    for name in ("changed", "stand"):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_unsigned_field("generation", fast=True)
    return builder.build()


def number_of(id: str) -> int:
    """The 64 bits that a dataset's public id spells."""
    value = 0
    for letter in id:
        value = value * 32 + LETTERS.index(letter)
    return value >> 1  # 13 letters hold 65 bits


def id_of(number: int) -> str:
    """The public id of these 64 bits."""
    value, letters = number << 1, []
    for _ in range(13):
        value, rest = divmod(value, 32)
        letters.append(LETTERS[rest])
    return "".join(reversed(letters))


LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
