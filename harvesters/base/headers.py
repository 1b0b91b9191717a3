# SPDX-License-Identifier: EUPL-1.2
"""What the headers of an answer say."""

import re
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime

_LONGEST_REST = timedelta(days=7)


def media_type(header: str | None) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header."""
    if not header:
        return None, None
    message = Message()
    message["content-type"] = header
    return message.get_content_type(), message.get_content_charset() or None


def retry_after(header: str | None) -> float | None:
    """Seconds of a Retry-After header, number or date (RFC 9110, 10.2.3)."""
    if not header:
        return None
    if re.fullmatch(r"\s*[0-9]{1,12}\s*", header):
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def until(seconds: float | None) -> str:
    """The instant up to which a portal wants to be left alone; a week from now at most."""
    rest = min(timedelta(seconds=min(seconds or 0.0, 1e9)), _LONGEST_REST)
    return (datetime.now(UTC) + rest).isoformat(timespec="seconds")
