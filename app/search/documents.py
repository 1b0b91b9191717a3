# SPDX-License-Identifier: EUPL-1.2
"""One live dataset as an entry of the index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tantivy import Document

from app.search.codes import NOTHING, Codes
from app.search.compounds import Splitter
from app.search.keywords import KEYWORD, MOST_OFTEN, OFTEN, Keywords
from app.search.schema import COPY, COUNTED, FACETS, SUBJECT, TEXT, TITLE, Source, number_of
from app.search.words import GAP, fold, raw_words, stem, without_contacts, words
from app.store.search_queries import Entry, microseconds
from app.vocabulary import Vocabulary

LONGEST_TITLE = 500
LONGEST_TEXT = 6_000
MOST_KEYWORDS = 60
MOST_REMEMBERED = 60_000  # 400 bytes each
OPENNESS = {"yes": "ja", "no": "nein"}
UNCLEAR = "unklar"
YES = "ja"


class Forms(NamedTuple):
    """A written word as the three fields of a source hold it; blanks between, if it is several."""

    plain: str
    stems: str
    parts: str


BREAK = Forms("|", "", "|")  # between two keywords, so that no phrase reaches over


class Memory(dict[str, Forms]):
    """Forms of the words met so far: most come again, and a dict answers quickest."""

    def __init__(self, splitter: Splitter) -> None:
        super().__init__({GAP: BREAK})
        self.splitter = splitter

    def __missing__(self, word: str) -> Forms:
        if len(self) > MOST_REMEMBERED:
            self.clear()
            self[GAP] = BREAK
        folded = words(word)
        stems = [stem(each) for each in folded]
        parts = [p for each in folded for p in (self.splitter.split(each) or (stem(each),))]
        found = self[word] = Forms(" ".join(folded), " ".join(stems), " ".join(parts))
        return found


@dataclass(frozen=True, slots=True)
class Maker:
    """What every entry is made with."""

    vocabulary: Vocabulary
    memory: Memory
    codes: Codes
    keywords: Keywords


def maker(vocabulary: Vocabulary, splitter: Splitter, codes: Codes) -> Maker:
    """For the entries of one index."""
    return Maker(vocabulary, Memory(splitter), codes, Keywords(codes[KEYWORD]))


def document(maker: Maker, entry: Entry) -> Document:
    """The index entry of a dataset."""
    made = Document()
    made.add_text("what", "dataset")
    made.add_unsigned("number", number_of(entry.id))
    made.add_integer("changed", microseconds(entry.changed_at))
    _write(made, maker, TITLE, [(entry.title or "")[:LONGEST_TITLE]])
    _write(made, maker, SUBJECT, subjects(maker.vocabulary, entry))
    text = without_contacts((entry.description or "")[:LONGEST_TEXT])
    _write(made, maker, TEXT, [text])
    _count(made, maker, entry)
    if entry.copy:
        made.add_text(COPY, YES)
    if entry.sort_title:
        made.add_text("sort_title", entry.sort_title)
    if entry.data_as_of:
        made.add_integer("stand", entry.data_as_of.toordinal())
    place = maker.vocabulary.register.get(entry.kommune) if entry.kommune else None
    if place:
        made.add_text("sort_kommune", fold(place.short_name))
    return made


def _write(made: Document, maker: Maker, source: Source, texts: Iterable[str]) -> None:
    text = GAP.join(texts)
    if found := [maker.memory[word] for word in raw_words(text)]:
        plain, stems, parts = zip(*found, strict=True)
        made.add_text(source.name, " ".join(plain))
        made.add_text(source.stem, " ".join(stems))
        made.add_text(source.part, " ".join(parts))


def _count(made: Document, maker: Maker, entry: Entry) -> None:
    """What the entry is found by as a filter, and the numbers it is counted by."""
    found = facets(maker.vocabulary, entry)
    for name in FACETS:
        values = found.get(name, ())
        for value in values:
            made.add_text(name, value)
        code = maker.codes[name][" ".join(values)] if values else NOTHING
        made.add_unsigned(COUNTED[name], code)
    made.add_unsigned(COUNTED["stand"], entry.data_as_of.year if entry.data_as_of else NOTHING)
    for number in maker.keywords.each_once(entry.keywords[:MOST_KEYWORDS]):
        made.add_unsigned(KEYWORD, number)
        if number <= MOST_OFTEN:
            made.add_unsigned(OFTEN, number)


def without_values(made: Document) -> None:
    """Makes an entry that is no dataset have no value of any facet."""
    for field in COUNTED.values():
        made.add_unsigned(field, NOTHING)


def subjects(vocabulary: Vocabulary, entry: Entry) -> list[str]:
    """What a dataset is about and who publishes it, in German words."""
    found = [*entry.keywords[:MOST_KEYWORDS], entry.publisher or ""]
    place = vocabulary.register.get(entry.kommune) if entry.kommune else None
    land = vocabulary.register.get(entry.land) if entry.land else None
    found += [known.name for known in (place, land) if known]
    topic = vocabulary.musterdaten.get(entry.musterdatensatz or "")
    thema = vocabulary.musterdaten.themen.get(entry.thema or "")
    found += [topic.name if topic else "", thema.name_de if thema else ""]
    lists = (
        (vocabulary.themes, entry.themes),
        (vocabulary.inspire_themes, entry.inspire_themes),
        (vocabulary.hvd_categories, entry.hvd_categories),
    )
    concepts = (known.get(key) for known, keys in lists for key in keys)
    found += [concept.name_de for concept in concepts if concept]
    return [text[:LONGEST_TITLE] for text in dict.fromkeys(found) if text]


def facets(vocabulary: Vocabulary, entry: Entry) -> Mapping[str, Iterable[str]]:
    """Facet -> the dataset's values; a facet it says nothing about is not there."""
    place = vocabulary.register.get(entry.kommune) if entry.kommune else None
    single = {
        "portal": entry.portal,
        "land": entry.land,
        "kommune": entry.kommune,
        "typ": place.typ if place else None,
        "groesse": place.size_class if place else None,
        "musterdatensatz": entry.musterdatensatz,
        "thema": entry.thema,
    }
    found: dict[str, Iterable[str]] = {name: (value,) for name, value in single.items() if value}
    return found | {
        "lizenz": sorted(entry.licences),
        "offen": sorted({openness(vocabulary, licence) for licence in entry.licences}),
        "format": sorted(entry.formats),
        "standard": sorted(entry.standards),
    }


def openness(vocabulary: Vocabulary, licence: str) -> str:
    """``ja``, ``nein``, or ``unklar`` where it is not settled, not read or not given."""
    known = vocabulary.licences.get(licence)
    return OPENNESS.get(known.open, UNCLEAR) if known and known.kind != "none" else UNCLEAR
