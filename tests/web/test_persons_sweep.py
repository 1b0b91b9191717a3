# SPDX-License-Identifier: EUPL-1.2
"""Persons stand on live datasets' pages and in their exports, and nowhere else (promise S11)."""

import gzip
import logging
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.cli.desk import Desk
from app.intake.guards import Rules
from app.intake.job import Job
from app.intake.run import harvest
from app.normalise import make_reader
from app.search import rebuild
from app.store import Store
from app.vocabulary import Vocabulary
from app.web.factory import create
from harvesters import HARVESTERS
from harvesters.base.http import Door, NetworkDoor
from harvesters.base.record import Portal
from tests.conftest import ROOT
from tests.intake.making import HOST, catalogue, dataset, person
from tests.intake.snapshot import everything

FIXTURES = ROOT / "tests" / "fixtures"
WORDS = ("quitterstein", "zenobia", "7766554")
NAMED = "Zenobia Quitterstein"
MAIL = "zenobia.quitterstein@musterstadt.example"
AGENT = f"""[ a {{}} ; foaf:name "{NAMED}" ; foaf:mbox <mailto:{MAIL}> ;
  vcard:hasTelephone <tel:+49-30-7766554> ]"""
PARTS = """[ foaf:givenName "Zenobia" ; foaf:familyName "Quitterstein" ;
  vcard:hasAddress [ vcard:street-address "Quittersteinweg 1" ] ]"""
ROLES = ("dct:publisher", "dct:creator", "dct:contributor", "dcat:contactPoint", "dct:rightsHolder",
         "dcatde:maintainer", "dcatde:originator")  # fmt: skip
EXAMPLES = {
    "key": "13", "ags": "13", "slug": "floraUndFauna--baumbestand--baumkataster",
    "licence": "cc-by-4.0", "standard": "csv", "id": "dcat", "portal": "dcat", "portal_id": "dcat",
    "name": "licences", "syntax": "ttl", "suffix": "ttl", "form": "json",
}  # fmt: skip
ALLOWED = re.compile(r"/(en/)?(datensatz/|catalog|api/(v1/datasets/|3/action/package_show))")


def turtle() -> str:
    """Every role as a typed person, by parts of a name, by address, and in rejected items."""
    more = (
        *(f"{role} {AGENT.format(kind)} ;" for role in ROLES
          for kind in ("foaf:Person", "vcard:Individual", "vcard:Kind")),
        *(f"{role} {PARTS} ;" for role in ROLES),
        *(f"{role} <mailto:{MAIL}> ;" for role in ROLES),
        f'dct:creator "Frau {NAMED}" ;',
        person(1, "Zenobia", "Quitterstein").replace("5550001", "7766554"),
    )  # fmt: skip
    parts = [dataset(n, more=each) for n, each in enumerate(more)]
    parts += [f"[] a dcat:Dataset ; {each.rstrip(' ;')} .\n" for each in more]
    text = catalogue(parts)
    owner = f"<{HOST}/katalog> dct:publisher {AGENT.format('foaf:Person')} .\n"
    return (
        text.replace(
            "@prefix xsd", "@prefix dcatde: <http://dcat-ap.de/def/dcatde/> .\n@prefix xsd"
        )
        + owner
    )


def renamed(file: str, *persons: str) -> str:
    """A fixture whose persons are this one."""
    text = (FIXTURES / file).read_text(encoding="utf-8")
    for named in persons:
        given, family = named.split()
        text = text.replace(named, NAMED)
        mail = f"{given}.{family}".lower()
        text = re.sub(rf"{re.escape(mail)}@[\w.]+", MAIL, text)
    return text.replace("+49 30 555", "+49 30 7766554").replace("0123 456789", "030 7766554")


def sources() -> Iterable[tuple[str, str, str]]:
    """Portal and kind, its file and what it says."""
    yield "dcat", "katalog.ttl", turtle()
    yield "ckan", "package.json", renamed("ckan/dcat_extras.json", "Erika Beispielhuber")
    yield "dkan", "data.json", renamed("dkan/data.json", "Sabine Beispiel")
    yield "csw", "records.xml", renamed("csw/solarkataster.xml", "Erika Beispiel")
    yield (
        "opendatasoft",
        "datasets.json",
        renamed("opendatasoft/catalog.json", "Petra Beispielfrau"),
    )
    hub = renamed("arcgis/dcat_us.json").replace("geodaten_talheim", NAMED)
    yield "arcgis", "dcat-us.json", hub.replace("geodaten@talheim.example", MAIL)
    yield "sparql", "answer.ttl", turtle()


