# SPDX-License-Identifier: EUPL-1.2
"""Commands whose help comes from the message catalogues, in the language of ``--lang``.

The help of command ``runs accept`` is ``cli.runs-accept.help``, its example ``.example``, that of
option ``--limit`` ``cli.option.limit`` or, if it means something else there, ``cli.runs.limit``.
"""

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from app.web.messages import DEFAULT, LANGUAGES, has, say

_HUGE = 1_000_000  # a bound beyond it is the machine's, nobody has to know it
F = TypeVar("F", bound=Callable[..., Any])


def language(ctx: click.Context | None = None) -> str:
    """The language of ``--lang``, else $DATENSPIEGEL_LANG, else German.

    Help is asked for before options are parsed, so the command line itself is looked at.
    """
    root = ctx.find_root() if ctx else None
    chosen = root.params.get("lang") if root else None
    for index, word in enumerate(sys.argv):
        if word.startswith("--lang="):
            chosen = chosen or word.partition("=")[2]
        elif word == "--lang" and index + 1 < len(sys.argv):
            chosen = chosen or sys.argv[index + 1]
    chosen = chosen or os.environ.get("DATENSPIEGEL_LANG")
    return chosen if chosen in LANGUAGES else DEFAULT


def _path(ctx: click.Context) -> str:
    names = []
    here: click.Context | None = ctx
    while here is not None and here.parent is not None:
        names.append(here.info_name or "")
        here = here.parent
    return "-".join(reversed(names)) or "main"


class _Localised(click.Command):
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language(ctx)
        words = {
            "[OPTIONS]": f"[{say(lang, 'cli.usage.options').upper()}]",
            "COMMAND": say(lang, "cli.usage.command").upper(),
            "[ARGS]...": "…",
        }
        text = " ".join(self.collect_usage_pieces(ctx))
        for english, word in words.items():
            text = text.replace(english, word)
        formatter.write_usage(ctx.command_path, text, prefix=f"{say(lang, 'cli.usage.usage')}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section(say(language(ctx), "cli.usage.options")):
            formatter.write_dl([record for record in records if record])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = say(language(ctx), "cli.option.help")
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang, path = language(ctx), _path(ctx)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(lang, f"cli.{path}.help"))
        example = f"cli.{path}.example"
        if has(lang, example):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(f"{say(lang, 'cli.example')}: {say(lang, example)}")

    def get_short_help_str(self, limit: int = 45) -> str:
        ctx = click.get_current_context(silent=True)
        parent = _path(ctx) if ctx else "main"
        path = self.name if parent == "main" else f"{parent}-{self.name}"
        return say(language(ctx), f"cli.{path}.short")


class Command(_Localised):
    """A command with localised help."""


class Group(_Localised, click.Group):
    """A group with localised help."""

    command_class = Command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, help, options and commands; click's group would skip our help text."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_options(ctx, formatter)
        commands = [self.commands[name] for name in sorted(self.commands)]
        with formatter.section(say(language(ctx), "cli.usage.commands")):
            formatter.write_dl([(str(c.name), c.get_short_help_str()) for c in commands])


Group.group_class = Group


class Option(click.Option):
    """An option with localised help."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the reader's language."""
        lang, path = language(ctx), _path(ctx)
        name = (self.name or "").replace("_", "-")
        own = f"cli.{path}.{name}"
        self.help = say(lang, own if has(lang, own) else f"cli.option.{name}")
        record = super().get_help_record(ctx)
        if record is None:
            return None
        return record[0], f"{self.help}{self._bounds(lang)}"

    def make_metavar(self, ctx: click.Context) -> str:
        """N for a whole number; click would say INTEGER RANGE."""
        if self.metavar is None and isinstance(self.type, click.IntRange):
            return "N"
        return super().make_metavar(ctx)

    def _bounds(self, lang: str) -> str:
        """What click says in English: that an option is needed, and which numbers it takes."""
        if self.required:
            return f"  [{say(lang, 'cli.usage.required')}]"
        kind = self.type
        if not isinstance(kind, click.IntRange) or kind.min is None:
            return ""
        most = "none" if kind.max is None or kind.max > _HUGE else str(kind.max)
        return f"  [{say(lang, 'cli.usage.bounds', least=str(kind.min), most=most)}]"


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """click.option with localised help."""
    return click.option(*names, cls=Option, **settings)
