# SPDX-License-Identifier: EUPL-1.2
"""The vocabulary as a whole: read late, read once, whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.vocabulary import Vocabulary, VocabularyError, load


def test_importing_reads_no_file() -> None:
    """An open() of a vocabulary file while importing would be seen by the audit hook."""
    script = (
        "import sys; seen = []\n"
        "hook = lambda name, args: name == 'open' and seen.append(str(args[0]))\n"
        "sys.addaudithook(hook)\n"
        "from app.vocabulary import load; load()\n"
        "assert not [name for name in seen if name.endswith(('.csv', '.toml'))], seen"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])


def test_loaded_once_a_process() -> None:
    assert load() is load()
    assert load().register is load().register


def test_frozen(vocabulary: Vocabulary) -> None:
    with pytest.raises(AttributeError):
        vocabulary.shelf = None  # type: ignore[misc,assignment]


def test_sizes_of_the_lists(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.licences) >= 81
    assert len(vocabulary.themes) == 13
    assert len(vocabulary.inspire_themes) == 34
    assert len(vocabulary.hvd_categories) == 96
    assert (len(vocabulary.musterdaten), len(vocabulary.musterdaten.themen)) == (242, 26)


def test_overlay_replaces_a_part(tmp_path: Path) -> None:
    (tmp_path / "data_themes.csv").write_text(
        "key,uri,name_de,name_en,broader,uris,aliases\nX,http://x.de/X,Eins,One,,,\n",
        encoding="utf-8",
    )
    vocabulary = load(tmp_path)
    assert [concept.key for concept in vocabulary.themes] == ["X"]
    assert len(vocabulary.inspire_themes) == 34


def test_broken_overlay_is_named(tmp_path: Path) -> None:
    (tmp_path / "data_themes.csv").write_text("key\n", encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        _ = Vocabulary(load(tmp_path).shelf).themes
    assert caught.value.params["file"] == "data_themes.csv"
