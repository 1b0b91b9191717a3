# SPDX-License-Identifier: EUPL-1.2
"""Who publishes: names in their official frames, namesakes, other levels, the weaker evidence."""

import pytest

from app.model import Body
from app.normalise.kommune import Finder, Question, read_body
from tests.normalise.builders import publisher, question

GEOCODING = "http://dcat-ap.de/def/politicalGeocoding"
KIEL_AS_PLACE = f"{GEOCODING}/regionalKey/010020000000"


def body(finder: Finder, asked: Question) -> Body:
    return read_body(finder, asked).value


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Rostock", "13003000"),
        ("Hanse- und Universitätsstadt Rostock", "13003000"),
        ("Hanse- und Universitätsstadt Rostock – Amt für Mobilität", "13003000"),
        ("Landeshauptstadt Kiel", "01002000"),
        ("Kiel, Landeshauptstadt", "01002000"),
        ("Stadt Würzburg - Baureferat/Fachbereich Tiefbau", "09663000"),
        ("Stadtverwaltung Jena", "16053000"),
        ("Der Magistrat der Stadt Marburg", "06534014"),
        ("Amt für Verkehrsmanagement Stadt Köln", "05315000"),
        ("Stadtbibliothek der Landeshauptstadt Düsseldorf", "05111000"),
        ("Stadt Koeln", "05315000"),
        ("Kreisfreie Stadt Halle (Saale)", "15002000"),
        ("Stadt Saalfeld/Saale", "16073077"),
        ("Kreis Pinneberg", "01056"),
        ("Landratsamt Gotha", "16067"),
        ("LRA Landkreis Meißen", "14627"),
        ("Landkreis Rostock", "13072"),
        ("Landratsamt Saale-Orla-Kreis", "16075"),
        ("LandkreisCham", "09372"),
        ("Region Hannover", "03241"),
        ("Amt Haddeby", "010595915"),
        ("Verbandsgemeinde Puderbach", "071385005"),
        ("VG Puderbach", "071385005"),
        ("Verwaltungsgemeinschaft Straußfurt", "160685009"),
        ("Ortsgemeinde Kempenich", "07131502"),
    ],
)
def test_official_names_and_frames_are_exact(finder: Finder, name: str, key: str) -> None:
    found = body(finder, question(name))
    assert (found.key.value, found.key.status) == (key, "exact")
    assert found.name == name


@pytest.mark.parametrize(
    ("key", "level"),
    [("13003000", "gemeinde"), ("01056", "kreis"), ("071385005", "verband"), ("12", "land")],
)
def test_the_level_follows_from_the_key(finder: Finder, key: str, level: str) -> None:
    names = {"13003000": "Stadt Rostock", "01056": "Kreis Pinneberg", "12": "Land Brandenburg"}
    found = body(finder, question(names.get(key, "Verbandsgemeinde Puderbach")))
    assert (found.key.value, found.level) == (key, level)


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("Stadtwerke Rostock AG", "13003000", "beteiligung"),
        ("Feuerwehr Düsseldorf", "05111000", "kern"),
        ("Kölner Zoo", "05315000", "kern"),
        ("Münchner Verkehrsgesellschaft mbH (MVG)", "09162000", "beteiligung"),
        ("Kommunalbetrieb Krefeld AöR", "05114000", "eigenbetrieb"),
        ("Rostocker Freizeitzentrum e. V.", "13003000", "verein"),
        ("opendata@bonn.de", "05314000", "kern"),
        ("offenedaten-koeln.de", "05315000", "kern"),
    ],
)
def test_bodies_named_after_a_kommune_are_likely(
    finder: Finder, name: str, key: str, kind: str
) -> None:
    found = body(finder, question(name))
    assert (found.key.value, found.key.status, found.kind) == (key, "likely", kind)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Statistisches Amt für Hamburg und Schleswig-Holstein", "land"),
        ("Landesamt für Umwelt, Augsburg", "land"),
        ("Ministerium für Landwirtschaft und Umwelt", "land"),
        ("Bezirksregierung Köln", "land"),
        ("Polizeipräsidium München", "land"),
        ("Universität Heidelberg", "land"),
        ("Bundesamt für Seeschifffahrt und Hydrographie Hamburg", "bund"),
        ("Deutscher Wetterdienst", "bund"),
        ("Zweckverband Nahverkehr Rheinland", "zweckverband"),
        ("VBB Verkehrsverbund Berlin-Brandenburg GmbH", "beteiligung"),
        ("Industrie- und Handelskammer zu Köln", "other"),
    ],
)
def test_bodies_of_other_levels_are_no_kommune(finder: Finder, name: str, kind: str) -> None:
    asked = question(name, geocodings=(KIEL_AS_PLACE,), portal_key="01002000", exclusive=False)
    read = read_body(finder, asked)
    assert (read.value.key.value, read.value.key.status, read.value.kind) == (None, "unknown", kind)
    assert read.value.level is None
    assert read.notes == ()


