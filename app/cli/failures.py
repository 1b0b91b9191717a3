# SPDX-License-Identifier: EUPL-1.2
"""What stops a command becomes one sentence on standard error and an exit status.

2: wrong use or broken configuration; 1: it ran and something failed or was refused. A traceback
only with ``--debug``.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any, NoReturn

import click
from babel.dates import format_datetime

from app.cli import tables, usage
from app.cli.localised import language
from app.config import ConfigError
from app.store import StoreError
from app.vocabulary import VocabularyError
from app.web.messages import has, say
from harvesters.base.errors import HarvestError

_STOPS = (HarvestError, StoreError, VocabularyError)
_INSTANTS = ("since", "made")


class Refused(click.ClickException):
    """The command ran and refuses; the sentence is made from a message code."""

    exit_code = 1

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(say(language(click.get_current_context(silent=True)), code, **params))

    def show(self, file: Any = None) -> None:
        """Prints the sentence alone."""
        click.echo(self.message, err=True)


class WrongUse(Refused):
    """Wrong use of the command line."""

    exit_code = 2


def run(main: Callable[..., Any]) -> NoReturn:
    """Runs the command group and ends the process with the right status."""
    debug = "--debug" in sys.argv
    lang = language()
    if any("\0" in word for word in sys.argv):
        _end(ValueError("NUL"), [say(lang, "cli.usage.nul")], 2, debug)
    status = 0
    try:
        status = main(standalone_mode=False)
    except (click.Abort, KeyboardInterrupt) as error:
        _end(error, [say(lang, "cli.aborted")], 1, debug)
    except Refused as error:
        _end(error, [error.message], error.exit_code, debug)
    except click.ClickException as error:
        _end(error, [usage.sentence(lang, error)], error.exit_code, debug)
    except _wrong_uses() as error:
        _end(error, _sentences(lang, error), 2, debug)
    except _STOPS as error:
        _end(error, [sentence(lang, error.code, error.params)], 1, debug)
    except BrokenPipeError:
        sys.stderr.close()  # the reader (head, less) has seen enough
        sys.exit(0)
    except Exception as error:
        _end(error, [surprise(lang, error)], 1, debug)
    sys.exit(status if isinstance(status, int) else 0)


def _wrong_uses() -> tuple[type[Exception], ...]:
    """Loaded when something went wrong: most commands compare nothing and clear no licence."""
    from app.compare.errors import SelectionError
    from app.licensing import LicensingError

    return (ConfigError, SelectionError, LicensingError)


def aborted() -> int:
    """Says that nothing was begun; the exit status."""
    click.echo(say(language(), "cli.aborted"), err=True)
    return 1


def surprise(lang: str, error: Exception) -> str:
    """The sentence for what is none of our own errors: the system's word, or a fault of ours."""
    if isinstance(error, OSError):
        problem = error.strerror or str(error)
        if error.filename is None:  # as where the disk is full
            return say(lang, "cli.system_nowhere", problem=problem)
        return say(lang, "cli.system", problem=problem, file=str(error.filename))
    return say(lang, "cli.unexpected", problem=f"{type(error).__name__}: {error}")


def sentence(lang: str, code: str, params: Any) -> str:
    """The sentence of an error or finding; the bare code where it cannot be said.

    That is where a catalogue lacks it or an older store kept other parameters. Without control
    characters: what a portal said may stand in it, and goes to a terminal.
    """
    shown = {name: _shown(lang, name, value) for name, value in dict(params).items()}
    try:
        said = say(lang, code, **shown)
    except KeyError:
        said = f"{code} {shown}"
    return tables.plain(said)


def instant(lang: str, text: str) -> str:
    """An instant of ISO 8601 as people here write it; other text as it is."""
    try:
        local = datetime.fromisoformat(text).astimezone()
    except ValueError:
        return text
    return format_datetime(local, "short", locale=lang)


def _shown(lang: str, name: str, value: object) -> object:
    """A parameter as it stands within a sentence: on one line, instants in the reader's time."""
    if not isinstance(value, str):
        return value
    return instant(lang, value) if name in _INSTANTS else " ".join(value.splitlines())


def _sentences(lang: str, error: Any) -> list[str]:
    if isinstance(error, ConfigError):
        return [sentence(lang, problem.code, problem.params) for problem in error.problems]
    if has(lang, f"cli.{error.code}"):
        # pages speak of lists to choose from, a command line has options
        return [sentence(lang, f"cli.{error.code}", error.params)]
    return [sentence(lang, error.code, error.params)]


def _end(error: BaseException, texts: list[str], status: int, debug: bool) -> NoReturn:
    if debug:
        raise error
    for text in texts:
        click.echo(text, err=True)
    sys.exit(status)
