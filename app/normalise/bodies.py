# SPDX-License-Identifier: EUPL-1.2
"""What kind of body a name says it is; Land, federal and inter-municipal ones are no Kommune.

Words only, no list of bodies: the rules must hold for names nobody has seen.
"""

import re

from app.model.body import BodyKind
from app.normalise.words import flatten

_BUND = re.compile(
    r"\bbundes(?!stadt\b|gartenschau|strasse|liga)\w*|\w*-?bundesamt\b"
    r"|\bdeutsche[rsn]? (?:wetterdienst|bahn)\b"
    r"|\bwasser(?:strassen)?- und schifffahrts|\bauswaertiges amt\b|\bautobahn gmbh"
    r"|\b(?:haupt)?zollamt\b|\bagentur fuer arbeit\b|\bjobcenter\b|\bdeutsche rentenversicherung\b"
)
_LAND = re.compile(
    r"\b\w*ministeri(?:um|en|ums)\b|\blandes(?!hauptstadt|hauptstaedt|gartenschau|bergen\b)\w+"
    r"|\bstaats(?!oper|theater)\w+"
    r"|\bstaatliche[rsn]?\b|\bbezirksregierung\b|\bregierungspraesidium\b|\bregierung von\b"
    r"|\bfreistaat\b|\boberfinanzdirektion\b|\bfinanzamt\b|\b(?:kreis)?polizei\w*"
    r"|\b(?!linsen)\w*gericht\b|\b\w*anwaltschaft\b"
    r"|\bstatistische[sn]? (?:landes)?amt fuer\b|\bstatistikamt nord\b|\bvermessungsverwaltung\b"
    r"|(?:^|[:,;(] ?|\b(?:das|dem|im|vom|zum) )land\b(?!-)"
    r"|\bsenats\w+|\bsenator(?:in)? fuer\b|\buniversitaet(?:s(?!stadt)\w+)?\b|\bhochschule fuer\b"
    r"|\bamt fuer (?:statistik berlin-brandenburg|ernaehrung, landwirtschaft"
    r"|laendliche entwicklung|bodenmanagement (?!und\b))"
    r"|\bautobahndirektion\b|\bwasserwirtschaftsamt\b"
    r"|\bamt fuer digitalisierung, breitband\b|\bstruktur- und genehmigungsdirektion\b"
    r"|\b(?:fach|musik|kunst|sport|tieraerztliche )?hochschule\b(?! \w*schule)|\bfachhochschule\b"
    r"|^(?:tu|th|htwk?|haw|uni)\b(?!-)|\buniversity\b"
    r"|\b(?:hessi|bayeri|saechsi|niedersaechsi|nordrhein-westfaeli|brandenburgi|saarlaendi"
    r"|rheinland-pfaelzi|baden-wuerttembergi|schleswig-holsteini)sche[rsnm]? (?:verwaltung|zentrale"
    r"|landes\w+|forst\w*|akademie|strassen\w*|schloesser\w*|eich\w*)"
    r"|\bthueringer (?:verwaltung|landes\w+|forst\w*|zentrale|rechnungshof)"
)
_BETWEEN = re.compile(
    r"\b\w*zweckverband\b|\bverkehrsverbund\b|\bregionalverband\b|\bmetropolregion\b|\bplanungsverband\b"
    r"|\blandschaftsverband\b|\bregionale planungs|\bplanungsgemeinschaft\b|\b\w*kammer\b"
    r"|\bsparkassen\w*verband\b|\bstaedtetag\b|\blandkreistag\b"
    r"|\bstaedte- und gemeindebund\b|\bgemeindetag\b"
    r"|\bkommunalverband\b|\bkassenaerztliche"
    r"|\bihk\b|\bhwk\b|\bbezirksverband\b"
    r"|\bberlin ?[-/] ?brandenburg|\bbremen ?[-/] ?niedersachsen|\bhamburg ?/ ?schleswig"
    r"|^(?:wirtschafts)?region\b(?! hannover\b)|\brechenzentrum\b|\bkrzn?\b|\bkdv?z\b"
    r"|\bnahverkehr \w+land\b|\b\w*verband\b"
)
# Of the whole country or beyond: not of the city state either that they sit in.
_NATIONAL = re.compile(
    r"\bfraunhofer\b|\bleibniz-|\bhelmholtz-|\bmax-planck-|\b\w+-\w+-institut\b|\bforschungszentrum\b"
    r"|^deutsche[rnsm]? (?!oper|theater|schauspiel)|\binstitut fuer technologie\b"
    r"|\beuropaeische[rnsm]?\b|\bevangelische (?:kirche|landeskirche)|\bkatholische kirche"
    r"|\b(?:juedische|israelitische) (?:kultus)?gemeinde\b|\b\w*(?:kirchen|pfarr)gemeinde\b"
    r"|\bevangelisch-lutherische\b|\b(?:erz)?bistum\b|\bkirchenkreis\b|\blandeskirche\b|\bdioezese\b"
)
_ZWECKVERBAND = re.compile(
    r"\b\w*zweckverband\b|\bzv\b|\b\w*wasserverband\b|\bplanungsverband\b"
    r"|\bwasser- und bodenverband\b"
)
# An association of one town says so by its name; those of a region have other words.
_REGIONAL = re.compile(
    r"nahverkehr|verkehrsverbund|region|grossraum|metropol|planung|landes|umland|rhein|land\b|kreis|verbund"
)
_VEREIN = re.compile(r"\be\.\s?v\b|\bverein\b|\bgenossenschaft\b|\bstiftung\b|\be\.\s?g\b")
_COMPANY = re.compile(
    r"\bg?gmbh\b|\bag\b|\bgbr\b|\bkg\b|\bse\b|\bug\b|aktiengesellschaft|gesellschaft mbh|\bmbh\b"
)
# What companies of towns do; any other company only has its seat in the place it names last.
_SERVICE = re.compile(
    r"stadt|staedt|gemeinde|kommun|kreis|verkehr|bus\b|bahn|hafen|werke?\b|energie|netz|gas|strom|wasser"
    r"|entsorg|abfall|wohn|bau|baeder|zoo|messe|theater|kultur|museum|touris|marketing|klinik"
    r"|wirtschaftsfoerderung|digital|smart"
)
_OWN = re.compile(
    r"\baoer\b|\bkoer\b|\beigenbetrieb\w*|\b(?:stadt|gemeinde)werke?\b|\b(?!landes|staats)\w*betriebe?s?\b|\bgebaeudewirtschaft\b"
    r"|\bgebaeudemanagement\b|\bstadtentwaesserung\b|\bstadtreinigung\b|\bfriedhofsverwaltung\b"
)
_TITLE = re.compile(r"(?:herrn?|frau|dr|prof|dipl)\b")
_NO_PERSON = re.compile(
    r"\b(?:der|die|das|des|fuer|und|in|zu)\b|\d|[/(:&]|schule|haus|museum|bibliothek|stiftung|institut"
    r"|klinik|theater|halle|stadt|gemeinde|kreis|amt\b|verlag"
)
_MOST_PERSON_WORDS, _MOST_NAMES = 5, 3
_PERSON_TYPES = ("/foaf/0.1/Person", "vcard/ns#Individual")
_MUNICIPAL = re.compile(
    r"stadt|gemeinde|\bmarkt\b|kreis|landrat|rathaus|buergermeister|magistrat|kommun|\bamt\b|\w{3}amt\b"
    r"|fachbereich|fachdienst|dezernat|referat|kaemmerei|ortsteil|\bvg\b"
)


