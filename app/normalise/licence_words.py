# SPDX-License-Identifier: EUPL-1.2
"""Names of licences: listed ones, and those that the grammar makes of known words.

Never a version, variant or port that is not there: what the table of combinations lacks is unknown,
two licences are none, words of doubt ("nicht", "statt") leave it open, other words make it likely.
"""

import re

from app.model import Reading
from app.normalise.licence_joining import COMBINATION, leave_open
from app.normalise.licence_mentions import Mention, Scan, merge, scan
from app.vocabulary import Licence, Vocabulary
from app.vocabulary.licence_grammar import Expression, Meant

# Ids of the licence list that are no licences: nothing was said, what was said cannot be read.
UNSPECIFIED, UNKNOWN = "unspecified", "unknown"
# Rule of readings such as inspire-no-conditions: an entry of the list, but no licence.
STATEMENT = "statement"
_HTTP = re.compile(r"\s*<?\s*https?://", re.IGNORECASE)
_NO_PORT = frozenset({"international", "unported", "generic", "universal"})
# Names of versions that are never called so: 4.0 is "International", 3.0 "Unported".
_MISCALLED = frozenset({("4.0", "unported"), ("4.0", "generic"), ("3.0", "international")})
# Families that elements belong to; the others have none but what their name implies.
_OF_ELEMENTS = frozenset({"cc", "dl", "dl-de", "odc", "geolizenz"})
# Versions of Creative Commons that are not on the list, but may be meant where no family is named.
_OUTSIDE = frozenset({"1.0"})
# Families whose versions differ by country, and the country of those that have only one.
_HOME = {"ogl": "uk", "dl-de": "de"}


def unknown(said: str, rule: str = "unread") -> Reading:
    """Said, but not understood."""
    return Reading(None, "unknown", rule, said)


def by_name(vocabulary: Vocabulary, said: str) -> Reading | None:
    """By a listed URI or name, letter by letter but for what folding allows."""
    licences = vocabulary.licences
    if shared := licences.candidates(said):
        group = licences.class_of(said)
        ids = tuple(candidate.id for candidate in shared)
        return Reading(group.id, "ambiguous", "shared", said, ids) if group else None
    if found := _by_uri(vocabulary, said):
        return named(found, "uri", "exact")
    if found := licences.by_alias(said):
        return named(found, "alias", "exact")
    return None


def _by_uri(vocabulary: Vocabulary, said: str) -> Licence | None:
    """None for words glued to an address ("NC-https://…"), which a scheme may look like."""
    if "://" in said and not _HTTP.match(said):
        return None
    return vocabulary.licences.by_uri(said)


def named(licence: Licence, rule: str, status: str) -> Reading:
    """The reading of a licence; classes, statements and non-licences have their own status."""
    if licence.id == UNKNOWN:
        return unknown("")
    if licence.id == UNSPECIFIED:
        return Reading(None, "missing", rule)
    if licence.is_class:
        return Reading(licence.id, "ambiguous", rule)
    if licence.kind == "statement":
        return Reading(licence.id, "exact", STATEMENT)
    return Reading(licence.id, "exact" if status == "exact" else "likely", rule)


def by_words(vocabulary: Vocabulary, said: str, foreign: int = 0, unread: int = 0) -> Reading:
    """What the words of a text name.

    foreign: how many addresses of other sites stood in it; unread: how many of sites that have
    licences, but not this one.
    """
    found = scan(vocabulary.licence_grammar, said)
    found.leftovers += foreign
    found.doubts += unread
    if found.wholes:
        if reading := _by_whole(vocabulary, found):
            return reading
        found.doubts += found.wholes.count(UNSPECIFIED)
        found.leftovers += len(found.wholes)
    mentions = merge(found)
    if not mentions:
        return unknown(said)
    meant = [_resolve(vocabulary, mention, found) for mention in mentions]
    agreed = len({(reading.value, reading.candidates) for reading in meant}) == 1
    if not found.doubts and agreed:
        return meant[0]
    opened = leave_open(meant, "doubtful" if agreed else "several")
    return opened if opened.candidates else unknown(said, COMBINATION)


