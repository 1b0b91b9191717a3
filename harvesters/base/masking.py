# SPDX-License-Identifier: EUPL-1.2
"""Takes persons out of raw text that is quoted in reports, where nothing tells statements apart.

Findings and rejected items quote what the portal wrote, and persons must not stand in them (S11).
Names of offices may fall with them: what is wrong with a text is seen without.
"""

import re

from harvesters.base.persons import is_personal_mail

_WORD = r"[^\s@<>\"'(),;:]"
_MAIL = re.compile(rf"(?<!{_WORD}){_WORD}++@{_WORD}++")
_TELEPHONE = re.compile(r"tel:[+\d][^\"'<>\\]*")
# Elements and properties of vCard and FOAF that name somebody: <vcard:fn>...<, vcard:fn "..."
_NAMES = r"(?:fn|hasFN|given-name|family-name|givenName|familyName|firstName|lastName|surname)"
_PERSON = re.compile(r"Individual|Person\b|person\b")


def _named(names: str) -> re.Pattern[str]:
    element = rf"<(?:[\w.-]+:)?{names}(?:\s[^<>]*)?>(?=[^<])"
    property_ = rf"[:#/]{names}[\"'>]?\s*+:?\s*+\[?\s*+[\"']"
    return re.compile(rf"({element}|{property_})[^<\"']*", re.I)


_PARTS = _named(_NAMES)
_ANY_NAME = _named("name")


def masked(text: str) -> str:
    """The text with names, personal mailboxes and telephones of persons replaced by dots."""
    text = _MAIL.sub(lambda mail: "…@…" if is_personal_mail(mail.group()) else mail.group(), text)
    text = _PARTS.sub(r"\1…", _TELEPHONE.sub("tel:…", text))
    return _ANY_NAME.sub(r"\1…", text) if _PERSON.search(text) else text


# Members of JSON interfaces that name somebody, in whatever spelling; only their texts are hidden.
_MEMBERS = re.compile(
    r'("(?:[\w:.-]*[:._-])?(?:fn|author|maintainer|creator|contact|ansprechpartner)'
    r'(?:[ _.-]?(?:name|person|point))?"\s*:\s*")[^"]+',
    re.I,
)

# Extras of CKAN say the same as pairs of a key and a value.
_ROLE = r'"[^"]*(?:author|maintainer|creator|contact|ansprechpartner)[^"]*"'
_PAIRS = re.compile(rf'("key"\s*+:\s*+{_ROLE}\s*+,\s*+"value"\s*+:\s*+")[^"]++', re.I)
_TURNED = re.compile(rf'("value"\s*+:\s*+")[^"]++(?="\s*+,\s*+"key"\s*+:\s*+{_ROLE})', re.I)


def masked_json(text: str) -> str:
    """The same for the JSON of an interface, whose members have names without a vocabulary."""
    for named in (_MEMBERS, _PAIRS, _TURNED):
        text = named.sub(r"\1…", text)
    return masked(text)
