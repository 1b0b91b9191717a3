# SPDX-License-Identifier: EUPL-1.2
"""What is worth knowing beside the verdict: rights of others, layers of rights, the law on use."""

import re
from collections.abc import Iterable, Mapping, Sequence

from app.licensing.deciding import Source
from app.licensing.model import Input, Text
from app.licensing.wording import fill
from app.vocabulary.licences import Licences

_NAMED = 3  # inputs named in a hint
_WORD = re.compile(r"[^\W\d_]+")


def hints_of(licences: Licences, grouped: Mapping[Source, Sequence[Input]]) -> tuple[Text, ...]:
    """All hints that fit, in a fixed order, each once."""
    found = [*_of_licences(licences, grouped)]
    if any(licences.entries[source.licence].law.ask for source in grouped):
        found.append(fill(licences, licences.rules.hints["dng"], {}))
    inputs = [each for group in grouped.values() for each in group]
    for sign, words in licences.rules.signs.items():
        hit = [each.title or each.name for each in inputs if _hints_at(each, words)]
        if hit:
            named = ", ".join(f"„{name[:80]}“" for name in dict.fromkeys(hit[:_NAMED]))
            more = ", …" if len(hit) > _NAMED else ""
            found.append(fill(licences, licences.rules.hints[sign], {"inputs": named + more}))
    return tuple(dict.fromkeys(found))


def _of_licences(licences: Licences, grouped: Iterable[Source]) -> Iterable[Text]:
    for licence in dict.fromkeys(source.licence for source in grouped):
        for code in licences.entries[licence].law.hints:
            yield fill(licences, licences.rules.hints[code], {}, licence=licence)


def _hints_at(each: Input, signs: Sequence[str]) -> bool:
    text = " ".join((each.title, *each.themes)).casefold()
    return any(word.startswith(tuple(signs)) for word in _WORD.findall(text))
