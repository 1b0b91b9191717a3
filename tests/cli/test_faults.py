# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong is one sentence on standard error that names the thing and the mend."""

import builtins
import os
import signal
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command, Said, one_off
from tests.intake.making import towns


def test_a_config_that_does_not_exist(command: Command) -> None:
    said = command("--config", "fehlt.toml", "portals")
    assert said.status == 2
    assert "fehlt.toml" in said.sentence()


def test_no_config_at_all_means_the_defaults(command: Command) -> None:
    assert command("portals").status == 0


def test_a_broken_config_names_file_and_line(command: Command) -> None:
    Path("config.toml").write_text('[site]\ntitle = "x"\nurl = \n')
    said = command("portals")
    assert said.status == 2
    assert "config.toml, Zeile 3" in said.sentence()


def test_an_unknown_key_is_named_with_the_nearest(command: Command) -> None:
    Path("config.toml").write_text("[guard]\nretire_numbr = 3\n")
    said = command("portals")
    assert said.status == 2
    for word in ("config.toml, Zeile 2", "retire_numbr", "retire_number"):
        assert word in said.sentence()


def test_every_problem_of_a_config_is_told(command: Command) -> None:
    Path("config.toml").write_text("[guard]\nretire_numbr = 3\nmin_runs = 0\n")
    said = command("portals")
    assert said.status == 2
    assert len(said.err.splitlines()) == 2


@pytest.mark.parametrize("url", ["mysql://x/y", "sqlite", "gibberish://"])
def test_a_database_that_is_none(command: Command, url: str) -> None:
    said = command("--database", url, "portals")
    assert said.status == 2
    assert "--database" in said.sentence()


def test_a_database_that_is_something_else(command: Command) -> None:
    Path("fremd.db").write_text("Das ist keine Datenbank, sondern ein Text von einiger Länge." * 9)
    said = command("--database", "sqlite:///fremd.db", "portals")
    assert said.status == 1
    assert "fremd.db" in said.sentence()


