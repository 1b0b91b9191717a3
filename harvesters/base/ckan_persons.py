# SPDX-License-Identifier: EUPL-1.2
"""Takes what is about natural persons out of a CKAN package; it is stored and shown apart (S11).

CKAN has no type for persons: a name in ``author``, ``maintainer`` or a contact may be an office or
a person. A person is one that is typed so, addressed as Frau or Herr, has a mailbox made of a
person's name, or bears a name shaped like one without a word of a body. Functional mailboxes stay.
"""

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
# Words of bodies, none of which is a part of family names (Baumann, Roland, Georg, Wassermann).
_BODY = re.compile(
    r"amt\b|amts|ämter|stadt(?!ler)|städt|gemeinde|kreis\b|kreisverwaltung|\bland\b|landes|landkreis"
    r"|landrat|rheinland|saarland|deutschland|\bdeutsche[rsnm]?\b|\bbund\b|bundes|dienst|bahn\b"
    r"|verein|verband|gesellschaft|werke\b|betrieb|institut|zentrum|zentrale|schule\b|universit"
    r"|hochschul|biblio|museum|archiv|ministerium|behörde|\bsenat|magistrat|\brat\b|abteilung"
    r"|fachbereich|referat|dezernat|\bteam\b|redaktion|daten|\bdata\b|portal|statisti|\bgeo(?!rg)"
    r"|vermess|kataster|umwelt|verkehr|planung|\bbau\b|bauamt|bauordnung|hochbau|tiefbau|städtebau"
    r"|finanz|haushalt|kämmerei|service|stelle\b|büro|agentur|verwaltung|kommun|region|bezirk"
    r"|\bmarkt\b|stiftung|kammer\b|polizei|feuerwehr|pressestelle|gruppe\b|initiative|projekt|\bopen"
    r"|\blab\b|digital|online|gmbh|administrator|support|wasserwerk|wasserwirt|energie|abfall"
    r"|gesundheit|sozial|jugend|kultur|\bsport|^(?:bad|sankt|markt|kloster|burg|schloss) ",
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
    """The parts of an agent that are personal; of a person everything but a functional mailbox.

    is_office: bodies publish, and "Bergisch Gladbach" has the shape of a person's name; there the
    shape alone is not enough.
    """
    names = [said[part] for part in _NAMES & said.keys()]
    mails = {part: said[part] for part in _MAILS & said.keys()}
    typed = any(said[part].strip().casefold() == "person" for part in _KINDS & said.keys())
    typed = typed and not any(map(_names_body, names))
    shaped = [name for name in names if is_personal_name(name) and not _is_site(name, mails)]
    bearing = names if typed else shaped
    own = {part for part, mail in mails.items() if is_personal_mail(mail) or _bears(mail, bearing)}
    if typed or any(map(is_addressed, names)) or (shaped and (own or not is_office)):
        return {part for part in said if part in own or part not in _HARMLESS | mails.keys()}
    reach = {part for part in said if part.startswith(("tel", "phone", "fax", "mobil"))}
    return own | reach if own else set()


def _bears(mail: str, names: list[str]) -> bool:
    """Whether a mailbox is named after one of these persons."""
    local = _ascii(mail.removeprefix("mailto:").partition("@")[0])
    return any(word in local for name in names for word in _words(name))


def _is_site(name: str, mails: dict[str, str]) -> bool:
    """Whether a name is that of the mailbox's domain: opendata@bergischgladbach.example."""
    domains = [_ascii(mail.partition("@")[2]).replace("-", "") for mail in mails.values()]
    whole = "".join(_words(name))
    return bool(whole) and any(whole in domain for domain in domains)


def _words(name: str) -> list[str]:
    return re.findall(r"\w{3,}", _ascii(name))


def _ascii(text: str) -> str:
    letters = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
    return text.casefold().translate(letters)


def _names_body(name: str) -> bool:
    return is_organisation(name) or bool(_BODY.search(name))


def is_personal_name(name: str) -> bool:
    """Whether a name is a person's: addressed so, or shaped so and without a body's word."""
    text = " ".join(name.split())
    if is_addressed(text) or is_personal_mail(text):
        return True
    shaped = len(text) < 60 and (_SHAPE.fullmatch(text) or _TURNED.fullmatch(text))
    return bool(shaped) and not _names_body(text)
