# SPDX-License-Identifier: EUPL-1.2
"""Which datasets a page holds, and which statements are each one's own."""

import pytest

from harvesters import dcat
from harvesters.base.errors import UnexpectedAnswer
from tests.harvesters.pages import (
    BASE,
    FIXTURES,
    PORTAL,
    catalogue_xml,
    dataset_xml,
    item_of,
    names,
    only,
    read,
    records,
    turtle,
    xml,
)


def own(text: str, name: str) -> str:
    """The statements of one dataset of a Turtle text."""
    return next(each.statements for each in records(turtle(text)) if each.identifier == BASE + name)


def test_several_catalogues_keep_their_own_datasets_and_licences() -> None:
    contents = read(
        turtle(
            ":k1 a dcat:Catalog ; dct:title 'Eins' ; dct:license <urn:l1> ; dcat:dataset :d1, :d2 ."
            ":k2 a dcat:Catalog ; dct:title 'Zwei' ; dct:rights 'frei' ; dcat:dataset :d3 ."
            ":k3 a dcat:Catalog . :d1 a dcat:Dataset . :d2 a dcat:Dataset . :d3 a dcat:Dataset ."
        )
    )
    found = {
        dcat.parse(PORTAL, item).identifier: dcat.parse(PORTAL, item) for item in contents.items
    }
    assert {key.removeprefix(BASE): each.catalogue for key, each in found.items()} == {
        "d1": f"{BASE}k1",
        "d2": f"{BASE}k1",
        "d3": f"{BASE}k2",
    }
    said = {each.identifier.removeprefix(BASE): each for each in contents.catalogues}
    assert {key: each.licences for key, each in said.items()} == {
        "k1": ("urn:l1",),
        "k2": ("frei",),
        "k3": (),
    }
    assert "d1" not in said["k1"].statements, "the list of members is no statement of the catalogue"


def test_the_fields_of_a_catalogue() -> None:
    (catalogue,) = read((FIXTURES / "grauheim.ttl").read_bytes()).catalogues
    assert catalogue.identifier == f"{BASE}katalog"
    assert set(catalogue.titles) == {
        ("Offene Daten der Stadt Grauheim", "de"),
        ("Open data of Grauheim", "en"),
    }
    assert catalogue.publisher == "Stadt Grauheim"
    assert catalogue.licences == ("http://dcat-ap.de/def/licenses/cc-zero",)
    assert catalogue.homepage == "https://daten.grauheim.example/start"


def test_ontologies_in_the_page_are_no_datasets_and_no_part_of_one() -> None:
    ontology = (
        "dcat:Dataset a owl:Class, rdfs:Class ; rdfs:label 'Dataset' ; dct:license <urn:w3c> ."
        "dcat:theme a rdf:Property, owl:ObjectProperty ; rdfs:isDefinedBy"
        " <http://www.w3.org/ns/dcat> ."
        "<http://www.w3.org/ns/dcat> a owl:Ontology ; dct:license <urn:w3c> ."
        "<urn:themen> a skos:ConceptScheme . <urn:umwelt> a skos:Concept ;"
        " skos:prefLabel 'Umwelt' ;"
        " skos:inScheme <urn:themen> ; rdfs:isDefinedBy <http://www.w3.org/ns/dcat> ."
    )
    text = f":d a dcat:Dataset ; dcat:theme <urn:umwelt> . {ontology}"
    assert names(read(turtle(text))) == ["d"]
    assert "w3c" not in own(text, "d")
    assert "Umwelt" in own(text, "d")


def test_members_without_a_type_are_datasets_and_unknown_members_are_not() -> None:
    text = ":k a dcat:Catalog ; dcat:dataset :d, :fern . :d dct:title 'T' ."
    assert names(read(turtle(text))) == ["d"]


def test_a_catalogue_listed_as_a_dataset_is_none() -> None:
    text = (
        ":k a dcat:Catalog ; dcat:dataset :k2 . :k2 a dcat:Catalog, dcat:Dataset ;"
        " dcat:dataset :d . :d a dcat:Dataset ."
    )
    assert names(read(turtle(text))) == ["d"]


