# SPDX-License-Identifier: EUPL-1.2
"""The configuration: defaults, precedence, a clear sentence for everything that can be wrong."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from app.config import ConfigError, Limits, PortalSettings, Settings, describe_portal, load
from app.config.cron import fault_in_schedule
from app.config.places import find_lines, line_of
from app.web import messages

ROOT = Path(__file__).resolve().parent.parent
PORTAL = '[[portal]]\nid = "a"\nkind = "dcat"\nurl = "https://daten.example/catalog.ttl"\n'
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a configuration file and give its path."""

    def write_file(text: str) -> Path:
        file = tmp_path / "config.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write_file


def problems(file: Path, environ: dict[str, str] | None = None) -> list[tuple[str, dict[str, str]]]:
    """What load() finds wrong; each must have a sentence in both languages."""
    with pytest.raises(ConfigError) as caught:
        load(file, environ or {})
    for code, params in ((caught.value.code, caught.value.params), *caught.value.problems):
        for lang in messages.LANGUAGES:
            assert messages.say(lang, code, **params)
    return [(problem.code, problem.params) for problem in caught.value.problems]


def only(file: Path) -> tuple[str, dict[str, str]]:
    """The one thing that is wrong."""
    found = problems(file)
    assert len(found) == 1, found
    return found[0]


def test_defaults_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load(None, {})
    assert settings.file is None
    assert settings.portals == ()
    assert settings.store.database == "sqlite:///data/datenspiegel.sqlite"
    assert settings.limits == Limits(50, 500, 60, 30, 64, 200_000)
    assert settings.harvest.gap_ms == 200
    assert (settings.guard.retire_number, settings.guard.retire_share) == (5, 0.1)


def test_config_toml_holds_the_defaults() -> None:
    settings = load(ROOT / "config.toml", {})
    plain = load(None, {"DATENSPIEGEL_CONFIG": str(ROOT / "config.toml")})
    assert plain == settings
    for name in ("site", "harvest", "limits", "guard", "timetable", "feed"):
        assert getattr(settings, name) == getattr(Settings(), name), name


def test_shipped_portals_wait_to_be_enabled() -> None:
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    portals = load(ROOT / "config.toml", {}).portals
    assert portals and not any(portal.enabled for portal in portals)
    assert text.count("# unverified") == len(portals)


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


def test_a_missing_file_that_was_asked_for(tmp_path: Path) -> None:
    code, params = only(tmp_path / "no.toml")
    assert code == "config.missing" and params["file"].endswith("no.toml")


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert only(tmp_path)[0] == "config.unreadable"


