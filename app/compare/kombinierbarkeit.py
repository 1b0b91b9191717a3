# SPDX-License-Identifier: EUPL-1.2
"""Kombinierbarkeit: whose data of one Musterdatensatz may be merged, under which licence.

Three tables by ``nach``: every Kommune under the chosen target; every target with the largest set
that fits it; the licences that block, most Kommunen first. A Kommune takes part with all its data.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from app.compare import choices, combining, places, reading
from app.compare.answer import Answer, Column, Note
from app.compare.combining import FITTING, Judge, Offer
from app.compare.combining_rows import COLUMNS, Frame, lines_of
from app.compare.errors import SelectionError
from app.compare.matrix import Matrix, Topic
from app.compare.musterdatensatz_im_vergleich import one
from app.compare.paging import paged
from app.licensing.deciding import Use
from app.licensing.model import NO_TARGET, PROPRIETARY
from app.licensing.wording import name_of
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

SLUG = "kombinierbarkeit"
PAGE = 50
SUGGEST = "vorschlag"
CHOICES = {
    "nach": ("kommune", "ziel", "lizenz"),
    "ziel": (SUGGEST, choices.TARGETS),
    "zweck": ("kommerziell", "nichtkommerziell"),
    "ergebnis": ("derived_database", "collective_database"),
}
SORTINGS: tuple[str, ...] = ("name", "datensaetze", "urteil", "kommunen", "menge")
DEFAULTS = {"kommune": "urteil", "ziel": "-menge", "lizenz": "-kommunen"}
IGNORED = (
    *("q", "thema", "lizenz", "offen", "format", "standard"),
    *("stand", "modified_since"),
)
REQUIRED = "musterdatensatz"
LINKED = 20  # Kommunen (licences) that the address of a clearing takes


class Way(NamedTuple):
    """How many Kommunen fit a target. fitting: as they are or under a condition."""

    plainly: int
    fitting: int
    all: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """Everybody as they are, then everybody under conditions, then the larger set."""
        everybody = (self.plainly == self.all) + (self.fitting == self.all)
        return everybody, self.fitting, self.plainly


class Ways(NamedTuple):
    """Targets with their judges and how many fit each, international ones first."""

    judges: Mapping[str, Judge]
    sizes: Mapping[str, Way]

    @property
    def best(self) -> str:
        """The licence that ranks highest, the first of equals; no other target is suggested."""
        licences = [each for each in self.sizes if each not in (NO_TARGET, PROPRIETARY)]
        return max(licences, key=lambda each: self.sizes[each].rank)


def answer(
    session: Session,
    vocabulary: Vocabulary,
    selection: Selection,
    lang: str = "de",
    **asked: str,
) -> Answer:
    """The answer; asked: values of CHOICES. SelectionError for what it cannot answer."""
    slug = one(selection.musterdatensatz, REQUIRED)
    if places.unit(selection) == "land":
        raise SelectionError("selection.not_for_laender")
    chosen = {name: choices.one_of(CHOICES, name, asked.get(name, "")) for name in CHOICES}
    use = Use(chosen["ergebnis"], chosen["zweck"] == "kommerziell", modify=True)  # type: ignore[arg-type]
    generation, matrix = reading.matrix(session, "kommune", selection.portal)
    offers = _offers(matrix, slug, vocabulary, selection)
    ways = _ways(vocabulary, use, offers)
    target = _target(ways, chosen["ziel"])
    frame = Frame(vocabulary, lang, offers, ways.judges, target)
    return _answered(frame, ways, selection, chosen, generation)


def _answered(
    frame: Frame, ways: Ways, selection: Selection, chosen: dict[str, str], generation: int
) -> Answer:
    by = chosen["nach"]
    sortings = tuple(column.sorting for column in COLUMNS[by] if column.sorting)
    page = paged(lines_of(frame, by), selection, DEFAULTS[by], sortings, _value, PAGE)
    columns: tuple[Column, ...] = COLUMNS[by]
    return page.answer(
        SLUG,
        columns,
        tuple(line.cells() for line in page.lines),
        _notes(frame, ways, selection, chosen),
        base=len(frame.offers),
        generation=generation,
        further=choices.further(CHOICES, **chosen),
    )


def _value(line: Any, name: str) -> Any:
    return line.sorts[name]


def _offers(
    matrix: Matrix, slug: str, vocabulary: Vocabulary, selection: Selection
) -> tuple[Offer, ...]:
    topic = next((each for each in matrix.topics if each.key == slug), None)
    if topic is None:
        return ()
    units = topic.offering & places.chosen(matrix, vocabulary, selection)
    return tuple(
        Offer(matrix.places[bit], _carried(topic, bit), datasets)
        for bit, (datasets, _) in topic.counts.items()
        if units >> bit & 1
    )


def _carried(topic: Topic, bit: int) -> frozenset[str]:
    masks = topic.facets.get("licence", {})
    return frozenset(key for (key, _), mask in masks.items() if mask >> bit & 1) or frozenset({""})


def _ways(vocabulary: Vocabulary, use: Use, offers: tuple[Offer, ...]) -> Ways:
    licences = vocabulary.licences
    names = combining.targets(licences, use)
    judges = {name: combining.judging(licences, use, name) for name in names}
    return Ways(judges, {name: _size(offers, judges[name]) for name in names})


def _size(offers: tuple[Offer, ...], judge: Judge) -> Way:
    found = Counter(judge(offer.licences).standing for offer in offers)
    return Way(found["passt"], sum(found[word] for word in FITTING), len(offers))


def _target(ways: Ways, asked: str) -> str:
    if asked == SUGGEST:
        return ways.best
    if asked not in ways.judges:
        listed, value = ", ".join(ways.judges), ascii(asked)[1:-1][:100]
        raise SelectionError("selection.not_in_list", parameter="ziel", value=value, allowed=listed)
    return asked


def _notes(
    frame: Frame, ways: Ways, selection: Selection, chosen: dict[str, str]
) -> tuple[Note, ...]:
    licences = frame.vocabulary.licences
    found = combining.by_standing(frame.offers, ways.judges[frame.target])
    fitting = [offer for word in FITTING for offer in found[word]]
    counts: dict[str, str | int] = {key: len(offers) for key, offers in found.items()}
    target: dict[str, str | int] = {"target": name_of(licences, frame.target, frame.lang)}
    notes = [
        Note(
            "note.kombinierbarkeit_base",
            {
                **counts,
                **target,
                "count": len(fitting),
                "all": len(frame.offers),
                "purpose": chosen["zweck"],
                "result": chosen["ergebnis"],
            },
        ),
        Note("note.bodies"),
        Note("note.kombinierbarkeit_advice"),
    ]
    if chosen["ziel"] == SUGGEST:
        notes.append(Note("note.kombinierbarkeit_vorschlag", target))
    if fitting:
        notes += _clearing(selection, fitting, frame, chosen)
    notes += _unblocking(frame, ways)
    if chosen["nach"] == "lizenz":
        notes.append(Note("note.kombinierbarkeit_zeilen"))
    notes += [Note("note.kombinierbarkeit_whole"), Note("note.kombinierbarkeit_disputed")]
    ignored = [each for each in IGNORED if getattr(selection, each)]
    return (*notes, *(Note("note.ignored", {"parameter": each}) for each in ignored))


def _unblocking(frame: Frame, ways: Ways) -> list[Note]:
    """What would let most others join; nothing where everybody fits."""
    licences = frame.vocabulary.licences
    found = combining.widest_change(combining.blocks(frame.offers, ways.judges[frame.target]))
    if found is None:
        return []
    names = _names(frame, (combining.known(licences, key) for key in sorted(found.licences)))
    counts: dict[str, str | int] = {"count": len(found.offers), "datasets": found.datasets}
    return [Note("note.kombinierbarkeit_unblock", {"names": names, **counts})]


def _clearing(
    selection: Selection, fitting: list[Offer], frame: Frame, chosen: dict[str, str]
) -> list[Note]:
    """The way to the clearing of the set that fits, and what its address does not hold."""
    name = name_of(frame.vocabulary.licences, frame.target, frame.lang)
    if len(fitting) <= LINKED:
        pairs = [("kommune", offer.key) for offer in fitting]
        pairs += [("musterdatensatz", key) for key in selection.musterdatensatz]
        return [_link(pairs, frame, chosen, name)]
    carried = _carriers(frame, fitting)
    pairs = [("lizenz", key) for key in carried[:LINKED]]
    counts: dict[str, str | int] = {"count": len(fitting), "licences": len(pairs)}
    notes = [_link(pairs, frame, chosen, name), Note("note.kombinierbarkeit_lizenzen", counts)]
    if left := carried[LINKED:]:
        words: dict[str, str | int] = {"count": len(left), "names": _names(frame, left)}
        notes.append(Note("note.kombinierbarkeit_ausgelassen", words))
    return notes


def _carriers(frame: Frame, fitting: list[Offer]) -> list[str]:
    """Licences of the Kommunen, those of most first."""
    licences = frame.vocabulary.licences
    found = Counter(combining.known(licences, key) for each in fitting for key in each.licences)
    return sorted(found, key=lambda key: (-found[key], key))


def _link(pairs: list[tuple[str, str]], frame: Frame, chosen: dict[str, str], name: str) -> Note:
    commercial = "ja" if chosen["zweck"] == "kommerziell" else "nein"
    asked = [*pairs, ("ergebnis", chosen["ergebnis"]), ("kommerziell", commercial)]
    asked += [("veraendern", "ja"), ("ziel", frame.target)]
    path = f"/lizenzen/kombinieren?{urlencode(asked)}"
    return Note("note.kombinierbarkeit_pruefen", {"path": path, "target": name})


def _names(frame: Frame, keys: Iterable[str]) -> str:
    return ", ".join(name_of(frame.vocabulary.licences, key, frame.lang) for key in keys)
