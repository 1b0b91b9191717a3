# SPDX-License-Identifier: EUPL-1.2
"""``portals known`` and ``portals add``: the directory, and blocks in the configuration."""

import resource
import signal
import stat
import tomllib
from pathlib import Path

import pytest

from app.cli import portals_add
from app.cli.portal_block import Block
from app.config import load
from app.vocabulary import load as vocabulary
from tests.cli.conftest import Command
from tests.conftest import ROOT


def test_the_directory_of_a_land_and_a_kind(command: Command) -> None:
    rows = command("portals", "known", "--json").json()
    assert len(rows) > 100 and not any(row["configured"] for row in rows)
    for land in ("01", "SH", "Schleswig-Holstein", "schleswig-holstein"):
        some = command("portals", "known", "--land", land, "--kind", "ckan", "--json").json()
        assert some and {row["key"][:2] for row in some} == {"01"}
        assert {row["kind"] for row in some} == {"ckan"}
    shown = command("portals", "known", "--land", "hro", "--lang", "en")
    assert shown.status == 2
    said = command("portals", "known", "--land", "MV")
    assert "13003000" in said.out and "Gemeinde" in said.out
    none = command("portals", "known", "--land", "MV", "--kind", "sparql")
    assert "portals detect" in none.out and none.status == 0


@pytest.mark.parametrize("words", [["--land", "Atlantis"], ["--kind", "gopher"]])
def test_wrong_use_names_what_there_is(command: Command, words: list[str]) -> None:
    said = command("portals", "known", *words)
    assert said.status == 2
    assert "möglich" in said.sentence()


def test_a_portal_is_added_behind_everything_that_stands_there(
    command: Command, folder: Path
) -> None:
    file = folder / "config.toml"
    file.write_bytes("# Öl\r\n[site]\r\ntitle = 'X' # ja".encode())
    file.chmod(0o600)
    said = command("portals", "add", "rostock")
    assert said.status == 0 and "harvest rostock --dry-run" in said.out
    assert file.read_bytes().startswith("# Öl\r\n[site]\r\ntitle = 'X' # ja\n".encode())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (portal,) = load(file, {}).portals
    assert (portal.id, portal.ags, portal.enabled) == ("rostock", "13003000", False)
    assert [each.name for each in folder.iterdir()] == ["config.toml"]
    assert command("portals", "--json").json()[0]["portal"] == "rostock"
    known = command("portals", "known", "--json").json()
    assert [row["id"] for row in known if row["configured"]] == ["rostock"]


def test_without_a_configuration_one_is_begun(command: Command, folder: Path) -> None:
    assert command("portals", "add", "govdata", "--enable", "--file", "neu.toml").status == 0
    (portal,) = load(folder / "neu.toml", {}).portals
    assert portal.enabled
    assert (portal.limits.run_mb, portal.limits.run_minutes) == (4000, 180)


def test_doubles_are_refused_by_id_and_by_address(command: Command, folder: Path) -> None:
    command("portals", "add", "rostock")
    before = Path("config.toml").read_bytes()
    assert command("portals", "add", "rostock").status == 1
    Path("config.toml").write_bytes(before.replace(b'id = "rostock"', b'id = "hro"'))
    said = command("portals", "add", "rostock")
    assert (said.status, "hro" in said.sentence()) == (1, True)
    assert Path("config.toml").read_bytes() == before.replace(b'id = "rostock"', b'id = "hro"')


def test_what_cannot_be_appended_to_stays(command: Command, folder: Path) -> None:
    Path("config.toml").write_text("portal = []\n")
    assert command("portals", "add", "rostock").status == 1
    assert Path("config.toml").read_text() == "portal = []\n"
    Path("config.toml").write_text("portal = [\n")
    assert command("portals", "add", "rostock").status == 2
    assert [each.name for each in folder.iterdir()] == ["config.toml"]


def test_a_write_protected_configuration_stays_for_root_too(command: Command) -> None:
    file = Path("config.toml")
    file.write_text("[site]\n")
    file.chmod(0o444)
    said = command("portals", "add", "rostock")
    assert said.status == 1 and "config.toml" in said.sentence() and "Rechte" in said.err
    assert file.read_text() == "[site]\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o444


def test_the_file_stays_the_same_file(command: Command, folder: Path) -> None:
    file, link, twin = (folder / name for name in ("config.toml", "link.toml", "twin.toml"))
    file.write_text("[site]\n")
    link.symlink_to(file)
    twin.hardlink_to(file)
    before = file.stat()
    assert command("portals", "add", "rostock", "--file", str(link)).status == 0
    after = file.stat()
    assert (after.st_ino, after.st_uid, after.st_mode) == (
        before.st_ino,
        before.st_uid,
        before.st_mode,
    )
    assert twin.read_bytes() == file.read_bytes() and link.is_symlink()


def test_a_full_disk_leaves_the_file_as_it_was(folder: Path) -> None:
    file = folder / "config.toml"
    file.write_bytes(b"[site]\n")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(OSError):
            portals_add._write_behind(file, b"# more than fits\n")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, former)
    assert file.read_bytes() == b"[site]\n"


def test_an_unknown_portal_is_named_with_the_nearest(command: Command) -> None:
    said = command("portals", "add", "rostok")
    assert said.status == 2
    assert "rostock" in said.sentence()


def test_what_a_portal_calls_itself_cannot_leave_its_value() -> None:
    title = 'X"\n[[portal]]\nid = "böse"\\\x7f\x00'
    block = Block("x", "dcat", "https://d.example/", title, f"Quelle\n{title}", "13", title)
    table = tomllib.loads(block.text)
    assert table == {
        "portal": [
            {
                "id": "x",
                "kind": "dcat",
                "url": "https://d.example/",
                "title": title,
                "enabled": False,
            }
        ]
    }


def test_every_portal_of_the_directory_can_be_added(tmp_path: Path) -> None:
    from app.cli.portals_add import block_of

    file = tmp_path / "all.toml"
    file.write_text("\n".join(block_of(each).text for each in vocabulary().portals))
    assert len(load(file, {}).portals) == len(vocabulary().portals)


def test_a_fresh_store_with_the_shipped_configuration_asks_nobody(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No command but harvest with a portal's name leads to the network."""
    asked: list[str] = []

    def ask(*args: object, **_: object) -> None:
        asked.append(str(args))
        raise OSError

    monkeypatch.setattr("socket.getaddrinfo", ask)
    monkeypatch.setattr("socket.socket.connect", ask)
    shipped = ["--config", str(ROOT / "config.toml"), "--database", "sqlite:///neu.sqlite"]
    for words in (["portals"], ["portals", "known"], ["runs"], ["findings"], ["renormalise"]):
        assert command(*shipped, *words).status == 0
    none = command(*shipped, "harvest", "--all")
    assert none.status == 2 and "eingeschaltet" in none.err
    assert asked == []