def test_other_encodings_name_the_line(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes('[site]\ntitle = "Grün"'.encode("latin-1"))
    code, params = only(file)
    assert (code, params["line"]) == ("config.not_utf8", "2")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes('[site]\ntitle = "Grün"'.encode("utf-8-sig"))
    assert load(file, {}).site.title == "Grün"


@pytest.mark.parametrize(
    ("text", "line"),
    [("[site]\ntitle = Daten", "2"), ("[site", "1"), ('x = """', "1"), ("a = 1\na = 2", "2")],
)
def test_broken_toml_names_the_line(write: Write, text: str, line: str) -> None:
    code, params = only(write(text))
    assert (code, params["line"]) == ("config.broken", line)
    assert params["text"] in text


@pytest.mark.parametrize(
    ("text", "key", "known"),
    [
        ('[site]\ntitel = "x"', "site.titel", "title"),
        ("[sites]\n", "sites", "site"),
        ("[[portals]]\n", "portals", "portal"),
        (PORTAL + "exclusiv = true", "portal 1: exclusiv", "exclusive"),
        (PORTAL + "[portal.limits]\nrecord = 3", "portal 1: limits.record", "records"),
    ],
)
def test_unknown_keys_name_the_nearest_known_one(
    write: Write, text: str, key: str, known: str
) -> None:
    code, params = only(write(text))
    assert (code, params["key"], params["known"]) == ("config.unknown_key", key, known)
    assert params["line"] != "none"


def test_unknown_keys_that_resemble_none(write: Write) -> None:
    code, params = only(write("[guard]\nzzzz = 1"))
    assert code == "config.unknown_key_alone"
    assert "min_days" in params["known"]


@pytest.mark.parametrize(
    ("text", "expected", "given"),
    [
        ('[limits]\nrecords = "5"', "whole_number", "text"),
        ("[limits]\nrecords = true", "whole_number", "yes_no"),
        ("[limits]\nrecords = 5.0", "whole_number", "number"),
        ("[guard]\nretire_share = true", "number", "yes_no"),
        ("[timetable]\nenabled = 1", "yes_no", "whole_number"),
        ('[harvest]\nallow_private = "127.0.0.1:80"', "list", "text"),
        ("[harvest]\nallow_private = [80]", "list", "list"),
        ("[site]\ntitle = 2024-01-01", "text", "date"),
        ("site = 3", "table", "whole_number"),
        ('[site]\nimprint = "x"', "table", "text"),
    ],
)
def test_wrong_types(write: Write, text: str, expected: str, given: str) -> None:
    code, params = only(write(text))
    assert (code, params["expected"], params["given"]) == ("config.wrong_type", expected, given)


def test_a_whole_number_may_stand_for_a_number(write: Write) -> None:
    assert load(write("[guard]\nretire_share = 1"), {}).guard.retire_share == 1.0


BAD_VALUES = [
    ('[site]\nurl = "daten.example"', "config.not_an_address"),
    ('[site]\nurl = "https://"', "config.not_an_address"),
    ('[site]\nurl = "https://daten.example:99999"', "config.not_an_address"),
    ('[site]\nurl = "https://daten.example/?a=b"', "config.not_bare"),
    ('[site]\ntitle = " "', "config.empty"),
    ('[site]\nlanguage = "fr"', "config.not_one_of"),
    ('[site]\ncontact = "Rathaus"', "config.not_a_contact"),
    ('[store]\nfolder = ""', "config.empty"),
    ('[store]\ndatabase = "mysql://db/x"', "config.bad_database"),
    ('[store]\ndatabase = "data.sqlite"', "config.bad_database"),
    ('[store]\ndatabase = "postgresql://u:geheim@db.example/x"', "config.secret"),
    ('[harvest]\nproxy = "http://u:geheim@proxy.example:3128"', "config.secret"),
    ("[harvest]\ngap_ms = 0", "config.impolite_gap"),
    ("[harvest]\ntries = 0", "config.too_small"),
    ("[harvest]\ntries = 99", "config.too_large"),
    ('[harvest]\nallow_private = ["127.0.0.1"]', "config.not_host_and_port"),
    ('[harvest]\nallow_private = ["10.0.0.0/8:80"]', "config.not_host_and_port"),
    ('[harvest]\nallow_private = ["*:80"]', "config.not_host_and_port"),
    ('[harvest]\nallow_private = ["127.0.0.1:70000"]', "config.not_host_and_port"),
    ("[guard]\nretire_share = 1.5", "config.too_large"),
    ('[timetable]\ntimezone = "Berlin"', "config.bad_timezone"),
    ('[timetable]\ntimezone = "../etc/passwd"', "config.bad_timezone"),
    ('[timetable]\nschedule = "daily"', "config.bad_schedule"),
    ('[timetable]\nschedule = "0 3 * * 0"', "config.weekday_number"),
    ("[feed]\npage_size = 0", "config.too_small"),
    (PORTAL.replace('"a"', '"A b"'), "config.bad_portal_id"),
    (PORTAL.replace("dcat", "dcta"), "config.bad_kind"),
    (PORTAL.replace("https:", "ftp:"), "config.not_a_portal_address"),
    (PORTAL.replace("https://", "https://u:geheim@"), "config.secret"),
    (PORTAL + 'ags = "17000000"', "config.bad_official_key"),
    (PORTAL + 'ags = "0300"', "config.bad_official_key"),
    (PORTAL + "gap_ms = 0", "config.impolite_gap"),
    (PORTAL + PORTAL, "config.duplicate_portal"),
    (PORTAL.replace('kind = "dcat"\n', ""), "config.missing_key"),
    ("portal = 3", "config.portal_not_repeated"),
    ('[portal]\nid = "a"', "config.portal_not_repeated"),
]


@pytest.mark.parametrize(("text", "code"), BAD_VALUES)
def test_bad_values(write: Write, text: str, code: str) -> None:
    found, params = only(write(text))
    assert found == code
    assert params["line"] != "none"
    assert "geheim" not in str(params)


@pytest.mark.parametrize("key", ["13", "13003", "13003000", "130715154"])
def test_official_keys_of_every_length(write: Write, key: str) -> None:
    assert load(write(PORTAL + f'ags = "{key}"'), {}).portals[0].ags == key


def test_all_problems_are_told_in_the_order_of_the_file(write: Write) -> None:
    text = 'x = 1\n[limits]\nrecords = 0\n[site]\nlanguage = "fr"\n' + PORTAL + "expected = -1"
    lines = [int(params["line"]) for _, params in problems(write(text))]
    assert lines == [1, 3, 5, 10]


@pytest.mark.parametrize("variable", ["DATENSPIEGEL_DATABASE_URL", "DATENSPIEGEL_PROXY"])
def test_a_bad_environment_names_the_variable_and_hides_the_value(
    write: Write, variable: str
) -> None:
    ((_, params),) = problems(write(""), {variable: "geheim"})
    assert params["key"] == variable
    assert "geheim" not in str(params)


def test_a_portal_follows_the_common_limits_and_replaces_some(write: Write) -> None:
    text = "[limits]\nnesting = 32\n[guard]\nmin_days = 9\n" + PORTAL
    portal = load(write(text + "[portal.limits]\nrun_mb = 4000\n"), {}).portals[0]
    assert (portal.limits.nesting, portal.limits.run_mb, portal.limits.records) == (
        32,
        4000,
        200_000,
    )
    assert portal.guard.min_days == 9


def test_no_pause_for_a_portal_of_this_machine(write: Write) -> None:
    text = PORTAL.replace("https://daten.example", "http://127.0.0.1:8765") + "gap_ms = 0"
    assert load(write(text), {}).portals[0].gap_ms == 0


def test_a_portal_of_the_command_line_is_checked_alike() -> None:
    settings = Settings(limits=Limits(records=7))
    values: dict[str, Any] = {"id": "x", "kind": "dcat", "url": "seite.ttl"}
    assert describe_portal(settings, values, "--url").limits.records == 7
    with pytest.raises(ConfigError) as caught:
        describe_portal(settings, values | {"ags": "99"}, "--ags")
    assert caught.value.code == "config.bad_official_key"
    assert "--ags" in messages.say("de", caught.value.code, **caught.value.params)


@pytest.mark.parametrize(
    "text",
    ["0 3 * * *", "*/15 0-6 1,15 jan-mar *", "5 4 * * mon-fri", "0 0 * * SUN", "0 0 * 12 */2"],
)
def test_good_timetables(text: str) -> None:
    assert fault_in_schedule(text) is None


BAD_TIMETABLES = """* * * *; 60 * * * *; * 24 * * *; * * 0 * *; * * * 13 *; * * * * mo; * * * * 1-5
; 5-1 * * * *; */0 * * * *; a * * * *; 1,,2 * * * *; * * * * fri-mon; ² * * * *; * * * * * *"""


@pytest.mark.parametrize("text", ["", *BAD_TIMETABLES.split(";")])
def test_bad_timetables(text: str) -> None:
    assert fault_in_schedule(text) is not None


def test_lines_behind_long_texts_and_in_repeated_tables() -> None:
    text = (
        'a = """\nb = 1\n"""\n[[portal]]\nid = 1\n[[portal]]\nid = 2\n[portal.limits]\nx = {y = 1}'
    )
    lines = find_lines(text)
    assert ("b",) not in lines
    assert lines["portal", 1, "id"] == 7
    assert line_of(lines, ("portal", 1, "limits", "x", "y")) == "9"
    assert line_of(lines, ("nowhere",)) == "none"


def keys_of(value: Any, prefix: str = "") -> set[str]:
    """Every key of a settings object: ``limits.records``, ``portal.limits.records``."""
    found: set[str] = set()
    for each in fields(value):
        inner = getattr(value, each.name)
        name = f"{prefix}{each.name}"
        found |= keys_of(inner, f"{name}.") if is_dataclass(inner) else {name}
    return found


def is_explained(rows: list[str], line: int) -> bool:
    """Whether a comment stands above a line, or above the keys and headers right over it."""
    above = line - 2
    while rows[above].strip() and not rows[above].startswith("#"):
        above -= 1
    return rows[above].startswith("#")


def explained_keys() -> set[str]:
    """Every key and table that stands in config.toml with a comment above it."""
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    return {
        ".".join(part for part in path if isinstance(part, str))
        for path, line in find_lines(text).items()
        if is_explained(text.splitlines(), line)
    }


def test_every_key_is_in_config_toml_and_the_operating_guide() -> None:
    wanted = keys_of(Settings()) - {"file", "portals"}
    own = keys_of(PortalSettings()) - keys_of(Limits(), "limits.")
    own = {name for name in own if not name.startswith("guard.")}
    wanted |= {f"portal.{name}" for name in own}
    missing = wanted - explained_keys()
    assert not missing
    guide = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    unmentioned = {name for name in wanted if f"`{name.rsplit('.', 1)[-1]}`" not in guide}
    assert not unmentioned
