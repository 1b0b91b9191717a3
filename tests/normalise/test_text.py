# SPDX-License-Identifier: EUPL-1.2
"""Choice of language, HTML to plain text, clean characters."""

import pytest

from app.normalise.text import LONGEST_LINE, bare, choose, line, plain, read_block, read_line
from harvesters.base.record import Text


@pytest.mark.parametrize(
    ("texts", "chosen"),
    [
        ((("Trees", "en"), ("Bäume", "de")), "Bäume"),
        ((("Trees", "en"), ("Bäume", "de-at")), "Bäume"),
        ((("Arbres", "fr"), ("Trees", "en"), ("Stromy", "")), "Stromy"),
        ((("Arbres", "fr"), ("Trees", "en")), "Trees"),
        ((("  ", "de"), ("Arbres", "fr")), "Arbres"),
        ((), None),
    ],
)
def test_german_first_then_untagged_then_english(
    texts: tuple[tuple[str, str], ...], chosen: str | None
) -> None:
    assert choose(tuple(Text(*text) for text in texts)) == chosen


def test_html_becomes_lines() -> None:
    html = "<p>Bäume &amp; Str&auml;ucher</p>\r\n<ul><li>eins</li><li><b>zwei</b></li></ul>"
    assert plain(html) == "Bäume & Sträucher\n\neins\n\nzwei"


def test_scripts_styles_and_comments_leave_nothing() -> None:
    html = "Vor<script type='x'>alert(1)</script><!-- so --><style>p{}</style>nach"
    assert plain(html) == "Vor nach"


def test_html_that_was_escaped_twice_is_decoded() -> None:
    assert plain("&lt;p&gt;Eins&lt;/p&gt;&lt;p&gt;Zwei&lt;/p&gt;") == "Eins\n\nZwei"


@pytest.mark.parametrize("text", ["a < b und c > d", "Werte <5 µg", "AT&T", "<unbekannt>"])
def test_signs_that_are_no_html_stay(text: str) -> None:
    assert plain(text) == text


def test_title_is_one_line_in_nfc() -> None:
    assert line(" Ba\u0308ume\n  der <b>Stadt</b> ") == "Bäume der Stadt"


def test_control_characters_go_and_are_noted() -> None:
    read = read_line((Text("Stra\x00ße\u200b \x96 Liste"),), "dct:title")
    assert read.value == "Straße – Liste"
    assert [(note[0], note[3]) for note in read.notes] == [("text.control_characters", "dct:title")]


def test_the_note_itself_holds_no_control_characters() -> None:
    (note,) = read_line((Text("a\x00b"),), "dct:title").notes
    assert note[1].isprintable()


def test_a_literal_in_turtles_own_quoting_is_unquoted() -> None:
    assert bare('"CSV"^^http://www.w3.org/2001/XMLSchema#string') == "CSV"
    assert bare('"Kataster"@de') == "Kataster"
    assert bare('"Haus" am See') == '"Haus" am See'


def test_a_word_of_ten_megabytes_is_shortened_and_told() -> None:
    read = read_line((Text("W" * 10_000_000),), "dct:title")
    assert read.value is not None and len(read.value) == LONGEST_LINE
    assert [entry[0] for entry in read.notes] == ["text.shortened"]
    block = read_block((Text("kurz"),), "dct:description")
    assert (block.value, block.notes) == ("kurz", ())


def test_what_turns_the_direction_of_a_page_goes_and_is_noted() -> None:
    read = read_line((Text("\u202etxet\u202c &#x202E;Amt\u2066 mehr"),), "dct:title")
    assert read.value == "txet Amt mehr"
    assert [note[0] for note in read.notes] == ["text.control_characters"]
    assert read.notes[0][1].isprintable()
