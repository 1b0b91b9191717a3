# SPDX-License-Identifier: EUPL-1.2
"""What load() finds wrong with a file, each with its sentence in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.config import ConfigError, load
from app.web import messages

PORTAL = '[[portal]]\nid = "a"\nkind = "dcat"\nurl = "https://daten.example/catalog.ttl"\n'
Write = Callable[[str], Path]


def problems(file: Path, environ: dict[str, str] | None = None) -> list[tuple[str, dict[str, str]]]:
    """What load() finds wrong; each must have a sentence in both languages."""
    with pytest.raises(ConfigError) as caught:
        load(file, environ or {})
    for code, params in ((caught.value.code, caught.value.params), *caught.value.problems):
        for lang in messages.LANGUAGES:
            assert messages.say(lang, code, **params)
    return [(problem.code, problem.params) for problem in caught.value.problems]


def only(file: Path) -> tuple[str, dict[str, str]]:
    """The one thing that is wrong."""
    found = problems(file)
    assert len(found) == 1, found
    return found[0]
