# SPDX-License-Identifier: EUPL-1.2
"""Message catalogues: a code and its parameters become a sentence, German first, English second.

Files are Project Fluent (``<language>/<room>.ftl``); dots and underscores of a code are hyphens.
"""

from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("de", "en")
DEFAULT = "de"


@cache
def _bundle(lang: str) -> Any:
    bundle = FluentBundle([lang], use_isolating=False)
    folder = files(__name__) / lang
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(entry.read_text(encoding="utf-8")))
    return bundle


def message_id(code: str) -> str:
    """The catalogue's id for a code: ``licence.unknown`` -> ``licence-unknown``."""
    return code.replace(".", "-").replace("_", "-")


def has(lang: str, code: str) -> bool:
    """Whether the catalogue of this language has the code."""
    return bool(_bundle(lang).has_message(message_id(code)))


def say(lang: str, code: str, **params: object) -> str:
    """The sentence for a code. KeyError when the catalogue lacks it: a test keeps it complete."""
    bundle = _bundle(lang if lang in LANGUAGES else DEFAULT)
    message = bundle.get_message(message_id(code))
    text, errors = bundle.format_pattern(message.value, params)
    if errors:
        raise KeyError(f"{code}: {errors[0]}")
    return str(text)
