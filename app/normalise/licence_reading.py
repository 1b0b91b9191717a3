# SPDX-License-Identifier: EUPL-1.2
"""Reads one licence text or URI: by its exact name, else by the grammar of licence names.

Never a version, variant or port that is not there: what the table of combinations lacks is unknown,
two licences are none, words of doubt ("nicht", "statt") leave it open, other words make it likely.
"""

import re
from dataclasses import replace
from functools import lru_cache

from app.model import Reading
from app.model.reading import MISSING
from app.normalise.licence_joining import one_of
from app.normalise.licence_links import by_grammar
from app.normalise.licence_text import is_blank, json_values, mend
from app.normalise.licence_words import by_name, unknown
from app.normalise.text import bare
from app.vocabulary import Vocabulary
from app.vocabulary.folding import fold_letters, fold_uri

# Longer texts are not read: a whole licence text names other licences, too.
LONGEST = 5_000
_AROUND = " \t\r\n\"'„“”‚‘’»«›‹[]"  # quotes and brackets that a name may stand in
_WORDED = ("words", "sentence")
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+")
# Open ends: "4.0+", "≥ 4.0", "4.0?"; the version named is one of several, or not sure.
_OPEN_END = re.compile(r"\d\s*[+](?!\w)|[>≥]|[?]\s*$")
_UNPORTED = re.compile(r"unported|international|nicht portiert", re.IGNORECASE)


def read(vocabulary: Vocabulary, text: str, source: str = "") -> Reading:
    """One text or URI. A class id (``cc-by``) is ambiguous with that id as value.

    source: name or address of the portal or list it comes from; it may say which port a Creative
    Commons licence 3.0 has whose text names none.
    """
    said = bare(text)
    if not _LETTER.search(said):
        return unknown(said) if any(sign.isalnum() for sign in said) else MISSING
    if said[0] in "<&" and "=" not in said and is_blank(said):
        return MISSING
    if len(said) > LONGEST:
        return unknown(said, "too.long")
    mended = mend(said)
    reading = by_name(vocabulary, mended.strip(_AROUND)) or _by_json(vocabulary, mended)
    reading = reading or by_grammar(vocabulary, mended)
    reading = replace(_hedged(vocabulary, reading, mended), raw=said)
    return follow(vocabulary, reading, source) if source else reading


def is_access_statement(vocabulary: Vocabulary, text: str) -> bool:
    """Whether a rights text only says who may see the data ("public"), which is no licence."""
    concepts = vocabulary.access_rights
    said = bare(text)
    return bool(concepts.by_uri(said) or concepts.by_alias(said))


def _hedged(vocabulary: Vocabulary, reading: Reading, said: str) -> Reading:
    """Less sure than its name: a version with an open end, Creative Commons 3.0 without a port.

    The latter is Unported by its words, by usage maybe another.
    """
    if reading.status == "unknown" and is_access_statement(vocabulary, said):
        return replace(reading, rule="access")
    if reading.status == "exact" and reading.rule in _WORDED and _OPEN_END.search(said):
        reading = replace(reading, status="likely", rule="sentence")
    ported = _ports(vocabulary, reading.value)
    if len(ported) < 2 or reading.status not in ("exact", "likely"):
        return reading
    if reading.rule not in ("alias", *_WORDED) or _UNPORTED.search(said):
        return reading
    return replace(reading, status="likely", rule="port", candidates=ported)


def _ports(vocabulary: Vocabulary, id: str | None) -> tuple[str, ...]:
    """A licence without port and its ports; () for every other licence."""
    if not id or not id.startswith("cc-by") or not id.endswith("-3.0"):
        return ()
    return tuple(other.id for other in vocabulary.licences if other.id.startswith(id))


def follow(vocabulary: Vocabulary, reading: Reading, source: str) -> Reading:
    """The reading with its port from the source, where the text leaves that open.

    The code ``cc-by-3.0`` means the German port in lists of the old German schema. Other texts
    without a port are never given one; a list of Unported licences confirms them.
    """
    if reading.rule not in ("shared", "port") or not reading.candidates:
        return reading
    port = port_of(vocabulary, source)
    plain = next((id for id in reading.candidates if id.endswith("-3.0")), "")
    wanted = plain if port == "unported" else f"{plain}-{port}"
    if not plain or wanted not in reading.candidates:
        return reading
    if reading.rule == "port" and wanted != plain:
        return reading
    return replace(reading, value=wanted, status="likely", rule="source")


@lru_cache(maxsize=512)
def port_of(vocabulary: Vocabulary, source: str) -> str:
    """The port a source means by 3.0 ("de", "unported"), by its name or its host's country."""
    words = f" {' '.join(_WORD.findall(fold_letters(source)))} "
    for text, port in vocabulary.licence_grammar.sources:
        if f" {text} " in words:
            return port
    host = fold_uri(source).partition("/")[0].partition(":")[0]
    return host[-2:] if host[-3:] in (".de", ".at") else ""


def _by_json(vocabulary: Vocabulary, said: str) -> Reading | None:
    values = json_values(said)
    if values is None:
        return None
    readings = [read(vocabulary, value) for value in values if value != said]
    return one_of(readings, "json") if readings else Reading(None, "missing", "json")
