# SPDX-License-Identifier: EUPL-1.2
"""Pages on disk as they came, so that a run can be looked at and decided later without network."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from harvesters.base.record import Page


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder of one run: ``page-00001.body`` with what was said of it in ``.json``."""

    folder: Path

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
