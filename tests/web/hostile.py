# SPDX-License-Identifier: EUPL-1.2
"""Two portals whose metadata attack: made here as files, harvested by the command itself."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.config import Settings, load
from app.model.selection import Selection
from app.store import Store
from app.store.dataset_queries import lines

PROGRAM = [sys.executable, "-c", "from app.cli import main; main()"]
TOWN = "13003000"


class Size(NamedTuple):
    """How much of what is too much: letters of one word, files and keywords of one dataset."""

    letters: int
    files: int
    words: int


HUGE = Size(10_000_000, 5_000, 20_000)
# Beyond what a page shows of anything, and no further: for tests that look at pages only.
SHOWN = Size(100_000, 300, 500)
RUN = "window.broken=true"
ATTACKS = (
    f"<script>{RUN}</script>",
    f'"><img src="x" onerror="{RUN}">',
    f"' autofocus onfocus='{RUN}' x='",
    f"</title></textarea></style><svg onload={RUN}>",
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "{{ 7*7 }} {% raw %} ${7*7} <!-- ]]>",
    "\u202etxet desrever \u2066mehr \u200b\u200d\ufeff\u00ad",
    "=cmd|'/c calc'!A1",
    "+1+cmd|'/c calc'!A1",
    "-2+3+cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|'/c calc'!A1",
    "\t=1+1",
    "\r=1+1",
)
ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"data:text/html,%3Cscript%3E{RUN}%3C/script%3E",
    f"vbscript:{RUN}",
    f"https://x.example/%22onmouseover=%22{RUN}",
    "file:///etc/passwd",
    "https://user:geheim@x.example/",
)
DCT, DCAT = "http://purl.org/dc/terms/", "http://www.w3.org/ns/dcat#"
FOAF, RDF = "http://xmlns.com/foaf/0.1/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ABOUT = "https://stadt.example/"


def settings(folder: Path, size: Size = HUGE) -> Settings:
    """The settings of a site over a store that both portals were harvested into."""
    file = folder / "config.toml"
    file.write_text(f'[store]\nfolder = "{folder}"\n', encoding="utf-8")
    rdf, ckan = folder / "catalog.nt", folder / "packages.json"
    rdf.write_text("\n".join(catalogue(size)), encoding="utf-8")
    ckan.write_text(packages(), encoding="ascii")
    for kind, source, portal in (("dcat", rdf, "stadt"), ("ckan", ckan, "zweites")):
        named = ["--kind", kind, "--url", str(source), "--portal", portal, "--ags", TOWN]
        command = [*PROGRAM, "--config", str(file), "harvest", *named]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    return load(file, {})


def datasets(store: Store) -> list[str]:
    """Ids of everything that was taken."""
    with store.session() as session:
        return [line.id for line in lines(session, Selection(sortierung="titel"), 100, 0)]


def catalogue(size: Size = HUGE) -> Iterator[str]:
    """N-Triples of datasets with attacks, words without end, files without number, no title."""
    yield _link(ABOUT, RDF + "type", DCAT + "Catalog")
    yield _text(ABOUT, DCT + "title", ATTACKS[0])
    for number, attack in enumerate(ATTACKS):
        yield from _dataset(f"a{number}", f"{attack} Baumkataster", attack)
    yield from _dataset("wort", "Baumkataster" * (size.letters // 12), "D" * size.letters)
    yield from _dataset("viele", "Baumkataster mit vielen Dateien", "Viele.")
    for number in range(size.files):
        yield from _file("viele", f"f{number}", ATTACKS[number % len(ATTACKS)])
    for number in range(size.words):
        yield _text(f"{ABOUT}viele", DCAT + "keyword", f"{ATTACKS[number % 9]} {number}")
    yield from _dataset("stumm", "", "")


def _dataset(name: str, title: str, words: str) -> Iterator[str]:
    about, body = ABOUT + name, f"{ABOUT}amt/{name}"
    yield _link(ABOUT, DCAT + "dataset", about)
    yield _link(about, RDF + "type", DCAT + "Dataset")
    if not title:
        return
    yield _text(about, DCT + "title", title)
    yield _link(about, DCT + "publisher", body)
    yield _link(body, RDF + "type", FOAF + "Organization")
    yield _text(body, FOAF + "name", f"{words[:300]} Hanse- und Universitätsstadt Rostock")
    yield _text(about, DCT + "description", words)
    for place in ("spatial", "accrualPeriodicity", "modified", "provenance"):
        yield _text(about, DCT + place, words[:300])
    yield _text(about, DCAT + "keyword", words)
    yield _text(about, DCAT + "landingPage", words[:300])
    for number, address in enumerate(ADDRESSES):
        yield _link(about, DCAT + "landingPage", address)
        yield from _file(name, f"d{number}", words[:300], address)


def _file(
    name: str, number: str, words: str, address: str = "https://x.example/f"
) -> Iterator[str]:
    about = f"{ABOUT}{name}/{number}"
    yield _link(ABOUT + name, DCAT + "distribution", about)
    yield _link(about, RDF + "type", DCAT + "Distribution")
    for place in ("title", "format", "license", "conformsTo"):
        yield _text(about, DCT + place, words)
    yield _text(about, "http://dcat-ap.de/def/dcatde/licenseAttributionByText", words)
    for place in ("accessURL", "downloadURL"):
        yield _link(about, DCAT + place, address)


def _link(about: str, name: str, target: str) -> str:
    return f"<{about}> <{name}> <{target.replace('<', '%3C').replace('>', '%3E')}> ."


def _text(about: str, name: str, words: str) -> str:
    return f"<{about}> <{name}> {json.dumps(words, ensure_ascii=False)} ."


def packages() -> str:
    """A CKAN answer with what only JSON can write: NUL, halves of characters, wrong types."""
    odd = "A\x00B\ud800C\udfffD\x1b[31m"
    found = [_package(f"p{number}", f"{attack} {odd}") for number, attack in enumerate(ATTACKS)]
    found.append({"id": odd, "name": odd, "title": [odd], "tags": odd, "resources": {"url": odd}})
    return json.dumps({"success": True, "result": {"count": len(found), "results": found}})


def _package(name: str, words: str) -> dict[str, object]:
    files = [
        {"id": f"{name}-{number}", "url": address, "name": words, "format": words, "license": words}
        for number, address in enumerate(ADDRESSES)
    ]
    return {
        "id": name,
        "name": name,
        "title": f"{words} Straßenbäume",
        "notes": f"[{words}](javascript:{RUN}) ![x](x)",
        "url": ADDRESSES[0],
        "license_id": words,
        "license_title": words,
        "license_url": ADDRESSES[0],
        "organization": {"title": f"Stadt Rostock {words}", "image_url": ADDRESSES[0]},
        "tags": [{"name": words, "display_name": words}],
        "extras": [{"key": words, "value": words}, {"key": "spatial", "value": words}],
        "resources": files,
    }
