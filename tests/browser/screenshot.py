# SPDX-License-Identifier: EUPL-1.2
"""The README's picture of a comparison: ``make screenshot`` takes it from the demonstration."""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, program
from tests.house import ROOT

PICTURE = ROOT / "docs" / "images" / "comparison.png"
PAGE = "/vergleich/musterdatensatz-im-vergleich?musterdatensatz={topic}"
TOPIC = "floraUndFauna--baumbestand--baumkataster"
PORT = 8977
LARGEST = 250_000
CONFIGURATION = """[site]
url = "http://127.0.0.1:{port}"
[store]
folder = "{folder}"
"""


def main() -> None:
    """Harvests the demonstration into a folder that goes away, serves it and takes the picture."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "config.toml")
        file.write_text(CONFIGURATION.format(port=PORT, folder=folder), encoding="utf-8")
        command = [Path(sys.executable).with_name("datenspiegel"), "--config", file, "up"]
        server = subprocess.Popen([*command, "--port", str(PORT)], stdout=subprocess.DEVNULL)
        try:
            _wait(server)
            _take()
        finally:
            server.terminate()
            server.wait()
    size = PICTURE.stat().st_size
    print(f"{PICTURE.relative_to(ROOT)}: {size:,} bytes")
    if size > LARGEST:
        sys.exit("The picture is too large for the README; show fewer rows.")


def _wait(server: subprocess.Popen[bytes], patience: float = 120.0) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and server.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{PORT}/readyz", timeout=2).close()
        except (URLError, TimeoutError):
            time.sleep(0.5)
        else:
            return
    sys.exit(f"The site did not come up on port {PORT}; is another program there?")


def _take() -> None:
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 1150})
        page.goto(f"http://127.0.0.1:{PORT}{PAGE.format(topic=TOPIC)}")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
