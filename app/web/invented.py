# SPDX-License-Identifier: EUPL-1.2
"""Marks of the demonstration portal: how much of the store is invented, and where it stands.

Counted once a generation of the store in each process, so that the mark costs pages no statement.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from flask import Flask, current_app

from app.model.demonstration import PORTAL
from app.store import figure_queries, invented_queries
from app.web.desk import session

NAME = "datenspiegel.invented"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many live datasets of the demonstration portal a generation of the store has."""

    generation: int
    datasets: int


def equip(app: Flask) -> None:
    """Gives templates ``invented_in(generation)`` and ``invented_for(generation, topic)``."""
    app.jinja_env.globals.update(invented_in=datasets, invented_for=kommunen)


def datasets(generation: int) -> int:
    """Live datasets of the demonstration portal; a statement where the generation is a new one."""
    known = current_app.extensions.get(NAME)
    if not isinstance(known, Counted) or known.generation != generation:
        known = Counted(generation, figure_queries.of_portal(session(), PORTAL))
        current_app.extensions[NAME] = known
    return known.datasets


def kommunen(generation: int, topic: str) -> AbstractSet[str]:
    """Kommunen whose data on a Musterdatensatz are invented, in part or all; none for most."""
    if not datasets(generation):
        return frozenset()
    return invented_queries.kommunen(session(), PORTAL, topic)
