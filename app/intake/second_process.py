# SPDX-License-Identifier: EUPL-1.2
"""How the second reader's process is started: split off from this one, or begun anew.

Split off, it holds what this process has loaded without a second copy and reads at once. That is
done on Linux alone: elsewhere libraries of the system do not survive it.
"""

import gc
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import NoReturn, Protocol

Work = Callable[[Connection], None]
CAN_FORK = sys.platform == "linux"
_PAUSE = 0.01


class Process(Protocol):
    """A child of this process."""

    def kill(self) -> None:
        """Ends it at once; nothing happens where it has ended."""

    def wait(self, timeout: float | None = None) -> int:
        """Its exit status; subprocess.TimeoutExpired after so many seconds."""


def begin(start: str, pipe: Connection, file: int) -> Process:
    """A new interpreter that runs the code, with the pipe's number and the file's; OSError."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-c", start, str(pipe.fileno()), str(file)],
        pass_fds=[pipe.fileno(), file],
        env=environment,
        stdin=subprocess.DEVNULL,
    )


@dataclass
class Forked:
    """A process that was split off. status: None until it was waited for."""

    pid: int
    status: int | None = None

    def kill(self) -> None:
        """As Process says."""
        if self.status is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """As Process says."""
        end = None if timeout is None else time.monotonic() + timeout
        while self.status is None:
            pid, status = os.waitpid(self.pid, 0 if end is None else os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif end is not None and time.monotonic() > end:
                raise subprocess.TimeoutExpired("second reader", timeout or 0.0)
            else:
                time.sleep(_PAUSE)
        return self.status


def split(work: Work, pipe: Connection, *kept: int) -> Process:
    """A copy of this process that does the work and nothing else; OSError.

    kept: files it needs beside the pipe.

    What is loaded is left alone by the garbage collectors of both, so that it stays shared:
    ``rejoin`` when the copy has ended.
    """
    gc.freeze()
    try:
        pid = _fork()
    except OSError:
        rejoin()
        raise
    if not pid:
        _be_the_copy(work, pipe, kept)
    return Forked(pid)


def rejoin() -> None:
    """The garbage collector looks at everything again."""
    gc.unfreeze()


def _fork() -> int:
    with warnings.catch_warnings():
        # Python 3.12 and later warn where there are threads, which may hold locks. The copy needs
        # none of theirs: it knows neither store nor network nor terminal.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _be_the_copy(work: Work, pipe: Connection, kept: tuple[int, ...]) -> NoReturn:
    """Never returns into the code of the run, and runs nothing that was left for its end."""
    status = 1
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _let_go_of_files({pipe.fileno(), *kept})
        work(pipe)
        status = 0
    except (EOFError, OSError, KeyboardInterrupt):
        status = 0  # the run has ended
    finally:
        os._exit(status)


def _let_go_of_files(but: Collection[int]) -> None:
    """Closes what the run has open: locks and connections are its alone."""
    for name in os.listdir("/proc/self/fd"):
        number = int(name)
        if number > 2 and number not in but:
            with suppress(OSError):
                os.close(number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
