# SPDX-License-Identifier: EUPL-1.2
"""What each licence wants in a credit line (Quellenvermerk): the ``[credit]`` tables of its file.

A licence without the table demands nothing that could be said without reading more: classes,
statements that are no licence, and texts nobody has read for these files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_toml

Want = Literal["required", "if_supplied", "recommended", "none"]
WANTS = ("required", "if_supplied", "recommended", "none")
ELEMENTS = ("provider", "licence", "link", "dataset", "title", "date", "change")
HINTS = ("", "non_commercial", "official_work")


@dataclass(frozen=True, slots=True)
class CreditRule:
    """What one licence wants.

    label: name of the licence as a credit line carries it. provider … change: whether the element
    is due always, as far as the provider supplies it, only recommended, or not at all. statement:
    what to write where the provider gave no wording, with ``{licence}``, ``{provider}``,
    ``{title}``. hint: what else must be visible or known. clause: where the text says so.
    """

    label: str
    provider: Want
    licence: Want
    link: Want
    dataset: Want
    title: Want
    date: Want
    change: Want
    hint: str = ""
    statement: str = ""
    clause: str = ""

    def wants(self, element: str) -> bool:
        """Whether the element is due, be it only as far as it was supplied."""
        return element in ELEMENTS and getattr(self, element) in ("required", "if_supplied")

    @property
    def is_free(self) -> bool:
        """Whether nothing at all is due."""
        return not any(self.wants(element) for element in ELEMENTS)

    @property
    def recommended(self) -> tuple[str, ...]:
        """The elements that are only recommended."""
        return tuple(name for name in ELEMENTS if getattr(self, name) == "recommended")


@dataclass(frozen=True, slots=True)
class CreditRules:
    """The rules of all licences that have some. produced_work: where they differ for a map, …"""

    entries: Mapping[str, CreditRule]
    produced_work: Mapping[str, CreditRule]

    def of(self, licence: str, result_type: str | None = None) -> CreditRule | None:
        """The rule of a licence for a kind of result (ResultType of app.licensing.model)."""
        own = self.produced_work.get(licence) if result_type == "produced_work" else None
        return own or self.entries.get(licence)


def read_credit_rules(shelf: Shelf) -> CreditRules:
    """The tables ``[credit]`` and ``[credit_produced_work]`` of ``licences/``."""
    found: dict[str, dict[str, CreditRule]] = {"credit": {}, "credit_produced_work": {}}
    for name in shelf.names("licences", ".toml"):
        table = read_toml(shelf, name)
        for part, rules in found.items():
            if part in table:
                rules[str(table.get("id"))] = _rule(name, table[part])
    return CreditRules(found["credit"], found["credit_produced_work"])


def _rule(name: str, table: Mapping[str, Any]) -> CreditRule:
    try:
        wants = {element: _want(name, table[element]) for element in ELEMENTS}
        rule = CreditRule(
            label=table["label"],
            hint=table["hint"],
            statement=table["statement"],
            clause=table["clause"],
            **wants,
        )
    except KeyError as error:
        key = f"credit.{error.args[0]}"
        raise VocabularyError("vocabulary.key_missing", file=name, value=key) from error
    if rule.hint not in HINTS:
        raise VocabularyError("vocabulary.value_wrong", file=name, value=rule.hint)
    return rule


def _want(name: str, value: object) -> Want:
    if value not in WANTS:
        raise VocabularyError("vocabulary.value_wrong", file=name, value=str(value))
    return cast(Want, value)
