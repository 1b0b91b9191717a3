# SPDX-License-Identifier: EUPL-1.2
"""/vocab/<name>: content negotiation, suffixes, kept answers, unknown names."""

import pytest
from flask.testing import FlaskClient
from rdflib import Graph

from app.export import FORMATS
from app.export.vocabularies import VOCABULARIES
from app.web.api.vocab import NAMES


def test_every_vocabulary_has_its_path(client: FlaskClient) -> None:
    for name in VOCABULARIES:
        assert name in NAMES
        assert client.head(f"/vocab/{name}").status_code == 200


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/turtle", "text/turtle"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("text/html,*/*;q=0.8", "text/turtle"),
    ],
)
def test_the_accept_header_decides(client: FlaskClient, accept: str, media_type: str) -> None:
    answer = client.get("/vocab/standards", headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert "Accept" in answer.headers["Vary"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_the_suffix_goes_before_the_header(client: FlaskClient) -> None:
    answer = client.get("/vocab/licences.rdf", headers={"Accept": "text/turtle"})
    assert answer.mimetype == "application/rdf+xml"
    assert len(Graph().parse(data=answer.data, format="xml")) > 1_000
    assert b"https://spiegel.example/vocab/licences#cc-by-4.0" in answer.data


def test_what_a_client_has_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/vocab/musterdatensaetze.ttl")
    again = client.get(
        "/vocab/musterdatensaetze.ttl", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")


def test_other_names_are_not_found(client: FlaskClient) -> None:
    for path in ("/vocab/gibtesnicht", "/vocab/licences.csv"):
        assert client.get(path).status_code == 404


def test_the_index_lists_every_vocabulary_with_its_files(client: FlaskClient) -> None:
    for path, title in (("/vocab", "Vokabulare"), ("/en/vocab", "Vocabularies")):
        answer = client.get(path)
        assert (answer.status_code, answer.mimetype) == (200, "text/html")
        assert f"<h1>{title}</h1>" in answer.text
        for name in VOCABULARIES:
            assert f'href="/vocab/{name}"' in answer.text
            for syntax in FORMATS:
                assert f'href="/vocab/{name}.{syntax}"' in answer.text
    assert 'href="/vocab"' in client.get("/ueber").text


def test_the_index_carries_the_basket(client: FlaskClient) -> None:
    text = client.get("/vocab?korb=0123456789abc").text
    assert 'href="/ueber?korb=0123456789abc"' in text
    assert 'href="/vocab/licences"' in text


def test_no_date_is_made_up(client: FlaskClient) -> None:
    assert "Last-Modified" not in client.get("/vocab/standards").headers
