# SPDX-License-Identifier: EUPL-1.2
"""How runs end, and that no run which is not complete thins the catalogue (promises H3, H6)."""

import pytest

from app.intake.run import harvest
from app.store import catalogue_queries, findings_queries, portal_queries
from harvesters.base.errors import PortalUnreachable, UnexpectedAnswer
from tests.intake.making import HOST, catalogue, dataset, nameless, paging, towns, written
from tests.intake.trial import KEY, Trial, counts, serving

FIVE = towns(1, 2, 3, 4, 5)
HTML = "<!DOCTYPE html><html><body>Wartungsarbeiten</body></html>"
BROKEN = {
    "html": (HTML, "answer.html"),
    "empty": ("", "answer.empty"),
    "blank": (" \n\n ", "answer.empty"),
    "plain text": ("Guten Tag, hier ist nichts.", "answer.not_rdf"),
    "plain json": ('{"success": true}', "answer.plain_json"),
    "cut json": ('{"@context": {"dct": "http://purl.org/dc/te', "answer.unreadable"),
    "zeros": (b"\0" * 5000, None),
    "noise": (bytes(range(256)) * 20, None),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_catalogue_fails_with_a_reason(sqlite_trial: Trial, case: str) -> None:
    text, code = BROKEN[case]
    sqlite_trial.run(FIVE)
    run = sqlite_trial.run(text)
    assert run.state == "failed"
    assert counts(run) == (0, 0, 0, 0, 0, 0)
    assert code in (None, run.notes[0].code)
    assert sqlite_trial.latest().notes == run.notes
    assert sqlite_trial.numbers() == [1, 2, 3, 4, 5]
    again = sqlite_trial.run(FIVE)
    assert (again.state, again.same) == ("complete", 5)


def test_how_the_portal_stands_is_told_after_each_run(trial: Trial) -> None:
    trial.run(FIVE)
    first = trial.clock.now
    trial.run(HTML)
    with trial.store.session() as session:
        (standing,) = portal_queries.list_portals(session)
    assert (standing.state, standing.reason_code) == ("failed", "answer.html")
    assert (standing.last_success, standing.last_try) == (first, trial.clock.now)
    assert standing.datasets == 5


def test_no_dataset_at_a_new_portal_is_a_failure(sqlite_trial: Trial) -> None:
    run = sqlite_trial.run(catalogue([]))
    assert (run.state, run.notes[0].code) == ("failed", "run.no_datasets")


def test_no_dataset_any_more_waits_for_a_person(trial: Trial) -> None:
    trial.run(towns(1, 2))
    run = trial.run(catalogue([]))
    assert (run.state, run.notes[0].code) == ("quarantined", "run.no_datasets")
    assert trial.numbers() == [1, 2]


def test_only_rejected_ones_where_some_are_live_wait_as_well(sqlite_trial: Trial) -> None:
    sqlite_trial.run(towns(1, 2))
    run = sqlite_trial.run(catalogue([nameless("a"), nameless("b")]))
    assert (run.state, run.notes[0].code) == ("quarantined", "run.all_rejected")
    assert sqlite_trial.numbers() == [1, 2]


def test_a_rejected_item_is_named_and_counted(trial: Trial) -> None:
    run = trial.run(catalogue([dataset(1), nameless("Ohne Namen"), dataset(2)]))
    assert run.state == "complete-with-rejects"
    assert counts(run) == (3, 2, 0, 0, 0, 1)
    (item,) = trial.latest().rejects
    assert (item.identifier, item.reason) == (None, "item.no_identity")
    assert "Ohne Namen" in item.value
    assert "page 1" in item.position


def test_a_rejected_item_again_adds_up(trial: Trial) -> None:
    text = catalogue([dataset(1), nameless("Ohne Namen")])
    trial.run(text)
    run = trial.run(text)
    assert counts(run) == (2, 0, 0, 1, 0, 1)
    assert len(trial.latest().rejects) == 1


def test_an_unread_next_page_makes_a_file_partial(trial: Trial) -> None:
    run = trial.run(catalogue([dataset(1), dataset(2), paging(1, 2, 4)]))
    assert (run.state, run.announced) == ("partial", 4)
    (note,) = run.notes
    assert note.code == "run.next_page_unread"
    assert note.params == {"url": f"{HOST}/katalog?page=2"}


def test_all_pages_in_a_folder_are_complete(trial: Trial) -> None:
    trial.put(catalogue([dataset(1), dataset(2), paging(1, 3, 5)]), "page2-a.ttl")
    trial.add(catalogue([dataset(3), dataset(4), paging(2, 3, 5)]), "page10-a.ttl")
    trial.add(written(catalogue([dataset(5), paging(3, 3, 5)]), "rdf"), "page11-a.rdf")
    run = trial.run()
    assert (run.state, run.announced, run.notes) == ("complete", 5, ())
    assert counts(run) == (5, 5, 0, 0, 0, 0)


def test_a_missing_page_in_the_middle_of_a_folder_is_partial(sqlite_trial: Trial) -> None:
    pages = [catalogue([dataset(2 * n), dataset(2 * n + 1), paging(n, 3, 6)]) for n in (1, 2, 3)]
    for number, text in enumerate(pages, 1):
        sqlite_trial.add(text, f"{number}.ttl")
    assert sqlite_trial.run().state == "complete"
    (sqlite_trial.pages / "2.ttl").unlink()
    run = sqlite_trial.run()
    assert (run.state, run.same, run.retired) == ("partial", 4, 0)
    assert len(sqlite_trial.numbers()) == 6


def test_one_unreadable_page_of_several_is_partial_and_named(trial: Trial) -> None:
    trial.put(towns(1, 2), "1.ttl")
    trial.add(HTML, "2.html")
    trial.add(towns(3), "3.ttl")
    run = trial.run()
    assert run.state == "partial"
    assert counts(run) == (3, 3, 0, 0, 0, 0)
    assert [(note.code, note.params["page"]) for note in run.notes] == [("answer.html", "2.html")]


def test_a_truncated_page_is_partial_and_keeps_what_was_whole(trial: Trial) -> None:
    whole = written(FIVE, "rdf")
    trial.run(whole)
    cut = whole[: whole.rindex("</dcat:Dataset>") if "</dcat:Dataset>" in whole else -900]
    run = trial.run(cut)
    assert run.state == "partial"
    assert "page.truncated" in {note.code for note in run.notes}
    assert trial.numbers() == [1, 2, 3, 4, 5]
    run = trial.run(whole)
    assert run.state == "complete"
    assert (run.received, run.added, run.retired) == (5, 0, 0)


def test_a_walk_that_ends_early_is_partial(sqlite_trial: Trial) -> None:
    sqlite_trial.run(towns(1, 2, 3))
    lost = PortalUnreachable("network.no_answer", url=HOST, problem="reset")
    run = sqlite_trial.run(harvester=serving(towns(1), lost))
    assert (run.state, run.same) == ("partial", 1)
    assert [note.code for note in run.notes] == ["network.no_answer"]
    assert sqlite_trial.numbers() == [1, 2, 3]


def test_a_page_that_fails_to_open_and_ends_the_walk_is_named_once(sqlite_trial: Trial) -> None:
    lost = UnexpectedAnswer("answer.html", page="page-1.ttl")
    sqlite_trial.put(HTML)
    pages = serving(towns(1), HTML, UnexpectedAnswer("answer.html", page=f"{KEY}?page=2"))
    run = sqlite_trial.run(harvester=pages)
    assert run.state == "partial"
    assert len(run.notes) == 2
    same = serving(towns(1), lost, lost)
    assert len(sqlite_trial.run(harvester=same).notes) == 1


def test_counts_that_differ_are_partial(sqlite_trial: Trial) -> None:
    sqlite_trial.run(towns(*range(1, 11)))
    for total in (4, 12):
        text = catalogue([*(dataset(n) for n in range(1, 10)), paging(1, 1, total)])
        run = sqlite_trial.run(text)
        assert (run.state, run.notes[0].code) == ("partial", "run.counts_differ")
    assert len(sqlite_trial.numbers()) == 10


def test_fewer_than_expected_wait(sqlite_trial: Trial) -> None:
    sqlite_trial.rules = type(sqlite_trial.rules)(expected=3)
    run = sqlite_trial.run(towns(1, 2))
    assert (run.state, run.notes[0].code) == ("quarantined", "run.below_expected")
    assert sqlite_trial.numbers() == []


def test_a_partial_run_keeps_catalogues_of_pages_it_did_not_see(sqlite_trial: Trial) -> None:
    other = catalogue([dataset(9)]).replace(f"{HOST}/katalog", f"{HOST}/zweiter")
    sqlite_trial.put(towns(1), "1.ttl")
    sqlite_trial.add(other, "2.ttl")
    sqlite_trial.run()
    (sqlite_trial.pages / "2.ttl").write_text(HTML)
    assert sqlite_trial.run().state == "partial"
    with sqlite_trial.store.session() as session:
        kept = {identifier for _, identifier in catalogue_queries.catalogues(session)}
    assert kept == {f"{HOST}/katalog", f"{HOST}/zweiter"}


def test_findings_about_repairs_are_those_of_the_last_run(sqlite_trial: Trial) -> None:
    def codes() -> set[str]:
        with sqlite_trial.store.session() as session:
            return {found.finding.code for found in findings_queries.findings(session, KEY)}

    text = written(towns(1), "rdf")
    assert "xml.repaired" not in codes()
    sqlite_trial.run(text.replace("Grünflächenamt", "Grün & Park"))
    broken = codes()
    assert broken & {"xml.repaired", "encoding.repaired"}
    sqlite_trial.run(text)
    assert not codes() & {"xml.repaired"}


def test_an_error_of_the_program_fails_the_run_and_is_raised(trial: Trial) -> None:
    trial.run(towns(1, 2))

    def burst(received: int, announced: int | None) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        harvest(trial.store, trial.job(progress=burst))
    run = trial.latest()
    assert (run.state, run.notes[0].code) == ("failed", "run.unexpected")
    assert trial.numbers() == [1, 2]
    assert trial.run().state == "complete"
