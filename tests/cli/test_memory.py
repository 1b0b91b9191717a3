# SPDX-License-Identifier: EUPL-1.2
"""What a run holds, all its processes together (promise H9)."""

import json
import sys
from pathlib import Path

import pytest

from tests.bench import material, served

MOST = 350.0
PAGES = 5  # the second process is asked from the fourth on


@pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell what is shared"
)
def test_a_run_that_two_processes_read_holds_less_than_promised(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(PAGES):
        host = f"c{number}.example".encode()
        body = material.made(100).replace(material.HOST.encode(), host)
        (pages / f"page-{number}.rdf").write_bytes(body)
    settings = tmp_path / "config.toml"
    settings.write_text(f'[store]\nfolder = "{tmp_path}/data"\n', encoding="utf-8")
    command = Path(sys.executable).with_name("datenspiegel")
    ran = served.run(
        [str(command), "--config", str(settings), "harvest", "--kind", "dcat", "--json"]
        + ["--url", str(pages), "--portal", "bench"]
    )
    said = json.loads(ran.output)
    assert (said["state"], said["added"]) == ("complete", PAGES * 100)
    assert 0 < ran.peak_mb < MOST
