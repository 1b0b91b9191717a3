# SPDX-License-Identifier: EUPL-1.2
"""How a process learns that the one it belongs to is gone, even by SIGKILL."""

import os
import signal
import threading


def end_with_owner() -> None:
    """Asks this process to end, as SIGTERM does, when its standard input ends.

    The other end of it is held by the owner alone and closed by the system when that dies.
    """

    def watch() -> None:
        while os.read(0, 4096):
            pass
        # to the main thread by name: only there it ends a wait, and a process may give it to any
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)

    threading.Thread(target=watch, name="owner", daemon=True).start()
