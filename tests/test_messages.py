# SPDX-License-Identifier: EUPL-1.2
"""The message catalogues: both languages alike, every code with its sentence and its mend."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from app.model.findings import CODES
from app.web import messages
from tests.house import CODE, ROOT, calls, files, name_of, read, strings

FOLDER = ROOT / "app" / "web" / "messages"
CARRIERS = ("Error", "Unreachable", "Answer", "Record", "Broken", "Problem", "Finding")
CODE_SHAPE = re.compile(r"[a-z][a-z_]*\.[a-z][a-z_]*")


class Variables(Visitor):
    """Collects the names of the variables a message uses."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.names.add(node.id.name)


def catalogue(lang: str) -> dict[str, set[str]]:
    """Message id -> variables, of one language."""
    found = {}
    for path in sorted((FOLDER / lang).glob("*.ftl")):
        for entry in FluentParser().parse(read(path)).body:
            if isinstance(entry, fluent.Message):
                used = Variables()
                used.visit(entry)
                found[entry.id.name] = used.names
    return found


def raised_codes() -> dict[str, str]:
    """Codes given to exceptions, broken items and findings, with the place of one use."""
    found = {}
    for path in files(*CODE):
        for name, call in calls(path):
            if not name.endswith(CARRIERS):
                continue
            for each in ast.walk(call):
                if isinstance(each, ast.Constant) and CODE_SHAPE.fullmatch(str(each.value)):
                    found[str(each.value)] = f"{name_of(path)}:{call.lineno}"
    return found


def all_codes() -> dict[str, str]:
    """Every text constant that looks like a code of a noun that is raised somewhere."""
    raised = raised_codes()
    nouns = {code.partition(".")[0] for code in raised} - {"app", "harvesters", "vocab", "tests"}
    loose = {
        value: f"{name_of(path)}:{line}"
        for path in files(*CODE)
        for line, value in strings(path)
        if CODE_SHAPE.fullmatch(value) and value.partition(".")[0] in nouns
    }
    suffixes = (".py", ".ftl", ".csv", ".toml", ".txt", ".html")
    columns = "app/store/tables/"  # ``run.id`` is a column there
    return {
        code: at
        for code, at in (raised | loose).items()
        if not code.endswith(suffixes) and not at.startswith(columns)
    }


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.ftl")), ids=name_of)
def test_every_catalogue_can_be_read(path: Path) -> None:
    junk = [each for each in FluentParser().parse(read(path)).body if isinstance(each, fluent.Junk)]
    assert [each.content for each in junk] == []


def test_both_languages_have_the_same_files_and_sentences() -> None:
    names = [{path.name for path in (FOLDER / lang).glob("*.ftl")} for lang in messages.LANGUAGES]
    assert names[0] == names[1]
    german, english = (catalogue(lang) for lang in messages.LANGUAGES)
    assert sorted(german.keys() ^ english.keys()) == []
    assert {name for name in german if german[name] != english[name]} == set()


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_no_sentence_is_there_twice(lang: str) -> None:
    paths = (FOLDER / lang).glob("*.ftl")
    ids = Counter(
        each for path in paths for each in re.findall(r"(?m)^([a-z][\w-]*) =", read(path))
    )
    assert [name for name, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_every_finding_has_a_sentence_and_a_mend(lang: str) -> None:
    wanted = [*CODES, *(f"{code}-mend" for code in CODES)]
    assert [code for code in wanted if not messages.has(lang, code)] == []


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_everything_that_is_raised_has_a_sentence(lang: str) -> None:
    codes = all_codes()
    assert "config.missing" in codes
    silent = [f"{code} ({at})" for code, at in codes.items() if not messages.has(lang, code)]
    assert not silent, "\n".join(sorted(silent))


def test_licence_answers_never_say_allowed() -> None:
    answers = [path for path in (FOLDER / "de").glob("*.ftl") if path.stem != "errors"]
    assert [name_of(path) for path in answers if re.search(r"\berlaubt", read(path))] == []


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_message_read_alone_is_what_it_is_among_all(lang: str) -> None:
    """Messages are parsed when asked for; what they refer to must come along."""
    whole = FluentBundle([lang], use_isolating=False)
    for path in sorted((FOLDER / lang).glob("*.ftl")):
        whole.add_resource(FluentResource(read(path)))
    for id in list(whole._messages)[::25]:  # each needs a catalogue of its own
        alone = messages._Catalogue(lang)
        params = {"count": 3, "value": "x", "key": "k", "file": "f", "line": "7"}
        expected = whole.format_pattern(whole.get_message(id).value, params)
        assert alone.format(alone.get(id), params)[0] == expected[0], id
