# SPDX-License-Identifier: EUPL-1.2
"""What a program asks for becomes sources of a credit line; wrong use is one LicensingError."""

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from app.licensing.credit import MISSING_LICENCE, NOTHING, Source
from app.licensing.credit_escape import clean, link
from app.licensing.errors import LicensingError
from app.licensing.model import NO_TARGET, PROPRIETARY
from app.vocabulary.licences import Licences

MOST = 1_000
LONGEST = 10_000
KEYS = ("title", "publisher", "by_text", "licence", "url", "changed", "date", "dataset", "part")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ].*)?)?)?")


def sources_from_json(value: object, licences: Licences) -> tuple[Source, ...]:
    """The sources of one request: an object, or a list of them. LicensingError for anything else.

    Keys: title, publisher, by_text, licence (id; left out: none is given), url, changed (text or
    true), date, and dataset and part. ``changed`` false, null or "" means unchanged.
    """
    items = value if isinstance(value, list) else [value]
    check_count(len(items))
    return tuple(_source(item, licences) for item in items)


def check_count(count: int) -> None:
    """LicensingError where there is nothing to credit, or too much at once."""
    if count == 0:
        raise LicensingError("credit.error.no_source")
    if count > MOST:
        raise LicensingError("credit.error.too_many", count=count, most=MOST)


def target_of(text: str | None, licences: Licences) -> str | None:
    """The licence of the result: an id, ``none`` or ``proprietary``. LicensingError for others."""
    if text is None or text in (NO_TARGET, PROPRIETARY):
        return text
    licence = licences.get(text)
    if licence is None:
        raise _unknown_licence(text, licences)
    if licence.kind != "licence":
        raise LicensingError("credit.error.no_target", licence=text)
    return text


def _source(item: object, licences: Licences) -> Source:
    if not isinstance(item, Mapping):
        raise LicensingError("credit.error.not_an_object", value=_short(item))
    unknown = next((str(key) for key in item if key not in KEYS), None)
    if unknown is not None:
        known = ", ".join(KEYS)
        raise LicensingError("credit.error.unknown_key", key=_short(unknown), known=known)
    said = {key: _text(item, key) for key in KEYS if key != "changed"}
    title, url = clean(said["title"]), _url(said["url"])
    return Source(
        dataset=clean(said["dataset"]) or url or title,
        licence=_licence(said["licence"], licences),
        title=title,
        publisher=clean(said["publisher"]),
        by_text=clean(said["by_text"]),
        url=url,
        changed=_changed(item),
        date=_date(said["date"]),
        part=clean(said["part"]),
    )


def _text(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LicensingError("credit.error.not_a_text", key=key)
    if "\0" in value:
        raise LicensingError("credit.error.nul", key=key)
    if len(value) > LONGEST:
        raise LicensingError("credit.error.too_long", key=key, most=LONGEST)
    return value


def _changed(item: Mapping[str, object]) -> str | None:
    if item.get("changed") is True:
        return ""
    if item.get("changed") is False:
        return None
    return clean(_text(item, "changed")) or None


def _url(text: str) -> str:
    found = link(text)
    if text.strip() and not found:
        raise LicensingError("credit.error.no_link", value=_short(text))
    return found


def _date(text: str) -> str:
    """A day, month or year of ISO 8601; of an instant its day."""
    given = text.strip()
    if not given:
        return ""
    if not _DATE.fullmatch(given):
        raise LicensingError("credit.error.no_date", value=_short(given))
    try:
        date.fromisoformat(f"{given[:10]}-01-01"[:10])
    except ValueError as error:
        raise LicensingError("credit.error.no_date", value=_short(given)) from error
    return given[:10]


def _licence(text: str, licences: Licences) -> str:
    given = text.strip()
    if not given:
        return MISSING_LICENCE
    if licences.get(given) is None:
        raise _unknown_licence(given, licences)
    return given


def _unknown_licence(text: str, licences: Licences) -> LicensingError:
    near = get_close_matches(text[:60].lower(), licences.entries, 3, 0.7)
    return LicensingError(
        "credit.error.unknown_licence", licence=_short(text), near=", ".join(near) or NOTHING
    )


def _short(value: object) -> str:
    return clean(str(value)[:80])
