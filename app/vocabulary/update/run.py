# SPDX-License-Identifier: EUPL-1.2
"""``vocab update --from FOLDER``: finds official files, builds tables, writes what has changed."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf
from app.vocabulary.update.concepts import build_concepts
from app.vocabulary.update.contributors import build_contributors
from app.vocabulary.update.formats import build_formats
from app.vocabulary.update.licences import build_licences
from app.vocabulary.update.media_types import build_media_types
from app.vocabulary.update.musterdaten import build_musterdaten
from app.vocabulary.update.register import build_register
from app.vocabulary.update.sources import Sources, find_sources
from app.vocabulary.update.tables import Changed, compare

Builder = Callable[[Sources, Shelf], dict[str, str]]
BUILDERS: tuple[Builder, ...] = (
    build_register,
    build_musterdaten,
    build_concepts,
    build_formats,
    build_media_types,
    build_contributors,
    build_licences,
)


def update(source: Path, target: Path) -> list[Changed]:
    """Rewrites in target the files for which the folder source holds an official one.

    target: the overlay folder, or vocab/ itself. Files without a source are left alone. The first
    broken source raises VocabularyError and nothing at all is written. Answers what has changed.
    """
    sources = find_sources(source)
    shelf = Shelf(target)
    texts: dict[str, str] = {}
    for build in BUILDERS:
        texts |= build(sources, shelf)
    changes = [
        (change, texts[change.file]) for name in texts if (change := _change(shelf, name, texts))
    ]
    for change, text in changes:
        _write(target / change.file, text)
    return [change for change, _ in changes]


def _change(shelf: Shelf, name: str, texts: dict[str, str]) -> Changed | None:
    return compare(shelf, name, texts[name])


def _write(path: Path, text: str) -> None:
    """Replaces the file in one step, so that a reader sees the old or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(temporary, 0o644)  # noqa: S103  mkstemp gives 0600, a shared data folder needs more
        os.replace(temporary, path)
    except OSError as error:
        raise VocabularyError("vocabulary.target_unwritable", file=str(path)) from error
