# SPDX-License-Identifier: EUPL-1.2
"""Wrong use of the command line as one sentence in the reader's language; click speaks English."""

import re

import click
from click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchCommand,
    NoSuchOption,
    UsageError,
)

from app.web.messages import say

_QUOTED = re.compile(r"['\"](.*)['\"]")
_NAMED = re.compile(r"\((.*)\)\s*$")


def sentence(lang: str, error: click.ClickException) -> str:
    """What is wrong and where the help is. A group without a command answers with its help."""
    if isinstance(error, NoArgsIsHelpError) or not isinstance(error, UsageError):
        return error.format_message()
    text = _problem(lang, error)
    if error.ctx is None:
        return text
    return f"{text} {say(lang, 'cli.usage.more', command=f'{error.ctx.command_path} --help')}"


def _problem(lang: str, error: UsageError) -> str:
    if isinstance(error, NoSuchOption):
        return _unknown(lang, "option", error.option_name, error.possibilities)
    if isinstance(error, NoSuchCommand):
        return _unknown(lang, "command", error.command_name, error.possibilities)
    if isinstance(error, MissingParameter):
        return say(lang, "cli.usage.missing", name=_name(error))
    if isinstance(error, BadParameter):
        return _bad(lang, error)
    if isinstance(error, BadOptionUsage):
        return say(lang, "cli.usage.value_missing", name=error.option_name)
    named = _NAMED.search(error.message)
    if named:
        return say(lang, "cli.usage.too_many", values=named.group(1))
    return say(lang, "cli.usage.other", problem=error.format_message())


def _unknown(lang: str, what: str, name: str, near: list[str] | None) -> str:
    if near:
        return say(lang, f"cli.usage.no_{what}_but", name=name, near=near[0])
    return say(lang, f"cli.usage.no_{what}", name=name)


def _bad(lang: str, error: BadParameter) -> str:
    kind = error.param.type if error.param else None
    name = _name(error)
    if isinstance(kind, click.Choice):
        known = ", ".join(map(str, kind.choices))
        return say(lang, "cli.usage.choice", name=name, known=known)
    if isinstance(kind, click.IntRange):
        least = "none" if kind.min is None else str(kind.min)
        most = "none" if kind.max is None else str(kind.max)
        return say(lang, "cli.usage.range", name=name, least=least, most=most)
    if kind is click.INT:
        return say(lang, "cli.usage.range", name=name, least="none", most="none")
    if isinstance(kind, click.Path):
        return say(lang, "cli.usage.path", name=name, **_path(error.message))
    return say(lang, "cli.usage.bad", name=name, problem=error.message)


def _path(message: str) -> dict[str, str]:
    """What is wrong with a path, out of click's English sentence, and the path itself."""
    quoted = _QUOTED.search(message)
    marks = {"does not exist": "missing", "is a directory": "folder", "is a file": "file"}
    problem = next((code for mark, code in marks.items() if mark in message), "other")
    return {"value": quoted.group(1) if quoted else "", "problem": problem}


def _name(error: BadParameter) -> str:
    param = error.param
    if param is None:
        return str(error.param_hint or "")
    if isinstance(param, click.Option):
        return param.opts[0]
    return (param.metavar or param.name or "").strip("[].").upper()
