# SPDX-License-Identifier: EUPL-1.2
"""Pages on disk as they came, so that a run can be looked at and decided later without network."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from harvesters.base.record import Page


class Asked(NamedTuple):
    """A request whose answer is a page. data, media_type: of its body, None for GET."""

    url: str
    accept: str
    data: str | None = None
    media_type: str | None = None


class Origin(NamedTuple):
    """Where a page is from. file: its body in the folder of another run, which it leaves."""

    asked: Asked
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder of one run: ``page-00001.body`` with what was said of it in ``.json``.

    folder: ``<portal>/<store>-run-<number>``; several stores may share a working folder, and each
    counts its runs from one.
    """

    folder: Path

    @classmethod
    def of(cls, folder: Path, portal: str, store: str, run: int) -> "Staging":
        """The folder of a run; store: the address of the database."""
        name = blake2b(store.encode(), digest_size=4).hexdigest()
        return cls(folder / portal / f"{name}-run-{run}")

    @property
    def memos(self) -> Path:
        """Folder of what pages of this portal said before, the same for all runs."""
        return self.folder.with_name(self.folder.name.rpartition("-run-")[0] + "-memos")

    def others(self) -> "dict[int, Staging]":
        """Folders of other runs of the same portal and store, by the number of the run."""
        prefix = self.folder.name.rpartition("-")[0]
        return {
            int(match.group(1)): Staging(path)
            for path in self.folder.parent.glob(f"{prefix}-*")
            if path != self.folder and (match := re.search(r"-run-(\d+)$", path.name))
        }

    def body(self, page: Page) -> Path:
        """Where a page is or will be kept."""
        return self.folder / f"page-{page.number:05d}.body"

    def keep(self, page: Page, origin: Origin | None = None) -> None:
        """Writes a page; its description last, so that half a page is never taken for one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        body = self.body(page)
        if origin and origin.file:
            origin.file.replace(body)
        else:
            body.write_bytes(page.body)
        said = {
            "number": page.number,
            "name": page.name,
            "fetched": page.fetched.isoformat(),
            "media_type": page.media_type,
            "charset": page.charset,
            "local": page.local,
            "asked": origin.asked if origin else None,
            "hash": _hash(page.body),
        }
        body.with_suffix(".json").write_text(json.dumps(said), encoding="utf-8")

    def is_kept(self) -> bool:
        """Whether any page, or part of one, is here."""
        return any(self.folder.glob("page-*"))

    def pages(self) -> Iterator[Page]:
        """The pages kept, in their order."""
        for file in sorted(self.folder.glob("page-*.json")):
            yield load_page(file.with_suffix(".body"))

    def clear(self) -> None:
        """Removes the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


def load_page(body: Path) -> Page:
    """A page that is kept, by the file of its body. OSError, ValueError where it was damaged."""
    said = json.loads(body.with_suffix(".json").read_text(encoding="utf-8"))
    said["fetched"] = datetime.fromisoformat(said["fetched"])
    said.pop("asked", None)
    expected = said.pop("hash", None)
    page = Page(body=body.read_bytes(), **said)
    if expected not in (None, _hash(page.body)):
        raise ValueError(body.name)
    return page


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


class Described(NamedTuple):
    """What stands beside a page that was asked for."""

    number: int
    fetched: datetime
    asked: Asked


def origin_of(file: Path) -> Described | None:
    """What was asked for a page, by its description; None where that is not known."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        fetched = datetime.fromisoformat(said["fetched"])
        return Described(said["number"], fetched, Asked(*said["asked"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
