# SPDX-License-Identifier: EUPL-1.2
"""Kommunen in the name of a body: the name itself, official frames around it, parts of it.

Nothing is compared nearly: a name counts when it stands in the register after the frame is taken
off.
"""

import re
from typing import NamedTuple

from app.model.body import Level
from app.vocabulary import Kommune, Register

_HEAD = (
    r"(?:der|die|das)\s+|(?:(?:ober)?b(?:ü|ue)rgermeister(?:in)?(?:\s*/?\s*-?in)?|magistrat|rat|verwaltung"
    r"|landrat|landr(?:ä|ae)tin|gemeindevorstand|kreisausschuss|senat)\s+(?:der|des|von)\s+|(?:der|des|von)\s+"
)
_GEMEINDE = (
    r"(?:[\w-]+-?\s(?:und|&)\s)?(?:[\w-]+-)?(?:\w*st(?:ä|ae)?dt(?:isch\w+)?|stadt|\w+stadt)(?:verwaltung)?"
    r"|(?:kreisfreie|gro(?:ß|ss)e\s+kreis|freie\s+und\s+hanse|freie\s+hanse)\s?stadt|st\.?"
    r"|(?:orts|markt|einheits|land)?gemeinde(?:verwaltung)?|markt"
)
_KREIS = r"(?:land)?kreis(?:es|verwaltung)?|landratsamt|lra|lkr?\.?|kreisausschuss"
_VERBAND = (
    r"verbandsgemein?de(?:verwaltung)?|samtgemeinde(?:verwaltung)?|vg(?:em)?\.?|verwaltungsgemeinschaft"
    r"|gemeindeverwaltungsverband|gvv|verwaltungsverband|amt(?:sverwaltung)?"
)
_LAND = r"(?:bundes)?land|freistaat|land\s+freie\s+hansestadt"
_WORDS: tuple[tuple[Level, str], ...] = (
    ("kreis", _KREIS),
    ("verband", _VERBAND),
    ("gemeinde", _GEMEINDE),
    ("land", _LAND),
)
_FRAMES = tuple(
    (level, re.compile(rf"(?:{words})\s+(?=\S)", re.IGNORECASE)) for level, words in _WORDS
)
_HEADS = re.compile(_HEAD, re.IGNORECASE)
_INSIDE = re.compile(rf"\b(?:{_KREIS}|{_VERBAND}|{_GEMEINDE})\s+(?=\w)", re.IGNORECASE)
_STRONG = re.compile(r"\s+[-–—]+\s+|[,;:|\n]|\\n")
_WEAK = re.compile(r"\s+[-–—]+\s+|[,;:|\n/()]|\\n")
_WORD = re.compile(r"[^\s,;:|()\"„“]+")
_TAIL = " .,;:-–—\"'\\"
_MOST_WORDS = 5
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("Ae", "Ä"), ("Oe", "Ö"), ("Ue", "Ü"))
# Names after a Kommune ("Kölner Zoo", "Feuerwehr Essen") are trusted from this size on: among the
# smaller ones are too many that are also words or family names.
_KNOWN_SIZE = 50_000


class Named(NamedTuple):
    """The Kommunen a name may mean and how they stand in it."""

    kommunen: tuple[Kommune, ...]
    rule: str


def find_framed(register: Register, text: str) -> Named | None:
    """A Kommune by exact name, by frame, or framed in a part; the best evidence first."""
    return (
        _whole(register, text)
        or _in_parts(register, _parts(_STRONG, text))
        or _in_parts(register, _parts(_WEAK, text))
        or _inside(register, text)
    )


def find_named_after(register: Register, text: str) -> Named | None:
    """A well-known Kommune named without a frame: ``Feuerwehr Köln``, ``Kölner Zoo``. Weak."""
    words = _WORD.findall(text)
    hits: dict[str, Kommune] = {}
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            hits |= {kommune.key: kommune for kommune in _known(register, phrase)}
        if hits:
            return Named(tuple(hits.values()), "named_after")
    adjectives = [base for word in words if (base := _base(register, word))]
    hits = {kommune.key: kommune for found in adjectives for kommune in found}
    return Named(tuple(hits.values()), "named_after") if hits else None