def _by_whole(vocabulary: Vocabulary, found: Scan) -> Reading | None:
    """A text that is nothing but one phrase ("Andere offene Lizenz")."""
    alone = not (found.mentions or found.leftovers or found.doubts)
    licence = vocabulary.licences.get(found.wholes[0])
    return named(licence, "words", "exact") if alone and licence else None


def _resolve(vocabulary: Vocabulary, mention: Mention, found: Scan) -> Reading:
    """The licence a mention names; unknown where there is no such version, variant or port."""
    meant, extra = _look_up(vocabulary, mention, found)
    if meant is None:
        return unknown("", COMBINATION)
    ids = tuple(licence.id for licence in meant.licences)
    if meant.group or len(ids) > 1:
        rule = "sentence" if found.leftovers or extra else "words"
        return Reading(meant.group.id if meant.group else None, "ambiguous", rule, None, ids)
    if found.leftovers or mention.loose or extra:
        return named(meant.licences[0], "sentence", "likely")
    return named(meant.licences[0], "words", "exact")


def _look_up(vocabulary: Vocabulary, mention: Mention, found: Scan) -> tuple[Meant | None, bool]:
    """What is meant, and whether something had to be left out to find it."""
    table = vocabulary.licence_grammar.expressions
    if not mention.family:
        return _without_family(vocabulary, mention, found), mention.version in _OUTSIDE
    family = mention.family
    port = "" if mention.port in _NO_PORT or mention.port == _HOME.get(family) else mention.port
    key = Expression(family, mention.parts, mention.version, port)
    ported = table.get(key._replace(port=found.source)) if found.source else None
    if ported and not mention.port and all(each.uri_dcat_ap_de for each in ported.licences):
        return ported, True  # the words name the German list, which has this licence with its port
    if mention.parts == "nc" and mention.version:  # a code of the old German list: cc-nc-3.0
        code = mention.coded and mention.ended and not (mention.port or found.leftovers)
        return (table.get(key) if code else None), True
    if key in table:
        return table[key], (mention.version, mention.port) in _MISCALLED
    if port and not mention.version:
        return table.get(key._replace(port="")), True
    if port and family not in ("cc", "ogl", "dl-de", "dl"):
        return table.get(key._replace(port="")), True
    if family not in _OF_ELEMENTS:
        return _with_duties(table.get(key._replace(elements="")), mention), True
    return None, False


def _with_duties(meant: Meant | None, mention: Mention) -> Meant | None:
    """A licence that is named without elements, if it has the duties named beside it."""
    elements = set(mention.elements)
    if meant is None or not elements <= {"by", "sa"}:
        return None
    bound = all(licence.duties["share_alike"] != "none" for licence in meant.licences)
    return meant if bound or "sa" not in elements else None


def _without_family(vocabulary: Vocabulary, mention: Mention, found: Scan) -> Meant | None:
    """Elements alone (``BY-NC-SA``, ``Attribution 4.0``), if nothing else is said.

    They may be of Creative Commons or of the Datenlizenz Deutschland; one written element without a
    version is a duty, not a licence.
    """
    enough = mention.version or len(set(mention.elements)) > 1 or mention.coded
    if found.leftovers or not enough or not {"by", "zero"}.intersection(mention.elements):
        return None
    port = "" if mention.port in _NO_PORT else mention.port
    key = Expression("cc", mention.parts, mention.version, port)
    table = vocabulary.licence_grammar.expressions
    if not mention.version:
        return table.get(key)
    both = (table.get(key), table.get(key._replace(family="dl-de")))
    licences = tuple(licence for meant in both if meant for licence in meant.licences)
    return Meant(licences) if licences else None