@pytest.fixture
def swept(
    sqlite_store: Store, tmp_path: Path, vocabulary: Vocabulary, caplog: pytest.LogCaptureFixture
) -> Store:
    """A store that harvested all of them, twice, the second time with other titles."""
    caplog.set_level(logging.DEBUG)
    reader = make_reader(vocabulary)
    for round_ in range(2):
        for kind, name, text in sources():
            folder = tmp_path / "portals" / kind
            folder.mkdir(parents=True, exist_ok=True)
            said = text.replace("Pflanzjahr", f"Pflanzjahr {round_}").replace("Eignung", "Güte")
            (folder / name).write_text(said, encoding="utf-8")
            url = (folder / name).as_uri()
            portal = Portal(kind, kind, url, f"https://{kind}.invalid/", "01001000", True, kind)
            job = Job(
                portal, HARVESTERS[kind], NetworkDoor(Door("test")), reader,
                tmp_path / "data" / "staging", Rules(), "test:1",
            )  # fmt: skip
            run = harvest(sqlite_store, job).run
            assert run.state in ("complete", "complete-with-rejects"), (kind, run)
            assert run.received
    rebuild(sqlite_store, vocabulary, tmp_path / "data" / "index")
    return sqlite_store


def found(text: str) -> list[str]:
    """Words about the person in a text."""
    return [word for word in WORDS if word in text.lower()]


def paths(client: FlaskClient) -> list[str]:
    """An address for each rule that answers GET, in every form it has."""
    wanted = []
    for rule in client.application.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.rule.startswith("/static"):
            continue
        for form in ("json", "csv", "xlsx") if "<any(" in rule.rule else ("",):
            path = re.sub(r"<any\([^>]*>", form, rule.rule)
            path = re.sub(r"<(?:[^:>]*:)?(\w+)>", lambda m: EXAMPLES.get(m[1], "x"), path)
            wanted.append(path)
    searches = [f"/suche{form}?q={word}" for form in ("", ".json") for word in ("Blatt", "solar")]
    codes = ("/portal/dcat?tabelle=abrufe", "/portal/dcat?code=item.no_identity")
    return [*dict.fromkeys(wanted), *searches, *codes]


def test_nowhere_but_on_live_datasets(
    swept: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert found(everything(swept)) == []
    assert found(caplog.text) == []
    with swept.session() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT d.portal, p.statements FROM dataset_person p JOIN dataset d ON d.id = p.dataset"
        )
        by_portal = {portal for portal, statements in rows if found(statements)}
    assert by_portal == HARVESTERS.keys()  # none of it was lost


def test_in_no_page_table_or_interface(
    swept: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").write_text(
        f'[store]\ndatabase = "sqlite:///{swept.name}"\nfolder = "data"\n'
    )
    desk = Desk(tmp_path / "config.toml", None, "de", False)
    desk.keep_index()
    client = create(desk.settings).test_client()
    answered, leaks = 0, []
    for path in paths(client):
        answer = client.get(path)
        answered += answer.status_code == 200
        if found(answer.get_data().decode("utf-8", "replace")):
            leaks.append(path)
        answer.close()
    desk.close()
    dumps = list((tmp_path / "data" / "dump").glob("*.gz"))
    assert dumps
    assert found("".join(map(text_of, dumps))) == []
    assert answered > 40
    assert [path for path in leaks if not ALLOWED.match(path)] == []
    with swept.session() as session:
        rows = session.connection().exec_driver_sql("SELECT dataset FROM dataset_person")
        ids = rows.scalars().all()
    assert any(found(client.get(f"/datensatz/{id}.ttl").text) for id in ids)
    histories = [client.get(f"/datensatz/{id}/verlauf.json").text for id in ids]
    assert found("".join(histories)) == []


def test_in_no_derived_file(swept: Store, tmp_path: Path) -> None:
    files = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if found(text_of(path))] == []


def text_of(path: Path) -> str:
    """What a file says."""
    body = path.read_bytes()
    body = gzip.decompress(body) if path.suffix == ".gz" else body
    return body.decode("utf-8", "replace")
