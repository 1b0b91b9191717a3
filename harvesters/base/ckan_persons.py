# SPDX-License-Identifier: EUPL-1.2
"""Takes what is about natural persons out of a CKAN package; it is stored and shown apart (S11).

CKAN has no type for persons: a name in ``author``, ``maintainer`` or a contact may be an office or
a person. A person is one that is typed so, addressed as Frau or Herr, has a mailbox made of a
person's name, or bears a name shaped like one without a word of an organisation. Functional
mailboxes stay.
"""

import json
import re
from typing import Any

from harvesters.base.ckan_fields import decoded, fold
from harvesters.base.ckan_json import Json
from harvesters.base.persons import is_addressed, is_organisation, is_personal_mail

# Agents whose parts stand beside each other: maintainer, maintainer_email, maintainer_tel, …
_AGENT = re.compile(
    r"(author|maintainer|creator|contactperson|contactpoint|contact|publisher|originator"
    r"|contributor(?!ids?$)|ansprechpartner|kontakt)(.*)"
)
_OFFICES = {"publisher", "originator", "contributor"}
_NAMES = {"", "name", "fn", "person"}
_MAILS = {"email", "mail", "mailto", "hasemail"}
_KINDS = {"contacttype"}
# What stays of an agent that is a person: what kind of agent it was.
_HARMLESS = {"role", "type", "contacttype"}
# Lists of agents as objects: GovData's contacts, contact and publisher of ckanext-scheming.
_LISTS = {"contacts", "contact", "contactpoint", "publisher", "creator", "author", "maintainer"}
_LISTS |= {"originator", "contributor"}
_WORD = r"[A-ZÄÖÜÉ][a-zäöüßéèáóçñ]+"
_SHAPE = re.compile(
    rf"{_WORD}(?:-{_WORD})?(?: {_WORD}(?:-{_WORD})?| [A-Z]\.| (?:von|van|de|zu|der|zur|vom))*"
    rf" {_WORD}(?:-{_WORD})?"
)
_TURNED = re.compile(rf"{_WORD}(?:-{_WORD})?, {_WORD}(?:-{_WORD})?")
_BODY = re.compile(
    r"amt\b|amts|ämter|stadt|städt|gemeinde|kreis|land|bund|deutsch|dienst|bahn|verein|verband|gesellschaft|werke"
    r"|betrieb|institut|zentrum|zentrale|schule|universit|biblio|museum|archiv|ministerium|behörde|senat|magistrat"
    r"|rat\b|abteilung|fachbereich|fachdienst|referat|dezernat|team|redaktion|daten|data|portal|statisti|geo"
    r"|vermess|kataster|umwelt|verkehr|planung|bau|finanz|haushalt|kämmerei|service|stelle|büro|agentur|verwaltung"
    r"|kommun|region|bezirk|markt|stiftung|kammer|polizei|feuerwehr|presse|gruppe|initiative|projekt|netz|lab\b|open"
    r"|digital|online|gmbh|administrator|support|wasser|energie|abfall|gesundheit|sozial|jugend|kultur|sport",
    re.I,
)


def separate(package: Json) -> tuple[Json, Json]:
    """(public, personal): the package without what is about persons, and that by its keys."""
    public, personal = _separate_parts(package)
    files = [_separate_parts(each) for each in _resources(public)]
    if any(apart for _, apart in files):
        public["resources"] = [rest for rest, _ in files]
        personal["resources"] = [apart for _, apart in files]
    extras = public.get("extras")
    held = decoded(extras)
    rest: Any = None
    apart: Json = {}
    if isinstance(held, dict):
        rest, apart = _separate_parts(held)
    elif isinstance(held, list):
        rest, apart = _separate_pairs(held)
    if not apart:
        return public, personal
    return {**public, "extras": rest}, {**personal, "extras": apart}


def _resources(package: Json) -> list[Json]:
    resources = package.get("resources")
    if not isinstance(resources, list) or not all(isinstance(each, dict) for each in resources):
        return []
    return resources


def _separate_pairs(pairs: list[Any]) -> tuple[list[Any], Json]:
    """The same for extras as a list of key and value."""
    named = {
        p["key"]: p.get("value") for p in pairs if isinstance(p, dict) and _is_key(p.get("key"))
    }
    public, personal = _separate_parts(named)
    rest = []
    for pair in pairs:
        key = pair.get("key") if isinstance(pair, dict) else None
        if not _is_key(key) or key not in personal:
            rest.append(pair)
        elif key in public:
            rest.append({**pair, "value": public[key]})
    return rest, personal


