# SPDX-License-Identifier: EUPL-1.2
"""What was before: the fields of a dataset that a change alters, with their former values.

Never persons: of a publisher that is a natural person no former value is kept (promise S11).
"""

from dataclasses import MISSING as NO_DEFAULT
from dataclasses import Field, fields, is_dataclass
from datetime import date
from typing import Any

from app.model import Dataset

Trace = list[dict[str, Any]]


def trace(before: Dataset, after: Dataset) -> Trace:
    """One entry {"field", "before"} for each field that differs."""
    return [
        {"field": field.name, "before": _former(before, field.name)}
        for field in fields(Dataset)
        if getattr(before, field.name) != getattr(after, field.name)
    ]


def _former(before: Dataset, name: str) -> Any:
    if name == "publisher" and before.publisher.kind == "person":
        return {"kind": "person"}
    return short(getattr(before, name))


def short(value: Any) -> Any:
    """A JSON value; of a dataclass only what is not its default."""
    if is_dataclass(value):
        return {
            field.name: short(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != _default(field)
        }
    if isinstance(value, tuple):
        return [short(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _default(field: "Field[Any]") -> Any:
    if field.default_factory is not NO_DEFAULT:
        return field.default_factory()
    return field.default
