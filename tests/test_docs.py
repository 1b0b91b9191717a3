# SPDX-License-Identifier: EUPL-1.2
"""The docs name what exists and link to what exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("vocab/*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
FOLDERS = ("app", "docs", "harvesters", "tests", "vocab")
PATH = re.compile(rf"`((?:{'|'.join(FOLDERS)})/[\w./-]+)`")


def names(page: Path) -> str:
    """The page's name for test reports."""
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_paths_that_are_named_exist(page: Path) -> None:
    named = PATH.findall(page.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_decision_is_listed_and_numbered_in_a_row() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(page.name for page in folder.glob("[0-9]*.md"))
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == pages
    assert [int(name[:4]) for name in pages] == list(range(1, len(pages) + 1))


def test_the_readme_leads_to_every_page_for_people_who_start() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in (ROOT / "docs").glob("*.md")]
    assert [name for name in pages if name not in text] == []


def test_the_architecture_names_every_room_that_exists() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [
        folder.name for folder in (ROOT / "app").iterdir() if (folder / "__init__.py").exists()
    ]
    assert [room for room in rooms if f"`app.{room}`" not in text] == []


def test_make_help_names_targets_that_the_readme_uses() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    used = set(re.findall(r"(?m)(?:^|`)make ([a-z-]+)", pages))
    assert [target for target in sorted(used) if f"\n{target}:" not in makefile] == []


def test_commands_that_are_named_exist() -> None:
    """Needs the whole command group, hence loaded here."""
    from app.cli.commands import group as late

    group = late.load_all()

    pages = [*PAGES, ROOT / "config.toml", ROOT / "Makefile"]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    used = set(re.findall(r"(?:/|`|\"|\))datenspiegel ([a-z]+)", text))
    assert used - set(group.commands) == set()
    assert {"harvest", "up", "vocab"} <= used
