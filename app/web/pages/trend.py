# SPDX-License-Identifier: EUPL-1.2
"""How a number went over the days: a line that needs no script, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.store import daily_queries
from app.store.daily_queries import Kind, Step
from app.web.desk import session

WIDTH, HEIGHT = 600, 120
YEARS = timedelta(days=2 * 365)
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Trend:
    """A line in a box of WIDTH and HEIGHT. line: of an SVG path; most: the number at its top.

    steps: the newest first, at most SHOWN.
    """

    line: str
    most: int
    first: Step
    last: Step
    steps: tuple[Step, ...]


def trend_of(kind: Kind, key: str = "", portal: str | None = None) -> Trend | None:
    """The trend of a series over two years; None where there is no day. One statement."""
    return drawn(daily_queries.trend(session(), kind, key, portal), datetime.now(UTC).date())


def drawn(steps: Sequence[Step], today: date) -> Trend | None:
    """The steps as a line that ends today."""
    if not steps:
        return None
    start = max(steps[0].day, today - YEARS)
    before = [step for step in steps if step.day <= start]
    shown = [Step(start, before[-1].datasets), *(step for step in steps if step.day > start)]
    most = max(1, *(step.datasets for step in shown))
    newest = tuple(reversed(shown))[:SHOWN]
    return Trend(_line(shown, today, most), most, shown[0], shown[-1], newest)


def _line(steps: Sequence[Step], today: date, most: int) -> str:
    """Each number stays until the next: steps, no slopes."""
    days = max(1, (today - steps[0].day).days)
    words = []
    for at, step in enumerate(steps):
        x = WIDTH * (step.day - steps[0].day).days / days
        y = HEIGHT - HEIGHT * step.datasets / most
        words.append(f"H{x:.1f}V{y:.1f}" if at else f"M0 {y:.1f}")
    return "".join((*words, f"H{WIDTH}"))


def listed(trend: Trend | None) -> list[dict[str, object]]:
    """The steps for programs, the newest first."""
    steps = trend.steps if trend else ()
    return [{"since": step.day.isoformat(), "datasets": step.datasets} for step in steps]
