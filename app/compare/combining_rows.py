# SPDX-License-Identifier: EUPL-1.2
"""The three tables of Kombinierbarkeit: Kommunen, targets, licences that block."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.compare import combining
from app.compare.answer import Cell, Column, Link, Portion
from app.compare.combining import FITTING, STANDINGS, Judge, Offer
from app.compare.meaning import licence_look
from app.compare.order import fold
from app.compare.place_links import place_link
from app.licensing.wording import cite, name_of
from app.vocabulary import Vocabulary

NAMED = 10
KOMMUNEN = (
    Column("kommune", "link", "name"),
    Column("datensaetze", "number", "datensaetze"),
    Column("urteil", "code", "urteil"),
    Column("lizenzen", "portions"),
    Column("massgeblich", "link"),
    Column("begruendung", "text"),
    Column("fundstelle", "text"),
)
ZIELE = (
    Column("ziel", "link", "name"),
    Column("kommunen_passend", "number", "menge"),
    *(Column(f"kommunen_{name}", "number") for name in STANDINGS),
    Column("datensaetze", "number", "datensaetze"),
)
LIZENZEN = (
    Column("lizenzen", "portions", "name"),
    Column("kommunen", "number", "kommunen"),
    Column("datensaetze", "number", "datensaetze"),
    Column("urteil", "code", "urteil"),
    Column("begruendung", "text"),
    Column("fundstelle", "text"),
    Column("wechsel_zu", "links"),
    Column("betroffene", "links"),
)
COLUMNS = {"kommune": KOMMUNEN, "ziel": ZIELE, "lizenz": LIZENZEN}


class Frame(NamedTuple):
    """What every table needs. judges: of each target; target: the one chosen."""

    vocabulary: Vocabulary
    lang: str
    offers: tuple[Offer, ...]
    judges: Mapping[str, Judge]
    target: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row, made when it is shown. sorts: field -> value; parts: what _cells needs."""

    sorts: Mapping[str, Any]
    parts: tuple[Frame, Any]

    def cells(self) -> tuple[Cell, ...]:
        """The row."""
        frame, about = self.parts
        if isinstance(about, Offer):
            return _kommune(frame, about)
        return _block(frame, about) if isinstance(about, combining.Block) else about


def lines_of(frame: Frame, by: str) -> Iterator[Line]:
    """The rows of the table ``by``, unsorted."""
    return {"kommune": _kommunen, "ziel": _targets, "lizenz": _blocks}[by](frame)


def _kommunen(frame: Frame) -> Iterator[Line]:
    judge = frame.judges[frame.target]
    for offer in frame.offers:
        label = place_link(frame.vocabulary, offer.key).label
        sorts = {
            "name": (fold(label), offer.key),
            "datensaetze": offer.datasets,
            "urteil": STANDINGS.index(judge(offer.licences).standing),
        }
        yield Line(sorts, (frame, offer))


def _kommune(frame: Frame, offer: Offer) -> tuple[Cell, ...]:
    verdict = frame.judges[frame.target](offer.licences)
    return (
        place_link(frame.vocabulary, offer.key),
        offer.datasets,
        verdict.standing,
        _portions(frame, offer.licences),
        _licence_link(frame, verdict.licence),
        combining.reason(frame.vocabulary.licences, verdict, frame.target, frame.lang),
        cite(frame.vocabulary.licences, verdict.cell.clause, frame.lang) or None,
    )


def _targets(frame: Frame) -> Iterator[Line]:
    for order, (target, judge) in enumerate(frame.judges.items()):
        found = combining.by_standing(frame.offers, judge)
        size = sum(len(found[word]) for word in FITTING)
        datasets = sum(each.datasets for word in FITTING for each in found[word])
        counts = (len(found[word]) for word in STANDINGS)
        sorts = {"name": order, "menge": (size, len(found["passt"])), "datensaetze": datasets}
        yield Line(sorts, (frame, (_licence_link(frame, target), size, *counts, datasets)))


def _blocks(frame: Frame) -> Iterator[Line]:
    for block in combining.blocks(frame.offers, frame.judges[frame.target]):
        sorts = {
            "name": sorted(block.licences),
            "kommunen": (len(block.offers), block.datasets),
            "datensaetze": block.datasets,
            "urteil": STANDINGS.index(block.verdict.standing),
        }
        yield Line(sorts, (frame, block))


def _block(frame: Frame, block: combining.Block) -> tuple[Cell, ...]:
    licences, judge = frame.vocabulary.licences, frame.judges[frame.target]
    return (
        _portions(frame, block.licences),
        len(block.offers),
        block.datasets,
        block.verdict.standing,
        combining.reason(licences, block.verdict, frame.target, frame.lang),
        cite(frame.vocabulary.licences, block.verdict.cell.clause, frame.lang) or None,
        tuple(_licence_link(frame, each) for each in combining.changes(licences, judge)),
        tuple(place_link(frame.vocabulary, each.key) for each in block.offers[:NAMED]),
    )


def _portions(frame: Frame, keys: Iterable[str]) -> tuple[Portion, ...]:
    look = licence_look(frame.vocabulary, frame.lang)
    return tuple(
        Portion(key, look(key).label, open=look(key).open) if key else Portion("", None)
        for key in sorted(keys, key=lambda key: (not key, key))
    )


def _licence_link(frame: Frame, key: str) -> Link:
    """The link to a licence's page; without one for a target that is none."""
    licences = frame.vocabulary.licences
    asked = combining.UNSAID.get(key, key)
    path = f"/lizenz/{asked}" if licences.get(asked) else None
    return Link(asked, name_of(licences, asked, frame.lang), path)
