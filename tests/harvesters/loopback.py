# SPDX-License-Identifier: EUPL-1.2
"""Servers on loopback that answer byte by byte as a test wants, with or without TLS."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from harvesters.base.http import Door, NetworkDoor

Answer = bytes | Callable[["Call"], bytes | None]


@dataclass
class Call:
    """One request. connection: to write to slowly or to break off. body: of a POST."""

    path: str
    headers: dict[str, str]
    connection: socket.socket
    body: bytes = b""

    def drip(self, data: bytes, seconds: float = 0.02) -> None:
        """Sends byte by byte until all is sent or the other side has had enough."""
        for at in range(len(data)):
            self.connection.sendall(data[at : at + 1])
            time.sleep(seconds)


@dataclass
class Server:
    """A running server. calls: what was asked so far."""

    port: int
    calls: list[Call] = field(default_factory=list)
    scheme: str = "http"

    @property
    def pair(self) -> str:
        """host:port, as the operator allows it."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        """The address of a path."""
        return f"{self.scheme}://{self.pair}{path}"

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in their order."""
        return [call.path for call in self.calls]


def answer(
    body: bytes | str = b"", status: int = 200, length: int | None = None, **headers: str
) -> bytes:
    """A whole answer. length: another Content-Length than the true one. headers: with _ for -."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Wie auch immer"]
    if "Transfer_Encoding" not in headers:
        lines.append(f"Content-Length: {len(data) if length is None else length}")
    lines += [f"{name.replace('_', '-')}: {said}" for name, said in headers.items()]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + data


@contextmanager
def serve(
    answers: Mapping[str, Answer] | Answer, context: ssl.SSLContext | None = None
) -> Iterator[Server]:
    """A server that answers each path as told; one thread a connection, kept alive."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(listening.getsockname()[1], scheme="https" if context else "http")
    stopped = threading.Event()
    threads = [
        threading.Thread(target=_accept, args=(listening, server, answers, context, stopped))
    ]
    threads[0].start()
    try:
        yield server
    finally:
        stopped.set()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        threads[0].join(5)


def _accept(
    listening: socket.socket,
    server: Server,
    answers: Mapping[str, Answer] | Answer,
    context: ssl.SSLContext | None,
    stopped: threading.Event,
) -> None:
    threads = []
    while not stopped.is_set():
        try:
            connection, _ = listening.accept()
        except OSError:
            break
        held = [connection]
        thread = threading.Thread(target=_talk, args=(held, server, answers, context))
        threads.append((thread, held))
        thread.start()
    for thread, held in threads:
        for each in held:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _talk(
    held: list[socket.socket],
    server: Server,
    answers: Mapping[str, Answer] | Answer,
    context: ssl.SSLContext | None,
) -> None:
    """held: the connection; TLS takes the socket itself away, so its own one joins it. No copy:
    a connection of which there is one is not reset when it is closed.
    """
    connection = held[0]
    with connection, suppress(OSError):
        speaking = context.wrap_socket(connection, server_side=True) if context else connection
        held.append(speaking)
        with speaking:
            while head := _head(speaking):
                lines = head.decode("latin-1").split("\r\n")
                headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
                body = _body(speaking, int(headers.get("Content-Length", "0")))
                call = Call(lines[0].split(" ")[1], headers, speaking, body)
                server.calls.append(call)
                told = (
                    answers.get(call.path, answer(status=404))
                    if isinstance(answers, Mapping)
                    else answers
                )
                data = told if isinstance(told, bytes) else told(call)
                if data is None:
                    break
                speaking.sendall(data)
            speaking.shutdown(socket.SHUT_RDWR)


def _head(connection: socket.socket) -> bytes:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        part = connection.recv(1)
        if not part:
            return b""
        if not head and part == b"\x16":  # TLS where none is spoken
            connection.sendall(answer("Bad Request", 400))
            return b""
        head += part
    return head


def _body(connection: socket.socket, length: int) -> bytes:
    body = b""
    while len(body) < length and (part := connection.recv(length - len(body))):
        body += part
    return body


def door(*servers: Server, **more: object) -> NetworkDoor:
    """A door that may go to the servers, tries once and does not wait."""
    allowed = frozenset(server.pair for server in servers)
    known: dict[str, object] = {"gap": 0.0, "tries": 1, "request_time": 5.0} | more
    return NetworkDoor(Door("Prüfer/1", allowed, **known), sleep=lambda _: None)  # type: ignore[arg-type]
