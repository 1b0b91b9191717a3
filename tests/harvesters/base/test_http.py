# SPDX-License-Identifier: EUPL-1.2
"""The door to the network: whole answers or one clear reason, in bounded time and size (H9, S1)."""

import gzip
import time
import zlib
from collections.abc import Iterator

import pytest

from harvesters.base.errors import HarvestError, PortalUnreachable, UnexpectedAnswer
from harvesters.base.http import Door, NetworkDoor
from harvesters.base.text import decode
from tests.harvesters.loopback import Call, Server, answer, door, serve

BODY = b"<rdf:RDF/>" * 50
BOMB = gzip.compress(b"\0" * 30_000_000)


def broken_off(sent: bytes) -> object:
    def handler(call: Call) -> bytes | None:
        call.connection.sendall(sent)
        return None

    return handler


def chunked(*parts: bytes, end: bool) -> bytes:
    head = answer(Transfer_Encoding="chunked")
    body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return head + body + (b"0\r\n\r\n" if end else b"")


ANSWERS = {
    "/plain": answer(BODY, Content_Type="application/rdf+xml; charset=ISO-8859-1"),
    "/wrong-type": answer(BODY, Content_Type="text/html"),
    "/odd-type": answer(BODY, Content_Type=";;;charset"),
    "/gzip": answer(gzip.compress(BODY), Content_Encoding="gzip"),
    "/k.nt.gz": answer(gzip.compress(BODY), Content_Type="application/gzip"),
    "/members": answer(gzip.compress(BODY[:99]) + gzip.compress(BODY[99:])),
    "/padded": answer(gzip.compress(BODY) + bytes(99), Content_Encoding="gzip"),
    "/twice": answer(gzip.compress(gzip.compress(BODY)), Content_Encoding="gzip"),
    "/deflate": answer(zlib.compress(BODY), Content_Encoding="deflate"),
    "/chunked": chunked(BODY[:100], BODY[100:], end=True),
    "/empty": answer(),
    "/redirect": answer(status=302, Location="/plain"),
    "/relative": answer(status=301, Location="plain"),
    "/circle": answer(status=302, Location="/circle"),
    "/to-file": answer(status=302, Location="file:///etc/passwd"),
    "/to-private": answer(status=302, Location="http://169.254.169.254/latest/meta-data/"),
    "/to-loopback": answer(status=302, Location="http://localhost:1/"),
    "/to-nonsense": answer(status=302, Location="http://[::1"),
    "/nowhere": answer(status=302),
    "/missing": answer(status=404),
    "/forbidden": answer(status=403),
    "/no-content": answer(status=204),
    "/cut-gzip": answer(gzip.compress(BODY)[:-9], Content_Encoding="gzip"),
    "/no-gzip": answer(BODY, Content_Encoding="gzip"),
    "/brotli": answer(BODY, Content_Encoding="br"),
    "/cut-length": broken_off(answer(BODY, length=len(BODY) + 100)),
    "/cut-chunks": broken_off(chunked(BODY[:100], end=False)),
    "/cut-chunk": broken_off(chunked(BODY, end=False)[:-50]),
    "/cut-headers": broken_off(b"HTTP/1.1 200 OK\r\nContent-"),
    "/nothing": broken_off(b""),
    "/no-http": broken_off(b"220 mail.example ESMTP\r\n"),
    "/file-bomb": answer(BOMB),
    "/file-in-file": answer(gzip.compress(gzip.compress(BODY))),
    "/zip": answer(b"PK\x03\x04" + BODY),
    "/cut-file": answer(gzip.compress(BODY)[:-9]),
    "/bomb": answer(BOMB, Content_Encoding="gzip"),
    "/large": answer(b"x" * 200_001),
    "/many-headers": answer(BODY, **{f"X{number}": "y" for number in range(500)}),
    "/long-header": answer(BODY, X="y" * 200_000),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(ANSWERS) as found:  # type: ignore[arg-type]
        yield found


@pytest.mark.parametrize(
    "path",
    [
        *("/plain", "/gzip", "/deflate", "/chunked", "/redirect", "/relative"),
        *("/k.nt.gz", "/members", "/padded", "/twice"),
    ],
)
def test_whole_answers(server: Server, path: str) -> None:
    page = door(server).get(server.url(path), "text/turtle", 3)
    assert page.body == BODY
    assert (page.number, page.local) == (3, False)
    assert page.fetched.tzinfo is not None
    assert page.name == server.url("/plain" if path in ("/redirect", "/relative") else path)


def test_what_headers_say(server: Server) -> None:
    page = door(server).get(server.url("/plain"), "text/turtle")
    assert (page.media_type, page.charset) == ("application/rdf+xml", "iso-8859-1")
    asked = server.calls[-1].headers
    assert asked["Accept"] == "text/turtle"
    assert asked["Accept-Encoding"] == "gzip, deflate"
    assert door(server).get(server.url("/wrong-type"), "*/*").media_type == "text/html"
    assert door(server).get(server.url("/odd-type"), "*/*").charset is None
    assert door(server).get(server.url("/empty"), "*/*").body == b""


def test_the_agent_says_who_asks(server: Server) -> None:
    way = NetworkDoor(Door("Datenspiegel/1 (+https://a.example)", frozenset([server.pair])))
    way.get(server.url("/plain"), "*/*")
    assert server.calls[-1].headers["User-Agent"] == "Datenspiegel/1 (+https://a.example)"


REASONS = {
    "/circle": "network.too_many_redirects",
    "/to-file": "network.scheme",
    "/to-private": "network.private_address",
    "/to-loopback": "network.private_address",
    "/to-nonsense": "network.scheme",
    "/nowhere": "network.status",
    "/missing": "network.status",
    "/forbidden": "network.status",
    "/no-content": "network.status",
    "/cut-gzip": "network.cut",
    "/no-gzip": "network.damaged",
    "/brotli": "network.encoding",
    "/cut-length": "network.cut",
    "/cut-chunks": "network.cut",
    "/cut-chunk": "network.cut",
    "/nothing": "network.no_answer",
    "/no-http": "network.no_answer",
    "/bomb": "network.too_large",
    "/file-bomb": "network.too_large",
    "/file-in-file": "answer.packed",
    "/zip": "answer.packed",
    "/cut-file": "network.cut",
    "/large": "network.too_large",
    "/many-headers": "network.no_answer",
    "/long-header": "network.no_answer",
}


@pytest.mark.parametrize("path", REASONS)
def test_one_reason_for_everything_else(server: Server, path: str) -> None:
    with pytest.raises(HarvestError) as raised:
        door(server, largest_answer=200_000).get(server.url(path), "*/*")
    assert raised.value.code == REASONS[path]
    kind = PortalUnreachable if path in ("/nothing", "/to-private") else HarvestError
    assert isinstance(raised.value, kind)


def test_what_is_cut_inside_its_headers_is_empty_and_refused_as_such(server: Server) -> None:
    page = door(server).get(server.url("/cut-headers"), "*/*")
    with pytest.raises(UnexpectedAnswer) as raised:
        decode(page)
    assert raised.value.code == "answer.empty"


def test_a_bomb_is_given_up_early(server: Server) -> None:
    way = door(server, largest_answer=200_000)
    with pytest.raises(UnexpectedAnswer) as raised:
        way.get(server.url("/bomb"), "*/*")
    assert raised.value.params == {"url": server.url("/bomb"), "limit": "200000"}
    assert way.received < 3_000_000


def test_all_answers_of_a_run_together_are_bounded(server: Server) -> None:
    way = door(server, largest_run=1_200)
    for _ in range(2):
        way.get(server.url("/plain"), "*/*")
    with pytest.raises(UnexpectedAnswer) as raised:
        way.get(server.url("/plain"), "*/*")
    assert raised.value.code == "network.run_too_large"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1"])
def test_without_leave_nothing_private_is_asked(server: Server, host: str) -> None:
    before = len(server.calls)
    with pytest.raises(PortalUnreachable) as raised:
        door().get(f"http://{host}:{server.port}/plain", "*/*")
    assert raised.value.code == "network.private_address"
    assert len(server.calls) == before


def test_leave_is_for_one_port(server: Server) -> None:
    with serve(answer(BODY)) as other:
        with pytest.raises(PortalUnreachable) as raised:
            door(server).get(other.url(), "*/*")
        assert raised.value.code == "network.private_address"
        assert other.calls == []


def test_a_closed_port_is_said_to_be_closed() -> None:
    with serve(answer()) as gone:
        pass
    with pytest.raises(PortalUnreachable) as raised:
        door(gone).get(gone.url(), "*/*")
    assert raised.value.code == "network.no_connection"
    assert raised.value.params["problem"] == "refused"


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "http://", "http://a:b/", "nix", "http://[::1"]
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        door().get(url, "*/*")
    assert raised.value.code == "network.scheme"


