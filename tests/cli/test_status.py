# SPDX-License-Identifier: EUPL-1.2
"""``portals``, ``runs``, ``findings``, ``renormalise``: for people and for programs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.store import open_store, run_writes
from tests.cli.conftest import Command, Said, one_off
from tests.intake.making import catalogue, dataset, towns

PORTAL = [
    *("portal", "kind", "url", "datasets", "distributions", "last_success", "last_try", "state"),
    *("reason", "freshness"),
]
WIDTH = 100


@pytest.fixture
def waiting(command: Command, folder: Path) -> Path:
    """A portal whose second run waits: nineteen of twenty are gone."""
    file = folder / "k.ttl"
    file.write_text(towns(*range(20)))
    command(*one_off(file))
    file.write_text(towns(1))
    assert command(*one_off(file)).status == 1
    return file


def narrow(said: Said) -> None:
    """The tables keep within the width; sentences wrap by themselves."""
    rows = [line for line in said.out.splitlines() if "  " in line and not line.startswith(" ")]
    assert rows
    assert max(map(len, rows)) <= WIDTH, said.out


def test_portals_in_json(command: Command, harvested: Said) -> None:
    Path("config.toml").write_text('[[portal]]\nid = "neu"\nkind = "dcat"\nurl = "neu.ttl"\n')
    rows = command("portals", "--json").json()
    assert [list(row) for row in rows] == [PORTAL, PORTAL]
    known, new = rows
    assert (known["portal"], known["datasets"], known["distributions"]) == ("musterstadt", 3, 3)
    assert (known["state"], known["reason"]) == ("complete", None)
    assert known["last_success"] == known["last_try"]
    assert known["last_try"].endswith("+00:00")
    assert known["url"].startswith("file:///")
    assert (new["portal"], new["state"], new["last_try"], new["datasets"]) == ("neu", None, None, 0)


def test_portals_as_a_table(command: Command, harvested: Said) -> None:
    Path("katalog.ttl").write_text("")
    command(*one_off(Path("katalog.ttl")))
    said = command("portals")
    assert said.status == 0
    narrow(said)
    assert "fehlgeschlagen" in said.out
    assert "musterstadt: katalog.ttl: Die Antwort ist leer." in said.out


def test_no_portal_is_an_empty_table(command: Command) -> None:
    said = command("portals", "--json")
    assert (said.status, said.json()) == (0, [])


def test_runs_newest_first(command: Command, harvested: Said, catalogue_file: Path) -> None:
    command(*one_off(catalogue_file))
    rows = command("runs", "--json").json()
    assert [(row["run"], row["added"], row["same"]) for row in rows] == [(2, 0, 3), (1, 3, 0)]
    assert rows[0]["started"] < rows[0]["ended"] or rows[0]["started"] == rows[0]["ended"]
    said = command("runs", "musterstadt")
    narrow(said)
    assert "vollständig" in said.out
    assert len(command("runs", "musterstadt", "--limit", "1", "--json").json()) == 1
    assert len(command("runs", "--limit", "1", "musterstadt", "--json").json()) == 1
    assert len(command("runs", "--json", "musterstadt").json()) == 2
    narrow(command("runs"))


def test_a_waiting_run_is_accepted(command: Command, waiting: Path) -> None:
    said = command("runs", "accept", "2")
    assert said.status == 0
    assert said.out.startswith("musterstadt: vollständig – 1 empfangen")
    assert command("portals", "--json").json()[0]["state"] == "complete"
    again = command("runs", "accept", "2")
    assert again.status == 1
    assert "Abruf 2 wartet auf keine Entscheidung (vollständig)" in again.sentence()


def test_a_waiting_run_is_accepted_without_its_file(command: Command, waiting: Path) -> None:
    waiting.unlink()
    answer = command("runs", "accept", "2", "--json").json()
    assert (answer["state"], answer["same"]) == ("complete", 1)


def test_a_waiting_run_is_rejected(command: Command, waiting: Path) -> None:
    said = command("runs", "reject", "2")
    assert (said.status, said.out) == (0, "Abruf 2 des Portals musterstadt ist verworfen.\n")
    row = command("portals", "--json").json()[0]
    assert (row["state"], row["datasets"]) == ("failed", 20)
    assert "verworfen" in row["reason"]


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_an_outdated_run_is_named(command: Command, waiting: Path, verb: str) -> None:
    waiting.write_text(towns(*range(20)))
    command(*one_off(waiting))
    said = command("runs", verb, "2")
    assert said.status == 1
    assert "Abruf 2 ist überholt: Abruf 3" in said.sentence()


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_decisions_about_nothing(command: Command, harvested: Said, verb: str) -> None:
    assert command("runs", verb, "7").status == 1
    assert "Den Abruf 7 gibt es nicht" in command("runs", verb, "7").sentence()
    assert command("runs", verb, "eins").status == 2
    assert command("runs", verb).status == 2


def test_without_its_pages_a_run_is_accepted_as_the_portal_says_it_now(
    command: Command, waiting: Path
) -> None:
    for file in Path("data/staging").rglob("page-*"):
        file.unlink()
    kept = waiting.read_text()
    waiting.write_text(towns(2, 3))
    said = command("runs", "accept", "2")
    assert (said.status, len(said.err.strip().splitlines())) == (1, 1), said
    assert "Traceback" not in said.err
    assert command("portals", "--json").json()[0]["state"] == "quarantined"
    waiting.write_text(kept)
    assert command("runs", "accept", "2").status == 0


def test_a_run_whose_process_is_gone_is_not_shown_as_running(
    command: Command, folder: Path
) -> None:
    file = folder / "k.ttl"
    file.write_text(towns(1))
    command(*one_off(file))
    store = open_store("sqlite:///data/datenspiegel.sqlite")
    long_ago = datetime.now(UTC) - timedelta(minutes=2)
    with store.transaction() as session:
        lost = run_writes.start(session, "musterstadt", "elsewhere:1", long_ago)
        now = datetime.now(UTC)
    store.close()
    rows = command("runs", "--json").json()
    assert [row["state"] for row in rows] == ["failed", "complete"]
    shown = command("runs", str(lost))
    assert "elsewhere:1" in shown.out and "läuft" not in shown.out
    assert command("portals", "--json").json()[0]["state"] == "failed"
    assert datetime.fromisoformat(rows[0]["ended"]) >= now.replace(microsecond=0)


@pytest.fixture
def found(command: Command, folder: Path) -> Said:
    """A portal with findings of two kinds."""
    parts = [dataset(n).replace('"CSV"', f'"Format{n % 2}"') for n in range(6)]
    parts.append(dataset(9).replace("dcat-ap.de/def/licenses/cc-by/4.0", "x.example/lizenz"))
    (folder / "k.ttl").write_text(catalogue(parts))
    return command(*one_off(folder / "k.ttl"))


def test_findings_in_words(command: Command, found: Said) -> None:
    said = command("findings")
    assert said.status == 0
    assert "format.unrecognised" in said.out
    assert "Format0" in said.out
    assert "Ergänzen Sie" in said.out or "Tragen Sie" in said.out or "Verwenden Sie" in said.out
    narrow(Said(0, said.out.partition("\n\n")[0], ""))
    only = command("findings", "musterstadt", "--code", "licence.unknown")
    assert "format.unrecognised" not in only.out
    assert "x.example/lizenz" in only.out


def test_findings_in_json(command: Command, found: Said) -> None:
    rows = command("findings", "--json").json()
    assert {row["code"] for row in rows} >= {"format.unrecognised", "licence.unknown"}
    keys = ["code", "subject", "message", "portal", "dataset"]
    assert all(list(row) == keys for row in rows)
    assert len(command("findings", "--json", "--limit", "2").json()) == 2
    assert {
        row["code"] for row in command("findings", "--code", "licence.unknown", "--json").json()
    } == {"licence.unknown"}


def test_no_findings_is_said(command: Command) -> None:
    assert command("findings").out == "Keine Hinweise.\n"
    assert command("findings", "--json").json() == []


@pytest.mark.parametrize("words", [["runs"], ["findings"]])
def test_an_unknown_portal_is_named_with_the_nearest(
    command: Command, harvested: Said, words: list[str]
) -> None:
    said = command(*words, "musterstatt")
    assert said.status == 2
    assert "„musterstatt“" in said.sentence()
    assert said.sentence().endswith("Bekannt ist: musterstadt.")


def test_an_unknown_code_is_named_with_the_nearest(command: Command) -> None:
    said = command("findings", "--code", "licence.unknwon")
    assert said.status == 2
    assert said.sentence().endswith("Möglich ist: licence.unknown.")


def test_renormalise_tells_what_it_did(command: Command, harvested: Said) -> None:
    said = command("renormalise")
    assert said.status == 0
    assert said.out == ("3 Datensätze aus 1 Portalen gelesen, 0 werden nun anders verstanden.\n")
    assert command("renormalise", "--json").json() == {
        "portals": 1,
        "datasets": 3,
        "reread": 0,
        "busy": [],
    }


def test_an_overlay_in_the_data_folder_is_applied(command: Command, found: Said) -> None:
    from app.vocabulary.files import packaged_folder

    name = "licences/cc-by-4.0.toml"
    text = (packaged_folder() / name).read_text(encoding="utf-8")
    place = Path("data/vocab") / name
    place.parent.mkdir(parents=True)
    place.write_text(text.replace("uris = [", 'uris = [\n  "http://x.example/lizenz",', 1))
    assert command("renormalise", "--json").json()["reread"] == 1
    rows = command("findings", "--code", "licence.unknown", "--json").json()
    assert rows == []
