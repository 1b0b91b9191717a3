# SPDX-License-Identifier: EUPL-1.2
"""Pages read before: the same bytes say the same, so an unchanged page is not parsed again.

A memo is a pure function of the page, the portal and the code that reads it, all of which are in
its name. What is no longer true of the store is noticed by the run, which compares hash by hash.
"""

import json
import os
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import harvesters
from app.intake.reading import Read
from harvesters.base.record import Broken, Contents, Page, Portal, RawCatalogue, Repair, Text


@dataclass(slots=True)
class Memo:
    """The memos of one portal: a file a page. used: names of those this run has met."""

    folder: Path
    portal: Portal
    used: set[str] = field(default_factory=set)

    def name(self, page: Page) -> str:
        """What the memo of a page is called."""
        digest = blake2b(_code(), digest_size=16)
        portal = self.portal
        where = (portal.key, portal.kind, portal.url, portal.base, page.number, page.name)
        digest.update(repr((*where, page.media_type, page.charset, page.local)).encode())
        digest.update(page.body)
        return digest.hexdigest()

    def find(self, page: Page) -> tuple[Contents, tuple[Read, ...]] | None:
        """What the page said when it was read before; None when it was not, or differently."""
        name = self.name(page)
        try:
            said = json.loads((self.folder / name).read_text(encoding="utf-8"))
            found = _contents(said), tuple(Read(*item) for item in said["items"])
        except (OSError, ValueError, KeyError, TypeError):  # never written, cut off, of old
            return None
        self.used.add(name)
        return found

    def keep(self, page: Page, contents: Contents, items: list[Read]) -> None:
        """Writes down what a page said. A full disk costs the memo, not the run."""
        name = self.name(page)
        said = _plain(contents) | {"items": [item[:4] for item in items]}
        half = self.folder / f"{name}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            half.write_text(json.dumps(said), encoding="utf-8")
            half.replace(self.folder / name)
        except OSError:
            half.unlink(missing_ok=True)
            return
        self.used.add(name)

    def tidy(self) -> None:
        """Removes memos of pages that a whole run did not meet."""
        for file in self.folder.glob("*"):
            if file.name not in self.used:
                file.unlink(missing_ok=True)


@cache
def _code() -> bytes:
    """Stands for the code that reads pages: a mended parser reads everything anew."""
    digest = blake2b(digest_size=16)
    root = Path(harvesters.__path__[0])
    for file in sorted(root.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.digest()


def _plain(contents: Contents) -> dict[str, Any]:
    return {
        "broken": [(b.identifier, b.position, b.reason, b.value) for b in contents.broken],
        "catalogues": [
            (c.identifier, c.titles, c.publisher, c.licences, c.homepage, c.statements)
            for c in contents.catalogues
        ],
        "announced": contents.announced,
        "next_url": contents.next_url,
        "self_url": contents.self_url,
        "repairs": contents.repairs,
        "truncated": contents.truncated,
        "recounted": contents.recounted,
    }


def _contents(said: dict[str, Any]) -> Contents:
    return Contents(
        (),
        tuple(Broken(*each) for each in said["broken"]),
        tuple(_catalogue(*each) for each in said["catalogues"]),
        said["announced"],
        said["next_url"],
        said["self_url"],
        tuple(Repair(*each) for each in said["repairs"]),
        said["truncated"],
        said["recounted"],
    )


def _catalogue(identifier: str, titles: list[list[str]], *rest: Any) -> RawCatalogue:
    publisher, licences, homepage, statements = rest
    texts = tuple(Text(*title) for title in titles)
    return RawCatalogue(identifier, texts, publisher, tuple(licences), homepage, statements)
