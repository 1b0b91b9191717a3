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
from app.normalise.licence_joining import as_likely, leave_open, one_of
from app.normalise.licence_mentions import Mention, Scan, merge, scan
from app.normalise.licence_text import json_values, mend, split_links, unescape_percent
from app.normalise.text import bare
from app.vocabulary import Licence, Vocabulary
from app.vocabulary.folding import fold_letters, fold_uri, is_uri
from app.vocabulary.licence_grammar import Expression, Meant
from app.vocabulary.licence_uris import uri_spelling

# Ids of the licence list that are no licences: nothing was said, what was said cannot be read.
UNSPECIFIED, UNKNOWN = "unspecified", "unknown"
# Rule of readings such as inspire-no-conditions: an entry of the list, but no licence.
STATEMENT = "statement"
# Longer texts are not read: a whole licence text names other licences, too.
LONGEST = 5_000
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]+")
_UNPORTED = re.compile(r"unported|international|nicht portiert", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_FILE = re.compile(r"(?:[.](?:html?|txt|pdf|php|json|jsonld|rdf|ttl|en|de)|[?#].*)+$", re.I)
# Words in which Creative Commons, ODC and SPDX pages end, after the name of the licence.
_PAGE = re.compile(r"/(?:summary|legalcode|deed|reference|licen[cs]e|text)(?:[.][\w-]+)?/?$", re.I)
_NO_PORT = frozenset({"international", "unported", "generic", "universal"})
# Families whose versions differ by country, and the country of those that have only one.
_OF_ELEMENTS = frozenset({"cc", "dl", "dl-de", "odc", "geolizenz"})
_HOME = {"ogl": "uk", "dl-de": "de"}


def read(vocabulary: Vocabulary, text: str, source: str = "") -> Reading:
    """One text or URI. A class id (``cc-by``) is ambiguous with that id as value.

    source: name or address of the portal or list it comes from; it may say which port a Creative
    Commons licence 3.0 has whose text names none.
    """
    said = bare(text)
    if not _LETTER.search(said):
        return _unknown(said) if any(sign.isalnum() for sign in said) else MISSING
    if len(said) > LONGEST:
        return _unknown(said, "too.long")
    mended = mend(said)
    reading = _by_name(vocabulary, mended) or _by_json(vocabulary, mended)
    reading = reading or _by_grammar(vocabulary, mended)
    reading = replace(_hedged(vocabulary, reading, mended), raw=said)
    return follow(vocabulary, reading, source) if source else reading


def is_access_statement(vocabulary: Vocabulary, text: str) -> bool:
    """Whether a rights text only says who may see the data ("public"), which is no licence."""
    concepts = vocabulary.access_rights
    said = bare(text)
    return bool(concepts.by_uri(said) or concepts.by_alias(said))


def _hedged(vocabulary: Vocabulary, reading: Reading, said: str) -> Reading:
    """Creative Commons 3.0 named without a port: Unported by its words, by usage maybe another."""
    if reading.status == "unknown" and is_access_statement(vocabulary, said):
        return replace(reading, rule="access")
    ported = _ports(vocabulary, reading.value)
    if len(ported) < 2 or reading.status not in ("exact", "likely"):
        return reading
    if reading.rule not in ("alias", "words", "sentence") or _UNPORTED.search(said):
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


def _unknown(said: str, rule: str = "unread") -> Reading:
    return Reading(None, "unknown", rule, said)


def _by_name(vocabulary: Vocabulary, said: str) -> Reading | None:
    """By a listed URI or name, letter by letter but for what folding allows."""
    licences = vocabulary.licences
    if shared := licences.candidates(said):
        group = licences.class_of(said)
        ids = tuple(candidate.id for candidate in shared)
        return Reading(group.id, "ambiguous", "shared", said, ids) if group else None
    if found := licences.by_uri(said):
        return _named(found, "uri", "exact")
    if found := licences.by_alias(said):
        return _named(found, "alias", "exact")
    return None


def _named(licence: Licence, rule: str, status: str) -> Reading:
    if licence.id == UNKNOWN:
        return _unknown("")
    if licence.id == UNSPECIFIED:
        return Reading(None, "missing", rule)
    if licence.is_class:
        return Reading(licence.id, "ambiguous", rule)
    if licence.kind == "statement":
        return Reading(licence.id, "exact", STATEMENT)
    return Reading(licence.id, "exact" if status == "exact" else "likely", rule)


def _by_json(vocabulary: Vocabulary, said: str) -> Reading | None:
    values = json_values(said)
    if values is None:
        return None
    readings = [read(vocabulary, value) for value in values if value != said]
    return one_of(readings, "json") if readings else Reading(None, "missing", "json")


def _by_grammar(vocabulary: Vocabulary, said: str) -> Reading:
    address = _as_address(said)
    if address:
        return _by_address(vocabulary, address) or _unknown(said)
    plain, links = split_links(said)
    if not links:
        return _by_words(vocabulary, unescape_percent(plain) if " " not in plain else plain)
    linked = [_by_name(vocabulary, link) or _by_address(vocabulary, link) for link in links]
    worded = _by_words(vocabulary, plain) if _LETTER.search(plain) else None
    return _with_links(worded, linked)


def _with_links(worded: Reading | None, linked: list[Reading | None]) -> Reading:
    """The words and the addresses beside them; an address of another site is no licence."""
    named = [reading for reading in linked if reading and reading.status != "missing"]
    silent = worded is None or worded.status in ("unknown", "missing")
    said = named if silent or worded is None else [worded, *named]
    if not said:
        return _unknown("")
    joined = one_of(said, "link" if named else said[0].rule)
    alone = len(named) == len(linked) and not (silent and worded)
    return joined if alone else as_likely(joined)


def _as_address(said: str) -> str:
    """The text as one address without blanks, "" if it is none."""
    text = said.strip("<> \t")
    if " " in text:
        return ""
    return text if is_uri(text) or re.match(r"(?:[\w-]+[.])+[a-z]{2,3}/\S", text) else ""


def _by_address(vocabulary: Vocabulary, address: str) -> Reading | None:
    """A page of a site that has licences, by the name in its path; None for every other site."""
    spelling = uri_spelling(address)
    folded = spelling.lower()
    for start, words in vocabulary.licence_grammar.sites:
        if folded.startswith(start) or folded == start.rstrip("/#"):
            name = _FILE.sub("", _PAGE.sub("", spelling[len(start) :]))
            reading = _strictly(vocabulary, f"{words} {name.replace('/', '-')}")
            if reading.status == "unknown":
                reading = _strictly(vocabulary, f"{words} {_CAMEL.sub(' ', name)}")
            return reading
    return None


def _strictly(vocabulary: Vocabulary, name: str) -> Reading:
    """A name in an address: listed, or made of known words only."""
    reading = _by_name(vocabulary, name.strip()) or _by_words(vocabulary, name.strip())
    return _unknown(name) if reading.rule == "sentence" else _renamed(reading, "address")


def _renamed(reading: Reading, rule: str) -> Reading:
    kept = reading.rule if reading.rule == STATEMENT else rule
    return replace(reading, rule=kept)


def _by_words(vocabulary: Vocabulary, said: str) -> Reading:
    found = scan(vocabulary.licence_grammar, said)
    if found.wholes:
        if reading := _by_whole(vocabulary, found):
            return reading
        found.doubts += found.wholes.count(UNSPECIFIED)
        found.leftovers += len(found.wholes)
    mentions = merge(found)
    if not mentions:
        return _unknown(said)
    meant = [_resolve(vocabulary, mention, found) for mention in mentions]
    agreed = len({(reading.value, reading.candidates) for reading in meant}) == 1
    if found.doubts or not agreed:
        return leave_open(meant, "doubtful" if agreed else "several")
    return meant[0]


def _by_whole(vocabulary: Vocabulary, found: Scan) -> Reading | None:
    """A text that is nothing but one phrase ("Andere offene Lizenz")."""
    alone = not (found.mentions or found.leftovers or found.doubts)
    licence = vocabulary.licences.get(found.wholes[0])
    return _named(licence, "words", "exact") if alone and licence else None


def _resolve(vocabulary: Vocabulary, mention: Mention, found: Scan) -> Reading:
    """The licence a mention names; unknown where there is no such version, variant or port."""
    meant, extra = _look_up(vocabulary, mention, found)
    if meant is None:
        return _unknown("", "combination")
    ids = tuple(licence.id for licence in meant.licences)
    if meant.group or len(ids) > 1:
        rule = "sentence" if found.leftovers or extra else "words"
        return Reading(meant.group.id if meant.group else None, "ambiguous", rule, None, ids)
    if found.leftovers or mention.loose or extra:
        return _named(meant.licences[0], "sentence", "likely")
    return _named(meant.licences[0], "words", "exact")


def _look_up(vocabulary: Vocabulary, mention: Mention, found: Scan) -> tuple[Meant | None, bool]:
    """What is meant, and whether something had to be left out to find it."""
    table = vocabulary.licence_grammar.expressions
    if not mention.family:
        return _without_family(vocabulary, mention, found), False
    family = mention.family
    port = "" if mention.port in _NO_PORT or mention.port == _HOME.get(family) else mention.port
    key = Expression(family, mention.parts, mention.version, port)
    ported = key._replace(port=found.source)
    if found.source and not mention.port and ported in table:
        return table[ported], True
    if key in table:
        return table[key], mention.parts == "nc" and not table[key].group
    if port and not mention.version:
        return table.get(key._replace(port="")), True
    if port and family not in ("cc", "ogl", "dl-de", "dl"):
        return table.get(key._replace(port="")), True
    if family not in _OF_ELEMENTS and set(mention.elements) <= {"by", "sa"}:
        return table.get(key._replace(elements="")), True
    return None, False


def _without_family(vocabulary: Vocabulary, mention: Mention, found: Scan) -> Meant | None:
    """Elements alone (``BY-NC-SA``, ``Attribution 4.0``), if nothing else is said.

    They may be of Creative Commons or of the Datenlizenz Deutschland; one written element without a
    version is a duty, not a licence.
    """
    enough = mention.version or len(set(mention.elements)) > 1 or mention.coded
    if found.leftovers or not enough or not mention.elements:
        return None
    port = "" if mention.port in _NO_PORT else mention.port
    key = Expression("cc", mention.parts, mention.version, port)
    table = vocabulary.licence_grammar.expressions
    if not mention.version:
        return table.get(key)
    both = (table.get(key), table.get(key._replace(family="dl-de")))
    licences = tuple(licence for meant in both if meant for licence in meant.licences)
    return Meant(licences) if licences else None