def _is_key(key: Any) -> bool:
    return isinstance(key, str)


def _separate_parts(parts: Json) -> tuple[Json, Json]:
    personal: Json = {}
    public = dict(parts)
    for key, value in parts.items():
        if fold(key) in _LISTS and isinstance(listed := decoded(value), list | dict):
            rest, apart = _separate_listed(listed, fold(key))
            if apart:
                public[key], personal[key] = rest, apart
    for agent, keys in _agents(public).items():
        for key in _personal_keys(agent, keys, public):
            personal[key] = public.pop(key)
    for key, value in list(public.items()):
        if isinstance(value, str) and len(value) < 200 and is_personal_mail(value):
            personal[key] = public.pop(key)
    return public, personal


def _agents(parts: Json) -> dict[str, dict[str, str]]:
    """Agent -> part (name, email, …) -> key, of those whose parts are texts."""
    found: dict[str, dict[str, str]] = {}
    for key, value in parts.items():
        agent = _AGENT.match(fold(key))
        if agent and isinstance(decoded(value), str) and value.strip():
            found.setdefault(agent[1], {})[agent[2]] = key
    return found


def _personal_keys(agent: str, keys: dict[str, str], parts: Json) -> list[str]:
    said = {part: parts[key] for part, key in keys.items()}
    apart = _personal_parts(said, is_office=agent in _OFFICES)
    return [key for part, key in keys.items() if part in apart]


def _separate_listed(listed: Any, name: str) -> tuple[Any, Any]:
    """Agents given as objects: what stays of each, and what is personal, in the same order."""
    agents = listed if isinstance(listed, list) else [listed]
    rest: list[Any] = []
    apart: list[Any] = []
    for agent in agents:
        said = {fold(key): value for key, value in agent.items()} if isinstance(agent, dict) else {}
        texts = {part: value for part, value in said.items() if isinstance(value, str)}
        role = fold(texts.get("role", ""))
        is_office = name in _OFFICES or role == "veroeffentlichendestelle"
        parts = _personal_parts(texts, is_office=is_office)
        own = agent if isinstance(agent, dict) else {}
        apart.append({key: value for key, value in own.items() if fold(key) in parts})
        rest.append({k: v for k, v in own.items() if fold(k) not in parts} if own else agent)
    if not any(apart):
        return listed, None
    return rest, apart


def _personal_parts(said: dict[str, str], *, is_office: bool) -> set[str]:
    """The parts of an agent that are personal; of a person everything but a functional mailbox."""
    names = [said[part] for part in _NAMES & said.keys()]
    mails = {part: said[part] for part in _MAILS & said.keys()}
    typed = any(said[part].strip().casefold() == "person" for part in _KINDS & said.keys())
    person = typed and not any(map(_names_body, names))
    person = person or any(
        is_personal_name(name) for name in names if not (is_office and _names_body(name))
    )
    own = {part for part, mail in mails.items() if _is_own(mail, names if person else [])}
    if person:
        return {
            part for part in said if part not in _HARMLESS and (part in own or part not in mails)
        }
    reach = {part for part in said if part.startswith(("tel", "phone", "fax", "mobil"))}
    return own | reach if own else set()


def _is_own(mail: str, names: list[str]) -> bool:
    """Whether a mailbox is a person's: by its form, or because it bears the person's name."""
    if is_personal_mail(mail):
        return True
    local = mail.removeprefix("mailto:").partition("@")[0].casefold()
    words = [word for name in names for word in re.findall(r"\w{3,}", _ascii(name.casefold()))]
    return any(word in _ascii(local) for word in words)


def _ascii(text: str) -> str:
    return text.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})


def _names_body(name: str) -> bool:
    return is_organisation(name) or bool(_BODY.search(name))


def is_personal_name(name: str) -> bool:
    """Whether a name is a person's: addressed so, or shaped so and without a body's word."""
    text = " ".join(name.split())
    if is_addressed(text) or is_personal_mail(text):
        return True
    shaped = len(text) < 60 and (_SHAPE.fullmatch(text) or _TURNED.fullmatch(text))
    return bool(shaped) and not _names_body(text)


def text_of(personal: Json) -> str:
    """Canonical JSON of what is personal; empty if nothing is."""
    return json.dumps(personal, ensure_ascii=False, sort_keys=True) if personal else ""
