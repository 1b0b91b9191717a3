# SPDX-License-Identifier: EUPL-1.2
"""What can still be made out of a dataset whose JSON cannot be read: its name and its title (H6).

Brackets and quotation marks are followed as far as they fit, and only members of the dataset itself
count, not those of its files. This names it in reports; nothing else is taken from such a text.
"""

import re

_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)"(\s*+:)?|[{}\[\]]', re.S)
_SPACE = re.compile(r"\s*+")
_SHOWN, _LONGEST = 400, 300
_TITLES = ("title", "name")


def identity_in(text: str, names: tuple[str, ...]) -> str | None:
    """The first of these members that the dataset at the start of a text has."""
    members = _members(text)
    return next((members[name] for name in names if members.get(name)), None)


def shown_of(text: str) -> str:
    """How the text begins; its title stands before that where it comes late."""
    members = _members(text)
    title = next((members[name] for name in _TITLES if members.get(name)), "")
    start = text[:600]
    return start if title in start[:_SHOWN] else f"{title} … {start}"


def _members(text: str) -> dict[str, str]:
    """Members of the object at the start of a text whose values are texts, as they are written."""
    found: dict[str, str] = {}
    depth, key, key_end = 0, "", -1
    for token in _TOKEN.finditer(text):
        said, colon = token.groups()
        if said is None:
            depth += 1 if token[0] in "{[" else -1
            if depth < 1:
                break
        elif depth == 1 and colon:
            key, key_end = said, token.end()
        elif depth == 1 and _begins(text, key_end) == token.start() and len(said) < _LONGEST:
            found.setdefault(key, said)
    return found


def _begins(text: str, at: int) -> int:
    """Where something stands behind white space."""
    space = _SPACE.match(text, at) if at >= 0 else None
    return space.end() if space else -1
