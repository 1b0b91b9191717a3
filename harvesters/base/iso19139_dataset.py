# SPDX-License-Identifier: EUPL-1.2
"""An ISO 19139 record becomes statements of DCAT-AP.de.

As GDI-DE and GovData agreed for metadata (conventions of GDI-DE, 2.3), GeoDCAT-AP 2.0.0 where they
are silent (decision 24). Texts stay as the record has them.
"""

import re

from harvesters.base.iso19139_agents import parties_of, say_agents
from harvesters.base.iso19139_files import Service, say_files, say_services
from harvesters.base.iso19139_rights import constraints_of, say_rights
from harvesters.base.iso19139_said import Said
from harvesters.base.iso19139_terms import (
    CODES,
    frequency,
    iri,
    is_address,
    language,
    literal,
    moment,
    named,
    reference_system,
    specification,
    tag,
    theme,
    themes_of,
    topic,
)
from harvesters.base.iso19139_xml import (
    Element,
    codes,
    every,
    identifier_of,
    links,
    text,
    texts,
)

_INFO = "identificationInfo/*"
_CITATION = f"{_INFO}/citation/CI_Citation"
_DATES = {"publication": "dct:issued", "revision": "dct:modified", "creation": "dct:created"}
_EXTENT = f"{_INFO}/extent/EX_Extent"
_INSPIRE_THEME = re.compile(r"https?://inspire\.ec\.europa\.eu/theme/[a-z]{2}")
_REGIONAL_KEY = "http://dcat-ap.de/def/politicalGeocoding/regionalKey/"
_REFERENCE_SYSTEM = "referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/*"
_XLINK = "{http://www.w3.org/1999/xlink}href"


def resource_identifiers(record: Element) -> list[str]:
    """Identifiers of the data themselves; a code space that is an address goes before its code."""
    found = []
    for element in every(record, f"{_CITATION}/identifier/*"):
        code, address = next(iter(links(element, "code")), ("", ""))
        space = text(element, "codeSpace")
        said = address if is_address(address) else code
        if said and not is_address(said) and is_address(space):
            said = f"{space.rstrip('/#')}/{said}"
        found.append(said)
    return [each for each in dict.fromkeys(found) if each]


def say(record: Element, services: list[Service]) -> tuple[Said, str]:
    """The statements about a dataset, and its node in them.

    services: those that operate on it.
    """
    said = Said(tag(next(iter(_languages(record, "")), "")))
    identifiers = resource_identifiers(record)
    uri = next((each for each in identifiers if each.casefold().startswith("http")), "")
    root = iri(uri) if is_address(uri) else said.blank()
    said.add(root, "rdf:type", named("dcat:Dataset"))
    said.add(root, "dct:identifier", literal(identifier_of(record)))
    for each in identifiers:
        said.add(root, "adms:identifier", literal(each))
    _say_texts(said, root, record)
    _say_topics(said, root, record)
    _say_dates(said, root, record)
    _say_places(said, root, record)
    _say_quality(said, root, record)
    say_agents(said, root, parties_of(record))
    say_rights(said, root, constraints_of(record))
    say_files(said, root, record)
    say_services(said, root, services)
    return said, root


def _languages(record: Element, below: str) -> list[str]:
    place = f"{below}language"
    return codes(record, place)


def _say_texts(said: Said, root: str, record: Element) -> None:
    places = (
        ("dct:title", f"{_CITATION}/title"),
        ("dct:alternative", f"{_CITATION}/alternateTitle"),
        ("dct:description", f"{_INFO}/abstract"),
    )
    locales = _locales(record)
    for name, place in places:
        for holder, _ in links(record, place):
            said.text(root, name, holder)
        for other in every(record, f"{place}/PT_FreeText/textGroup/LocalisedCharacterString"):
            lang = locales.get(other.get("locale", "").lstrip("#"), "")
            if lang and lang != said.lang:
                said.add(root, name, literal((other.text or "").strip(), lang))
    for code in _languages(record, f"{_INFO}/"):
        said.add(root, "dct:language", language(code))


def _locales(record: Element) -> dict[str, str]:
    found = {}
    for element in every(record, "locale/PT_Locale"):
        code = next(iter(codes(element, "languageCode")), "")
        found[element.get("id", "")] = tag(code)
    return found


