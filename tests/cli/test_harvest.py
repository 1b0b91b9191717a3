# SPDX-License-Identifier: EUPL-1.2
"""``harvest``: its line, its JSON, its exit status, and what it refuses."""

import json
from pathlib import Path

import pytest

from app.cli.failures import sentence
from tests.cli.conftest import Command, Said, one_off
from tests.intake.making import catalogue, dataset, nameless, paging, person, towns

KEYS = [
    *("portal", "run", "state", "received", "added", "changed", "same", "retired", "rejected"),
    *("distributions", "announced", "notes", "seconds", "findings"),
]


def test_one_line_a_portal(harvested: Said) -> None:
    assert harvested.status == 0
    (line,) = harvested.out.splitlines()
    assert line.startswith("musterstadt: vollständig – 3 empfangen, 3 neu, 0 geändert, 0 unver")
    assert "datenspiegel findings musterstadt" in harvested.err


def test_the_same_in_english(command: Command, catalogue_file: Path) -> None:
    said = command("--lang", "en", *one_off(catalogue_file))
    assert said.out.startswith("musterstadt: complete – 3 received, 3 added")


def test_json_is_as_the_interface_says(command: Command, catalogue_file: Path) -> None:
    said = command(*one_off(catalogue_file, "--json"))
    assert (said.status, said.err) == (0, "")
    answer = said.json()
    assert list(answer)[: len(KEYS)] == KEYS
    counts = {key: answer[key] for key in KEYS[:11]}
    assert counts == {
        "portal": "musterstadt",
        "run": 1,
        "state": "complete",
        "received": 3,
        "added": 3,
        "changed": 0,
        "same": 0,
        "retired": 0,
        "rejected": 0,
        "distributions": 3,
        "announced": None,
    }
    assert answer["notes"] == []
    assert isinstance(answer["seconds"], float)
    assert all(list(each) == ["code", "subject", "message"] for each in answer["findings"])
    again = command(*one_off(catalogue_file, "--json")).json()
    assert [again[key] for key in ("run", "same", "added", "changed", "retired")] == [2, 3, 0, 0, 0]


def test_rejected_items_are_named_and_no_failure(command: Command, folder: Path) -> None:
    file = folder / "k.ttl"
    file.write_text(catalogue([dataset(1), nameless("Ohne Namen")]))
    said = command(*one_off(file))
    assert said.status == 0
    assert "mit Abgewiesenen" in said.out
    assert "dct:identifier" in said.err
    (item,) = command(*one_off(file, "--json")).json()["rejects"]
    assert item["reason"] == "item.no_identity"
    assert "Ohne Namen" in item["value"]
    assert item["identifier"] is None


def test_partial_is_no_failure_and_names_the_page(command: Command, folder: Path) -> None:
    file = folder / "k.ttl"
    file.write_text(catalogue([dataset(1), paging(1, 2, 2)]))
    said = command(*one_off(file))
    assert said.status == 0
    assert "unvollständig" in said.out
    assert "katalog?page=2" in said.err
    answer = command(*one_off(file, "--json")).json()
    assert (answer["state"], answer["announced"]) == ("partial", 2)
    assert "katalog?page=2" in answer["notes"][0]


def test_failed_is_status_1_with_the_reason(command: Command, harvested: Said) -> None:
    Path("katalog.ttl").write_text("<!doctype html><html></html>")
    said = command(*one_off(Path("katalog.ttl")))
    assert said.status == 1
    assert "fehlgeschlagen" in said.out
    assert "katalog.ttl: Statt eines Katalogs kam eine Internetseite (HTML)" in said.err
    said = command(*one_off(Path("katalog.ttl"), "--json"))
    assert said.json()["state"] == "failed"
    assert "Internetseite" in said.err


def test_quarantined_is_status_1(command: Command, folder: Path) -> None:
    file = folder / "k.ttl"
    file.write_text(towns(*range(20)))
    command(*one_off(file))
    file.write_text(towns(1))
    said = command(*one_off(file))
    assert said.status == 1
    assert "wartet auf Entscheidung" in said.out
    assert "datenspiegel runs accept 2" in said.err
    assert "datenspiegel runs accept 2" in command("portals").out
    assert command(*one_off(file)).status == 1
    newest, second, _ = command("runs").out.splitlines()[1:]
    assert "wartet auf Entscheidung" in newest and "überholt" in second
    assert "runs accept" not in command("runs", "2").out
    assert [row["state"] for row in command("runs", "--json").json()[:2]] == ["quarantined"] * 2


