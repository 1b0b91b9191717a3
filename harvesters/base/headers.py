# SPDX-License-Identifier: EUPL-1.2
"""What the headers of an answer say."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime

from harvesters.base.record import Validators

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


def validators(headers: Mapping[str, str]) -> Validators:
    """ETag and Last-Modified where they are well formed (RFC 9110, 8.8)."""
    etag, modified = headers.get("ETag"), headers.get("Last-Modified")
    if etag and not re.fullmatch(r'(?:W/)?"[\x21\x23-\x7e]{1,400}"', etag):
        etag = None
    if modified and not re.fullmatch(r"[\x20-\x7e]{5,60}", modified):
        modified = None
    return Validators(etag or None, modified or None)


def condition(known: Validators | None) -> dict[str, str]:
    """Headers that ask for an answer only if it is another than the known one (RFC 9110, 13.1)."""
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
    return {name: said for name, said in asked.items() if said}
