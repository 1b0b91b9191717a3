# SPDX-License-Identifier: EUPL-1.2
"""What every command has at hand: settings, store, vocabulary, language; loaded when first used."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from app import vocabulary
from app.cli.backup_files import settle
from app.config import Settings, load
from app.store import Store, open_store, prepare
from app.store.preparation import is_prepared
from app.vocabulary import Vocabulary
from app.web.messages import say


@dataclass
class Desk:
    """The options of the command group and what follows from them."""

    config: Path | None
    database: str | None
    lang: str
    debug: bool

    @cached_property
    def settings(self) -> Settings:
        """The configuration; ConfigError."""
        return load(self.config, os.environ, self.database)

    @cached_property
    def store(self) -> Store:
        """The store, opened and brought to this version; StoreError."""
        store = open_store(self.settings.store.database)
        prepare(store)
        settle(store, self.overlay)
        return store

    @cached_property
    def glance(self) -> Store | None:
        """The store as it stands, for what must write nothing; None where there is none yet."""
        store = open_store(self.settings.store.database)
        if is_prepared(store):
            return store
        store.close()
        return None

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabularies, newer ones of the data folder first; VocabularyError."""
        overlay = self.overlay
        # absolute: vocabularies are remembered by folder, and a working folder may change
        return vocabulary.load(overlay.resolve() if overlay.is_dir() else None)

    @property
    def overlay(self) -> Path:
        """Where newer vocabularies and corrections are kept."""
        return self.settings.store.folder / "vocab"

    def keep_index(self) -> None:
        """Brings what is derived in step with the store: search index, dump, what SPARQL asks.

        Trouble is told and stops nothing. What it takes is loaded here: most commands need none
        of it, and a run must not hold it while it reads.
        """
        from app.export import kept
        from app.search import refresh
        from app.web.feeding import feed_site

        folder = self.settings.store.folder
        if refresh(self.store, self.vocabulary, folder / "index").state == "failed":
            self.warn("cli.derived.index", folder=str(folder / "index"))
        site = feed_site(self.settings)
        if problem := kept.keep(self.store, self.vocabulary, site, folder):
            self.warn("cli.derived.dump", folder=str(folder), problem=problem[:300])

    def close(self) -> None:
        """Closes what was opened."""
        for name in ("store", "glance"):
            opened = self.__dict__.get(name)
            if opened is not None:
                opened.close()

    def say(self, code: str, **params: object) -> str:
        """The sentence of a code in the language chosen."""
        return say(self.lang, code, **params)

    def tell(self, code: str, **params: object) -> None:
        """Prints a sentence on standard output."""
        click.echo(self.say(code, **params))

    def warn(self, code: str, **params: object) -> None:
        """Prints a sentence on standard error."""
        click.echo(self.say(code, **params), err=True)


pass_desk = click.make_pass_decorator(Desk)
