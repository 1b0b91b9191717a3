# SPDX-License-Identifier: EUPL-1.2
"""The filters every view, command and export shares; they live in the query string."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Values of the filter parameters, as given; an empty tuple filters nothing.

    kommune: official keys. land: 2-digit keys. groesse: KGSt class (``1``..``7``, Kreise
    ``k1``..``k3``). typ: kreisfrei, kreisangehoerig, kreis, verband, land. lizenz: licence ids,
    ``none`` for not given.
    offen: ja, nein, unklar. stand: ISO date, data as of that day or later. modified_since: aware
    ISO instant.
    """

    q: str = ""
    kommune: tuple[str, ...] = ()
    land: tuple[str, ...] = ()
    groesse: tuple[str, ...] = ()
    typ: tuple[str, ...] = ()
    musterdatensatz: tuple[str, ...] = ()
    thema: tuple[str, ...] = ()
    lizenz: tuple[str, ...] = ()
    offen: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    standard: tuple[str, ...] = ()
    portal: tuple[str, ...] = ()
    stand: str = ""
    modified_since: str = ""
    sortierung: str = ""
    seite: int = 1
    pro_seite: int = 0