def test_statements_may_be_scattered_over_the_page() -> None:
    text = (
        ":d1 a dcat:Dataset . :x foaf:name 'Amt' . :d2 a dcat:Dataset ; dct:publisher :x ."
        ":d1 dct:publisher :x ; dcat:distribution :f . :d2 dct:title 'Zwei' ."
        ":f dct:title 'Datei' . :d1 dct:title 'Eins' ."
    )
    first, second = records(turtle(text))
    assert (first.titles[0].value, second.titles[0].value) == ("Eins", "Zwei")
    assert first.distributions[0].titles[0].value == "Datei"
    assert first.agents[0].names == second.agents[0].names
    assert "Zwei" not in first.statements


LINKS = (
    "dct:relation",
    "dct:source",
    "dct:hasPart",
    "dct:isPartOf",
    "dcat:hasVersion",
    "dct:replaces",
)


@pytest.mark.parametrize("link", LINKS)
def test_another_dataset_is_never_taken_in(link: str) -> None:
    text = f":d1 a dcat:Dataset ; {link} :d2 . :d2 a dcat:Dataset ; dct:title 'Zwei' ."
    assert "Zwei" not in own(text, "d1")
    assert f"<{BASE}d2>" in own(text, "d1")


def test_series_and_versions() -> None:
    text = (
        ":s a dcat:DatasetSeries ; dct:title 'Reihe' . :d1 a dcat:Dataset ; dcat:inSeries :s ;"
        " dcat:hasVersion :d2 . :d2 a dcat:Dataset ; dct:isVersionOf :d1 ; dcat:inSeries :s ."
    )
    found = {each.identifier.removeprefix(BASE): each for each in records(turtle(text))}
    assert {name: each.kind for name, each in found.items()} == {
        "s": "series",
        "d1": "dataset",
        "d2": "dataset",
    }
    assert found["d1"].in_series == (f"{BASE}s",)
    assert found["d1"].versions == (f"{BASE}d2",)
    assert found["d2"].version_of == (f"{BASE}d1",)
    assert "Reihe" not in found["d1"].statements


def test_services_come_to_the_datasets_they_serve_or_are_named_by() -> None:
    text = (
        ":d1 a dcat:Dataset . :d2 a dcat:Dataset ; dcat:distribution [ dcat:accessService :s2 ] ."
        ":s1 a dcat:DataService ; dcat:endpointURL <urn:e1> ; dcat:servesDataset :d1, :d2 ."
        ":s2 a dcat:DataService ; dcat:endpointURL <urn:e2> . :s3 a dcat:DataService"
        " ; dct:title 'allein' ."
    )
    found = {each.identifier.removeprefix(BASE): each for each in records(turtle(text))}
    assert [each.identifier.removeprefix(BASE) for each in found["d1"].services] == ["s1"]
    assert [each.identifier.removeprefix(BASE) for each in found["d2"].services] == ["s1", "s2"]
    assert f"<{BASE}d2>" not in found["d1"].statements, (
        "whom else a service serves is not said here"
    )


def test_a_service_that_serves_nothing_known_stays_with_the_catalogue() -> None:
    contents = read(
        turtle(
            ":k a dcat:Catalog . :s a dcat:DataService ; dcat:endpointURL <urn:e> ;"
            " dct:title 'allein' ."
        )
    )
    assert "allein" in contents.catalogues[0].statements


def test_catalogue_records_belong_to_their_dataset() -> None:
    text = (
        ":k a dcat:Catalog ; dcat:dataset :d1, :d2 ; dcat:record :r1 ."
        ":r1 a dcat:CatalogRecord ; foaf:primaryTopic :d1 ; dct:modified '2030' . :d1"
        " a dcat:Dataset ."
        ":d2 a dcat:Dataset ."
    )
    assert "CatalogRecord" in own(text, "d1")
    assert f"<{BASE}k> <http://www.w3.org/ns/dcat#record> <{BASE}r1>" in own(text, "d1")
    assert "CatalogRecord" not in own(text, "d2")
    found = records(turtle(text))[0]
    assert found.modified == (), "the record's date is not the dataset's"


