# SPDX-License-Identifier: EUPL-1.2
"""Numbers, shares and dates as German and English readers write them, for templates."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent
from flask import Flask, request

from app.compare.answer import Answer, Cell
from app.model.demonstration import PORTAL as DEMONSTRATION
from app.web import messages
from app.web.controls import option_label
from app.web.desk import bare_path, desk, href, lang, say

BERLIN = ZoneInfo("Europe/Berlin")
# Embeddings, overrides and isolates: harvested, they would turn the words after them.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
LOCALES = {"de": "de_DE", "en": "en_GB"}


def number(value: float) -> str:
    """1234.5 -> 1.234,5 (German)."""
    return format_decimal(value, locale=LOCALES[lang()])


def percent(value: float) -> str:
    """0.1234 -> 12,3 % (German); halves go up, as people round."""
    value = float(Decimal(str(value)).quantize(Decimal("0.001"), ROUND_HALF_UP))
    pattern = "#,##0.# %" if lang() == "de" else "#,##0.#%"
    return format_percent(value, format=pattern, locale=LOCALES[lang()])


def day(value: date | datetime | None) -> str:
    """A day in words of the language; instants as the day in Germany; "not given" without one."""
    if value is None:
        return say("value.not_given")
    if isinstance(value, datetime):
        value = value.astimezone(BERLIN).date()
    return format_date(value, format="long", locale=LOCALES[lang()])


def moment(value: datetime | None) -> str:
    """Day and time in Germany."""
    if value is None:
        return say("value.not_given")
    pattern = "d. MMM y, HH:mm" if lang() == "de" else "d MMM y, HH:mm"
    return format_datetime(value.astimezone(BERLIN), pattern, locale=LOCALES[lang()])


def safe_url(value: str | None) -> str | None:
    """The address if a link may lead there: http, https or mailto; else None."""
    if value and value.strip().lower().startswith(("http://", "https://", "mailto:")):
        return value.strip()
    return None


def sentence(code: str, params: Mapping[str, object]) -> str:
    """The sentence of a stored code; the code itself where an older store kept other parameters."""
    if not messages.has(lang(), code):
        return code
    try:
        return say(code, **params)
    except KeyError:
        return code


def named(answer: Answer, cells: tuple[Cell, ...]) -> dict[str, Cell]:
    """A row's cells by the keys of their columns."""
    return {column.key: cell for column, cell in zip(answer.columns, cells, strict=True)}


def steady(value: object) -> object:
    """What a template writes, without characters that change the direction of text."""
    if not isinstance(value, str) or value.isascii() or not TURNING.search(value):
        return value
    return type(value)(TURNING.sub("", value))


def equip(app: Flask) -> None:
    """Gives templates the formats and the words; whitespace control keeps pages small."""
    app.jinja_env.finalize = steady
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    for filter in (number, percent, day, moment, safe_url):
        app.jinja_env.filters[filter.__name__] = filter
    app.context_processor(_context)


def _context() -> dict[str, object]:
    other = "de" if lang() == "en" else "en"
    query = request.query_string.decode("utf-8", "replace")
    path = bare_path()
    return {
        "t": say,
        "named": named,
        "sentence": sentence,
        "option_label": option_label,
        "lang": lang(),
        "other": other,
        "other_href": href(path, other) + (f"?{query}" if query else ""),
        "href": href,
        "here": path,
        "site": desk().site,
        "demonstration": DEMONSTRATION,
    }
