# SPDX-License-Identifier: EUPL-1.2
"""The command ``datenspiegel``: one module a family of commands."""

import sys


def main() -> None:
    """Entry point of the command."""
    try:
        from app.cli import commands, failures
    except KeyboardInterrupt:
        sys.exit(_interrupted())
    failures.run(commands.group.main)


def _interrupted() -> int:
    """The exit status where Ctrl+C came before anything was begun; one sentence, no traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # impatience must not interrupt the sentence
    from app.cli import failures

    return failures.aborted()
