# SPDX-License-Identifier: EUPL-1.2
"""What an operation of the interface is: path, parameters, answer; and what a parameter may be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask.typing import ResponseReturnValue

from app.compare.selecting import LONGEST_QUERY, SIZES, TYPES
from app.web.messages import LANGUAGES

Schema = Mapping[str, Any]
LARGEST_PAGE = 1_000
DIGITS = {"type": "string", "pattern": "^[0-9]{2,12}$"}
KEY = {"type": "string", "maxLength": 200}
PORTAL_KEY = {"type": "string", "pattern": "^[A-Za-z0-9_.-]{1,100}$"}
PAGING = ("seite", "pro-seite")
FILTERS = (
    *("q", "kommune", "land", "groesse", "typ", "musterdatensatz", "thema", "lizenz", "offen"),
    *("format", "standard", "portal", "stand", "modified_since"),
)


def several(of: Schema) -> Schema:
    """A parameter that may be repeated; its values widen."""
    return {"type": "array", "items": dict(of), "maxItems": 100}


PARAMETERS: Mapping[str, Schema] = {
    "q": {"type": "string", "maxLength": LONGEST_QUERY},
    "kommune": several(KEY),
    "land": several({"type": "string", "pattern": "^[0-9]{2}$"}),
    "groesse": several({"type": "string", "enum": list(SIZES)}),
    "typ": several({"type": "string", "enum": list(TYPES)}),
    "musterdatensatz": several(KEY),
    "thema": several(KEY),
    "lizenz": several(KEY),
    "offen": several({"type": "string", "enum": ["ja", "nein", "unklar"]}),
    "format": several(KEY),
    "standard": several(KEY),
    "portal": several(PORTAL_KEY),
    "stand": {"type": "string", "format": "date"},
    "modified_since": {"type": "string", "format": "date-time"},
    "seite": {"type": "integer", "minimum": 1, "maximum": 999_999, "default": 1},
    "pro-seite": {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE},
    "lang": {"type": "string", "enum": list(LANGUAGES)},
    "code": KEY,
    "text": {"type": "string", "maxLength": 10_000},
    "source": {"type": "string", "maxLength": 10_000},
}
"""Parameters of more than one operation, or of one that says nothing else about them."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One path and method. path: below /api/v1, variables in braces. name: unique, also the code
    ``api.op.<name>`` of its sentence.

    parameters: names in PARAMETERS. sortings: fields, each also with ``-`` where both_ways.
    own: further parameters with their schemas. schema: name of the answer's in the document.
    body: schema of a request's JSON. answer: None where another blueprint routes it. params: of
    the sentence. costly: counts against the rate limit.
    """

    name: str
    path: str
    schema: str
    answer: Callable[..., ResponseReturnValue] | None = None
    method: str = "get"
    parameters: tuple[str, ...] = ()
    sortings: tuple[str, ...] = ()
    both_ways: str = "-"
    own: Mapping[str, Schema] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    body: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    costly: bool = False

    @property
    def sort_values(self) -> tuple[str, ...]:
        """All values of ``sortierung``, upwards and downwards."""
        down = tuple(f"-{name}" for name in self.sortings) if self.both_ways else ()
        return (*self.sortings, *down)

    def allowed(self) -> tuple[str, ...]:
        """Names of all parameters a request may carry."""
        sorting = ("sortierung",) if self.sortings else ()
        return (*self.parameters, *sorting, *self.own, "lang")
