# SPDX-License-Identifier: EUPL-1.2
"""Whether one licence restricts more than another, from the licence facts; often nobody can say.

Compared are the things a user must do or leave: name the source, share alike, no change, no
commerce, no passing on. One licence restricts more if it does so in one of them and less in none.
"""

from typing import Literal

from app.vocabulary import Licence, Vocabulary

Direction = Literal["offener", "gleich", "strenger", "unklar"]
DUTIES = ("attribution", "share_alike")
PERMISSIONS = ("commercial_use", "derive", "distribute", "reproduce")
VAGUE = ("", "unclear", "likely")


def direction(vocabulary: Vocabulary, before: str, after: str) -> Direction:
    """Where a change leads; unclear unless both are licences of which every fact is known."""
    old, new = _facts(vocabulary, before), _facts(vocabulary, after)
    if old is None or new is None:
        return "unklar"
    less = more = False
    for was, became in zip(old, new, strict=True):
        if was == became:
            continue
        if was and became:  # both bind, in different ways
            return "unklar"
        less, more = less or bool(was), more or bool(became)
    if less and more:
        return "unklar"
    return "offener" if less else "strenger" if more else "gleich"


def _facts(vocabulary: Vocabulary, key: str) -> tuple[str, ...] | None:
    """What binds, "" where nothing does; None where the facts are not known."""
    licence = vocabulary.licences.get(key)
    if licence is None or licence.kind not in ("licence", "class"):
        return None
    said = (*_words(licence),)
    return None if any(word in VAGUE for word in said) else tuple(_bound(word) for word in said)


def _words(licence: Licence) -> tuple[str, ...]:
    duties = (licence.duties.get(name, "") for name in DUTIES)
    granted = (licence.permissions.get(name, "") for name in PERMISSIONS)
    return (*duties, *({"yes": "none", "no": "excluded"}.get(word, word) for word in granted))


def _bound(word: str) -> str:
    return "" if word in ("none", "no") else word
