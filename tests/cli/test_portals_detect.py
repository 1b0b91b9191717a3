# SPDX-License-Identifier: EUPL-1.2
"""``portals detect``: what was asked, what was found, and a block that the configuration takes."""

import tomllib
from pathlib import Path

import pytest

from app.config import load
from tests.cli.conftest import Command, Said
from tests.harvesters.detect.sites import TURTLE, ckan, page, turtle
from tests.harvesters.loopback import Answer, Server, serve


def ask(command: Command, server: Server, *more: str, lang: str = "de") -> Said:
    """Detects at the server's start page, which is opened for it."""
    opened = ("--allow-private", server.pair, "--gap-ms", "0")
    return command("--lang", lang, "portals", "detect", server.url(), *opened, *more)


def titled(title: str) -> bytes:
    """A catalogue of this title with one dataset."""
    prefixes = "\n".join(each for each in TURTLE.splitlines() if each.startswith("@prefix"))
    return turtle(
        f'{prefixes}\n<https://d.example/c> a dcat:Catalog ; dct:title "{title}"@de ;\n'
        "dcat:dataset <https://d.example/1> .\n<https://d.example/1> a dcat:Dataset ;\n"
        'dct:title "Eins"@de .'
    )


def test_the_block_alone_goes_to_standard_output(command: Command, folder: Path) -> None:
    site: dict[str, Answer] = {"/": page(), "/catalog.rdf": titled("Offene Daten der Stadt Kiel")}
    with serve(site) as server:
        said = ask(command, server)
        assert said.status == 0
        (block,) = tomllib.loads(said.out)["portal"]
        url = server.url("/catalog.rdf")
        assert block == {
            "id": f"127-0-0-1-{server.port}",
            "kind": "dcat",
            "url": url,
            "title": "Offene Daten der Stadt Kiel",
            "ags": "01002000",
            "enabled": False,
        }
        assert "– dcat" in said.err and f"✓ dcat         {url}" in said.err
        Path("config.toml").write_text(said.out)
        assert load(folder / "config.toml", {}).portals[0].ags == "01002000"
        tried = ["--allow-private", server.pair]
        assert command("harvest", block["id"], *tried, "--dry-run").status == 0


def test_a_key_that_is_only_likely_is_a_comment(command: Command) -> None:
    with serve(ckan()) as server:
        said = ask(command, server)
    assert '# ags = "05315000"  # nur wahrscheinlich: Köln' in said.out
    assert "ags" not in tomllib.loads(said.out)["portal"][0]


def test_the_title_of_a_page_stands_in_for_none_and_that_is_said(command: Command) -> None:
    with serve({"/": page("Rathaus"), "/catalog.ttl": titled("  ")}) as server:
        said = ask(command, server)
    assert 'title = "Rathaus"  # Titel der Internetseite' in said.out
    assert tomllib.loads(said.out)["portal"][0]["title"] == "Rathaus"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_nothing_found_says_why_not(command: Command, lang: str) -> None:
    with serve(page("Rathaus")) as server:
        said = ask(command, server, lang=lang)
    assert (said.status, said.out) == (1, "")
    kinds = {line.split()[1] for line in said.err.splitlines()[:-1]}
    assert kinds == {"arcgis", "ckan", "csw", "dcat", "dkan", "opendatasoft", "sparql"}
    assert ("kein Katalog" if lang == "de" else "No catalogue") in said.err.splitlines()[-1]
    page_of = "eine Internetseite (HTML)" if lang == "de" else "a web page (HTML)"
    assert f"{server.url('/catalog.rdf')}  {page_of}" in said.err


def test_json(command: Command) -> None:
    with serve(ckan()) as server:
        found = ask(command, server, "--json")
        answer = found.json()
    assert (found.status, found.err) == (0, "")
    assert (answer["kind"], answer["datasets"], answer["requests"]) == (
        "ckan",
        7,
        len(server.calls),
    )
    assert (answer["key"], answer["key_status"]) == ("05315000", "likely")
    assert tomllib.loads(answer["block"])["portal"][0]["url"] == answer["catalogue"]
    assert answer["tried"][-1] == {
        "kind": "ckan",
        "url": server.url("/api/3/action"),
        "datasets": 7,
        "code": None,
        "reason": None,
    }
    assert all(each["reason"] for each in answer["tried"][:-1])
    with serve(page()) as server:
        none = ask(command, server, "--json")
    assert none.status == 1
    assert (none.json()["kind"], none.json()["block"]) == (None, None)


def test_without_leave_private_addresses_stay_closed(command: Command) -> None:
    with serve({"/": titled("Kiel")}) as server:
        said = command("portals", "detect", server.url())
    assert said.status == 1
    assert server.calls == []


@pytest.mark.parametrize(
    "url", ["ftp://d.example", "https://u:p@d.example/", "http://", "kein wort"]
)
def test_what_is_no_address_is_wrong_use(command: Command, url: str) -> None:
    said = command("portals", "detect", url)
    assert said.status == 2
    assert "Adresse" in said.sentence()


def test_what_a_portal_says_moves_no_cursor(command: Command) -> None:
    site: dict[str, Answer] = {"/": titled("Kiel\\u001b[2J\\u0007\\n[[portal]]")}
    with serve(site) as server:
        said = ask(command, server)
    assert "\x1b" not in said.out + said.err
    assert len(tomllib.loads(said.out)["portal"]) == 1


def test_a_second_catalogue_of_a_host_gets_an_id_of_its_own(command: Command, folder: Path) -> None:
    site: dict[str, Answer] = {"/a.ttl": titled("Kiel"), "/b.ttl": titled("Plön")}
    with serve(site) as server:
        opened = ("--allow-private", server.pair, "--gap-ms", "0")
        for name in ("a", "b"):
            said = command("portals", "detect", server.url(f"/{name}.ttl"), *opened)
            assert "steht schon" not in said.err
            with Path("config.toml").open("a") as file:
                file.write(said.out)
        ids = [each.id for each in load(folder / "config.toml", {}).portals]
        assert ids == [f"127-0-0-1-{server.port}", f"127-0-0-1-{server.port}-2"]
        again = command("portals", "detect", server.url("/b.ttl"), *opened)
    assert f"steht schon in der Konfiguration, als {ids[1]}" in again.err
    assert tomllib.loads(again.out)["portal"][0]["id"] == ids[1]


def test_guesses_that_are_not_there_are_told_briefly(command: Command) -> None:
    with serve({"/": page()}) as server:
        said = ask(command, server)
    lines = [line for line in said.err.splitlines() if "nicht da (Status 404)" in line]
    assert len(lines) > 5
    assert all(line.count("http") == 1 for line in lines if "sparql" not in line)