def _say_topics(said: Said, root: str, record: Element) -> None:
    for category in texts(record, f"{_INFO}/topicCategory"):
        said.add(root, "dct:subject", topic(category))
        for term in themes_of(category):
            said.add(root, "dcat:theme", term)
    for block in every(record, f"{_INFO}/descriptiveKeywords/MD_Keywords"):
        thesaurus = text(block, "thesaurusName/CI_Citation/title")
        for word, address in links(block, "keyword"):
            said.text(root, "dcat:keyword", word)
            if not thesaurus and word in CODES:
                said.add(root, "dcat:theme", theme(word))
            elif _INSPIRE_THEME.fullmatch(address):
                said.add(root, "dcat:theme", iri(address))
            elif "INSPIRE themes" in thesaurus:
                said.add(root, "dcat:theme", literal(word))
            elif is_address(address):
                said.add(root, "dct:subject", iri(address))


def _say_dates(said: Said, root: str, record: Element) -> None:
    for element in every(record, f"{_CITATION}/date/CI_Date"):
        name = _DATES.get(next(iter(codes(element, "dateType")), ""))
        day = text(element, "date")
        if name and day:
            said.add(root, name, moment(day))
    for code in codes(
        record,
        f"{_INFO}/resourceMaintenance/MD_MaintenanceInformation/maintenanceAndUpdateFrequency",
    ):
        said.add(root, "dct:accrualPeriodicity", frequency(code))
    stamp = text(record, "dateStamp")
    if stamp:
        node = said.blank()
        said.add(node, "rdf:type", named("dcat:CatalogRecord"))
        said.add(node, "foaf:primaryTopic", root)
        said.add(node, "dct:modified", moment(stamp))


def _say_places(said: Said, root: str, record: Element) -> None:
    for element in every(record, f"{_EXTENT}/geographicElement/EX_GeographicBoundingBox"):
        sides = [
            text(element, side)
            for side in (
                "westBoundLongitude",
                "southBoundLatitude",
                "eastBoundLongitude",
                "northBoundLatitude",
            )
        ]
        if all(re.fullmatch(r"[+-]?\d+(?:\.\d+)?", side) for side in sides):
            west, south, east, north = sides
            ring = f"{west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}"
            place = said.blank()
            said.add(root, "dct:spatial", place)
            said.add(place, "rdf:type", named("dct:Location"))
            wkt = "<http://www.opengis.net/ont/geosparql#wktLiteral>"
            said.add(place, "dcat:bbox", f'"POLYGON(({ring}))"^^{wkt}')
    where = f"{_EXTENT}/geographicElement/EX_GeographicDescription/geographicIdentifier/*/code"
    for name, address in links(record, where):
        if re.fullmatch(r"\d{12}", name):
            said.add(root, "dcatde:politicalGeocodingURI", f"<{_REGIONAL_KEY}{name}>")
        else:
            said.add(root, "dct:spatial", iri(address or name))
    for element in every(record, f"{_EXTENT}/temporalElement/EX_TemporalExtent/extent/*"):
        _say_period(said, root, element)


def _say_period(said: Said, root: str, element: Element) -> None:
    start = text(element, "beginPosition") or text(element, "begin/TimeInstant/timePosition")
    end = text(element, "endPosition") or text(element, "end/TimeInstant/timePosition")
    instant = text(element, "timePosition")
    if not (start or end or instant):
        return
    node = said.blank()
    said.add(root, "dct:temporal", node)
    said.add(node, "rdf:type", named("dct:PeriodOfTime"))
    said.add(node, "dcat:startDate", moment(start or instant))
    said.add(node, "dcat:endDate", moment(end or instant))


def _say_quality(said: Said, root: str, record: Element) -> None:
    """Lineage, conformity where it was found to hold, coordinate reference systems."""
    for statement in texts(record, "dataQualityInfo/DQ_DataQuality/lineage/LI_Lineage/statement"):
        node = said.blank()
        said.add(root, "dct:provenance", node)
        said.add(node, "rdf:type", named("dct:ProvenanceStatement"))
        said.text(node, "rdfs:label", statement)
    for result in every(
        record, "dataQualityInfo/DQ_DataQuality/report/*/result/DQ_ConformanceResult"
    ):
        title, address = next(iter(links(result, "specification/CI_Citation/title")), ("", ""))
        if text(result, "pass") in ("true", "1") and (title or address):
            link = every(result, "specification")[0].get(_XLINK, "")
            _say_standard(said, root, specification(title, address or link), title)
    for element in every(record, _REFERENCE_SYSTEM):
        space = text(element, "codeSpace")
        for name, address in links(element, "code"):
            said_in = f"{space}:{name}" if space and name.isdecimal() else name
            said.add(root, "dct:conformsTo", reference_system(said_in, address))


def _say_standard(said: Said, root: str, uri: str, title: str) -> None:
    node = uri or said.blank()
    said.add(root, "dct:conformsTo", node)
    said.add(node, "rdf:type", named("dct:Standard"))
    said.text(node, "dct:title", title)
