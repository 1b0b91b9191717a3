# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house, each a test: rooms, sizes, docstrings, doors, registries."""

import ast
import re
import statistics
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from tests.house import (
    CODE,
    ROOT,
    calls,
    files,
    functions,
    imports,
    length,
    name_of,
    own_texts,
    public,
    read,
    strings,
    tree,
)

PYTHON = files(*CODE)
ALL_PYTHON = files(*CODE, "tests")
# The door to the network: http keeps the limits, address and connection refuse private addresses.
DOOR = {f"harvesters/base/{name}.py" for name in ("http", "address", "connection")}
NETWORK_MODULES = re.compile(
    r"(socket|ssl|requests|urllib3|urllib\.request|http\.client|httpx|aiohttp|ftplib|smtplib|poplib"
    r"|imaplib|telnetlib|xmlrpc|websockets?|paramiko|pycurl|SPARQLWrapper|feedparser|asyncio)\b"
)
NETWORK_CLASSES = re.compile(
    r"\b(SPARQLStore|SPARQLUpdateStore|SPARQLConnector|SPARQLWrapper|CatalogueServiceWeb"
    r"|WebMapService|WebFeatureService|WebCoverageService|WebMapTileService|SensorObservationService"
    r"|WebProcessingService|ResourceOwnerPasswordCredentials|URLInputSource|RemoteCKAN|urlopen"
    r"|openURL|urlretrieve|PoolManager|HTTPConnection|HTTPSConnection|create_connection)\b"
)
OPENERS = {"files", "import_module", "find_spec", "Path", "open", "as_file", "read_text"}
VAGUE = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc", "stuff"}
AT_HOME = re.compile(r"(?<![\w./:<>-])/(?:root|home|Users|work|mnt|srv)/\w")
UNFINISHED = re.compile(r"\b(?:TO" + "DO|FIX" + r"ME|XX" + r"X)\b")
REGISTRY = re.compile(
    r"(?:pypi|pythonhosted|npmjs|debian)\." + r"(?:org|com)\b|index-url|find-links [^\\]"
)


