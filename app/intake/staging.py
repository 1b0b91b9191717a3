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

from harvesters.base.record import Page


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

    def others(self) -> "dict[int, Staging]":
        """Folders of other runs of the same portal and store, by the number of the run."""
        prefix = self.folder.name.rpartition("-")[0]
        return {
            int(match.group(1)): Staging(path)
            for path in self.folder.parent.glob(f"{prefix}-*")
            if path != self.folder and (match := re.search(r"-run-(\d+)$", path.name))
        }

    def keep(self, page: Page) -> None:
        """Writes a page; its description last, so that half a page is never taken for one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"page-{page.number:05d}"
        (self.folder / f"{name}.body").write_bytes(page.body)
        said = {
            "number": page.number,
            "name": page.name,
            "fetched": page.fetched.isoformat(),
            "media_type": page.media_type,
            "charset": page.charset,
            "local": page.local,
        }
        (self.folder / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")

    def pages(self) -> Iterator[Page]:
        """The pages kept, in their order."""
        for file in sorted(self.folder.glob("page-*.json")):
            said = json.loads(file.read_text(encoding="utf-8"))
            said["fetched"] = datetime.fromisoformat(said["fetched"])
            yield Page(body=file.with_suffix(".body").read_bytes(), **said)

    def clear(self) -> None:
        """Removes the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
