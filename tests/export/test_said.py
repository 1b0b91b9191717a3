# SPDX-License-Identifier: EUPL-1.2
"""What a portal said is kept, made writable and found again."""

from app.export.said import hear, settle
from app.export.terms import DCATDE, DCT
from tests.export.making import DATASET, FILE, RDF_TYPE, nt, plain

OLD = "https://www.dcat-ap.de/def/dcatde/1.1/contributorID"
WHO = "<http://dcat-ap.de/def/contributors/stadt>"


def test_statements_come_back_sorted_and_once() -> None:
    statements = plain()
    lines = settle(hear(f"{statements}\n{statements}\n", "default"), [])
    assert "\n".join(dict.fromkeys(lines)) == statements


def test_the_default_profile_mends_namespaces_and_the_original_keeps_them() -> None:
    statements = plain((DATASET, OLD, WHO))
    assert hear(statements, "default").values(DATASET, DCATDE + "contributorID") == [WHO]
    original = hear(statements, "original")
    assert original.values(DATASET, OLD) == [WHO]
    assert original.values(DATASET, DCATDE + "contributorID") == []


def test_two_spellings_of_one_statement_become_one() -> None:
    statements = plain((DATASET, OLD, WHO), (DATASET, DCATDE + "contributorID", WHO))
    assert len(settle(hear(statements, "default"), [])) == len(statements.split("\n")) - 1


def test_a_predicate_without_xml_name_is_left_out_and_told() -> None:
    said = hear(plain((DATASET, "http://x.example/p/", '"x"')), "default")
    assert said.left_out == [f'{DATASET} <http://x.example/p/> "x" .']
    assert not any("x.example" in line for line in settle(said, []))


def test_a_class_without_xml_name_is_never_the_first_said_of_a_subject() -> None:
    odd = (DATASET, RDF_TYPE, "<http://a.example/class/>")
    lone = ("<urn:lone>", RDF_TYPE, "<http://a.example/class/>")
    said = hear(nt(odd, lone, (DATASET, "http://www.zzz.example/p", '"later"')), "default")
    assert [line.split(" ")[1] for line in settle(said, [])] == [
        "<http://www.zzz.example/p>",
        f"<{RDF_TYPE}>",
    ]
    assert said.left_out == ["<urn:lone> <" + RDF_TYPE + "> <http://a.example/class/> ."]


def test_labels_that_start_with_a_digit_get_a_letter_but_texts_do_not() -> None:
    statements = nt(
        ("_:2abcx1", DCT + "title", '"see _:2abcx1 . _:3 ."'), (FILE, DCT + "creator", "_:2abcx1")
    )
    said = hear(statements, "default")
    assert said.values("_:b2abcx1", DCT + "title") == ['"see _:2abcx1 . _:3 ."']
    assert said.values(FILE, DCT + "creator") == ["_:b2abcx1"]


def test_a_prefix_keeps_equal_labels_of_two_portals_apart() -> None:
    statements = nt(("_:c1", DCT + "title", '"x"'))
    one, other = hear(statements, "default", "kax"), hear(statements, "default", "kbx")
    assert one.lines != other.lines


def test_looking_up_does_not_take_a_longer_name_for_a_shorter() -> None:
    said = hear(
        nt((DATASET, DCT + "licenseX", '"1"'), ("<urn:x>", DCT + "license", '"2"')), "default"
    )
    assert said.values(DATASET, DCT + "license") == []
    assert said.subjects(DCT + "license", '"2"') == ["<urn:x>"]
