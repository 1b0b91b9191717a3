# SPDX-License-Identifier: EUPL-1.2
"""Musterdatensatz: the publisher's word wins, the lexicon is likely, others get nothing."""

import pytest

from app.model import Body, Reading
from app.normalise import Reader
from app.normalise.lexicon import compile_lexicon, match
from app.normalise.musterdatensatz import Kind, read
from app.normalise.notes import Noted

TOWN = Body("Stadt Kiel", Reading("01002000", "exact"), "gemeinde", "kern")
STATE = Body("Landesamt", Reading(None, "unknown"), None, "land")
UNREAD = Body("Team 14", Reading(None, "unknown"), None, "other")
TREES = "floraUndFauna--baumbestand--baumkataster"
BASE = "https://musterdatenkatalog.de/def/musterdatensatz/"


def ask(
    reader: Reader,
    title: str | None,
    references: tuple[str, ...] = (),
    keywords: tuple[str, ...] = (),
    body: Body = TOWN,
) -> Noted[Kind]:
    return read(reader.vocabulary, reader.classifier, body, (title, None), references, keywords)


def test_the_lexicon_is_likely_and_gives_the_thema(reader: Reader) -> None:
    kind = ask(reader, "Baumkataster der Stadt").value
    assert (kind.musterdatensatz.value, kind.musterdatensatz.status) == (TREES, "likely")
    assert (kind.thema.value, kind.thema.status) == ("floraUndFauna", "likely")


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_a_reference_is_exact(reader: Reader, scheme: str) -> None:
    uri = BASE.replace("https", scheme) + TREES.replace("--", "/")
    read_ = ask(reader, "Grün in der Stadt", (uri,))
    assert (read_.value.musterdatensatz.value, read_.value.musterdatensatz.status) == (
        TREES,
        "exact",
    )
    assert (read_.value.thema.value, read_.value.thema.status) == ("floraUndFauna", "exact")


def test_an_old_uri_leads_to_the_current_entry(reader: Reader) -> None:
    uri = f"{BASE}abfallwirtschaft/abfallmengen"
    assert ask(reader, None, (uri,)).value.musterdatensatz.value == "abfallentsorgung--abfallmenge"


def test_a_keyword_that_is_a_label_is_the_publishers_word(reader: Reader) -> None:
    entry = reader.vocabulary.musterdaten.get(TREES)
    assert entry is not None
    kind = ask(reader, "Grün", (), (entry.label,)).value
    assert (kind.musterdatensatz.value, kind.musterdatensatz.rule) == (TREES, "keyword")


def test_the_publishers_word_wins_and_disagreement_is_noted(reader: Reader) -> None:
    uri = f"{BASE}kultur/denkmal"
    read_ = ask(reader, "Baumkataster", (uri,))
    assert read_.value.musterdatensatz.value == "kultur--denkmal"
    assert read_.notes == (("musterdatensatz.contradiction", uri, TREES, ""),)


def test_of_several_the_one_the_title_speaks_for(reader: Reader) -> None:
    uris = (f"{BASE}kultur/denkmal", BASE + TREES.replace("--", "/"))
    read_ = ask(reader, "Baumkataster", uris)
    assert read_.value.musterdatensatz.value == TREES
    assert [note[0] for note in read_.notes] == ["musterdatensatz.several"]
    assert ask(reader, None, uris).value.musterdatensatz.value == TREES
    assert ask(reader, None, uris[::-1]).value.musterdatensatz.value == TREES


def test_an_unknown_uri_is_noted_and_the_lexicon_asked(reader: Reader) -> None:
    read_ = ask(reader, "Baumkataster", (f"{BASE}gibt/esNicht",))
    assert read_.value.musterdatensatz.status == "likely"
    assert [note[0] for note in read_.notes] == ["musterdatensatz.unknown_uri"]


def test_other_references_are_left_alone(reader: Reader) -> None:
    read_ = ask(reader, "xyz", ("https://stadt.example/def/1",))
    assert (read_.value, read_.notes) == (Kind(), ())


def test_state_bodies_get_nothing_and_unread_ones_no_guess(reader: Reader) -> None:
    assert ask(reader, "Baumkataster", (f"{BASE}kultur/denkmal",), body=STATE).value == Kind()
    assert ask(reader, "Baumkataster", body=UNREAD).value == Kind()
    said = ask(reader, None, (f"{BASE}kultur/denkmal",), body=UNREAD).value
    assert said.musterdatensatz.value == "kultur--denkmal"


def test_sonstiges_is_never_guessed(reader: Reader) -> None:
    slugs = {
        term.slug
        for terms in reader.classifier.model.words.lexicon.terms.values()
        for term in terms
    }
    assert not {slug for slug in slugs if "sonstiges" in slug.casefold()}


SMALL = compile_lexicon(
    [
        ("container", ("container", "altglas")),
        ("glas", ("glascontainer",)),
        ("gebuehr", ("restmülltonne+gebühr",)),
        ("kita", ("kita",)),
        ("markt", ("märkte",)),
        ("x", ("strom",)),
        ("y", ("strom",)),
    ]
)


@pytest.mark.parametrize(
    ("title", "slugs"),
    [
        ("Containerstandorte 2020", ("container",)),
        ("Altkleidercontainer", ("container",)),
        ("GLASCONTAINER in der Stadt", ("glas",)),
        ("Gebühren der Restmülltonnen", ("gebuehr",)),
        ("Restmülltonnen", ()),
        ("Kitas", ("kita",)),
        ("Kitastrophe", ()),
        ("Wochen-Märkte", ("markt",)),
        ("Supermärkte", ()),
        ("Stromverbrauch", ("x", "y")),
        ("", ()),
    ],
)
def test_matching_of_terms(title: str, slugs: tuple[str, ...]) -> None:
    assert match(SMALL, title).slugs == slugs


def test_below_likely_the_best_are_candidates(reader: Reader) -> None:
    kind = ask(reader, "Kita-Standorte").value.musterdatensatz
    assert (kind.status, kind.value, len(kind.candidates)) == ("ambiguous", None, 3)
    assert kind.candidates[0].startswith("bildung--kindertageseinrichtung")


def test_a_correction_comes_before_the_publishers_word(reader: Reader) -> None:
    classifier = reader.classifier._replace(corrections={"grün": "kultur--denkmal", "moos": ""})
    trees = BASE + TREES.replace("--", "/")
    corrected = read(reader.vocabulary, classifier, TOWN, ("Grün", None), (trees,), ()).value
    assert (corrected.musterdatensatz.value, corrected.thema.value) == ("kultur--denkmal", "kultur")
    assert read(reader.vocabulary, classifier, TOWN, ("Moos", None), (), ()).value == Kind()
