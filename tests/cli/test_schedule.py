# SPDX-License-Identifier: EUPL-1.2
"""``schedule`` as a process of its own, and the timetable that ``up`` has."""

import json
import signal
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from tests.cli.conftest import Command, process
from tests.intake.making import towns


def configured(folder: Path, enabled: str = "true") -> Path:
    """A configuration with a file as its only portal, due some minutes ago."""
    (folder / "katalog.ttl").write_text(towns(1, 2, 3), encoding="utf-8")
    due = datetime.now(UTC) - timedelta(minutes=3)
    file = folder / "config.toml"
    file.write_text(
        f'[timetable]\nschedule = "{due.minute} {due.hour} * * *"\ntimezone = "UTC"\njitter_s = 0\n'
        '[[portal]]\nid = "musterstadt"\nkind = "dcat"\nurl = "katalog.ttl"\n'
        f"enabled = {enabled}\n",
        encoding="utf-8",
    )
    return file


def stopped(running: "subprocess.Popen[str]") -> tuple[int, list[str]]:
    """Exit status and remaining lines after SIGTERM; it ends within seconds."""
    running.send_signal(signal.SIGTERM)
    out, err = running.communicate(timeout=20)
    assert err == ""
    return running.returncode, out.splitlines()


def test_a_missed_run_is_made_up_and_told_in_one_line(folder: Path, command: Command) -> None:
    configured(folder)
    running = process("schedule", "--json")
    assert running.stdout is not None
    opened, run = (json.loads(running.stdout.readline()) for _ in range(2))
    assert (opened["event"], opened["portals"], opened["lanes"]) == ("timetable", 1, 2)
    assert datetime.fromisoformat(opened["next"]) > datetime.now(UTC)
    assert (run["event"], run["end"], run["portal"]) == ("run", "ended", "musterstadt")
    assert (run["state"], run["received"], run["added"]) == ("complete", 3, 3)
    status, rest = stopped(running)
    assert (status, [json.loads(line)["event"] for line in rest]) == (0, ["closed"])
    (standing,) = command("portals", "--json").json()
    assert (standing["state"], standing["datasets"]) == ("complete", 3)


def test_without_enabled_portals_it_waits(folder: Path) -> None:
    configured(folder, enabled="false")
    running = process("--lang", "en", "schedule")
    assert running.stdout is not None
    assert "No portal is due" in running.stdout.readline()
    time.sleep(0.5)
    assert running.poll() is None
    status, rest = stopped(running)
    assert status == 0
    assert rest[-1].endswith("The timetable has ended.")


def test_up_has_a_timetable_that_ends_with_it(folder: Path, command: Command) -> None:
    """Even by SIGKILL."""
    configured(folder)
    with (folder / "said").open("w") as output:
        running = process("up", "--no-demo", stdout=output, stderr=output)
    ours = psutil.Process(running.pid)
    told = folder / "said"
    deadline = time.monotonic() + 90
    while "musterstadt" not in told.read_text("utf-8"):
        assert running.poll() is None and time.monotonic() < deadline, told.read_text("utf-8")
        time.sleep(0.2)
    timetable = [each for each in ours.children(True) if "follow" in each.cmdline()]
    assert len(timetable) == 1
    workers = ours.children(True)
    running.kill()
    running.wait()
    _, alive = psutil.wait_procs(timetable, timeout=15)
    for each in workers:
        if each not in timetable and each.is_running():
            each.kill()
    assert not [each for each in alive if each.status() != psutil.STATUS_ZOMBIE]
    (standing,) = command("portals", "--json").json()
    assert standing["state"] == "complete"
