# SPDX-License-Identifier: EUPL-1.2
"""Terms for what ISO 19139 says in code lists and texts: topics, languages, frequencies, CRS.

Sources: ISO 19115:2003 annex B.5 (code lists), GeoDCAT-AP 2.0.0 annexes B and D. Which theme of
DCAT-AP a topic category stands for is this project's own reading (decision 24).
"""

import re

from harvesters.base.terms import NAMESPACES

_THEME = "http://publications.europa.eu/resource/authority/data-theme/"
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
_FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/"
_INSPIRE = "http://inspire.ec.europa.eu/metadata-codelist/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
THEMES = {
    "farming": ("AGRI",),
    "biota": ("ENVI",),
    "boundaries": ("REGI", "GOVE"),
    "climatologyMeteorologyAtmosphere": ("ENVI", "TECH"),
    "economy": ("ECON",),
    "elevation": ("REGI", "ENVI"),
    "environment": ("ENVI",),
    "geoscientificInformation": ("REGI", "ENVI", "TECH"),
    "health": ("HEAL",),
    "imageryBaseMapsEarthCover": ("ENVI", "REGI"),
    "intelligenceMilitary": ("JUST",),
    "inlandWaters": ("ENVI",),
    "location": ("REGI",),
    "oceans": ("ENVI",),
    "planningCadastre": ("REGI", "GOVE"),
    "society": ("SOCI", "EDUC"),
    "structure": ("REGI", "TRAN"),
    "transportation": ("TRAN",),
    "utilitiesCommunication": ("ENER", "TECH", "ENVI"),
}
# InGrid's editor writes the code of a theme of DCAT-AP as a keyword.
CODES = {"AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI"}
CODES |= {"TECH", "TRAN"}
# ISO 639-2, both forms where there are two -> (authority of the EU, ISO 639-1)
_LANGUAGES = {
    "ger": ("DEU", "de"),
    "deu": ("DEU", "de"),
    "eng": ("ENG", "en"),
    "fre": ("FRA", "fr"),
    "fra": ("FRA", "fr"),
    "dut": ("NLD", "nl"),
    "nld": ("NLD", "nl"),
    "dan": ("DAN", "da"),
    "pol": ("POL", "pl"),
    "cze": ("CES", "cs"),
    "ces": ("CES", "cs"),
}
_FREQUENCIES = {
    "continual": "UPDATE_CONT",
    "daily": "DAILY",
    "weekly": "WEEKLY",
    "fortnightly": "BIWEEKLY",
    "monthly": "MONTHLY",
    "quarterly": "QUARTERLY",
    "biannually": "ANNUAL_2",
    "annually": "ANNUAL",
    "irregular": "IRREG",
    "unknown": "UNKNOWN",
}
_ADDRESS = re.compile(r"(?:https?|ftp|urn|mailto|tel):[^\s<>\"{}|\\^`\x00-\x20]+", re.I)
_EPSG = re.compile(
    r"(?<![a-z])epsg(?:-?code)?[:/\s.]{0,3}(?:[\d.]{1,8}[:/]{1,2})?\s{0,2}(\d{4,6})(?!\d)", re.I
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_REGULATION = re.compile(r"\b1089/2010\b")


def literal(text: str, lang: str = "") -> str:
    """A plain text as a term."""
    return f'"{text.translate(_ESCAPES)}"' + (f"@{lang}" if lang else "")


def iri(text: str) -> str:
    """An address as a term; what is no address in full stays a text."""
    said = text.strip()
    return f"<{said}>" if _ADDRESS.fullmatch(said) else literal(said)


def is_address(text: str) -> bool:
    """Whether a text is an absolute address that can stand as an IRI."""
    return bool(_ADDRESS.fullmatch(text))


def named(name: str) -> str:
    """The IRI of a short name, ``dcat:Dataset``."""
    prefix, _, rest = name.partition(":")
    return f"<{NAMESPACES[prefix]}{rest}>"


def moment(text: str) -> str:
    """A day or an instant, typed; anything else as it was said."""
    if _DAY.fullmatch(text):
        return f'"{text}"^^<{_XSD}date>'
    if _INSTANT.fullmatch(text):
        return f'"{text}"^^<{_XSD}dateTime>'
    return literal(text)


def themes_of(topic: str) -> list[str]:
    """Themes of DCAT-AP that a topic category stands for."""
    return [f"<{_THEME}{code}>" for code in THEMES.get(topic, ())]


def theme(code: str) -> str:
    """The IRI of a theme of DCAT-AP by its code."""
    return f"<{_THEME}{code}>"


def topic(category: str) -> str:
    """The IRI of a topic category (GeoDCAT-AP 2.0.0, B.6.8)."""
    known = re.fullmatch(r"\w+", category)
    return f"<{_INSPIRE}TopicCategory/{category}>" if known else literal(category)


def language(code: str) -> str:
    """The language's IRI in the authority table of the EU; unknown codes stay texts."""
    known = _LANGUAGES.get(code.casefold().strip("/ ").rpartition("/")[2])
    return f"<{_LANGUAGE}{known[0]}>" if known else iri(code)


def tag(code: str) -> str:
    """The language tag of a code of ISO 639-2, empty where it is not known."""
    return _LANGUAGES.get(code.casefold(), ("", ""))[1]


def frequency(code: str) -> str:
    """The IRI of MD_MaintenanceFrequencyCode (GeoDCAT-AP 2.0.0, B.6.14)."""
    if code in _FREQUENCIES:
        return f"<{_FREQUENCY}{_FREQUENCIES[code]}>"
    known = re.fullmatch(r"[A-Za-z]+", code)
    return f"<{_INSPIRE}MaintenanceFrequency/{code}>" if known else literal(code)


def reference_system(said: str, address: str) -> str:
    """A coordinate reference system: its own address, else the one OGC gives an EPSG code."""
    if is_address(address):
        return iri(address)
    if is_address(said) and said.casefold().startswith("http"):
        return iri(said)
    found = _EPSG.search(said)
    return f"<http://www.opengis.net/def/crs/EPSG/0/{found[1]}>" if found else literal(said)


def specification(title: str, address: str) -> str:
    """A specification data conform to; the INSPIRE regulation by the address of its text in ELI."""
    if is_address(address):
        return iri(address)
    return "<http://data.europa.eu/eli/reg/2010/1089>" if _REGULATION.search(title) else ""