def is_federal(name: str) -> bool:
    """Whether the name is one of a federal body."""
    return bool(_BUND.search(flatten(name)))


def is_state(name: str) -> bool:
    """Whether the name is one of a Land's body: ministry, Landesamt, university."""
    flat = flatten(name)
    return bool(_LAND.search(flat)) and not _VEREIN.search(flat)


def is_shared(name: str) -> bool:
    """Whether the name is one of a body of several Kommunen or of a chamber."""
    return bool(_BETWEEN.search(flatten(name)))


def is_national(name: str) -> bool:
    """Whether the name is one of a church, a research institute or another national body."""
    return bool(_NATIONAL.search(flatten(name)))


def is_private(name: str) -> bool:
    """Whether the name is one of a company whose words are no service of a town's."""
    flat = flatten(name)
    return bool(_COMPANY.search(flat)) and not _SERVICE.search(flat)


def may_be_of_one(name: str) -> bool:
    """Whether an association may be of the one Kommune it names, by no word for a region."""
    flat = flatten(name)
    return bool(_ZWECKVERBAND.search(flat)) and not _REGIONAL.search(flat)


def is_person(types: tuple[str, ...]) -> bool:
    """Whether the agent's types say it is a natural person."""
    return any(kind.endswith(_PERSON_TYPES) for kind in types)


def names_person(name: str, forenames: frozenset[str]) -> bool:
    """Whether the name is one of a natural person: a title, or a forename before one more name."""
    flat = flatten(name)
    words = flat.replace(",", " ").split()
    if not 1 < len(words) <= _MOST_PERSON_WORDS or _NO_PERSON.search(flat):
        return False
    if kind_of(name) != "kern":
        return False
    if _TITLE.match(flat):
        return True
    first = flat.partition(",")[0].split()
    if "," in flat and len(first) == 1:
        words = words[::-1]
    return len(words) <= _MOST_NAMES and words[0].split("-")[0] in forenames


def looks_municipal(name: str) -> bool:
    """Whether the name has a word of municipal administration and none of another level."""
    flat = flatten(name)
    if any(words.search(flat) for words in (_BUND, _LAND, _BETWEEN, _NATIONAL)):
        return False
    return bool(_MUNICIPAL.search(flat))


def kind_of(name: str) -> BodyKind:
    """The kind of body by its legal form and words; ``kern`` where nothing else is said."""
    flat = flatten(name)
    for kind, words in _KINDS:
        if words.search(flat):
            return kind
    return "kern"


_KINDS: tuple[tuple[BodyKind, re.Pattern[str]], ...] = (
    ("bund", _BUND),
    ("zweckverband", _ZWECKVERBAND),
    ("verein", _VEREIN),
    ("beteiligung", _COMPANY),
    ("eigenbetrieb", _OWN),
    ("land", _LAND),
    ("other", _BETWEEN),
    ("other", _NATIONAL),
)
