# SPDX-License-Identifier: EUPL-1.2
"""``backup`` and ``restore`` as an operator uses them."""

from pathlib import Path

from tests.cli.conftest import Command, Said


def test_there_and_back(command: Command, harvested: Said, folder: Path) -> None:
    corrections = folder / "data" / "vocab" / "kommunen" / "own.csv"
    corrections.parent.mkdir(parents=True)
    corrections.write_text("a;b\n")
    saved = command("backup", "b.zip", "--json").json()
    assert (saved["datasets"], saved["file"]) == (3, "b.zip")
    assert saved["bytes"] == (folder / "b.zip").stat().st_size
    corrections.write_text("other\n")
    refusal = command("restore", "b.zip")
    assert refusal.status == 1
    assert "--replace" in refusal.sentence()
    said = command("restore", "b.zip", "--replace", "--json").json()
    assert (said["datasets"], said["masked"]) == (3, 0)
    assert corrections.read_text() == "a;b\n"
    assert sorted(path.name for path in (folder / "data").glob("vocab*")) == ["vocab"]
    assert command("findings", "musterstadt").status == 0


def test_an_empty_place_takes_it_unasked(command: Command, harvested: Said, folder: Path) -> None:
    assert "b.zip" in command("backup", "b.zip").out
    elsewhere = f"sqlite:///{folder}/elsewhere/store.db"
    assert command("--database", elsewhere, "restore", "b.zip").status == 0
    rows = command("--database", elsewhere, "portals", "--json").json()
    assert [row["portal"] for row in rows] == ["musterstadt"]
    assert not (folder / "data" / "vocab").exists()


def test_refusals_name_file_and_mend(command: Command, harvested: Said, folder: Path) -> None:
    (folder / "b.zip").write_text("something")
    for words in (["backup", "b.zip"], ["restore", "b.zip"], ["restore", "none.zip"]):
        said = command(*words)
        assert said.status == 1
        assert words[1] in said.sentence()
    assert (folder / "b.zip").read_text() == "something"
    said = command("backup", "no/such/folder/b.zip")
    assert (said.status, said.out) == (1, "")


def test_a_restore_that_ended_before_its_corrections_were_in_place(
    command: Command, harvested: Said, folder: Path
) -> None:
    own = folder / "data" / "vocab" / "own.csv"
    own.parent.mkdir(parents=True)
    own.write_text("new\n")
    command("backup", "b.zip")
    command("restore", "b.zip", "--replace")
    seal = (folder / "b.zip").read_bytes()[-64:][:16].decode()
    ready = folder / "data" / f"vocab.restored-{seal}"
    other = folder / "data" / "vocab.restored-0000000000000000"
    for path in (ready, other):
        path.mkdir()
        (path / "own.csv").write_text(f"{path.name}\n")
    command("portals")
    assert own.read_text() == f"{ready.name}\n"
    assert other.exists()  # of a restore that did not happen, or not yet