def test_a_folder_is_one_portal(command: Command, folder: Path) -> None:
    (folder / "seiten").mkdir()
    for page in (1, 2):
        text = catalogue([dataset(page), paging(page, 2, 2)])
        (folder / "seiten" / f"{page}.ttl").write_text(text)
    assert command(*one_off(folder / "seiten", "--json")).json()["state"] == "complete"


def test_a_file_url_and_a_relative_path_are_the_same_portal(
    command: Command, catalogue_file: Path
) -> None:
    for url in ("katalog.ttl", "./katalog.ttl", str(catalogue_file), catalogue_file.as_uri()):
        said = command(*one_off(Path(url) if ":" not in url else url, "--json"))  # type: ignore[arg-type]
        assert said.status == 0, said.err
        assert said.json()["received"] == 3


def test_a_portal_without_an_id_gets_one_from_its_file(
    command: Command, catalogue_file: Path
) -> None:
    said = command("harvest", "--kind", "dcat", "--url", "katalog.ttl", "--json")
    assert said.json()["portal"] == "katalog"
    assert command("harvest", "katalog", "--json").json()["same"] == 3


def test_a_second_url_under_a_known_id_is_refused(
    command: Command, harvested: Said, folder: Path
) -> None:
    other = folder / "anderer.ttl"
    other.write_text(towns(7))
    for more in ([], ["--dry-run"]):
        said = command(*one_off(other, *more))
        assert said.status == 1
        sentence = said.sentence()
        for word in ("musterstadt", "katalog.ttl", "anderer.ttl", "--portal"):
            assert word in sentence
    said = command(*one_off(other, "--json"))
    assert list(said.json()) == ["portal", "error"]
    assert command(*one_off(other, portal="andere")).status == 0
    assert command("harvest", "musterstadt", "--json").json()["same"] == 3


def test_a_mistyped_file_does_not_block_the_id(command: Command, catalogue_file: Path) -> None:
    assert command(*one_off(Path("katalgo.ttl"))).sentence() == (
        "Die Datei katalgo.ttl gibt es nicht. Prüfen Sie den Pfad."
    )
    Path("liesmich.txt").write_text("Das ist kein Katalog, sondern ein Text.")
    assert command(*one_off(Path("liesmich.txt"))).status == 1
    said = command(*one_off(catalogue_file, "--json"))
    assert (said.status, said.json()["added"]) == (0, 3)


def test_persons_are_in_no_answer(command: Command, folder: Path) -> None:
    file = folder / "k.ttl"
    file.write_text(catalogue([dataset(1, more=person(1, "Rosa", "Blumenfeld"))]))
    said = command(*one_off(file, "--json"))
    assert "Blumenfeld" not in said.out + said.err
    for words in (["findings", "--json"], ["runs", "--json"], ["portals", "--json"]):
        assert "blumenfeld" not in command(*words).out.lower()


def test_dry_run_writes_nothing_not_even_a_database(
    command: Command, catalogue_file: Path, folder: Path
) -> None:
    said = command(*one_off(catalogue_file, "--dry-run", "--json"))
    assert said.status == 0
    assert (said.json()["run"], said.json()["added"]) == (None, 3)
    assert [path.name for path in folder.iterdir()] == ["katalog.ttl"]
    limited = command(*one_off(catalogue_file, "--dry-run", "--limit", "2", "--json")).json()
    assert (limited["received"], limited["state"]) == (2, "partial")
    assert [path.name for path in folder.iterdir()] == ["katalog.ttl"]


def test_dry_run_compares_with_what_is_there(command: Command, harvested: Said) -> None:
    Path("katalog.ttl").write_text(catalogue([dataset(1), dataset(2, "Anders"), dataset(8)]))
    before = Path("data/datenspiegel.sqlite").read_bytes()
    answer = command(*one_off(Path("katalog.ttl"), "--dry-run", "--json")).json()
    assert (answer["added"], answer["changed"], answer["same"]) == (1, 1, 1)
    assert Path("data/datenspiegel.sqlite").read_bytes() == before
    assert len(command("runs", "--json").json()) == 1