def test_a_land_body_names_its_land_as_candidate(finder: Finder) -> None:
    found = body(finder, question("Landesamt für Soziales und Versorgung Brandenburg (LASV)"))
    assert found.key.candidates == ("12",)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Senatsverwaltung für Stadtentwicklung", "11000000"),
        ("Bezirksamt Pankow von Berlin, Schulamt", "11000000"),
        ("Landesbetrieb Geoinformation und Vermessung (LGV) Hamburg", "02000000"),
        ("Bezirksamt Altona", "02000000"),
        ("Polizei Berlin", "11000000"),
        ("Freie Hansestadt Bremen, die Senatorin für Kinder und Bildung", "04011000"),
        ("Hamburger Verkehrsverbund GmbH", "02000000"),
    ],
)
def test_bodies_of_a_city_state_are_the_city(finder: Finder, name: str, key: str) -> None:
    assert body(finder, question(name)).key.value == key


def test_namesakes_without_a_clue_are_ambiguous(finder: Finder) -> None:
    read = read_body(finder, question("Gemeinde Steinhagen"))
    assert (read.value.key.value, read.value.key.status) == (None, "ambiguous")
    assert "05754040" in read.value.key.candidates
    assert [note[0] for note in read.notes] == ["kommune.ambiguous"]


@pytest.mark.parametrize(
    ("clue", "status"),
    [
        ({"portal_key": "05"}, "exact"),
        ({"portal_key": "05754"}, "exact"),
        ({"portal_key": "05754040"}, "exact"),
        ({"geocodings": (f"{GEOCODING}/municipalityKey/05754040",)}, "likely"),
    ],
)
def test_namesakes_are_told_apart_by_portal_and_place(
    finder: Finder, clue: dict[str, object], status: str
) -> None:
    key = body(finder, question("Gemeinde Steinhagen", **clue)).key
    assert (key.value, key.status) == ("05754040", status)


def test_a_bare_name_is_the_town_and_the_kreis_a_candidate(finder: Finder) -> None:
    key = body(finder, question("Wesel")).key
    assert (key.value, key.status, key.candidates) == ("05170048", "likely", ("05170",))
    assert body(finder, question("Wesel", portal_key="05170")).key.value == "05170"


def test_the_maintainer_is_weaker_than_the_publisher(finder: Finder) -> None:
    agents = (publisher("Stadt Kiel", "maintainer"), publisher("OpenStreetMap"))
    found = body(finder, Question(agents=agents))
    assert (found.name, found.key.value, found.key.status) == (
        "OpenStreetMap",
        "01002000",
        "likely",
    )
    agents = (publisher("Stadt Kiel", "maintainer"), publisher("Landesamt für Umwelt"))
    assert body(finder, Question(agents=agents)).key.value is None


def test_persons_are_not_read(finder: Finder) -> None:
    person = publisher("Erika Kiel", types=("http://xmlns.com/foaf/0.1/Person",))
    found = body(finder, Question(agents=(person,)))
    assert (found.kind, found.key.value, found.key.rule) == ("person", None, "person")


def test_provider_then_portal_stand_for_a_publisher_not_named(finder: Finder) -> None:
    provider = ("https://www.dcat-ap.de/def/contributors/openDataHRO",)
    key = body(finder, Question(contributor_ids=provider)).key
    assert (key.value, key.status, key.rule) == ("13003000", "likely", "contributor")
    portal = Question(portal_key="01002000", exclusive=True)
    key = body(finder, portal).key
    assert (key.value, key.status, key.rule) == ("01002000", "exact", "portal")
    assert body(finder, Question(portal_key="01002000")).key.status == "missing"


def test_an_exclusive_portal_is_only_likely_for_a_name_that_is_not_read(finder: Finder) -> None:
    key = body(finder, question("Team 14", portal_key="01002000", exclusive=True)).key
    assert (key.value, key.status) == ("01002000", "likely")


@pytest.mark.parametrize("name", [None, "Bauamt"])
def test_geocoding_is_only_ever_likely(finder: Finder, name: str | None) -> None:
    agents = (publisher(name),) if name else ()
    key = body(finder, Question(agents=agents, geocodings=(KIEL_AS_PLACE,))).key
    assert (key.value, key.status, key.rule) == ("01002000", "likely", "geocoding")


def test_geocoding_of_several_places_or_of_a_land_says_nothing(finder: Finder) -> None:
    two = (KIEL_AS_PLACE, f"{GEOCODING}/districtKey/01056")
    assert body(finder, Question(geocodings=two)).key.status == "missing"
    land = (f"{GEOCODING}/stateKey/01",)
    assert body(finder, Question(geocodings=land)).key.status == "missing"


def test_a_host_stands_for_a_publisher_that_is_only_an_identifier(finder: Finder) -> None:
    asked = question("t173387", addresses=("https://opendata.potsdam.de/d/1",))
    read = read_body(finder, asked)
    assert (read.value.name, read.value.key.value) == (None, "12054000")
    assert read.value.key.status == "likely"
    assert [note[0] for note in read.notes] == ["publisher.missing"]


def test_what_is_not_known_is_unknown_and_noted(finder: Finder) -> None:
    read = read_body(finder, question("Verschönerungskreis Musterhausen"))
    assert (read.value.key.status, read.value.key.raw) == (
        "unknown",
        "Verschönerungskreis Musterhausen",
    )
    assert [note[0] for note in read.notes] == ["kommune.unresolved"]


def test_former_keys_in_geocoding_lead_to_the_successor(finder: Finder) -> None:
    register = finder.vocabulary.register
    former, successor = next(iter(register.former_keys.items()))
    if len(former) == 8:
        asked = Question(geocodings=(f"{GEOCODING}/municipalityKey/{former}",))
        assert body(finder, asked).key.value == successor
