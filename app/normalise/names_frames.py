# SPDX-License-Identifier: EUPL-1.2
"""Official words around the name of a Kommune, such as ``Stadt``, ``Landratsamt``, ``Rat der``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.model.body import Level
from app.vocabulary import Kommune
from app.vocabulary.spellings import is_near

_OF = r"(?:der|des|von)\s+"
_HEAD = (
    r"(?:der|die|das)\s+|(?:(?:ober)?b(?:ü|ue)rgermeister(?:in)?(?:\s*/?\s*-?in)?|magistrat|rat"
    r"|verwaltung|landrat|landr(?:ä|ae)tin|gemeindevorstand|kreisausschuss|senat)"
    rf"\s+{_OF}|{_OF}"
)
_STADT = (
    r"(?:[\w-]+-?\s(?:und|&)\s)?(?:[\w-]+-)?(?:\w*st(?:ä|ae)?dt(?:isch\w+)?|stadt|\w+stadt)(?:verwaltung)?"
    r"|(?:kreisfreie|gro(?:ß|ss)e\s+kreis|freie\s+und\s+hanse|freie\s+hanse)\s?stadt|st\.?|lhs?"
)
# ``Inselgemeinde``, ``Ostseebad``; not ``Kirchengemeinde`` nor ``Freibad``, which are no Gemeinden.
_CALLED = "orts|einheits|land|insel|nordsee|ostsee|kur|ferien|erholungs|wein|blumen|berg|natur"
_GEMEINDE = (
    rf"(?:{_CALLED})?gemeinde(?:verwaltung)?|og|ge|flecken"
    r"|\w*(?:see|heil|kneipp|moor|sol)e?bad|(?:luft|knei?pp)?kurort"
)
_MARKT = r"markt(?:es|gemeinde)?"
_KREIS = r"(?:land)?kreis(?:es|verwaltung)?|landratsamt|lra|kv|lkr?\.?|kreisausschuss"
_VERBAENDE = (
    ("53", r"verbandsgemein?de(?:verwaltung)?|vgv"),
    ("52", r"samtgemeinde(?:verwaltung)?|sg"),
    ("51", r"amt(?:sverwaltung)?"),
    ("54", r"verwaltungsgemeinschaft|vgem\.?"),
    ("", r"vg\.?|gemeindeverwaltungsverband|gvv|verwaltungsverband"),
)
_LAND = r"(?:bundes)?land|freistaat|land\s+freie\s+hansestadt"
TOWN_KINDS = ("41", "42", "61", "62", "63", "67")
_WORDS: tuple[tuple[Level, tuple[str, ...], str], ...] = (
    ("kreis", (), _KREIS),
    *(("verband", (kind,) if kind else (), words) for kind, words in _VERBAENDE),
    ("gemeinde", TOWN_KINDS, _STADT),
    ("gemeinde", ("60", "64"), _GEMEINDE),
    ("gemeinde", ("60",), _MARKT),
    ("land", (), _LAND),
)
_FRAMES = tuple(
    (level, kinds, re.compile(rf"(?:{words})\s+(?=\S)", re.IGNORECASE))
    for level, kinds, words in _WORDS
)
_HEADS = re.compile(_HEAD, re.IGNORECASE)
_ALL = "|".join(words for level, _, words in _WORDS if level != "land")
# Short forms that inside a sentence are other things as well.
_INSIDE = re.compile(rf"\b(?!(?:sg|og|ge|kv|st\.?|lhs?)\s)(?:{_ALL})\s+(?=\w)", re.IGNORECASE)
_GENITIVE = re.compile(r"kreises\b", re.IGNORECASE)
_OBLIQUE = re.compile(r"(\w+ische)n(?=\s+kreis)", re.IGNORECASE)
_MOST_FRAMES = 4
_MISSPELT = (
    *("landkreis", "kreisverwaltung", "landratsamt", "landeshauptstadt", "hansestadt"),
    *("stadtverwaltung", "gemeinde", "gemeindeverwaltung", "ortsgemeinde", "samtgemeinde"),
    *("verbandsgemeinde", "verbandsgemeindeverwaltung", "verwaltungsgemeinschaft"),
)
_SHORTEST_MISSPELT = 7
TAIL = " .,;:-–—\"'„“”»«\\_"


class Frame(NamedTuple):
    """A frame taken off. level: of what it frames, None for the head of an office alone.

    kinds: kinds of Kommune (``register/kinds.csv``) that the words mean; () any of the level.
    """

    level: Level | None
    kinds: tuple[str, ...]
    rest: str


def peel(text: str) -> Iterator[Frame]:
    """What stays of the name after each frame, the outermost first."""
    rest = text.strip(TAIL)
    for _ in range(_MOST_FRAMES):
        head = _HEADS.match(rest)
        if head and head.end() < len(rest):
            rest = rest[head.end() :]
            yield Frame(None, (), nominative(rest))
        frame = take(rest)
        if frame is None:
            return
        yield frame._replace(rest=nominative(frame.rest))
        rest = frame.rest


def take(text: str) -> Frame | None:
    """The first frame at the start of a text and what follows it; None if there is none."""
    for level, kinds, words in _FRAMES:
        found = words.match(text)
        if found:
            return Frame(level, kinds, text[found.end() :])
    return None


def mend_frame(text: str) -> str:
    """The text with its first word as a frame whose name it misses by one letter; else the same."""
    word, blank, rest = text.partition(" ")
    if len(word) < _SHORTEST_MISSPELT or not rest:
        return text
    said = word.casefold()
    if said in _MISSPELT:
        return text
    return next((full for full in _MISSPELT if is_near(said, full)), word) + blank + rest


def inside(text: str) -> Iterator[tuple[int, str, Frame]]:
    """Frames anywhere in a text: where each starts, its own words, what follows."""
    for found in _INSIDE.finditer(text):
        frame = take(text[found.start() :])
        if frame:
            yield found.start(), found.group(), frame


def is_of_verband(text: str) -> bool:
    """Whether a name begins as that of a Verband; ``Amt`` begins that of many an office too."""
    frame = take(text.strip(TAIL))
    return frame is not None and frame.level == "verband" and frame.kinds != ("51",)


def nominative(name: str) -> str:
    """``Main-Kinzig-Kreises`` → ``Main-Kinzig-Kreis``, ``Märkischen Kreis`` → ``Märkischer``."""
    return _OBLIQUE.sub(r"\1r", _GENITIVE.sub("kreis", name))


def fitting(kommunen: tuple[Kommune, ...], frame: Frame) -> tuple[Kommune, ...]:
    """Those of the frame's level; among namesakes those of its kind, if there are any."""
    if frame.level is None:
        return kommunen
    found = tuple(kommune for kommune in kommunen if kommune.level == frame.level)
    kept = tuple(kommune for kommune in found if kommune.kind in frame.kinds)
    # The Land of Berlin or Hamburg stands in the register as the Gemeinde.
    return kept or found or (kommunen if frame.level == "land" else ())


def frames_town(frame: Frame) -> bool:
    """Whether the frame says that it is a town."""
    return frame.kinds == TOWN_KINDS


def is_odd(kommunen: tuple[Kommune, ...], frame: Frame) -> bool:
    """Whether the frame calls a town what is none; a Gemeinde may have been raised to one since."""
    return frames_town(frame) and not any(k.kind in TOWN_KINDS for k in kommunen)
