# SPDX-License-Identifier: EUPL-1.2
"""The precomputed counts: what is counted where, once, under each of its values."""

from app.model import Body, Distribution, Reading, Series, StandardUse
from app.store import Store, cell_queries, swap_writes
from tests.store import made
from tests.store.made import change, dataset, exact, file, fill

LAND = Body("Landesamt", exact("05"), "land", "land")


def counted(store: Store, unit: str = "kommune", kind: str = "musterdatensatz") -> dict[str, str]:
    """Cells as ``place topic facet value evidence`` -> ``datasets/holdings``."""
    with store.session() as session:
        cells = cell_queries.cells(session, unit, kind)  # type: ignore[arg-type]
    return {" ".join(filter(None, cell[:5])): f"{cell.datasets}/{cell.holdings}" for cell in cells}


def test_each_value_of_a_dataset_counts_once(store: Store) -> None:
    both = (file("CSV"), file("CSV"), file("JSON", "cc-zero"))
    fill(store, [change(dataset("a", distributions=both)), change("b")])
    assert counted(store) == {
        "01001000 verkehr--radwege holding": "2/2",
        "01001000 verkehr--radwege licence cc-by-4.0": "2/2",
        "01001000 verkehr--radwege licence cc-zero": "1/1",
        "01001000 verkehr--radwege format CSV": "2/2",
        "01001000 verkehr--radwege format JSON": "1/1",
        "01001000 verkehr--radwege standard": "2/2",
    }


def test_not_given_not_understood_and_vague_are_apart(store: Store) -> None:
    unread = Reading(None, "unknown", "", "x")
    vague = Reading("cc-by", "ambiguous", "", "CC BY", ("cc-by-3.0",))
    parts = {
        "a": (Distribution(licence=unread, format=unread),),
        "b": (Distribution(licence=vague),),
        "c": (),
    }
    fill(store, [change(dataset(key, distributions=each)) for key, each in parts.items()])
    place = "01001000 verkehr--radwege"
    found = counted(store)
    assert {key.removeprefix(f"{place} "): n for key, n in found.items()} == {
        "holding": "3/3",
        "licence": "1/1",
        "licence cc-by": "1/1",
        "licence unknown": "1/1",
        "format": "2/2",
        "format unknown": "1/1",
        "standard": "3/3",
    }


def test_standards_by_evidence(store: Store) -> None:
    uses = (
        StandardUse("wfs", "a", "declared"),
        StandardUse("wfs", "b", "declared"),
        StandardUse("wfs", "c", "inferred"),
        StandardUse(None, "d", "declared"),
    )
    served = made.SERVICE
    sets = [
        dataset("a", distributions=(file(standards=uses),)),
        dataset("b", services=(served,)),
        dataset("c"),
    ]
    fill(store, [change(each) for each in sets])
    found = {key[26:]: n for key, n in counted(store).items() if "standard" in key}
    assert found == {
        "standard": "1/1",
        "standard unknown declared": "1/1",
        "standard unknown verified": "1/1",
        "standard wfs declared": "1/1",
        "standard wfs inferred": "1/1",
        "standard xplanung declared": "1/1",
    }


def test_slices_of_one_series_are_one_holding(store: Store) -> None:
    years = [dataset(f"{year}", series=Series(None, "haushalt")) for year in range(2020, 2026)]
    fill(store, [change(each) for each in (*years, dataset("andere"))])
    assert counted(store)["01001000 verkehr--radwege holding"] == "7/2"
    assert counted(store)["01001000 verkehr--radwege format CSV"] == "7/2"


def test_kommunen_are_counted_only_with_key_level_and_musterdatensatz(store: Store) -> None:
    bodies = {
        "verband": Body("V", exact("010010001"), "verband"),
        "kreis": Body("K", exact("01001"), "kreis"),
        "land": Body("L", exact("01"), "land", "land"),
        "keiner": Body("N"),
    }
    sets = [dataset(key, publisher=body) for key, body in bodies.items()]
    sets.append(dataset("ohne", musterdatensatz=Reading(None, "unknown", "", "x")))
    fill(store, [change(each, land="01") for each in sets])
    assert {key.split()[0] for key in counted(store)} == {"010010001", "01001"}


def test_laender_by_inspire_theme_and_hvd_category(store: Store) -> None:
    sets = [
        dataset("a", publisher=LAND, inspire_themes=("tn", "hy", "tn"), hvd_categories=("c_1",)),
        dataset("b", publisher=Body("Amt", kind="land"), inspire_themes=("tn",)),
        dataset("c", inspire_themes=("tn",), hvd_categories=("c_1",)),
    ]
    fill(store, [change(each, land="06") for each in sets])
    inspire = counted(store, "land", "inspire")
    assert {key: n for key, n in inspire.items() if key.endswith("holding")} == {
        "05 hy holding": "1/1",
        "05 tn holding": "1/1",
        "06 tn holding": "1/1",
    }
    assert counted(store, "land", "hvd")["05 c_1 licence cc-by-4.0"] == "1/1"
    assert counted(store) != {}


def test_portals_are_counted_apart_and_rebuilt_alone(store: Store) -> None:
    fill(store, [change("a"), change(dataset("b", portal="kreis"))])
    with store.transaction() as session:
        run = made.begin(session)
        swap_writes.replace(session, run, [change(dataset("a", musterdatensatz=exact("m")), "2")])
        swap_writes.rebuild_cells(session, "stadt")
    found = counted(store)
    assert found["01001000 m holding"] == "1/1"
    assert found["01001000 verkehr--radwege holding"] == "1/1"
    with store.session() as session:
        kreis = cell_queries.cells(session, "kommune", "musterdatensatz", portal=("kreis",))
    assert {cell.topic for cell in kreis} == {"verkehr--radwege"}


def test_cells_of_several_portals_add_up_and_filter(store: Store) -> None:
    fill(store, [change("a"), change(dataset("b", portal="kreis"))])
    with store.session() as session:

        def read(**filters: tuple[str, ...]) -> list[cell_queries.Cell]:
            return list(
                cell_queries.cells(session, "kommune", "musterdatensatz", **filters)  # type: ignore[arg-type]
            )

        (holding,) = read(facet=("holding",))
        assert holding == ("01001000", "verkehr--radwege", "holding", "", "", 2, 2)
        assert len(read(kommune=("01001000",), land=("01",))) == 4
        assert read(land=("02",)) == read(topic=("x",)) == []


def test_retired_datasets_are_in_no_cell(store: Store) -> None:
    fill(store, [change("a")])
    with store.transaction() as session:
        run = made.begin(session)
        swap_writes.missing(session, "stadt", ["a"], made.NOW)
        assert swap_writes.retire(session, run, [made.id_of("a")], min_runs=1, min_days=0) == 1
        swap_writes.rebuild_cells(session, "stadt")
    assert counted(store) == {}
