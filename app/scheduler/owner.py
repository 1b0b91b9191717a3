# SPDX-License-Identifier: EUPL-1.2
"""How a process learns that the one it belongs to is gone, even by SIGKILL."""

import os
import select
import signal
import threading

_LOOK = 1.0


def end_with_owner() -> None:
    """Asks this process to end, as SIGTERM does, when its standard input ends or its parent did.

    The other end of the input is closed by the system when the owner dies; where processes that the
    owner forked hold it as well (those of the web), the change of the parent tells.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            ready, _, _ = select.select([0], [], [], _LOOK)
            if ready and not os.read(0, 4096):
                break
        # to the main thread by name: only there it ends a wait, and a process may give it to any
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)

    threading.Thread(target=watch, name="owner", daemon=True).start()
