# SPDX-License-Identifier: EUPL-1.2
"""Redirects and next pages that lead astray; {canary} is a port nobody may be sent to."""

from itertools import count

from tests.harvesters.loopback import Call, answer
from tests.hostile.answers import Reply
from tests.intake.making import HOST, PREFIXES, dataset, towns

ASTRAY = [
    "http://127.0.0.1:{canary}/",
    "http://2130706433:{canary}/",
    "http://0x7f000001:{canary}/",
    "http://0177.0.0.1:{canary}/",
    "http://127.1:{canary}/",
    "http://0.0.0.0:{canary}/",
    "http://localhost:{canary}/",
    "http://localhost.:{canary}/",
    "http://LOCALHOST:{canary}/",
    "http://[::1]:{canary}/",
    "http://[::ffff:127.0.0.1]:{canary}/",
    "http://[::ffff:7f00:1]:{canary}/",
    "http://[64:ff9b::7f00:1]:{canary}/",
    "http://[::]:{canary}/",
    "http://user:secret@127.0.0.1:{canary}/",
    "//127.0.0.1:{canary}/",
    "http://127.0.0.1:{canary}#@daten.example/",
    "http://①②⑦.0.0.1:{canary}/",
    "http://127。0。0。1:{canary}/",
    "https://127.0.0.1:{canary}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/",
    "http://10.0.0.1/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "file:///etc/passwd",
    "ftp://127.0.0.1:{canary}/x",
    "data:text/turtle,x",
    "gopher://127.0.0.1:{canary}/",
    "javascript:alert(1)",
    "http://",
    "http:///",
    "http://[",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1:{canary}\r\nX-A: b/",
    "http://a b/",
    "http://" + "a" * 300 + ".example/",
    "\udcff\x00",
    "#fragment",
    "",
]


def to(target: str, status: int = 302) -> bytes:
    """A redirect."""
    return answer(b"", status, Location=target.encode("utf-8", "replace").decode("latin-1"))


def _growing() -> Reply:
    steps = count()
    return lambda call: to(f"/?n={next(steps)}&{'x' * 200}")


def next_page(target: str) -> bytes:
    """A page with datasets 1 to 3 whose next page is the target."""
    shown = target.replace('"', "").replace("\r", "").replace("\n", "").encode("utf-8", "replace")
    view = (
        f"<{HOST}/katalog> hydra:totalItems 12 .\n<{HOST}/katalog?page=1> "
        f'a hydra:PartialCollectionView ; hydra:next "{shown.decode()}" .\n'
    )
    return answer(towns(1, 2, 3) + view, Content_Type="text/turtle")


def _page(number: int, more: str) -> bytes:
    view = (
        f"<{HOST}/katalog> hydra:totalItems 12 .\n<{HOST}/katalog?page={number}> "
        f"a hydra:PartialCollectionView ; {more} .\n"
    )
    return answer(PREFIXES + dataset(number) + view, Content_Type="text/turtle")


def _number(call: Call) -> int:
    digits = "".join(filter(str.isdigit, call.path.partition("page=")[2]))
    return int(digits or 1)


def walk(links: str) -> Reply:
    """Pages of one dataset each. links: with {next}, and what else a page says of the others."""

    def reply(call: Call) -> bytes:
        number = _number(call)
        where = f"http://{call.headers['Host']}/katalog.ttl?page="
        return _page(min(number, 12), links.format(next=f"{where}{number + 1}", first=where + "1"))

    return reply


REDIRECTS: dict[str, Reply | bytes] = {
    "to itself": lambda call: to(call.path or "/"),
    "growing": _growing(),
    "without a target": answer(b"", 302),
    "two in a circle": lambda call: to("/a" if call.path == "/b" else "/b"),
    "meta refresh": answer('<html><meta http-equiv="refresh" content="0;url=/x"></html>'),
    "300 with a target": to("/x", 300),
}
PAGING: dict[str, Reply | bytes] = {
    "never ends": walk("hydra:next <{next}>"),
    "leads back": walk("hydra:next <{first}>"),
    "lies about the total": walk("hydra:totalItems 99999"),
    "total zero": walk("hydra:totalItems 0"),
    "total negative": walk("hydra:totalItems -7"),
    "total of words": walk('hydra:totalItems "viele"'),
    "two next pages": walk("hydra:next <{next}>, <{first}>"),
    "last page lies": walk("hydra:next <{next}> ; hydra:last <{first}>"),
    "next is nothing": walk('hydra:next ""'),
    "next is a blank node": walk("hydra:next []"),
}
