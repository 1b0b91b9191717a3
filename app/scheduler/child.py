# SPDX-License-Identifier: EUPL-1.2
"""One run in a process of its own: started, watched, ended when its time is up.

The process hears by the end of its standard input that we are gone, and ends its run with a reason.
It prints one JSON object; its last word counts. Whatever happens to it costs its run and no other.
"""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal

from app.scheduler.plan import Order

BUSY = 75
"""Exit status of a process whose portal somebody else is at."""

POLITE = 8.0
_POLL = 0.1
_LONGEST = 1_000_000

End = Literal["ended", "busy", "late", "stopped", "died"]


@dataclass(frozen=True, slots=True)
class Ended:
    """How the process of a run ended. said: what it printed, empty where it said nothing.

    late: it was ended at its ceiling; stopped: because we end; died: by itself, without a word.
    """

    order: Order
    end: End
    seconds: float
    status: int
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Watched:
    """How a process ended. cut: why we ended it, None where it ended by itself."""

    cut: Literal["late", "stopped"] | None
    seconds: float
    status: int
    said: Mapping[str, Any]


def attend(order: Order, command: Sequence[str], is_stopping: Callable[[], bool]) -> Ended:
    """Runs the command with the portal's id behind it and waits for its end. OSError."""
    found = watch([*command, order.entry.portal], order.entry.ceiling, is_stopping)
    end: End = found.cut or _end(found.status, found.said)
    return Ended(order, end, found.seconds, found.status, found.said)


def watch(command: Sequence[str], ceiling: timedelta, is_stopping: Callable[[], bool]) -> Watched:
    """Runs a command until its end, its ceiling or until we are stopping. OSError."""
    started = time.monotonic()
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    cut: Literal["late", "stopped"] | None = None
    try:
        while process.poll() is None and cut is None:
            time.sleep(_POLL)
            if is_stopping():
                cut = "stopped"
            elif time.monotonic() - started > ceiling.total_seconds():
                cut = "late"
        if cut is not None:
            end_politely(process)
        _kill(process)  # also what it started itself and left behind with our pipe
        said = _last_word(process)
    finally:
        _kill(process)
        _close(process)
    return Watched(cut, time.monotonic() - started, process.returncode, said)


def end_politely(process: "subprocess.Popen[bytes]", patience: float = POLITE) -> None:
    """Asks the process to end, and ends it with all its own when it does not."""
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        _kill(process)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Ends the process and those that it started: they are a session of their own."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _close(process: "subprocess.Popen[bytes]") -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _last_word(process: "subprocess.Popen[bytes]") -> dict[str, Any]:
    """The JSON object on the last line; the process prints far less than a pipe holds."""
    if process.stdout is None:
        raise AssertionError("started with a pipe")
    lines = process.stdout.read(_LONGEST).decode(errors="replace").strip().splitlines()
    with suppress(ValueError):
        found = json.loads(lines[-1]) if lines else {}
        return found if isinstance(found, dict) else {}
    return {}


def _end(status: int, said: Mapping[str, Any]) -> End:
    if status == BUSY:
        return "busy"
    return "ended" if said else "died"
