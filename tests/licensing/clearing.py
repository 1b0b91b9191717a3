# SPDX-License-Identifier: EUPL-1.2
"""Short ways to ask for a clearing in tests."""

from typing import cast

from app.licensing import check
from app.licensing.model import Clearing, Input, Request, ResultType
from app.vocabulary import load

LICENCES = load().licences
NOT_COMMERCIAL = {"commercial": False}
UNCHANGED = {"modify": False}


def clear(
    inputs: str,
    target: str | None = "none",
    result: str = "derived_database",
    commercial: bool = True,
    modify: bool = True,
) -> Clearing:
    """The clearing of licence ids that are separated by blanks."""
    named = tuple(Input(id, id) for id in inputs.split())
    kind = cast(ResultType, result)
    return check(LICENCES, Request(named, kind, commercial, modify, target))