def test_the_tests_see_the_house() -> None:
    assert len(PYTHON) > 20
    assert {"app/config/settings.py", "harvesters/base/record.py"} <= set(map(name_of, PYTHON))


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_every_module_can_be_imported(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    if "migrations" not in parts:  # Alembic runs those, with a database at hand
        assert import_module(name)


def test_every_folder_is_a_room_with_one_sentence() -> None:
    bad = []
    for folder in sorted({path.parent for path in ALL_PYTHON}):
        init = folder / "__init__.py"
        doc = (ast.get_docstring(tree(init)) or "") if init.exists() else ""
        doc = doc.partition("\n\n")[0]
        sentences = re.findall(r"[.!?](?=\s|$)", doc)
        if len(sentences) != 1 or not doc.endswith("."):
            bad.append(f"{name_of(folder)}: {doc!r}")
    assert not bad, "\n".join(bad)


def test_every_source_file_begins_with_the_licence() -> None:
    kinds = (".py", ".toml", ".ftl", ".css", ".js", ".mako")
    sources = [*files(*CODE, "tests", suffixes=kinds), ROOT / "Makefile", ROOT / ".ci" / "run"]
    line = "SPDX-License-Identifier: EUPL-1.2"
    bare = [each for each in sources if line not in "".join(read(each).splitlines()[:2])]
    assert [name_of(path) for path in bare] == []


def test_files_are_short() -> None:
    kinds = (".py", ".html", ".css", ".js")
    long = [path for path in files(*CODE, "tests", suffixes=kinds) if read(path).count("\n") >= 300]
    assert [name_of(path) for path in long] == []


def test_functions_are_short() -> None:
    sizes = {
        f"{name_of(path)}:{each.lineno} {each.name}": length(each)
        for path in ALL_PYTHON
        for each in functions(path)
    }
    long = [f"{name}: {size}" for name, size in sizes.items() if size > 50]
    assert not long, "\n".join(long)
    own = [length(each) for path in PYTHON for each in functions(path)]
    assert statistics.median(own) <= 10
    assert statistics.quantiles(own, n=10)[8] < 25


def test_every_module_and_every_public_name_has_a_docstring() -> None:
    bare = [name_of(path) for path in ALL_PYTHON if not ast.get_docstring(tree(path))]
    for path in PYTHON:
        nodes = (each for each in public(path) if not ast.get_docstring(each))
        bare += [f"{name_of(path)}:{each.lineno} {each.name}" for each in nodes]
    assert not bare, "\n".join(bare)


def test_names_say_what_is_inside() -> None:
    vague = [path for path in ALL_PYTHON if {path.stem, path.parent.name} & VAGUE]
    assert [name_of(path) for path in vague] == []


def test_no_boolean_flags_in_public_functions() -> None:
    flags = []
    for path in PYTHON:
        if name_of(path).startswith(("app/cli", "app/store/migrations")):
            continue  # click passes its switches that way, and columns say nullable so
        for node in public(path):
            if isinstance(node, ast.ClassDef):
                continue
            for each in (*node.args.args, *node.args.kwonlyargs):
                if isinstance(each.annotation, ast.Name) and each.annotation.id == "bool":
                    flags.append(f"{name_of(path)}:{node.lineno} {node.name}({each.arg})")
    assert not flags, "\n".join(flags)


def test_times_know_their_zone() -> None:
    naive = []
    for path in ALL_PYTHON:
        for name, call in calls(path):
            bare_now = name == "now" and not call.args and not call.keywords
            if name in ("utcnow", "utcfromtimestamp") or bare_now:
                naive.append(f"{name_of(path)}:{call.lineno} {name}()")
    assert not naive, "\n".join(naive)


def test_vocab_holds_files_and_no_code() -> None:
    assert [name_of(path) for path in files("vocab")] == ["vocab/__init__.py"]
    assert len(tree(ROOT / "vocab" / "__init__.py").body) == 1


def test_only_the_vocabulary_room_reads_vocab() -> None:
    peeks = []
    for path in PYTHON:
        if name_of(path).startswith("app/vocabulary/"):
            continue
        peeks += [f"{name_of(path)}: import {name}" for name in imports(path) if _is_vocab(name)]
        for line, value in strings(path):
            if value.startswith("vocab/"):
                peeks.append(f"{name_of(path)}:{line} {value!r}")
        for name, call in calls(path):
            first = call.args[0] if call.args else None
            if name in OPENERS and isinstance(first, ast.Constant) and _is_vocab(str(first.value)):
                peeks.append(f"{name_of(path)}:{call.lineno} {name}({first.value!r})")
    assert not peeks, "\n".join(peeks)


def _is_vocab(name: str) -> bool:
    return name == "vocab" or name.startswith("vocab.")


def test_the_network_has_one_door() -> None:
    others = [path for path in PYTHON if name_of(path) not in DOOR]
    bad = [
        f"{name_of(path)}: {name}"
        for path in others
        for name in imports(path)
        if NETWORK_MODULES.match(name)
    ]
    for path in others:
        named = NETWORK_CLASSES.findall(read(path))
        bad += [f"{name_of(path)}: {name}" for name in named]
    assert not bad, "\n".join(bad)


def test_parsers_get_bytes_and_never_an_address() -> None:
    """rdflib and lxml fetch what ``location`` names; rdflib's JSON-LD fetches remote contexts."""
    bad = []
    for path in PYTHON:
        for name, call in calls(path):
            words = {each.arg: each.value for each in call.keywords}
            remote = name == "parse" and "location" in words
            open_door = _is(words.get("no_network"), False)
            contexts = name == "parse" and _is(words.get("format"), "json-ld")
            if remote or open_door or contexts:
                bad.append(f"{name_of(path)}:{call.lineno} {name}")
    assert not bad, "\n".join(bad)


def _is(node: ast.expr | None, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value == value


def test_every_harvester_is_registered_tested_and_described() -> None:
    registry = getattr(import_module("harvesters"), "HARVESTERS", {})
    modules = {path.stem for path in (ROOT / "harvesters").glob("*.py")} - {"__init__"}
    assert set(registry) == modules
    page = read(ROOT / "docs" / "add-a-harvester.md")
    tests = {part for path in files("tests/harvesters") for part in (path.stem, path.parent.name)}
    known = re.search(
        r"(?m)^# What speaks there\. Known so far: (.+)\.$", read(ROOT / "config.toml")
    )
    assert known and set(known[1].split(", ")) == modules
    for kind in registry:
        assert f"`harvesters/{kind}.py`" in page, kind
        assert {kind, f"test_{kind}"} & tests, kind


def test_tests_mirror_the_rooms() -> None:
    own = {"bench", "browser", "fixtures", "harvesters", "hostile", "__pycache__"}
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()} - own
    assert [name for name in sorted(folders) if not (ROOT / "app" / name).is_dir()] == []


@pytest.mark.parametrize(
    "rule", [AT_HOME, UNFINISHED, REGISTRY], ids=["path", "unfinished", "host"]
)
def test_nothing_of_the_workshop_is_left_behind(rule: re.Pattern[str]) -> None:
    this = Path(__file__)
    bad = []
    for path in own_texts():
        if path == this or (rule is REGISTRY and path.name == "Makefile"):
            continue
        bad += [f"{name_of(path)}: {each.group()}" for each in rule.finditer(read(path))]
    assert not bad, "\n".join(bad)


def test_templates_hold_no_inline_style_or_script() -> None:
    inline = re.compile(
        r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:"
        r"|<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)",
        re.IGNORECASE,
    )
    pages = files("app/web", suffixes=(".html",))
    bad = [f"{name_of(path)}: {hit}" for path in pages for hit in inline.findall(read(path))]
    assert not bad, "\n".join(bad)


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["version"]
    assert f"\n## {version}" in read(ROOT / "CHANGELOG.md")


def test_every_direct_dependency_is_locked_with_hashes() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *sum(project["optional-dependencies"].values(), [])]
    names = {re.split(r"[\[<>=~! ;]", each)[0].lower().replace(".", "-") for each in wanted}
    lock = read(ROOT / "requirements.lock")
    locked = set(re.findall(r"(?m)^([a-z0-9-]+)==\S+ \\\n    --hash=sha256:", lock))
    assert names - locked == set()
    assert len(locked) == len(re.findall(r"(?m)^[a-z0-9]\S*==", lock))
