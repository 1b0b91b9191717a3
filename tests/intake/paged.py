# SPDX-License-Identifier: EUPL-1.2
"""A catalogue of sixty pages on loopback that may change while it is read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from tests.harvesters.loopback import Call, answer
from tests.intake import making

PAGES, EACH = 60, 2


@dataclass
class Paged:
    """A catalogue of pages with two datasets each. says: the total, where it is not the truth.

    stamp: what each page says besides, such as the time of its making.
    """

    stock: list[int] = field(default_factory=lambda: list(range(PAGES * EACH)))
    titles: dict[int, str] = field(default_factory=dict)
    says: int | None = None
    stamp: str = ""
    asked: list[int] = field(default_factory=list)
    before: Callable[[int], None] = lambda number: None

    def __call__(self, call: Call) -> bytes:
        number = int(parse_qs(urlsplit(call.path).query).get("page", ["1"])[0])
        self.before(number)
        self.asked.append(number)
        shown = self.stock[(number - 1) * EACH : number * EACH]
        last = -(-len(self.stock) // EACH)
        parts = [making.dataset(each, self.titles.get(each, "")) for each in shown]
        text = making.catalogue(
            parts, more=making.paging(number, last, self.says or len(self.stock))
        )
        site = f"http://{call.headers['Host']}"
        return answer(text.replace(f"{making.HOST}/katalog?", f"{site}/katalog?") + self.stamp)


class Killed(KeyboardInterrupt):
    """As a process is ended in the middle of a run."""
