# SPDX-License-Identifier: EUPL-1.2
"""Each licence's elements and only those; nothing invented; what was not supplied is named."""

import time
from dataclasses import replace

import pytest
from rdflib import Graph, URIRef

from app.licensing.credit import Result, Source
from app.vocabulary import load
from tests.licensing.credits import answered, kinds, made

FULL = Source(
    "d",
    "cc-by-4.0",
    "Titel",
    "Amt",
    "Amt Musterau, Daten",
    "https://amt.example/d",
    "gekürzt",
    "2026-03-01",
)
LICENCES = sorted(load().licences.entries)
FREE = ["cc0-1.0", "dl-zero-de-2.0", "pddl-1.0", "cc-pdm-1.0", "official-work", "dbcl-1.0"]
UNCLEAR = ["cc-by", "ambiguous-dl-de", "other-open", "unknown", "unspecified", "geolizenz-open",
           "inspire-no-conditions", "other-at"]  # fmt: skip


def under(licence: str, **more: object) -> Source:
    """The full source under another licence."""
    return replace(FULL, licence=licence, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("licence", "elements"),
    [
        ("dl-by-de-2.0", "wording dataset licence change"),
        ("dl-by-de-1.0", "wording change"),
        ("dl-by-nc-de-1.0", "wording hint change"),
        ("geonutzv-2013", "wording change"),
        ("cc-by-sa-4.0", "wording dataset licence change"),
        ("cc-by-3.0", "wording title licence change"),
        ("odbl-1.0", "wording dataset licence"),
        ("etalab-2.0", "wording dataset date"),
        ("ogl-uk-3.0", "wording licence"),
        ("nlod-2.0", "wording dataset licence change"),
        ("iodl-2.0", "wording licence"),
        ("com-reuse", "wording"),
        ("cdla-permissive-2.0", "licence"),
    ],
)
def test_exactly_the_elements_of_the_licence(licence: str, elements: str) -> None:
    assert kinds(made(under(licence))) == [elements.split()]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("licence", LICENCES)
def test_every_licence_has_an_answer_in_both_languages(licence: str, lang: str) -> None:
    for changed in (None, "", "x"):
        bare = Source("d", licence, changed=changed)
        for source in (under(licence, changed=changed), bare):
            (entry,) = answered(source, lang=lang)["entries"]
            assert bool(entry["text"]) <= (entry["obligation"] == "due")
            assert entry["text"] or entry["notes"]


@pytest.mark.parametrize("licence", FREE)
def test_what_asks_nothing_is_never_said_to_require(licence: str) -> None:
    for lang in ("de", "en"):
        said = answered(under(licence), lang=lang)
        assert said["text"] == said["html"] == said["markdown"] == ""
        (entry,) = said["entries"]
        assert (entry["text"], entry["missing"], entry["obligation"]) == ("", [], "free")
        assert FULL.by_text in entry["notes"][0]
        assert "verlangt" not in str(entry) and "requires" not in str(entry)


@pytest.mark.parametrize("licence", UNCLEAR)
def test_no_line_is_invented_without_a_licence_but_a_question(licence: str) -> None:
    said = answered(under(licence, raw="<b>frei"))
    assert said["text"] == ""
    (entry,) = said["entries"]
    assert entry["obligation"] == "unclear"
    assert "Fragen Sie" in entry["notes"][0] or "fragen Sie" in entry["notes"][0]
    assert entry["missing"] == (["licence"] if licence == "unspecified" else [])


def test_the_providers_wording_goes_before_the_name_and_is_never_made_up() -> None:
    assert "Amt Musterau, Daten" in answered(FULL)["text"]
    (entry,) = answered(replace(FULL, by_text=""))["entries"]
    assert entry["missing"] == ["by_text"]
    assert entry["text"].startswith("Amt, ")
    assert "keinen Wortlaut" in entry["notes"][0]
    (entry,) = answered(Source("d", "cc-by-3.0"))["entries"]
    assert entry["missing"] == ["by_text", "publisher", "title", "url"]
    assert entry["text"] == "CC BY 3.0 (https://creativecommons.org/licenses/by/3.0/)"


