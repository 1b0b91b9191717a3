# SPDX-License-Identifier: EUPL-1.2
"""Bodies named after a Kommune without a frame: ``Feuerwehr Köln``, ``Kölner Zoo``: weak evidence.

Among small Gemeinden are too many names that are also words or family names. They count only after
a word of their own administration (``Stadtwerke Pinneberg``).
"""

import re

from app.normalise.names import MOST_WORDS, WORD, Named, spell
from app.normalise.names_frames import TAIL
from app.vocabulary import Kommune, Register

# A Kommune of this size is meant wherever its name stands.
_KNOWN_SIZE = 50_000
# From this size on it is meant in the name of a company, whose other words are its business.
_TOWN_SIZE = 20_000
_SHORTEST_NAME, _SHORTEST_GLUED, _SHORTEST_NEAR = 4, 4, 7
_OFFICE = re.compile(
    r"\b(?P<word>(?:stadt|(?:samt|verbands)?gemeinde|(?:land)?kreis)[a-zäöüß]{3,}|\w+(?:amt|stelle)"
    r"|(?:freiwillige )?feuerwehr"
    r"|volkshochschule|kreisvolkshochschule|vhs|kvhs|musikschule|bauhof|rathaus|tourist-?info\w*"
    r"|b(?:ü|ue)rger(?:b(?:ü|ue)ro|service|haus)|technische betriebe|wirtschaftsbetriebe?"
    r"|smart city|digitale stadt|open ?data|\w*portal"
    r"|kommunale (?:betriebe|dienste)|wirtschaftsf(?:ö|oe)rderung|abfallwirtschaft|schulzentrum)"
    r"(?:\s+(?:der|in|von|zu))?\s+",
    re.IGNORECASE,
)
_LEVELS = (
    (("kreis", "landkreis", "kvhs"), "kreis"),
    (("samtgemeinde", "verbandsgemeinde"), "verband"),
)
_INNER_CAPITAL = re.compile(r"(?<=[a-zäöüß])[A-ZÄÖÜ]")
_WORD_OR_HALF = re.compile(r"[^\s,;:|()/\"„“]+")
_ADJECTIVE = re.compile(r"(?P<stem>\w{3,}?)(?:isch|sch)e[rnsm]?$")


def find_named_after(register: Register, text: str) -> Named | None:
    """A well-known Kommune anywhere in the name, else any after a word of administration."""
    if office := _office_of(register, text):
        return office
    hits: dict[str, Kommune] = {}
    words = _WORD_OR_HALF.findall(text) if "/" in text else WORD.findall(text)
    for size in range(min(MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            hits |= {kommune.key: kommune for kommune in _known(register, phrase)}
        if hits:
            return Named(tuple(hits.values()), "named_after")
    found = [kommune for word in words for kommune in _base(register, word)]
    hits = {kommune.key: kommune for kommune in found}
    return Named(tuple(hits.values()), "named_after") if hits else None


def find_hidden(register: Register, text: str) -> Named | None:
    """A well-known Kommune misspelt, or the start of a longer word: ``bonnorange``."""
    for word in (part for said in WORD.findall(text) for part in said.split("-")):
        if len(word) >= _SHORTEST_NEAR and word[0].isupper():
            near = tuple(k for k in register.spellings.near(word) if _is_known(k))
            if near:
                return Named(near, "named_after", "misspelt")
    return None


def find_glued(register: Register, text: str) -> Named | None:
    """A well-known Kommune whose name begins a longer word; for companies, who coin such words."""
    for word in WORD.findall(text):
        seam = _INNER_CAPITAL.search(word)
        for end in range(len(word) - _SHORTEST_GLUED, _SHORTEST_GLUED - 1, -1):
            if seam and end != seam.start():
                continue  # ``RheinEnergie`` is not of Rheine
            rest = word[end:].lower()
            found = _known(register, word[:end].capitalize())
            if found and not rest.startswith(("er", "isch")):
                return Named(found, "named_after", "glued")
    return None


def find_town(register: Register, text: str) -> Named | None:
    """A town of some size as a word of its own; for companies only."""
    words = [word for word in WORD.findall(text) if word[0].isupper()]
    hits = {k.key: k for word in words for k in spell(register, word) if _is_town(k)}
    return Named(tuple(hits.values()), "named_after") if hits else None


def find_in_compound(register: Register, text: str) -> Named | None:
    """A well-known Kommune as a part of a hyphened word: ``offenedaten-koeln``."""
    parts = [part for word in WORD.findall(text) if "-" in word for part in word.split("-")]
    hits = {k.key: k for part in parts for k in _known(register, part.capitalize())}
    return Named(tuple(hits.values()), "named_after") if hits else None


def _office_of(register: Register, text: str) -> Named | None:
    for office in _OFFICE.finditer(text):
        words = text[office.end() :].split()
        for size in range(min(MOST_WORDS, len(words)), 0, -1):
            name = " ".join(words[:size]).strip(TAIL)
            if found := _small(register, name, office["word"].lower()):
                return Named(found, "office")
    return None


def _small(register: Register, name: str, office: str) -> tuple[Kommune, ...]:
    if len(name) < _SHORTEST_NAME or not name[0].isupper():
        return ()
    level = next((level for words, level in _LEVELS if office.startswith(words)), "gemeinde")
    of_kreis = spell(register, f"{name}-Kreis") if level == "kreis" else ()
    kommunen = dict.fromkeys((*spell(register, name), *register.spellings.short(name), *of_kreis))
    return tuple(kommune for kommune in kommunen if kommune.level == level)


def _known(register: Register, phrase: str) -> tuple[Kommune, ...]:
    if not phrase[:1].isupper():
        return ()
    found = tuple(kommune for kommune in spell(register, phrase) if _is_known(kommune))
    if found or len(phrase) < _SHORTEST_NAME:
        return found
    return tuple(k for k in register.spellings.short(phrase) if _is_known(k))


def _is_known(kommune: Kommune) -> bool:
    return kommune.level == "gemeinde" and (
        kommune.typ == "kreisfrei" or kommune.population >= _KNOWN_SIZE
    )


def _is_town(kommune: Kommune) -> bool:
    return kommune.level == "gemeinde" and kommune.population >= _TOWN_SIZE


def _base(register: Register, word: str) -> tuple[Kommune, ...]:
    """The town of an adjective: Kölner, Bremer, Münchner, Dresdner, Hamburgische."""
    word = word.strip(TAIL)
    if len(word) < 6 or not word[0].isupper():
        return ()
    if adjective := _ADJECTIVE.match(word):
        return _known(register, adjective["stem"])
    if not word.endswith("er"):
        return ()
    for name in (word[:-2], f"{word[:-2]}en", f"{word[:-3]}en", f"{word[:-1]}"):
        if found := _known(register, name):
            return found
    return ()
