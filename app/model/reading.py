# SPDX-License-Identifier: EUPL-1.2
"""How a value of the portal was read: not knowing is a result with a name of its own."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["exact", "likely", "ambiguous", "unknown", "missing", "mixed"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value as understood.

    value: vocabulary key, None unless the status is exact or likely (ambiguous may carry the key
    of a class such as ``cc-by``). status: exact (said in a form that has one meaning), likely (one
    meaning by a rule that can err), ambiguous (several, listed in candidates), unknown (said, not
    understood), missing (not said), mixed (derived from parts that differ). rule: name of the rule
    that fired. raw: what the portal said, verbatim.
    """

    value: str | None = None
    status: Status = "missing"
    rule: str = ""
    raw: str | None = None
    candidates: tuple[str, ...] = ()


MISSING = Reading()