def test_a_missing_date_is_named_where_the_licence_wants_it() -> None:
    assert made(under("etalab-2.0", date="")).entries[0].missing == ("date",)
    assert made(replace(FULL, date="")).entries[0].missing == ()


def test_the_fixed_sentence_stands_only_where_the_provider_has_none() -> None:
    sentence = "Contains public sector information"
    assert sentence not in answered(under("ogl-uk-3.0"))["text"]
    assert answered(under("ogl-uk-3.0", by_text=""))["text"].startswith(sentence)
    nameless = answered(under("nlod-2.0", by_text="", publisher=""))
    assert "distributed by" not in nameless["text"]
    named = answered(under("nlod-2.0", by_text=""))["text"]
    assert "distributed by Amt, Titel (" in named


def test_a_database_and_a_work_made_of_it_are_credited_differently() -> None:
    source = under("odbl-1.0", by_text="", publisher="")
    database, work = made(source), made(source, result=Result(type="produced_work"))
    assert kinds(database) == [["dataset", "licence"]]
    assert kinds(work) == [["title", "licence"]]
    said = answered(source, type="produced_work")
    assert said["text"].startswith("Contains information from „Titel“ (https://amt.example/d), ")
    assert 'rel="license">Open Database License (ODbL) 1.0</a>' in said["html"]


def test_one_entry_a_provider_licence_and_dataset() -> None:
    other = replace(FULL, dataset="e", url="https://amt.example/e")
    second = replace(FULL, by_text="Anderes Amt")
    assert len(made(FULL, FULL, other, second, under("etalab-2.0")).entries) == 4
    lines = answered(under("com-reuse"), under("com-reuse", dataset="e"))["text"].splitlines()
    assert lines == ["Amt Musterau, Daten"]


def test_notes_tell_what_a_credit_line_does_not_mend() -> None:
    def codes(source: Source, result: Result | None = None) -> list[str]:
        return [
            note.code.rpartition(".")[2] for note in made(source, result=result).entries[0].notes
        ]

    assert codes(under("cc-by-nd-4.0")) == ["no_derivatives"]
    assert codes(under("cc-by-nd-4.0", changed=None)) == []
    assert codes(under("cc-by-sa-4.0")) == ["share_alike"]
    assert codes(under("cc-by-sa-4.0"), Result("cc-by-sa-4.0")) == []
    assert codes(under("dl-by-de-1.0")) == ["recommended"]
    assert "official_work" in codes(under("official-work"))


def test_a_text_that_says_the_change_itself_stands_as_it_is() -> None:
    said = answered(replace(FULL, changed="Daten verändert: Punkte ergänzt"))
    assert said["text"].endswith(", Daten verändert: Punkte ergänzt")


def test_results_without_a_licence_of_their_own() -> None:
    assert answered(FULL, target="none")["text"] == answered(FULL)["text"]
    said = answered(FULL, target="proprietary", by="Verlag")["text"]
    assert said.startswith("Ergebnis: alle Rechte an eigenen Teilen vorbehalten, Verlag; enthält")
    assert answered(under("cc0-1.0"), target="cc-by-4.0")["text"].startswith("Ergebnis: CC BY 4.0")


def test_rdf_holds_one_text_an_entry_on_the_new_distribution() -> None:
    said = answered(FULL, under("etalab-2.0"), under("cc0-1.0"), target="cc-by-sa-4.0", lang="en")
    graph = Graph().parse(data=said["rdf"], format="turtle")
    (subject,) = set(graph.subjects())
    texts = set(
        graph.objects(subject, URIRef("http://dcat-ap.de/def/dcatde/licenseAttributionByText"))
    )
    assert {str(text) for text in texts} == {e["text"] for e in said["entries"] if e["text"]}
    assert {getattr(text, "language", "") for text in texts} == {"en"}


def test_five_hundred_datasets_are_quick() -> None:
    sources = [
        replace(FULL, dataset=str(n), title=f"Titel {n}", licence=licence)
        for n, licence in zip(range(500), LICENCES * 9, strict=False)
    ]
    answered(FULL)
    started = time.process_time()
    said = answered(*sources)
    assert time.process_time() - started < 5
    assert len(said["entries"]) == 500
