# SPDX-License-Identifier: EUPL-1.2
"""``vocab update``: only what has a source is written, and nothing at all when one is broken."""

from pathlib import Path

import pytest

from app.vocabulary import VocabularyError, load
from app.vocabulary.update import update
from app.vocabulary.vocabulary import Vocabulary
from app.web.messages import LANGUAGES, has

LEXICON = "Abfallentsorgung - Abfallkalender = abfallkalender; müllabfuhr; a+b\n"
TAXONOMY = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:skos="http://www.w3.org/2004/02/skos/core#"
 xml:base="https://musterdatenkatalog.de/def/musterdatensatz/">
 <skos:Concept rdf:about="luft"><skos:topConceptOf rdf:resource="x"/>
  <skos:prefLabel xml:lang="de">Luft</skos:prefLabel>
  <skos:prefLabel xml:lang="en">air</skos:prefLabel></skos:Concept>
 <skos:Concept rdf:about="luft/guete"><skos:broader rdf:resource="luft"/>
  <skos:prefLabel xml:lang="de">Güte</skos:prefLabel></skos:Concept>
</rdf:RDF>
"""
THEMES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <http://publications.europa.eu/resource/authority/data-theme/> .
:NEW a skos:Concept ;
  skos:inScheme <http://publications.europa.eu/resource/authority/data-theme> ;
  skos:prefLabel "Neu"@de, "New"@en .
:TRAN a skos:Concept ;
  skos:inScheme <http://publications.europa.eu/resource/authority/data-theme> ;
  skos:prefLabel "Verkehrswesen"@de, "Transport"@en ; skos:exactMatch <http://x.org/t> .
"""


def sources(tmp_path: Path, **texts: str) -> Path:
    folder = tmp_path / "official" / "deeper"
    folder.mkdir(parents=True)
    for name, text in texts.items():
        stem, _, ending = name.rpartition("_")
        (folder / f"{stem}.{ending}").write_text(text, encoding="utf-8")
    return tmp_path / "official"


def test_a_list_grows_and_keeps_what_people_added(tmp_path: Path) -> None:
    target = tmp_path / "overlay"
    changes = update(sources(tmp_path, themes_ttl=THEMES), target)
    assert [(c.file, c.added, c.changed, c.removed) for c in changes] == [
        ("data_themes.csv", ("NEW",), ("TRAN",), ())
    ]
    themes = load(target).themes
    transport = themes.by_uri("http://x.org/t")
    assert transport is not None
    assert transport.name_de == "Verkehrswesen"
    assert themes.by_alias("Mobilität") is transport
    assert len(themes) == 14


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    folder = sources(tmp_path, themes_ttl=THEMES)
    update(folder, tmp_path / "overlay")
    assert update(folder, tmp_path / "overlay") == []


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    folder = sources(tmp_path, themes_ttl=THEMES, notes_txt="notes", broken_rdf="<not rdf")
    update(folder, tmp_path / "overlay")
    assert [p.name for p in (tmp_path / "overlay").rglob("*.*")] == ["data_themes.csv"]


def test_taxonomy_may_not_shrink_to_a_stump(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="source_shrunk"):
        update(sources(tmp_path, taxonomy_rdf=TAXONOMY), tmp_path / "overlay")
    assert not (tmp_path / "overlay").exists()


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"GV100AD_txt": "1020991231"}, "vocabulary.source_broken"),
        ({"taxonomy_rdf": TAXONOMY[:500]}, "vocabulary.source_rdf"),
        ({"lexicon_txt": LEXICON + "Unerhört - Unerhört = x\n"}, "vocabulary.source_broken"),
        ({"list_ttl": THEMES[:-30]}, "vocabulary.source_rdf"),
        ({"media_xml": '<registry id="media-types">'}, "vocabulary.source_empty"),
        (
            {"l_csv": "id,name_de,name_en,uri_dcat_ap_de\ncc-by,x,y,z\n"},
            "vocabulary.source_broken",
        ),
        ({"notes_txt": "nothing official"}, "vocabulary.source_none"),
    ],
)
def test_one_broken_source_stops_all(tmp_path: Path, texts: dict[str, str], code: str) -> None:
    folder = sources(tmp_path, **texts)
    if code != "vocabulary.source_none":
        (folder / "themes.ttl").write_text(THEMES, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        update(folder, tmp_path / "overlay")
    assert caught.value.code == code
    assert caught.value.params["file"]
    assert not (tmp_path / "overlay").exists()
    assert all(has(lang, code) for lang in LANGUAGES)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="source_folder"):
        update(tmp_path / "none", tmp_path)


def test_target_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "overlay").write_text("a file, no folder", encoding="utf-8")
    with pytest.raises(VocabularyError, match="target_unwritable"):
        update(sources(tmp_path, themes_ttl=THEMES), tmp_path / "overlay")


def test_lexicon_alone(tmp_path: Path) -> None:
    shipped = load().musterdaten
    lines = [
        f"{shipped.entries[slug].label} = {'; '.join(terms)}"
        for slug, terms in shipped.lexicon.items()
    ]
    lines[0] += "; neues wort"
    changes = update(sources(tmp_path, lexicon_txt="\n".join(lines)), tmp_path / "overlay")
    slug = next(iter(shipped.lexicon))
    assert [(c.file, c.changed) for c in changes] == [("musterdaten/lexicon.csv", (slug,))]
    assert load(tmp_path / "overlay").musterdaten.lexicon[slug][-1] == "neues wort"


def test_alias_table_adds_a_spelling(tmp_path: Path) -> None:
    header = "alias,licence_id,acceptable_ids,kind,confidence,note\n"
    rows = (
        "Unsere CC BY Vier,cc-by-4.0,,label,exact,\n"
        "Vielleicht Vier,cc-by-4.0,,label,likely,\n"
        "CC BY 4.0,cc-by-sa-4.0,,label,exact,\n"
        "Drei oder so,cc-by-3.0,cc-by-3.0-de,label,ambiguous,\n"
    )
    update(sources(tmp_path, aliases_csv=header + rows), tmp_path / "overlay")
    licences = Vocabulary(load(tmp_path / "overlay").shelf).licences
    found = licences.by_alias("unsere CC-BY vier")
    assert found is not None
    assert found.id == "cc-by-4.0"
    assert licences.by_alias("Vielleicht Vier") is None
    kept = licences.by_alias("CC BY 4.0")
    assert kept is not None
    assert kept.id == "cc-by-4.0"
    assert {licence.id for licence in licences.candidates("drei oder so")} == {
        "cc-by-3.0",
        "cc-by-3.0-de",
    }


@pytest.mark.shared
def test_shipped_files_are_what_the_sources_give(tmp_path: Path, shared: Path) -> None:
    """The importers, run over the collected sources, reproduce the shipped files to the byte."""
    assert update(shared / "facts", tmp_path) == []
