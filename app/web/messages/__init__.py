# SPDX-License-Identifier: EUPL-1.2
"""Message catalogues: a code and its parameters become a sentence, German first, English second.

Files are Project Fluent (``<language>/<room>.ftl``); dots and underscores of a code are hyphens.
"""

import re
import threading
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("de", "en")
DEFAULT = "de"

_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)
_REFERENCE = re.compile(r"\{ *([a-z][\w-]*) *\}")


class _Catalogue:
    """The messages of one language; each is parsed when it is first asked for.

    Parsing all takes a second, and a command says three sentences.
    """

    def __init__(self, lang: str) -> None:
        self._bundle = FluentBundle([lang], use_isolating=False)
        self._lock = threading.Lock()
        self._texts: dict[str, str] = {}
        self._known: set[str] = set()
        folder = files(__name__) / lang
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if entry.name.endswith(".ftl"):
                self._cut(entry.read_text(encoding="utf-8"))

    def _cut(self, text: str) -> None:
        """A message goes to where the next begins; lines that continue it are indented."""
        starts = list(_MESSAGE.finditer(text))
        ends = [start.start() for start in starts[1:]] + [len(text)]
        for start, end in zip(starts, ends, strict=True):
            self._texts.setdefault(start[1], text[start.start() : end])

    def get(self, id: str) -> Any:
        """The message, or None; what it refers to is known then too."""
        if id not in self._texts:
            return None
        if id not in self._known:
            with self._lock:
                self._learn(id)
        return self._bundle.get_message(id)

    def _learn(self, id: str) -> None:
        text = self._texts.get(id)
        if text is None or id in self._known:
            return
        self._bundle.add_resource(FluentResource(text))
        for other in _REFERENCE.findall(text):
            self._learn(other)
        self._known.add(id)

    def has(self, id: str) -> bool:
        """Whether there is such a message that says something."""
        return id in self._texts

    def format(self, message: Any, params: dict[str, object]) -> tuple[Any, list[Exception]]:
        """The sentence and what went wrong in it."""
        text, errors = self._bundle.format_pattern(message.value, params)
        return text, list(errors)


@cache
def _catalogue(lang: str) -> _Catalogue:
    return _Catalogue(lang)


def message_id(code: str) -> str:
    """The catalogue's id for a code: ``licence.unknown`` -> ``licence-unknown``."""
    return code.replace(".", "-").replace("_", "-")


def has(lang: str, code: str) -> bool:
    """Whether the catalogue of this language has the code."""
    return _catalogue(lang).has(message_id(code))


def say(lang: str, code: str, **params: object) -> str:
    """The sentence for a code. KeyError when the catalogue lacks it: a test keeps it complete.

    Words and numbers in words are kept, as tables repeat them; nothing that holds harvested text.
    """
    known = lang if lang in LANGUAGES else DEFAULT
    if all(type(value) is int for value in params.values()):
        return _numbered(known, code, tuple(params.items()))
    return _said(known, code, params)


@lru_cache(maxsize=20_000)
def _numbered(lang: str, code: str, numbers: tuple[tuple[str, object], ...]) -> str:
    return _said(lang, code, dict(numbers))


def _said(lang: str, code: str, params: dict[str, object]) -> str:
    catalogue = _catalogue(lang)
    message = catalogue.get(message_id(code))
    if message is None:
        raise KeyError(code)
    text, errors = catalogue.format(message, params)
    if errors:
        raise KeyError(f"{code}: {errors[0]}")
    return str(text)
