# SPDX-License-Identifier: EUPL-1.2
"""Which word counts: option, environment, file, default; and where paths start."""

from pathlib import Path

import pytest

from app.config import Limits, load
from tests.config.faults import PORTAL, Write


def test_defaults_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load(None, {})
    assert settings.file is None
    assert settings.portals == ()
    assert settings.store.database == "sqlite:///data/datenspiegel.sqlite"
    assert settings.limits == Limits(50, 500, 60, 30, 64, 200_000)
    assert settings.harvest.gap_ms == 200
    assert (settings.guard.retire_number, settings.guard.retire_share) == (5, 0.1)


def test_the_file_is_found_by_option_then_environment_then_folder(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write('[site]\ntitle = "folder"')
    monkeypatch.chdir(tmp_path)
    other = tmp_path / "other.toml"
    other.write_text('[site]\ntitle = "environment"', encoding="utf-8")
    third = tmp_path / "third.toml"
    third.write_text('[site]\ntitle = "option"', encoding="utf-8")
    environ = {"DATENSPIEGEL_CONFIG": str(other)}
    assert load(None, {}).site.title == "folder"
    assert load(None, environ).site.title == "environment"
    assert load(third, environ).site.title == "option"


def test_the_database_is_named_by_option_then_environment_then_file(write: Write) -> None:
    file = write('[store]\ndatabase = "postgresql://db.example/spiegel"')
    environ = {"DATENSPIEGEL_DATABASE_URL": "postgresql://u:secret@db.example/x"}
    assert load(file, {}).store.database == "postgresql://db.example/spiegel"
    assert load(file, environ).store.database == environ["DATENSPIEGEL_DATABASE_URL"]
    assert load(file, environ, "sqlite:///x.db").store.database == "sqlite:///x.db"


def test_the_public_address_is_named_by_environment_then_file(write: Write) -> None:
    file = write('[site]\nurl = "https://daten.example"')
    assert load(file, {}).site.url == "https://daten.example"
    environ = {"DATENSPIEGEL_SITE_URL": "http://127.0.0.1:8001/"}
    assert load(file, environ).site.url == "http://127.0.0.1:8001"


def test_paths_in_the_file_start_at_its_folder(write: Write) -> None:
    file = write(
        '[store]\nfolder = "var"\n[harvest]\nca_bundle = "own.pem"\n'
        + PORTAL.replace("https://daten.example/", "seiten/")
    )
    settings = load(file, {})
    folder = file.parent
    assert settings.store.folder == folder / "var"
    assert settings.store.database == f"sqlite:///{folder}/var/datenspiegel.sqlite"
    assert settings.harvest.ca_bundle == str(folder / "own.pem")
    assert settings.portals[0].url == str(folder / "seiten" / "catalog.ttl")


@pytest.mark.parametrize("url", ["sqlite:////abs/x.db", "sqlite://", "sqlite:///:memory:"])
def test_complete_database_urls_stay(write: Write, url: str) -> None:
    assert load(write(f'[store]\ndatabase = "{url}"'), {}).store.database == url