def test_a_database_of_a_newer_version(command: Command, harvested: Said) -> None:
    with sqlite3.connect("data/datenspiegel.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = Path("data/datenspiegel.sqlite").read_bytes()
    for words in (
        ["portals"],
        one_off(Path("katalog.ttl")),
        one_off(Path("katalog.ttl"), "--dry-run"),
    ):
        said = command(*words)
        assert said.status == 1
        assert "9999" in said.sentence() or "neuer" in said.sentence()
    assert Path("data/datenspiegel.sqlite").read_bytes() == before


def test_a_server_that_is_not_there(command: Command) -> None:
    said = command("--database", "postgresql://niemand@127.0.0.1:9/nichts", "portals")
    assert said.status == 1
    assert "127.0.0.1" in said.sentence()


def test_a_password_is_in_no_sentence(command: Command) -> None:
    said = command("--database", "postgresql://ich:geheim@127.0.0.1:9/nichts", "portals")
    assert said.status == 1
    assert "geheim" not in said.out + said.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(command: Command, catalogue_file: Path) -> None:
    catalogue_file.chmod(0)
    said = command(*one_off(catalogue_file))
    assert said.status == 1
    assert "katalog.ttl darf nicht gelesen werden" in said.err


def test_a_folder_without_files(command: Command, folder: Path) -> None:
    (folder / "leer").mkdir()
    said = command(*one_off(folder / "leer"))
    assert said.status == 1
    assert "liegt keine Datei" in said.err


def test_a_folder_for_data_that_is_a_file(command: Command, catalogue_file: Path) -> None:
    Path("data").write_text("")
    said = command(*one_off(catalogue_file))
    assert said.status == 1
    assert "data" in said.sentence()


def test_a_host_that_does_not_answer(command: Command) -> None:
    words = ["harvest", "--kind", "dcat", "--url", "http://127.0.0.1:9/katalog.ttl"]
    said = command(*words, "--portal", "zu")
    assert said.status == 1
    assert "allow_private" in said.err
    Path("config.toml").write_text("[harvest]\ntries = 1\n")
    opened = command(*words, "--portal", "zu", "--allow-private", "127.0.0.1:9", "--gap-ms", "0")
    assert opened.status == 1
    assert "127.0.0.1, Port 9, nimmt keine Verbindung an" in opened.err
    assert len(command("runs", "zu", "--json").json()) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--database", "sqlite:///a\0b.db", "portals"],
        ["--config", "a\0b.toml", "portals"],
        ["harvest", "a\0b"],
        ["harvest", "--kind", "dcat", "--url", "a\0b.ttl"],
        ["harvest", "--kind", "dcat", "--url", "http://a\0b.example/x"],
        ["harvest", "--kind", "dcat", "--url", "k.ttl", "--portal", "a\0b"],
        ["harvest", "--kind", "dcat", "--url", "k.ttl", "--ags", "1\0003"],
        ["runs", "a\0b"],
        ["findings", "a\0b"],
        ["findings", "--code", "a\0b"],
        ["compare", "a\0b"],
        ["compare", "haeufigste-datenbestaende", "--q", "a\0b"],
        ["compare", "haeufigste-datenbestaende", "--kommune", "a\0b"],
        ["export", "a\0b.ttl"],
        ["export", "x.ttl", "--portal", "a\0b"],
    ],
    ids=repr,
)
def test_nul_in_an_argument_is_one_sentence(command: Command, words: list[str]) -> None:
    said = command(*words)
    assert said.status in (1, 2)
    assert "\0" not in said.sentence()
    assert "--debug" not in said.sentence()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["gibtesnicht"], "gibtesnicht"),
        (["harvst"], "harvest"),
        (["portals", "zuviel"], "zuviel"),
        (["portals", "--jsn"], "--json"),
        (["runs", "--limit", "0"], "--limit"),
        (["runs", "--limit"], "--limit"),
        (["export"], "FILE"),
        (["export", "x.ttl", "--format", "docx"], "rdf"),
        (["export", "x.docx"], "x.docx"),
        (["--lang", "fr", "portals"], "de, en"),
        (["serve", "--port", "99999"], "65535"),
        (["vocab", "chck"], "check"),
        (["vocab", "update"], "--from"),
        (["compare", "haeufigste"], "haeufigste-datenbestaende"),
        (["compare", "haeufigste-datenbestaende", "--land", "99"], "99"),
        (["compare", "haeufigste-datenbestaende", "--groesse", "12"], "12"),
        (["compare", "haeufigste-datenbestaende", "--lizenz", "cc-by-9"], "cc-by-9"),
        (["compare", "haeufigste-datenbestaende", "--sortierung", "quer"], "quer"),
        (["compare", "haeufigste-datenbestaende", "--seite", "0"], "seite"),
        (["export", "x.ttl", "--kommune", "Entenhausen"], "Entenhausen"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_wrong_use_is_one_sentence_and_status_2(
    command: Command, words: list[str], expected: str
) -> None:
    said = command(*words)
    assert said.status == 2
    assert expected in said.sentence()


def test_with_debug_the_traceback_is_shown(command: Command) -> None:
    from app.config import ConfigError

    with pytest.raises(ConfigError):
        command("--debug", "--config", "fehlt.toml", "portals")


def test_the_same_sentence_in_english(command: Command, catalogue_file: Path) -> None:
    assert "The file k.ttl does not exist" in command("--lang", "en", *one_off(Path("k.ttl"))).err
    assert "There is no option" in command("--lang", "en", "portals", "--x").err
    assert 'portal "x" is neither' in command("--lang", "en", "runs", "x").err


def test_a_portal_that_is_being_harvested(command: Command, harvested: Said) -> None:
    from app.store import open_store, run_writes

    store = open_store("sqlite:///data/datenspiegel.sqlite")
    with store.transaction() as session:
        run_writes.start(session, "musterstadt", "anderer-rechner:17")
    store.close()
    said = command(*one_off(Path("katalog.ttl")))
    assert said.status == 1
    assert "anderer-rechner:17" in said.sentence()
    busy = command("renormalise")
    assert busy.status == 1
    assert "musterstadt wird gerade abgerufen" in busy.err


def test_a_full_or_broken_store_loses_nothing(command: Command, harvested: Said) -> None:
    Path("katalog.ttl").write_text(towns(4, 5))
    file = Path("data/datenspiegel.sqlite")
    damaged = bytearray(file.read_bytes())
    damaged[4096 : 4096 * 6] = b"\xff" * 4096 * 5
    file.write_bytes(damaged)
    for suffix in ("-wal", "-shm"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)
    said = command("portals")
    assert said.status == 1
    assert "datenspiegel.sqlite" in said.sentence()


FIRST_DAY = [
    (("portals",), 0, "portals add ID"),
    (("runs",), 0, "harvest PORTAL"),
    (("harvest",), 2, "portals known"),
    (("harvest", "musterstadt"), 2, "portals known"),
    (("compare", "offenheit", "--portal", "musterstadt"), 2, "portals add ID"),
    (("export", "x.ttl", "--portal", "musterstadt"), 2, "portals add ID"),
    (("compare", "potenzial"), 2, "--kommune"),
    (("compare", "offenheit", "--land", "XX"), 2, "01 bis 16"),
    (("compare", "offenheit", "--lizenz", "frei"), 2, "licence list"),
    (("compare", "offenheit", "--nach", "monat"), 2, "--nach"),
    (("backup", "fehlt/sicherung.zip"), 1, "fehlt"),
    (("--config", ".", "portals"), 2, "Ordner"),
]


@pytest.mark.parametrize(("words", "status", "mend"), FIRST_DAY, ids=lambda word: str(word)[:40])
def test_on_the_first_day_every_sentence_leads_on(
    command: Command, words: tuple[str, ...], status: int, mend: str
) -> None:
    said = command(*words)
    assert (said.status, "–." in said.err) == (status, False)
    (line,) = said.err.strip().splitlines()
    assert mend in line


def test_a_portal_s_text_keeps_a_sentence_on_one_line(command: Command) -> None:
    Path("list.json").write_text('{"a":\n\n[[\nfoo')
    said = command("harvest", "--kind", "ckan", "--url", "list.json", "--portal", "liste")
    assert said.status == 1
    assert len([line for line in said.err.splitlines() if "JSON" in line or "foo" in line]) == 1


def test_an_interrupt_while_modules_load_is_one_sentence(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, load = signal.getsignal(signal.SIGINT), builtins.__import__

    def interrupted(name: str, *args: Any, **more: Any) -> Any:
        if name == "app.cli" and "commands" in (args[2] or ()):
            raise KeyboardInterrupt
        return load(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", interrupted)
    try:
        said = command("portals")
    finally:
        signal.signal(signal.SIGINT, before)
    assert said.status == 1
    assert said.sentence() == "Abgebrochen. Der bisherige Bestand bleibt."
