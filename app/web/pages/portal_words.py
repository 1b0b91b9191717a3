# SPDX-License-Identifier: EUPL-1.2
"""What a portal page says in sentences: addresses, reasons, ages, and Hinweise without values."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from app.model import Finding
from app.web.desk import say
from app.web.formatting import BERLIN, sentence

LOCAL = re.compile(r"(?:file:|/|\\|[A-Za-z]:[\\/])")
GAP = "…"


def shown_address(url: str) -> str:
    """The address; of a file only its name: folders of this machine are nobody's business."""
    if url.lower().startswith(("http://", "https://")):
        return url
    return re.split(r"[\\/]", url.rstrip("\\/"))[-1]


def told(code: str, params: Mapping[str, str]) -> str:
    """The sentence of a note or a reason, folders of this machine left out."""
    return sentence(code, {name: _public(value) for name, value in params.items()})


def _public(value: str) -> str:
    return shown_address(value) if LOCAL.match(value) else value


def in_general(finding: Finding) -> str:
    """The sentence of a finding's code for all its findings: dots in the place of values."""
    return sentence(finding.code, dict.fromkeys(finding.params, GAP))


def mend(finding: Finding) -> str:
    """How the source mends what the finding's code stands for."""
    return sentence(f"{finding.code}.mend", dict.fromkeys(finding.params, GAP))


def age(moment: datetime, now: datetime | None = None) -> str:
    """How many days ago, as a reader in Germany counts them."""
    today = (now or datetime.now(UTC)).astimezone(BERLIN).date()
    days = (today - moment.astimezone(BERLIN).date()).days
    return say("portal.age", days=max(0, days))