@pytest.mark.parametrize(
    "said",
    ['dct:identifier " d-1 "', 'adms:identifier [ skos:prefLabel "d-1" ]', "dct:identifier 'd-1'"],
)
def test_a_dataset_without_address_is_known_by_its_identifier(said: str) -> None:
    record = only(turtle(f"[] a dcat:Dataset ; {said} ; dct:title 'T' ."))
    assert (record.identifier, record.uri) == ("d-1", None)
    again = dcat.reread(PORTAL, "d-1", "dataset", record.statements, "")
    assert (again.identifier, again.titles) == ("d-1", record.titles)


def test_a_dataset_that_nothing_identifies_is_refused_never_known_by_its_title() -> None:
    text = (
        "[] a dcat:Dataset ; dct:title 'Bäume' ; dcat:contactPoint 'Frau Muster,"
        " 030 1' . :d a dcat:Dataset ."
    )
    contents = read(turtle(text))
    assert names(contents) == ["d"]
    (refused,) = contents.broken
    assert (refused.identifier, refused.reason) == (None, "item.no_identity")
    assert refused.position.startswith("page 1, dataset ")
    assert "Bäume" in refused.value
    assert "Muster" not in refused.value


def test_two_datasets_share_a_distribution_and_an_agent() -> None:
    text = (
        ":d1 a dcat:Dataset ; dcat:distribution :f . :d2 a dcat:Dataset ;"
        " dcat:distribution :f . :f dct:title 'F' ."
    )
    assert "'F'".strip("'") in own(text, "d1")
    assert [len(each.distributions) for each in records(turtle(text))] == [1, 1]


def test_a_dataset_that_is_its_own_distribution_ends() -> None:
    record = only(turtle(":d a dcat:Dataset ; dct:title 'T' ; dcat:distribution :d ; :x :d ."))
    assert record.distributions[0].titles == record.titles


def test_the_number_of_distributions_is_known_before_mapping() -> None:
    text = ":d a dcat:Dataset ; dcat:distribution :a, :b, [ dct:title 'c' ] ."
    assert item_of(turtle(text)).distributions == 3


def test_nested_and_plain_writing_say_the_same() -> None:
    nested = read(catalogue_xml(dataset_xml(1))).items[0]
    plain = xml(
        f'<dcat:Catalog rdf:about="{BASE}"><dcat:dataset rdf:resource="{BASE}d1"/></dcat:Catalog>'
        f'<dcat:Distribution rdf:about="{BASE}d1/csv"><dcat:accessURL rdf:resource="{BASE}d1.csv"/>'
        f"</dcat:Distribution>"
        f'<dcat:Dataset rdf:about="{BASE}d1"><dct:description>Beschreibung zu 1.</dct:description>'
        "<dct:title>Datensatz 1</dct:title><dcat:distribution"
        f' rdf:resource="{BASE}d1/csv"/></dcat:Dataset>'
    )
    assert read(plain).items[0].hash == nested.hash


ENTANGLED = {
    "hub": "".join(f":d{n} a dcat:Dataset ; dct:publisher :amt .\n" for n in range(2000))
    + ":amt :betreut "
    + ", ".join(f'"{n}"' for n in range(2000))
    + " .",
    "chain": "".join(f":d{n} a dcat:Dataset ; dcat:theme :c0 .\n" for n in range(1000))
    + "".join(f":c{n} :weiter :c{n + 1} .\n" for n in range(2000)),
}


@pytest.mark.parametrize("shape", ENTANGLED)
def test_a_page_whose_datasets_take_in_everything_is_refused(shape: str) -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        read(turtle(ENTANGLED[shape]))
    assert raised.value.code == "answer.entangled"


def test_sharing_as_real_portals_do_is_no_entanglement() -> None:
    shared = ":amt foaf:name 'Amt' ; " + " ; ".join(f":p{n} {n}" for n in range(40)) + " ."
    datasets = "".join(f":d{n} a dcat:Dataset ; dct:publisher :amt .\n" for n in range(500))
    assert len(read(turtle(shared + datasets)).items) == 500


def test_what_several_datasets_say_alike_stays_their_own() -> None:
    """Their nodes share what they say alike; what one says besides is not the others'."""
    said = ["'a'", "'a', 'b', 'c'", "'a'"]
    lines = [f":d{n} a dcat:Dataset ; dcat:keyword {words} .\n" for n, words in enumerate(said)]
    found = [[text.value for text in each.keywords] for each in records(turtle("".join(lines)))]
    assert found == [["a"], ["a", "b", "c"], ["a"]]
