# SPDX-License-Identifier: EUPL-1.2
"""``portals`` names the portals that hold less than their block expects."""

from pathlib import Path

from tests.cli.conftest import Command, Said


def test_below_the_expected_number(command: Command, folder: Path, harvested: Said) -> None:
    block = '[[portal]]\nid = "musterstadt"\nkind = "dcat"\nurl = "katalog.ttl"\nexpected = {}\n'
    for expected, warned in ((3, False), (4, True)):
        (folder / "config.toml").write_text(block.format(expected), encoding="utf-8")
        assert ("Weniger als erwartet: 3 Datens" in command("portals").out) == warned
