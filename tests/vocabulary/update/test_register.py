# SPDX-License-Identifier: EUPL-1.2
"""The register's importer: layout, sums, encodings, former keys, and what it refuses."""

from pathlib import Path

import pytest

from app.vocabulary import VocabularyError
from app.vocabulary.files import Shelf
from app.vocabulary.update.gv100ad import read_gv100ad
from app.vocabulary.update.register import build_register
from app.vocabulary.update.sources import Sources
from tests.vocabulary.update.material import auszug, gemeinde, gv100ad, land, record, write

EMPTY = Shelf(packaged=Path(__file__).parent / "no-such-folder")


def rows(text: str) -> dict[str, list[str]]:
    return {line.split(",")[0]: line.split(",") for line in text.splitlines()[1:]}


def build(path: Path, extract: Path | None = None, shelf: Shelf = EMPTY) -> dict[str, str]:
    return build_register(Sources(gv100ad=path, auszug=extract), shelf)


def test_tables(tmp_path: Path) -> None:
    texts = build(write(tmp_path, gv100ad()))
    assert len(rows(texts["register/gemeinden.csv"])) == 32
    assert len(rows(texts["register/gemeindeverbaende.csv"])) == 16
    first = '01051001,010515001001,"Altdorf 1, Stadt",Altdorf 1,63,010515001,100,12.34,12345,,'
    assert first in texts["register/gemeinden.csv"].splitlines()
    assert rows(texts["register/kreise.csv"])["01051"][-2:] == ["400", "24.68"]
    assert rows(texts["register/laender.csv"])["16"] == (
        ["16", "160000000000", "Land 16", "Land 16", "land", "TH", "400", "24.68"]
    )
    assert 'gebietsstand = "2099-12-31"' in texts["register/stand.toml"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    lines = gv100ad()
    lines[4] = gemeinde("01051002", "Süderbrarup", verband="5001")
    found = read_gv100ad(write(tmp_path, lines, encoding))
    assert any(entry.name == "Süderbrarup" for entry in found.of("60"))


def test_cities_are_no_kreise(tmp_path: Path) -> None:
    lines = [
        *(text for number in range(1, 16) for text in land(number)),
        record("10", "16", "Land 16"),
        record("40", "16001", "Großstadt, Stadt", "41"),
        record("50", "16001", "Großstadt, Stadt", "50", verband="0000"),
        gemeinde("16001000", "Großstadt, Stadt", "61", verband="0000", people=500_000),
    ]
    texts = build(write(tmp_path, lines))
    assert "16001" not in rows(texts["register/kreise.csv"])
    assert rows(texts["register/gemeinden.csv"])["16001000"][6] == ""


def cut(lines: list[str], count: int) -> list[str]:
    return lines[:-count]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], "vocabulary.source_empty"),
        (["<html>404</html>"], "vocabulary.source_broken"),
        ([*gv100ad()[:-1], gv100ad()[-1][:100]], "vocabulary.source_broken"),
        ([*gv100ad(), "70" + gv100ad()[0][2:]], "vocabulary.source_broken"),
        (["10" + "2099AB31" + gv100ad()[0][10:], *gv100ad()[1:]], "vocabulary.source_broken"),
        ([*gv100ad(), gv100ad()[-1]], "vocabulary.source_double"),
        (cut(gv100ad(), 1), "vocabulary.source_incomplete"),
        (cut(gv100ad(), 4), "vocabulary.source_incomplete"),
        (cut(gv100ad(), 6), "vocabulary.source_incomplete"),
        (cut(gv100ad(), 7), "vocabulary.source_few_laender"),
        ([*gv100ad(), gemeinde("16099001", "X", verband="5001")], "vocabulary.source_incomplete"),
        (
            [*gv100ad()[:4], gemeinde("01051002", "X", "99", verband="5001"), *gv100ad()[5:]],
            "vocabulary.source_kind",
        ),
    ],
)
def test_refused(tmp_path: Path, lines: list[str], code: str) -> None:
    path = write(tmp_path, lines)
    if not lines:
        path.write_bytes(b"\r\n")
    with pytest.raises(VocabularyError) as caught:
        build(path)
    assert caught.value.code == code
    assert caught.value.params["file"] == path.name


def shelf_of(folder: Path, texts: dict[str, str]) -> Shelf:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Shelf(packaged=folder)


def test_a_shorter_file_is_refused(tmp_path: Path) -> None:
    """Whole Verbände cut out of the middle leave a file that is sound in itself."""
    shelf = shelf_of(tmp_path / "now", build(write(tmp_path, gv100ad())))
    lines = [text for text in gv100ad() if text[:2] != "60" or not text[10:18].endswith("051002")]
    with pytest.raises(VocabularyError, match="source_shrunk"):
        build(write(tmp_path, lines), shelf=shelf)


def test_an_older_file_is_refused(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path / "now", build(write(tmp_path, gv100ad())))
    older = [text[:2] + "20201231" + text[10:] for text in gv100ad()]
    with pytest.raises(VocabularyError, match="source_older"):
        build(write(tmp_path, older), shelf=shelf)


def test_coordinates_and_former_keys(tmp_path: Path) -> None:
    """Same name under a new key in the same Kreis is a successor; two of that name are not."""
    extract = auszug(
        tmp_path,
        [
            ("01051001", "Altdorf 1, Stadt", "9,5", "54,25"),
            ("01051077", "Neudorf 1", "9,7", "54,5"),
            ("01051088", "Verschwunden", "9,8", "54,6"),
            ("02051077", "Altdorf 2", "0", "0"),
            ("02051001", "Altdorf 2, Stadt", "10,0", "53,5"),
        ],
    )
    texts = build(write(tmp_path, gv100ad()), extract)
    assert list(rows(texts["register/former_keys.csv"])) == ["01051077"]
    gemeinden = rows(texts["register/gemeinden.csv"])
    assert gemeinden["01051001"][-2:] == ["54.25000", "9.50000"]
    assert gemeinden["01051002"][-2:] == ["54.50000", "9.70000"]
    assert gemeinden["02051001"][-2:] == ["53.50000", "10.00000"]


def test_hand_kept_former_keys_stay(tmp_path: Path) -> None:
    kept = "former,key,source\n01051500,01051001,by hand\n01051501,09999999,gone\n"
    shelf = shelf_of(tmp_path / "now", {"register/former_keys.csv": kept})
    texts = build(write(tmp_path, gv100ad()), shelf=shelf)
    assert texts["register/former_keys.csv"].splitlines()[1:] == ["01051500,01051001,by hand"]


@pytest.mark.parametrize(("lon", "lat"), [("54,5", "9,5"), ("x", "54"), ("9,5", "")])
def test_broken_extract(tmp_path: Path, lon: str, lat: str) -> None:
    extract = auszug(tmp_path, [("01051001", "Altdorf 1", lon, lat)])
    with pytest.raises(VocabularyError) as caught:
        build(write(tmp_path, gv100ad()), extract)
    assert caught.value.params == {"file": "AuszugGV.csv", "line": "3"}
