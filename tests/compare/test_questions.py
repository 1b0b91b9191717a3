# SPDX-License-Identifier: EUPL-1.2
"""A question is complete: words in both languages, words for its columns, documentation, a page."""

from pathlib import Path

import pytest

from app.compare import QUESTIONS
from app.compare.haeufigste_datenbestaende import COLUMNS
from app.web import messages

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("slug", QUESTIONS)
@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_a_question_has_words(slug: str, lang: str) -> None:
    for part in ("title", "short", "description"):
        assert messages.has(lang, f"question.{slug}.{part}"), part
    assert len(messages.say(lang, f"question.{slug}.short")) <= 31, "name of a sheet in a workbook"


@pytest.mark.parametrize("slug", QUESTIONS)
def test_a_question_has_documentation_and_a_page(slug: str) -> None:
    docs = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    assert f"`{slug}`" in docs
    template = f"{slug.replace('-', '_')}.html"
    assert (ROOT / "app" / "web" / "templates" / "questions" / template).is_file()


def test_the_slug_is_the_key() -> None:
    assert [question.slug for question in QUESTIONS.values()] == list(QUESTIONS)


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_columns_and_sort_fields_have_words_and_documentation(lang: str) -> None:
    docs = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    for column in COLUMNS:
        assert messages.has(lang, f"column.{column.key}"), column.key
        assert f"`{column.key}`" in docs
