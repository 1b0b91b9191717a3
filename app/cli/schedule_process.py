# SPDX-License-Identifier: EUPL-1.2
"""Processes that belong to another: runs and renewals of a timetable, the timetable of ``up``.

``COMMAND`` with ``run PORTAL``, ``renew`` or ``follow`` behind it. Settings come from the
environment (``hand_over``). They end when their owner does.
"""

import json
import os
import sys
from pathlib import Path

from app.cli import reports
from app.cli.desk import Desk
from app.cli.harvest import ending_on_sigterm
from app.cli.jobs import job_of
from app.cli.localised import language
from app.config.environment import DATABASE_VARIABLE
from app.intake.job import Outcome, silent
from app.intake.run import harvest
from app.scheduler.child import BUSY
from app.scheduler.owner import end_with_owner
from app.store import StoreError
from harvesters.base.errors import HarvestError

_START = "import sys; from app.cli.schedule_process import main; sys.exit(main(sys.argv[1:]))"
COMMAND = (sys.executable, "-c", _START)
_BUSY = {"store.run_active", "store.lane_taken", "store.locked"}
_NOTES = 5


def hand_over(desk: Desk) -> None:
    """Puts into the environment what the command line said, for processes that we start."""
    settings = desk.settings
    if settings.file is not None:
        os.environ["DATENSPIEGEL_CONFIG"] = str(Path(settings.file).resolve())
    os.environ[DATABASE_VARIABLE] = settings.store.database
    os.environ["DATENSPIEGEL_LANG"] = desk.lang


def main(arguments: list[str]) -> int:
    """The exit status: 0, 1 when the run failed or waits for a person, BUSY."""
    desk = Desk(None, None, language(), False)
    try:
        with ending_on_sigterm():
            end_with_owner()
            if arguments == ["follow"]:
                from app.cli.schedule import follow

                follow(desk, as_json=False)
                return 0
            if arguments == ["renew"]:
                desk.keep_index()
                return 0
            return _run(desk, arguments[1])
    except KeyboardInterrupt:
        return 1
    finally:
        desk.close()


def _run(desk: Desk, portal: str) -> int:
    block = desk.settings.portal(portal)
    if block is None:
        return 2
    try:
        outcome = harvest(desk.store, job_of(desk, block, silent))
    except (HarvestError, StoreError) as error:
        sentence = reports.sentence(desk, error.code, error.params)
        _say({"portal": portal, "error": sentence, "code": error.code})
        return BUSY if error.code in _BUSY else 1
    _say(_told(desk, outcome))
    return 1 if outcome.run.state in {"failed", "quarantined"} else 0


def _told(desk: Desk, outcome: Outcome) -> dict[str, object]:
    """Counts and the first notes; few enough to fit into a pipe."""
    notes = [reports.sentence(desk, note.code, note.params) for note in outcome.run.notes[:_NOTES]]
    return reports.run_counts(outcome.run) | {
        "seconds": round(outcome.seconds, 3),
        "notes": [note[:500] for note in notes],
        "line": reports.run_line(desk, outcome),
    }


def _say(told: dict[str, object]) -> None:
    print(json.dumps(told, ensure_ascii=False), flush=True)
