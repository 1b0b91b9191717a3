# SPDX-License-Identifier: EUPL-1.2
"""Values of the filters that need no look into the store, for pages that are no question."""

from app.compare.options import Option, Options
from app.compare.order import fold
from app.compare.selecting import SIZES, TYPES
from app.vocabulary import Vocabulary


def choices(vocabulary: Vocabulary, lang: str, *names: str) -> Options:
    """Filter -> its values, for those named out of typ, groesse, land, thema."""
    known = vocabulary.musterdaten.themen
    themen = (Option(thema.key, thema.name(lang)) for thema in known)
    every: Options = {
        "typ": tuple(Option(value, None) for value in TYPES),
        "groesse": tuple(Option(value, None) for value in SIZES),
        "land": tuple(Option(land.key, land.short_name) for land in vocabulary.register.laender),
        "thema": tuple(sorted(themen, key=lambda option: fold(option.label or ""))),
    }
    return {name: every[name] for name in names}
