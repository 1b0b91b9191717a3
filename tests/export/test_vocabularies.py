# SPDX-License-Identifier: EUPL-1.2
"""The vocabularies as SKOS and ODRL: sound graphs, linked to the official lists, nothing unsure."""

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from app.export import FORMATS
from app.export.site import FeedSite
from app.export.vocabularies import VOCABULARIES, write_vocabulary
from app.vocabulary import Vocabulary
from app.web.messages import say

ODRL = Namespace("http://www.w3.org/ns/odrl/2/")
CC = Namespace("http://creativecommons.org/ns#")
SITE = FeedSite(url="https://spiegel.example", say=say)
SMALL = [name for name in VOCABULARIES if name != "kommunen"]


def graph(vocabulary: Vocabulary, name: str, syntax: str = "ttl") -> Graph:
    """The vocabulary as rdflib reads it."""
    data = write_vocabulary(name, vocabulary, SITE, FORMATS[syntax])
    return Graph().parse(data=data, format={"ttl": "turtle", "rdf": "xml", "nt": "nt"}[syntax])


def licence(id: str) -> URIRef:
    """Our concept of a licence."""
    return URIRef(f"https://spiegel.example/vocab/licences#{id}")


@pytest.fixture(scope="module")
def law(vocabulary: Vocabulary) -> Graph:
    """The licences."""
    return graph(vocabulary, "licences")


@pytest.mark.parametrize("name", SMALL)
def test_a_sound_scheme(vocabulary: Vocabulary, name: str) -> None:
    found = graph(vocabulary, name)
    (scheme,) = found.subjects(RDF.type, SKOS.ConceptScheme)
    assert {text.language for text in found.objects(scheme, DCTERMS.title)} == {"de", "en"}  # type: ignore[attr-defined]
    concepts = set(found.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) > 20
    for concept in concepts:
        labels = list(found.objects(concept, SKOS.prefLabel))
        assert labels and len({text.language for text in labels}) == len(labels)  # type: ignore[attr-defined]
        assert not set(labels) & set(found.objects(concept, SKOS.altLabel))
        assert (concept, SKOS.inScheme, scheme) in found
        top, broader = (concept, SKOS.topConceptOf, scheme), (concept, SKOS.broader, None)
        assert (top in found) != (broader in found)
    assert set(found.objects(None, SKOS.broader)) <= concepts


def test_all_syntaxes_hold_the_same(vocabulary: Vocabulary) -> None:
    turtle = set(graph(vocabulary, "standards"))
    assert turtle == set(graph(vocabulary, "standards", "rdf"))
    assert turtle == set(graph(vocabulary, "standards", "nt"))


def test_every_licence_is_there_and_linked_to_the_official_list(
    vocabulary: Vocabulary, law: Graph
) -> None:
    for entry in vocabulary.licences:
        assert (licence(entry.id), RDF.type, SKOS.Concept) in law, entry.id
        if entry.uri_dcat_ap_de:
            official = URIRef(entry.uri_dcat_ap_de)
            assert (licence(entry.id), SKOS.exactMatch, official) in law
        policy = (licence(entry.id), RDF.type, ODRL.Set) in law
        assert policy == (entry.kind == "licence")


def test_what_is_not_sure_is_no_permission(vocabulary: Vocabulary, law: Graph) -> None:
    for entry in vocabulary.licences:
        rules = list(law.objects(licence(entry.id), ODRL.permission))
        granted = {action for rule in rules for action in law.objects(rule, ODRL.action)}
        sure = entry.kind == "licence" and entry.permissions["commercial_use"] == "yes"
        assert (CC.CommercialUse in granted) == sure, entry.id


def test_a_non_commercial_licence_prohibits_and_a_share_alike_one_asks(law: Graph) -> None:
    (rule,) = law.objects(licence("cc-by-nc-4.0"), ODRL.prohibition)
    assert set(law.objects(rule, ODRL.action)) == {CC.CommercialUse}
    (rule,) = law.objects(licence("cc-by-sa-4.0"), ODRL.permission)
    duties = {action for duty in law.objects(rule, ODRL.duty)
              for action in law.objects(duty, ODRL.action)}  # fmt: skip
    assert {CC.Attribution, CC.ShareAlike, licence("CHANGE_NOTICE")} <= duties
    assert list(law.objects(licence("cc0-1.0"), ODRL.prohibition)) == []


def test_every_action_of_our_own_is_described(law: Graph) -> None:
    ours = {each for each in law.objects(None, ODRL.action) if str(each).startswith(SITE.url)}
    assert ours == set(law.subjects(RDF.type, ODRL.Action))


def test_kommunen_stand_below_one_another(vocabulary: Vocabulary) -> None:
    data = write_vocabulary("kommunen", vocabulary, SITE, FORMATS["nt"]).decode()
    base, skos = "https://spiegel.example/vocab/kommunen#", "http://www.w3.org/2004/02/skos/core#"
    assert f"<{base}13003000> <{skos}broader> <{base}13> ." in data
    assert f"<{base}01051> <{skos}broader> <{base}01> ." in data
    assert f'<{base}01001000> <{skos}notation> "01001000" .' in data
    assert "politicalGeocoding/municipalityKey/13003000>" in data
    assert data.count(f"<{skos}Concept> .") == len(vocabulary.register)
