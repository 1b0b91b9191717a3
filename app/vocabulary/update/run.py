# SPDX-License-Identifier: EUPL-1.2
"""``vocab update --from FOLDER``: finds official files, builds tables, writes what has changed."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_text
from app.vocabulary.update.concepts import build_concepts
from app.vocabulary.update.contributors import build_contributors
from app.vocabulary.update.formats import build_formats
from app.vocabulary.update.licences import build_licences
from app.vocabulary.update.media_types import build_media_types
from app.vocabulary.update.musterdaten import build_musterdaten
from app.vocabulary.update.portals import build_portals
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
    build_portals,
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
    changes = [change for name in texts if (change := compare(shelf, name, texts[name]))]
    for change in changes:
        _check_shrunk(shelf, change)
    _write(target, {change.file: texts[change.file] for change in changes})
    return changes


def _check_shrunk(shelf: Shelf, change: Changed) -> None:
    """A list that loses a tenth of its entries at once has rather been cut than renewed."""
    if not change.removed:
        return
    before = read_text(shelf, change.file).count("\n")
    if len(change.removed) > max(5, before // 10):
        count = len(change.removed)
        raise VocabularyError("vocabulary.source_shrunk", file=change.file, count=count)


def _write(target: Path, texts: dict[str, str]) -> None:
    """Puts all files beside their places, then each in its place in one step."""
    staged: list[tuple[str, Path]] = []
    try:
        for name, text in texts.items():
            staged.append((_stage(target / name, text), target / name))
        for temporary, path in staged:
            os.replace(temporary, path)
    except OSError as error:
        for temporary, _ in staged:
            Path(temporary).unlink(missing_ok=True)
        raise VocabularyError("vocabulary.target_unwritable", file=str(target)) from error


def _stage(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    os.chmod(temporary, 0o644)  # mkstemp gives 0600, other processes read here too
    return temporary