def test_one_bad_portal_costs_one_portal(command: Command, folder: Path) -> None:
    block = '[[portal]]\nid = "{0}"\nkind = "dcat"\nurl = "{0}.ttl"\nenabled = true\n'
    names = ("gut", "fehlt", "kaputt", "besser")
    (folder / "config.toml").write_text("".join(block.format(name) for name in names))
    (folder / "gut.ttl").write_text(towns(1))
    (folder / "besser.ttl").write_text(towns(2))
    (folder / "kaputt.ttl").write_text("")
    said = command("harvest", "--all", "--json")
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert said.status == 1
    assert [(a["portal"], a.get("state")) for a in answers] == [
        *(("gut", "complete"), ("fehlt", None), ("kaputt", "failed"), ("besser", "complete")),
    ]
    assert "fehlt.ttl" in answers[1]["error"]
    assert command("harvest", "gut", "besser", "gut", "--json").out.count('"same": 1') == 2


def test_a_fault_of_the_program_costs_one_portal(
    command: Command, catalogue_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(*given: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("app.cli.harvest.harvest", burst)
    sentence = command(*one_off(catalogue_file)).sentence()
    assert "ZeroDivisionError: oh" in sentence
    assert "--debug" in sentence
    with pytest.raises(ZeroDivisionError):
        command("--debug", *one_off(catalogue_file))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--limit", "3", "x"], "--limit"),
        ([], "Welches Portal"),
        (["--kind", "dcat"], "--url"),
        (["--url", "x.ttl"], "--kind"),
        (["--kind", "dcat", "--url", "x.ttl", "rostock"], "--url"),
        (["--all", "rostock"], "--all"),
        (["--all"], "enabled = true"),
        (["--portal", "x"], "--portal"),
        (["gibtesnicht"], "gibtesnicht"),
        (["--kind", "ckahn", "--url", "k.ttl"], "ckahn"),
        (["--kind", "dcat", "--url", "k.ttl", "--portal", "Groß!"], "--portal"),
        (["--kind", "dcat", "--url", "gopher://x/"], "--url"),
        (["--kind", "dcat", "--url", "k.ttl", "--allow-private", "localhost"], "localhost"),
        (["--kind", "dcat", "--url", "k.ttl", "--gap-ms", "-1"], "--gap-ms"),
    ],
)
def test_wrong_use_is_status_2_and_names_the_argument(
    command: Command, words: list[str], expected: str
) -> None:
    said = command("harvest", *words)
    assert said.status == 2
    assert expected in said.sentence()


@pytest.mark.parametrize(
    "ags", ["1", "123", "0100100", "0100100000", "99001000", "abc", "0100l000"]
)
def test_a_wrong_key_is_refused(command: Command, catalogue_file: Path, ags: str) -> None:
    said = command(*one_off(catalogue_file, "--ags", ags))
    assert said.status == 2
    assert "--ags" in said.sentence()
    assert ags in said.sentence()


@pytest.mark.parametrize("ags", ["13", "13072", "13003000", "130725260"])
def test_keys_of_all_lengths_are_taken(command: Command, catalogue_file: Path, ags: str) -> None:
    assert command(*one_off(catalogue_file, "--ags", ags)).status == 0


def test_control_characters_in_a_page_do_not_stop_the_report(
    command: Command, folder: Path
) -> None:
    file = folder / "k.ttl"
    file.write_text(catalogue([dataset(1)]).replace('"', '"\x0b', 1))
    said = command(*one_off(file, "--json"))
    assert (said.status, said.err) == (0, "")
    (told,) = [f for f in said.json()["findings"] if f["code"] == "text.control_characters"]
    assert told["message"].startswith("Der Text enthielt Steuer")


def test_a_finding_of_an_older_store_is_told_by_its_code() -> None:
    said = sentence("de", "text.control_characters", {"value": "x"})
    assert said == "text.control_characters {'value': 'x'}"


def test_what_is_derived_cannot_be_renewed(
    command: Command, catalogue_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "app.export.kept.refresh", lambda *_: (_ for _ in ()).throw(OSError("voll"))
    )
    said = command(*one_off(catalogue_file))
    assert said.status == 0
    assert "Gesamtdatei und SPARQL in data sind nicht erneuert (voll)" in said.err
