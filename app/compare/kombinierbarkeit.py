# SPDX-License-Identifier: EUPL-1.2
"""Kombinierbarkeit: whose data of one Musterdatensatz may be merged, under which licence.

Three tables by ``nach``: every Kommune under the chosen target; every target with the largest set
that fits it; the licences that block, most Kommunen first. A Kommune takes part with all its data.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from app.compare import choices, combining, places, reading
from app.compare.answer import Answer, Column, Note
from app.compare.combining import FITTING, Judge, Offer
from app.compare.combining_rows import COLUMNS, Frame, lines_of
from app.compare.errors import SelectionError
from app.compare.matrix import Matrix, Topic
from app.compare.musterdatensatz_im_vergleich import one
from app.compare.order import ordered
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


class Ways(NamedTuple):
    """Targets with their judges, and the largest set of each, in the order they are offered."""

    judges: Mapping[str, Judge]
    sizes: Mapping[str, int]

    @property
    def best(self) -> str:
        """The licence with the largest set, the first of equals; no other target is suggested."""
        licences = [each for each in self.sizes if each not in (NO_TARGET, PROPRIETARY)]
        return max(licences, key=lambda each: self.sizes[each])


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
    sorting = selection.sortierung or DEFAULTS[by]
    lines, sorting = ordered(lines_of(frame, by), sorting, sortings, _value)
    size = selection.pro_seite or PAGE
    start = (selection.seite - 1) * size
    columns: tuple[Column, ...] = COLUMNS[by]
    return Answer(
        question=SLUG,
        columns=columns,
        rows=tuple(line.cells() for line in lines[start : start + size]),
        notes=_notes(frame, ways, selection, chosen),
        total=len(lines),
        base=len(frame.offers),
        page=selection.seite,
        page_size=size,
        sorting=sorting,
        selection=selection,
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


def _size(offers: tuple[Offer, ...], judge: Judge) -> int:
    return sum(judge(offer.licences).standing in FITTING for offer in offers)


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
            {**counts, **target, "count": len(fitting), "all": len(frame.offers)},
        ),
        Note("note.kombinierbarkeit_advice"),
    ]
    if fitting:
        path = clearing(selection, fitting, frame, chosen)
        notes.append(Note("note.kombinierbarkeit_pruefen", {"path": path, **target}))
    notes += _unblocking(frame, ways)
    notes += [Note("note.kombinierbarkeit_whole"), Note("note.kombinierbarkeit_disputed")]
    ignored = [each for each in IGNORED if getattr(selection, each)]
    return (*notes, *(Note("note.ignored", {"parameter": each}) for each in ignored))


def _unblocking(frame: Frame, ways: Ways) -> list[Note]:
    """What would let most others join; nothing where everybody fits."""
    licences = frame.vocabulary.licences
    found = combining.blocks(frame.offers, ways.judges[frame.target])
    if not found:
        return []
    names = (
        name_of(licences, combining.known(licences, key), frame.lang)
        for key in sorted(found[0].licences)
    )
    counts: dict[str, str | int] = {"count": len(found[0].offers), "datasets": found[0].datasets}
    return [Note("note.kombinierbarkeit_unblock", {"names": ", ".join(names), **counts})]


def clearing(
    selection: Selection, fitting: list[Offer], frame: Frame, chosen: dict[str, str]
) -> str:
    """The address of the clearing of the set that fits; of its licences where it is large."""
    if len(fitting) <= LINKED:
        pairs = [("kommune", offer.key) for offer in fitting]
        pairs += [("musterdatensatz", key) for key in selection.musterdatensatz]
    else:
        carried = {key for offer in fitting for key in offer.licences}
        named = sorted(combining.known(frame.vocabulary.licences, key) for key in carried)
        pairs = [("lizenz", key) for key in named[:LINKED]]
    commercial = "ja" if chosen["zweck"] == "kommerziell" else "nein"
    pairs += [("ergebnis", chosen["ergebnis"]), ("kommerziell", commercial)]
    pairs += [("veraendern", "ja"), ("ziel", frame.target)]
    return f"/lizenzen/kombinieren?{urlencode(pairs)}"
