# SPDX-License-Identifier: EUPL-1.2
"""A served site with content, a browser and axe; each made once a test process."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from app.config import Settings, Site, StoreSettings, Texts
from app.store import open_store, prepare
from app.vocabulary import Vocabulary
from app.web.assets import BUILD
from app.web.factory import create
from tests.browser.material import fill
from tests.house import ROOT

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class Served(NamedTuple):
    """The application and where it is served; dataset: id of the one with everything on it."""

    app: Flask
    address: str
    dataset: str


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Says nothing: the tests look at the answers."""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, vocabulary: Vocabulary) -> Iterator[Served]:
    """The site over a filled store, on a free port of loopback."""
    folder = tmp_path_factory.mktemp("site")
    settings = Settings(
        site=Site(title="Prüfspiegel", operator="Amt", imprint=Texts("Amt\n\nStraße 1", "")),
        store=StoreSettings(database=f"sqlite:///{folder}/store.db", folder=folder),
    )
    store = open_store(settings.store.database)
    prepare(store)
    dataset = fill(store, vocabulary)
    store.close()
    app = create(settings)
    _await_index(app)
    with serving(app, dataset) as site:
        yield site


def _await_index(app: Flask, patience: float = 30.0) -> None:
    """Searches until the index is there: without it a page of hits has no facets."""
    end = time.monotonic() + patience
    while not app.test_client().get("/suche.json").get_json()["facets"]:
        assert time.monotonic() < end, "the search index was not built"
        time.sleep(0.3)


@contextmanager
def serving(app: Flask, dataset: str) -> Iterator[Served]:
    """The application on a free port of loopback."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(app, f"http://127.0.0.1:{server.server_port}", dataset)
    server.shutdown()
    thread.join()
    server.server_close()


def program() -> str | None:
    """The path of Chromium: as $CHROMIUM names it, else as the system has it."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it, or as $CHROMIUM names it; without it the tests fail."""
    found = program()
    if found is None:
        pytest.fail("the browser tests need Chromium: install your system's package chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core; without the built pages there is nothing to look at."""
    if not (BUILD / "manifest.json").is_file() or not AXE.is_file():
        pytest.fail("the pages are not built: make install, which needs Node.js and npm's registry")
    return Path(AXE).read_text(encoding="utf-8")


class Tab:
    """A page of the browser and what it complained about. blocked: addresses of other machines."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.blocked: list[str] = []
        self.fetched: list[tuple[str, int]] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._asked)

    def _heard(self, message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        if kind in {"error", "warning"}:
            self.complaints.append(text)

    def _asked(self, request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith((self.address, "data:")):
            self.blocked.append(url)

    def open(self, path: str) -> int:
        """Goes to a path of the site; its status."""
        response = self.page.goto(self.address + path)
        return response.status if response else 0


Opening = Callable[..., Tab]


@pytest.fixture
def tab(browser: Browser, served: Served) -> Iterator[Opening]:
    """Opens tabs: ``tab(width, **options of the context)``; closed after the test."""
    contexts = []

    def opened(width: int = 1280, **options: object) -> Tab:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        return Tab(context.new_page(), served.address)

    yield opened
    for context in contexts:
        context.close()
