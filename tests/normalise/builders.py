# SPDX-License-Identifier: EUPL-1.2
"""Records, portals and agents with defaults, so that a test names only what it is about."""

from datetime import date
from typing import Any

from app.normalise.kommune import Question
from harvesters.base.record import Portal, RawAgent, RawDistribution, Record, Text

TODAY = date(2026, 6, 30)


def portal(**given: Any) -> Portal:
    """A portal of no Kommune."""
    defaults = {
        "key": "p",
        "kind": "dcat",
        "url": "https://daten.example/c.ttl",
        "base": "https://daten.example/",
    }
    return Portal(**(defaults | given))


def record(title: str | None = "Baumkataster", **given: Any) -> Record:
    """A record with a title and nothing else."""
    titles = () if title is None else (Text(title, "de"),)
    defaults = {"portal": "p", "identifier": "https://daten.example/d/1", "titles": titles}
    return Record(**(defaults | given))


def distribution(**given: Any) -> RawDistribution:
    """A distribution with an address and nothing else."""
    return RawDistribution(**({"access_urls": ("https://daten.example/d/1/datei",)} | given))


def publisher(name: str, role: str = "publisher", **given: Any) -> RawAgent:
    """An agent of this name."""
    return RawAgent(role, (Text(name),), **given)


def question(name: str, **given: Any) -> Question:
    """The question who publishes, for a publisher of this name."""
    return Question(agents=(publisher(name),), **given)
