# SPDX-License-Identifier: EUPL-1.2
"""TLS: certificates are checked, and the deadline holds inside the tunnel too."""

import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from harvesters.base.errors import PortalUnreachable
from tests.harvesters.certificate import make_context
from tests.harvesters.loopback import Call, Server, answer, door, serve


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, Path]:
    return make_context(tmp_path_factory.mktemp("tls"))


def slowly(call: Call) -> bytes | None:
    call.drip(answer("x" * 5_000), 0.05)
    return None


@pytest.fixture
def server(tls: tuple[ssl.SSLContext, Path]) -> Iterator[Server]:
    with serve({"/": answer("da"), "/slow": slowly}, tls[0]) as found:
        yield found


def test_a_trusted_certificate(server: Server, tls: tuple[ssl.SSLContext, Path]) -> None:
    assert door(server, ca_bundle=str(tls[1])).get(server.url(), "*/*").body == b"da"


def test_an_unknown_certificate_is_refused(server: Server) -> None:
    with pytest.raises(PortalUnreachable) as raised:
        door(server).get(server.url(), "*/*")
    assert raised.value.code == "network.tls"
    assert raised.value.params == {"url": server.url(), "problem": "own"}


def test_a_server_without_tls_is_refused() -> None:
    with serve(answer("da")) as plain, pytest.raises(PortalUnreachable) as raised:
        door(plain).get(plain.url().replace("http:", "https:"), "*/*")
    assert raised.value.code == "network.tls"


@pytest.mark.parametrize("warm", [False, True])
def test_the_deadline_ends_a_drip_inside_the_tunnel(
    server: Server, tls: tuple[ssl.SSLContext, Path], warm: bool
) -> None:
    way = door(server, ca_bundle=str(tls[1]), request_time=0.4)
    if warm:  # the connection is kept alive and used again
        way.get(server.url(), "*/*")
    begun = time.monotonic()
    with pytest.raises(PortalUnreachable) as raised:
        way.get(server.url("/slow"), "*/*")
    assert raised.value.code == "network.timeout"
    assert time.monotonic() - begun < 8
