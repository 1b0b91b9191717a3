# SPDX-License-Identifier: EUPL-1.2
"""A stored dataset as sources of a credit line: one for each licence and wording it carries."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.licensing.credit import MISSING_LICENCE, UNREAD_LICENCE, Source
from app.licensing.credit_escape import clean, link
from app.model import Dataset, Distribution, Reading


class Stated(NamedTuple):
    """What one or more distributions say of their licence."""

    licence: str
    raw: str
    candidates: tuple[str, ...]


def sources_of(dataset: Dataset, id: str, changed: str | None = None) -> tuple[Source, ...]:
    """The sources of a dataset, in the order of its distributions.

    A wording counts for all distributions of the dataset under the same licence: portals often
    give it with the first one only. Names of persons are not in a Dataset (promise S11).
    """
    wordings: dict[Stated, dict[str, Distribution]] = {}
    for part in dataset.distributions or (Distribution(licence=dataset.licence),):
        said = wordings.setdefault(stated(part.licence), {})
        said.setdefault(clean(part.attribution), part)
    return tuple(_sources(dataset, id, changed, wordings))


def _sources(
    dataset: Dataset,
    id: str,
    changed: str | None,
    wordings: dict[Stated, dict[str, Distribution]],
) -> Iterator[Source]:
    for terms, said in wordings.items():
        for wording in [text for text in said if text] or [""]:
            yield Source(
                dataset=id,
                licence=terms.licence,
                title=clean(dataset.title),
                publisher=clean(dataset.publisher.name),
                by_text=wording,
                url=link(dataset.landing_page) or link(dataset.uri),
                changed=changed,
                date=_last_update(dataset),
                raw=clean(terms.raw),
                candidates=terms.candidates,
            )


def stated(reading: Reading) -> Stated:
    """The licence id a reading stands for; what was said and not read stays with it."""
    if reading.value:
        return Stated(reading.value, "", reading.candidates)
    if reading.status == "missing":
        return Stated(MISSING_LICENCE, "", ())
    return Stated(UNREAD_LICENCE, reading.raw or "", reading.candidates)


def _last_update(dataset: Dataset) -> str:
    """Stand der Daten, else the newest change of a file; never the date of the metadata."""
    if dataset.data_as_of:
        return dataset.data_as_of.isoformat()
    changed: list[date] = [part.modified.date() for part in dataset.distributions if part.modified]
    return max(changed).isoformat() if changed else ""
