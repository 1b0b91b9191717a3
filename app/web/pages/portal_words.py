# SPDX-License-Identifier: EUPL-1.2
"""What a portal page says in sentences: addresses, reasons, ages, and Hinweise without values."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from app.config.freshness import Freshness, freshness
from app.model import Finding
from app.store.portal_queries import Standing
from app.web.desk import desk, say
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


def how_fresh(key: str, last_success: datetime | None) -> Freshness:
    """Whether what is known of the portal is as new as its timetable says (promise H14)."""
    return freshness(desk().rhythms.get(key), last_success, datetime.now(UTC))


def aged(at: Standing) -> dict[str, object]:
    """How fresh a portal is, for programs. age_hours: since the last success."""
    since = datetime.now(UTC) - at.last_success if at.last_success else None
    hours = round(since.total_seconds() / 3600, 1) if since is not None else None
    return {"freshness": how_fresh(at.portal.key, at.last_success), "age_hours": hours}


def age(moment: datetime, now: datetime | None = None) -> str:
    """How many days ago, as a reader in Germany counts them."""
    today = (now or datetime.now(UTC)).astimezone(BERLIN).date()
    days = (today - moment.astimezone(BERLIN).date()).days
    return say("portal.age", days=max(0, days))
