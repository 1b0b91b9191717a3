# SPDX-License-Identifier: EUPL-1.2
"""Files and folders as pages of a portal."""

import gzip
import os
from pathlib import Path

import pytest

from harvesters.base.errors import HarvestError
from harvesters.base.files import local_path, pages


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/a/b.rdf", "/a/b.rdf"),
        ("b.rdf", "b.rdf"),
        ("file:/a/b.rdf", "/a/b.rdf"),
        ("file:///a/b%20c.rdf", "/a/b c.rdf"),
        ("FILE:///a/b.rdf", "/a/b.rdf"),
        ("[odd.rdf", "[odd.rdf"),
        ("a#b?c.rdf", "a#b?c.rdf"),
        ("https://a.example/b.rdf", None),
        ("ftp://a.example/b.rdf", None),
    ],
)
def test_what_is_a_file(url: str, path: str | None) -> None:
    assert local_path(url) == (Path(path) if path else None)


def test_the_pages_of_a_folder_come_in_the_order_people_count(tmp_path: Path) -> None:
    for name in ("page10.rdf", "page2.rdf", "Page1.rdf", ".hidden", "m²3.rdf", "1²2.rdf"):
        (tmp_path / name).write_text(name)
    (tmp_path / "folder").mkdir()
    found = list(pages(tmp_path, 100))
    assert [each.name for each in found] == [
        "1²2.rdf",
        "m²3.rdf",
        "Page1.rdf",
        "page2.rdf",
        "page10.rdf",
    ]
    assert [each.number for each in found] == [1, 2, 3, 4, 5]
    assert all(each.local and each.fetched.tzinfo for each in found)
    assert found[0].body == "1²2.rdf".encode()


def code_of(path: Path, limit: int = 100) -> tuple[str, dict[str, str]]:
    with pytest.raises(HarvestError) as raised:
        list(pages(path, limit))
    return raised.value.code, raised.value.params


def test_what_cannot_be_read_is_said_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 101)
    assert code_of(tmp_path / "none") == (
        "file.missing",
        {"file": str(tmp_path / "none"), "problem": "No such file or directory"},
    )
    assert code_of(tmp_path / "large" / "below")[0] == "file.missing"
    code, params = code_of(tmp_path / "large")
    assert code == "file.too_large"
    assert params == {"file": str(tmp_path / "large"), "size": "101", "limit": "100"}
    assert code_of(tmp_path / ("x" * 300))[0] == "file.unreadable"
    assert code_of(Path("a\x00b"))[0] == "file.unreadable"


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".nothing").touch()
    assert code_of(tmp_path) == ("file.empty_folder", {"file": str(tmp_path)})


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code_of(tmp_path / "pipe")[0] == "file.not_a_file"
    assert code_of(Path("/dev/zero"))[0] == "file.not_a_file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file(tmp_path: Path) -> None:
    (tmp_path / "closed").touch(0o000)
    assert code_of(tmp_path / "closed")[0] == "file.forbidden"


def test_a_forbidden_file_is_told_from_a_missing_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, **_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "closed").touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert code_of(tmp_path / "closed")[0] == "file.forbidden"


def test_names_that_are_no_text_can_be_shown(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/b\xe4ume.rdf"
    try:
        Path(os.fsdecode(raw)).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes names of text only")
    (page,) = pages(tmp_path, 100)
    assert page.name == "b\ufffdume.rdf"


def test_a_gzip_file_is_unpacked_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.nt.gz").write_bytes(gzip.compress(b"first ") + gzip.compress(b"second"))
    (page,) = pages(tmp_path, 100)
    assert (page.name, page.body) == ("a.nt.gz", b"first second")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (gzip.compress(b"x" * 101), "file.unfolds"),
        (gzip.compress(b"x" * 50)[:-6], "file.damaged"),
        (b"\x1f\x8b rubbish", "file.damaged"),
        (b"PK\x03\x04", "answer.packed"),
        (gzip.compress(gzip.compress(b"x")), "answer.packed"),
    ],
    ids=("unfolds", "cut", "rubbish", "zip", "twice"),  # packed bytes tell the time of packing
)
def test_packed_files_that_are_not_read(tmp_path: Path, body: bytes, code: str) -> None:
    (tmp_path / "k.rdf").write_bytes(body)
    assert code_of(tmp_path / "k.rdf")[0] == code
