# SPDX-License-Identifier: EUPL-1.2
"""A portal of many pages over loopback, harvested by the command line as an operator would."""

import re
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.bench import material
from tests.conftest import shared_folder

LIGHT = "data/portals/dcat-rdf/schleswig-holstein/odsh-proxy-catalog.xml"
_HYDRA = re.compile(rb"<hydra:(?:next|last|first|previous|total)[^>]*>[^<]*</hydra:[^>]*>")
_HOSTS = re.compile(rb'rdf:about="https?://([^/"<>]+)')
_LINK = (
    '<rdf:Description rdf:about="http://{here}/{number}.rdf">'
    '<rdf:type rdf:resource="http://www.w3.org/ns/hydra/core#PagedCollection"/>'
    "{next}</rdf:Description></rdf:RDF>"
)
_NEXT = (
    '<hy:nextPage xmlns:hy="http://www.w3.org/ns/hydra/core#">http://{here}/{number}.rdf'
    "</hy:nextPage>"
)


class Ran(NamedTuple):
    """One run of a command. peak_mb: of all its processes together, shared pages counted once.

    spent: processor seconds of all of them.
    """

    seconds: float
    peak_mb: float
    output: str
    spent: float


def light_page() -> bytes:
    """About a hundred datasets of 4 KB each, as RDF/XML."""
    real = shared_folder() / LIGHT
    return real.read_bytes() if real.is_file() else material.made(100)


@contextmanager
def portal(folder: Path, page: bytes, copies: int) -> Iterator[str]:
    """``host:port`` of a server of so many pages, each with datasets of its own, from 1.rdf on."""
    folder.mkdir()
    command = [sys.executable, "-u", "-m", "http.server", "0", "-b", "127.0.0.1", "-d", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            assert server.stdout is not None
            found = re.search(rb"port (\d+)", server.stdout.readline())
            assert found is not None, "the server of the bench did not start"
            here = f"127.0.0.1:{found.group(1).decode()}"
            _fill(folder, page, copies, here)
            yield here
        finally:
            server.kill()


def _fill(folder: Path, page: bytes, copies: int, here: str) -> None:
    body = _HYDRA.sub(b"", page)
    hosts = {host for host in _HOSTS.findall(body) if not host.endswith(b"w3.org")}
    for number in range(1, copies + 1):
        own = body
        for host in hosts:
            own = own.replace(b"//" + host, b"//c%d." % number + host)
        following = _NEXT.format(here=here, number=number + 1) if number < copies else ""
        link = _LINK.format(here=here, number=number, next=following)
        (folder / f"{number}.rdf").write_bytes(own.replace(b"</rdf:RDF>", link.encode()))


def configure(folder: Path, database: str = "") -> None:
    """Writes the settings of this folder. database: URL, of the folder's own SQLite if empty."""
    named = f'database = "{database}"\n' if database else ""
    (folder / "config.toml").write_text(
        f'[store]\nfolder = "{folder}/data"\n{named}[limits]\nrun_mb = 100000\nrun_minutes = 180\n'
    )


def harvest(folder: Path, here: str, *more: str, database: str = "") -> Ran:
    """Harvests that portal into the store of this folder."""
    configure(folder, database)
    return run(command(folder, here, *more))


def command(folder: Path, here: str, *more: str, portal: str = "bench") -> list[str]:
    """The command line of a harvest with the settings of this folder."""
    program = Path(sys.executable).with_name("datenspiegel")
    return (
        [str(program), "--config", str(folder / "config.toml"), "harvest", "--kind", "dcat"]
        + ["--json", "--url", f"http://{here}/1.rdf", "--portal", portal]
        + ["--allow-private", here, "--gap-ms", "0", *more]
    )


def run(command: list[str]) -> Ran:
    """Runs a command to its end and watches what it and its children hold."""
    start, before = time.perf_counter(), _spent()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        peaks = [0.0]
        done = threading.Event()

        def watch() -> None:
            while not done.wait(0.2):
                peaks.append(sum(map(_held, _family(process.pid))))

        watcher = threading.Thread(target=watch)
        watcher.start()
        output, _ = process.communicate()
        seconds = time.perf_counter() - start
        done.set()
        watcher.join()
    return Ran(seconds, max(peaks), output.decode(), _spent() - before)


def _spent() -> float:
    """Processor seconds of children that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def _family(process: int) -> list[int]:
    found = [process]
    for each in found:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def _held(process: int) -> float:
    """Proportional set size in MB; 0 when the process has gone."""
    try:
        said = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+)", said, re.M)
    return int(found.group(1)) / 1000 if found else 0.0
