# SPDX-License-Identifier: EUPL-1.2
"""The command ``datenspiegel``: one module a family of commands."""


def main() -> None:
    """Entry point of the command."""
    from app.cli import commands, failures

    failures.run(commands.group.main)
