# SPDX-License-Identifier: EUPL-1.2
"""A portal whose certificate or tunnel is wrong: the run says why, and nothing is lost (H3, S1)."""

import socket
import ssl
import struct
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.normalise import Reader, make_reader
from app.store import open_store, prepare
from app.vocabulary import load
from app.web.messages import say
from harvesters.base.record import Portal
from tests.harvesters.certificate import Paper, make_authority, make_context
from tests.harvesters.loopback import Answer, Call, answer, serve
from tests.hostile.answers import GOOD
from tests.hostile.test_modes import Ground, Host
from tests.intake.making import towns

AUTHORITY = "Grauheim Root"
OWN = Paper("localhost", AUTHORITY)
PAPERS = {
    "self-signed": (Paper("localhost"), "own"),
    "expired": (Paper("localhost", AUTHORITY, (2001, 2002)), "expired"),
    "not yet valid": (Paper("localhost", AUTHORITY, (2119, 2120)), "certificate"),
    "of another host": (Paper("andere.example", AUTHORITY, address=(127, 0, 0, 2)), "name"),
    "of an unknown authority": (Paper("localhost", "Nobody Root"), "certificate"),
}
_LINGER = struct.pack("ii", 1, 0)
Wrap = Callable[[socket.socket], ssl.SSLSocket]


class Tunnel:
    """A context of a server that does as it is told. wrap: how it takes a connection."""

    def __init__(self, good: ssl.SSLContext) -> None:
        self.good = good
        self.wrap: Wrap | None = None

    def wrap_socket(self, connection: socket.socket, server_side: bool) -> ssl.SSLSocket:
        """As a context does."""
        if self.wrap is not None:
            return self.wrap(connection)
        return self.good.wrap_socket(connection, server_side=server_side)


def silent(connection: socket.socket) -> ssl.SSLSocket:
    """Waits until the other side goes."""
    with suppress(OSError):
        while connection.recv(4_096):
            pass
    raise OSError


def saying(data: bytes) -> Wrap:
    """Bytes in answer to the greeting."""

    def wrap(connection: socket.socket) -> ssl.SSLSocket:
        connection.recv(100)
        connection.sendall(data)
        return silent(connection)

    return wrap


def resetting(connection: socket.socket) -> ssl.SSLSocket:
    """A reset in the handshake."""
    connection.recv(100)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
    connection.close()
    raise OSError


def old(version: str, folder: Path) -> Wrap:
    """A server that speaks nothing newer."""
    context, _ = make_context(folder, paper=OWN)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion[version]
        context.maximum_version = ssl.TLSVersion[version]
    context.set_ciphers("ALL:@SECLEVEL=0")
    return lambda connection: context.wrap_socket(connection, server_side=True)


def cut(call: Call, *, linger: bool) -> None:
    """Half a body, and the tunnel is gone without a word."""
    whole = answer(towns(*range(1, 13)), Content_Type="text/turtle")
    call.connection.sendall(whole[: len(whole) // 2])
    with socket.socket(fileno=call.connection.detach()) as bare:
        if linger:
            bare.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
        else:
            bare.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader(load())


@pytest.fixture(scope="module")
def tunnel(tmp_path_factory: pytest.TempPathFactory) -> Tunnel:
    return Tunnel(make_context(tmp_path_factory.mktemp("good"), paper=OWN)[0])


@pytest.fixture(scope="module")
def ground(
    tunnel: Tunnel, reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ground]:
    folder = tmp_path_factory.mktemp("tls")
    store = open_store(f"sqlite:///{folder}/store.db")
    prepare(store)
    made: list[Host] = []
    with socket.socket() as nobody, serve(lambda call: made[0](call), tunnel) as server:  # type: ignore[arg-type]
        made.append(Host(server, nobody))
        bundle = str(make_authority(folder, AUTHORITY))
        yield Ground(store, made[0], reader, folder / "staging", bundle)
    store.close()


def suffer(ground: Ground, tunnel: Tunnel, key: str, wrap: Wrap | None, bad: Answer) -> str:
    """Bad at first; then good, bad and good again. The code and the word of the bad runs."""
    ground.patience = 1.0 if wrap in PATIENT else 20.0
    told = set()
    ground.host.kind = "dcat"
    for run, portal in (("bad", "a"), ("good", "b"), ("bad", "b"), ("good", "b")):
        tunnel.wrap = wrap if run == "bad" else None
        found = ground.run(f"{key}{portal}", bad if run == "bad" else None)
        if run == "good":
            assert found.state == "complete"
            live = ground.live(f"{key}b")
            assert len(live) == 12
        else:
            assert found.state == "failed"
            assert ground.live(f"{key}{portal}") == (live if portal == "b" else {})
            told.add(f"{found.notes[0].code} {found.notes[0].params.get('problem', '')}".strip())
    (only,) = told
    return only


half_a_record = saying(b"\x16\x03\x03\x40\x00")
PATIENT = (silent, half_a_record)  # only a limit of time ends these
good = GOOD["dcat"][1]


@pytest.mark.parametrize("paper", PAPERS)
def test_certificates_that_are_wrong(
    ground: Ground, tunnel: Tunnel, tmp_path: Path, paper: str
) -> None:
    context, _ = make_context(tmp_path, paper=PAPERS[paper][0])
    wrap: Wrap = lambda connection: context.wrap_socket(connection, server_side=True)  # noqa: E731
    told = suffer(ground, tunnel, "paper" + paper.replace(" ", "").replace("-", ""), wrap, good)
    assert told == f"network.tls {PAPERS[paper][1]}"


@pytest.mark.parametrize("version", ["TLSv1", "TLSv1_1"])
def test_versions_that_are_too_old(
    ground: Ground, tunnel: Tunnel, tmp_path: Path, version: str
) -> None:
    wrap = old(version, tmp_path)
    assert suffer(ground, tunnel, version.lower(), wrap, good) == "network.tls tls"


HANDSHAKES: dict[str, tuple[Wrap, str]] = {
    "silence": (silent, "network.timeout"),
    "reset": (resetting, "network.no_answer reset"),
    "plain text": (saying(answer("nein", 400)), "network.tls tls"),
    "an alert": (saying(b"\x15\x03\x03\x00\x02\x02\x28"), "network.tls tls"),
    "half a record": (half_a_record, "network.timeout"),
    "noise": (saying(bytes(range(256)) * 9), "network.tls tls"),
}


@pytest.mark.parametrize("mode", HANDSHAKES)
def test_handshakes_that_fail(ground: Ground, tunnel: Tunnel, mode: str) -> None:
    wrap, code = HANDSHAKES[mode]
    assert suffer(ground, tunnel, "hand" + mode.replace(" ", ""), wrap, good) == code


@pytest.mark.parametrize("linger", [False, True])
def test_a_body_that_is_cut_in_the_tunnel(ground: Ground, tunnel: Tunnel, linger: bool) -> None:
    told = suffer(ground, tunnel, f"cut{linger:d}", None, lambda call: cut(call, linger=linger))
    assert told.startswith(("network.cut", "network.no_answer"))


def test_each_reason_has_a_sentence_of_its_own() -> None:
    portal = Portal("p", "dcat", "https://p.example/", "https://p.example/")
    words = {word for _, word in PAPERS.values()} | {"tls"}
    for lang in ("de", "en"):
        assert len({say(lang, "network.tls", url=portal.url, problem=w) for w in words}) == 5