def spell(register: Register, name: str) -> tuple[Kommune, ...]:
    """Kommunen with exactly this name, also with umlauts written out (``Koeln``)."""
    bare = name.strip(_TAIL)
    if len(bare) < 2:
        return ()
    found = register.by_name(bare)
    if found or not any(pair in bare for pair, _ in _UMLAUTS):
        return found
    for pair, umlaut in _UMLAUTS:
        bare = bare.replace(pair, umlaut)
    return register.by_name(bare)


def prefer_gemeinde(kommunen: tuple[Kommune, ...]) -> tuple[Kommune, ...]:
    """A bare name means the Gemeinde, not the Kreis or Verband that has its name from it."""
    for level in ("gemeinde", "kreis", "verband", "land"):
        found = tuple(kommune for kommune in kommunen if kommune.level == level)
        if found:
            return found
    return ()


def _whole(register: Register, text: str) -> Named | None:
    found = spell(register, text)
    if found:
        return Named(found, "name")
    framed = _unframe(register, text)
    return Named(framed, "frame") if framed else None


def _unframe(register: Register, text: str) -> tuple[Kommune, ...]:
    rest = text.strip(_TAIL)
    for _ in range(4):
        head = _HEADS.match(rest)
        if head and head.end() < len(rest):
            rest = rest[head.end() :]
            if found := spell(register, rest):
                return found
        level, after = _take_frame(rest)
        if level is None:
            return ()
        if found := _of_level(spell(register, after), level):
            return found
        rest = after
    return ()


def _take_frame(text: str) -> tuple[Level | None, str]:
    for level, frame in _FRAMES:
        found = frame.match(text)
        if found:
            return level, text[found.end() :]
    return None, text


def _of_level(kommunen: tuple[Kommune, ...], level: Level) -> tuple[Kommune, ...]:
    found = tuple(kommune for kommune in kommunen if kommune.level == level)
    # The Land of Berlin or Hamburg stands in the register as the Gemeinde.
    return found or (kommunen if level == "land" else ())


def _parts(signs: re.Pattern[str], text: str) -> tuple[str, ...]:
    parts = tuple(part for part in (part.strip(_TAIL) for part in signs.split(text)) if part)
    return parts if len(parts) > 1 else ()


def _in_parts(register: Register, parts: tuple[str, ...]) -> Named | None:
    for part in parts:
        if framed := _unframe(register, part):
            return Named(framed, "part")
    if parts and (found := spell(register, parts[0])):
        return Named(found, "part")
    if parts and (found := spell(register, parts[-1])):
        return Named(found, "seat")
    return None


def _inside(register: Register, text: str) -> Named | None:
    hits: dict[str, Kommune] = {}
    for frame in _INSIDE.finditer(text):
        level, after = _take_frame(text[frame.start() :])
        words = _WORD.findall(after)
        for size in range(min(_MOST_WORDS, len(words)), 0, -1):
            name = " ".join(words[:size])
            kept = spell(register, frame.group() + name)
            kept = kept or (_of_level(spell(register, name), level) if level else ())
            if kept:
                hits |= {kommune.key: kommune for kommune in kept}
                break
    return Named(tuple(hits.values()), "inside") if hits else None


def _known(register: Register, phrase: str) -> tuple[Kommune, ...]:
    if not phrase[:1].isupper():
        return ()
    return tuple(kommune for kommune in spell(register, phrase) if _is_known(kommune))


def _is_known(kommune: Kommune) -> bool:
    return kommune.level == "gemeinde" and (
        kommune.typ == "kreisfrei" or kommune.population >= _KNOWN_SIZE
    )


def _base(register: Register, word: str) -> tuple[Kommune, ...]:
    """The town of an adjective: Kölner, Bremer, Münchner, Dresdner."""
    word = word.strip(_TAIL)
    if not word.endswith("er") or len(word) < 6 or not word[0].isupper():
        return ()
    for name in (word[:-2], f"{word[:-2]}en", f"{word[:-3]}en", f"{word[:-1]}"):
        if found := _known(register, name):
            return found
    return ()