def body_slowly(call: Call) -> bytes | None:
    call.drip(answer("x" * 10_000), 0.03)
    return None


def endless_headers(call: Call) -> bytes | None:
    call.drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 2_000, 0.03)
    return None


def no_length(call: Call) -> bytes | None:
    call.connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
    call.drip(b"x" * 10_000, 0.03)
    return None


def silence(call: Call) -> bytes | None:
    time.sleep(0.45)
    return None


def only_continues(call: Call) -> bytes | None:
    call.drip(b"HTTP/1.1 100 Continue\r\n\r\n" * 2_000, 0.002)
    return None


@pytest.mark.parametrize("warm", [False, True])
@pytest.mark.parametrize("slow", [body_slowly, endless_headers, no_length, silence, only_continues])
def test_one_deadline_for_the_whole_request(slow: object, warm: bool) -> None:
    with serve({"/": answer(BODY), "/slow": slow}) as server:  # type: ignore[dict-item]
        way = door(server, request_time=0.25)
        if warm:  # on a connection that is kept alive
            way.get(server.url(), "*/*")
        begun = time.monotonic()
        with pytest.raises(PortalUnreachable) as raised:
            way.get(server.url("/slow"), "*/*")
        assert time.monotonic() - begun < 3.5
        assert raised.value.code == "network.timeout"


