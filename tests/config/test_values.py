# SPDX-License-Identifier: EUPL-1.2
"""Keys that nobody knows, values of the wrong type, values that cannot be."""

import pytest

from app.config import load
from tests.config.faults import PORTAL, Write, only, problems


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


@pytest.mark.parametrize(
    "variable", ["DATENSPIEGEL_DATABASE_URL", "DATENSPIEGEL_PROXY", "DATENSPIEGEL_SITE_URL"]
)
def test_a_bad_environment_names_the_variable_and_hides_the_value(
    write: Write, variable: str
) -> None:
    ((_, params),) = problems(write(""), {variable: "geheim"})
    assert params["key"] == variable
    assert "geheim" not in str(params)
