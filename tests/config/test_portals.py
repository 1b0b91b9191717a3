# SPDX-License-Identifier: EUPL-1.2
"""Portal blocks: what they inherit, and portals that are not in the file."""

from typing import Any

import pytest

from app.config import ConfigError, Limits, Settings, describe_portal, load
from app.web import messages
from tests.config.faults import PORTAL, Write


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