def test_the_door_works_on_after_a_deadline() -> None:
    with serve({"/": answer(BODY), "/slow": silence}) as server:
        way = door(server, request_time=0.25)
        with pytest.raises(PortalUnreachable):
            way.get(server.url("/slow"), "*/*")
        assert way.get(server.url(), "*/*").body == BODY


def test_proxies_of_the_environment_are_ignored(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert door(server).get(server.url("/plain"), "*/*").body == BODY


def test_the_operators_proxy_is_asked_for_public_names_only(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "harvesters.base.http.resolve",
        lambda host, port, allowed: _public(host, port),
    )
    with serve(answer(BODY)) as proxy:
        way = door(proxy=proxy.url())
        assert way.get("http://portal.example/katalog", "*/*").body == BODY
        assert proxy.paths == ["http://portal.example/katalog"]
        with pytest.raises(PortalUnreachable):
            way.get("http://intern.example/", "*/*")
        assert len(proxy.calls) == 1


def _public(host: str, port: int) -> list[tuple[int, str]]:
    if host == "intern.example":
        raise PortalUnreachable("network.private_address", host=host, port=port)
    return []


def test_the_deadline_holds_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harvesters.base.http.resolve", lambda *_: [])
    with serve(body_slowly) as proxy:
        begun = time.monotonic()
        with pytest.raises(PortalUnreachable) as raised:
            door(proxy=proxy.url(), request_time=0.25).get("http://portal.example/", "*/*")
        assert raised.value.code == "network.timeout"
        assert time.monotonic() - begun < 3.5
