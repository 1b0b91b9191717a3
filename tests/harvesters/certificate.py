# SPDX-License-Identifier: EUPL-1.2
"""A fresh self-signed certificate for 127.0.0.1, made without any library or stored key."""

import base64
import hashlib
import random
import ssl
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SMALL = [n for n in range(3, 2_000, 2) if all(n % m for m in range(3, int(n**0.5) + 1, 2))]
_SHA256_RSA = "06092a864886f70d01010b0500"
_RSA = "06092a864886f70d0101010500"


def _der(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    length = size.to_bytes((size.bit_length() + 7) // 8 or 1, "big")
    head = length if size < 128 else bytes([128 + len(length)]) + length
    return bytes([tag]) + head + content


def _number(value: int) -> bytes:
    return _der(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _is_prime(number: int, chance: random.Random) -> bool:
    if any(number % small == 0 for small in _SMALL):
        return False
    power, odd = 0, number - 1
    while odd % 2 == 0:
        power, odd = power + 1, odd // 2
    for _ in range(8):
        seen = pow(chance.randrange(2, number - 1), odd, number)
        if seen in (1, number - 1):
            continue
        if not any((seen := pow(seen, 2, number)) == number - 1 for _ in range(power - 1)):
            return False
    return True


def _prime(chance: random.Random) -> int:
    while True:
        number = chance.getrandbits(1024) | 3 << 1022 | 1
        if number % 65_537 != 1 and _is_prime(number, chance):
            return number


@cache
def _keys() -> tuple[int, int, int, int]:
    chance = random.Random()
    p, q = _prime(chance), _prime(chance)
    return p * q, pow(65_537, -1, (p - 1) * (q - 1)), p, q


def _extension(name: str, content: bytes, critical: bytes = b"") -> bytes:
    return _der(0x30, bytes.fromhex(name), critical, _der(4, content))


@dataclass(frozen=True, slots=True)
class Paper:
    """What a certificate says. issuer: empty where it is its own. address: of the host, IPv4."""

    name: str = "localhost"
    issuer: str = ""
    years: tuple[int, int] = (2020, 2120)
    address: tuple[int, int, int, int] = (127, 0, 0, 1)


def _named(name: str) -> bytes:
    return _der(0x30, _der(0x31, _der(0x30, bytes.fromhex("0603550403"), _der(12, name.encode()))))


def _certificate(paper: Paper) -> bytes:
    n, d, _, _ = _keys()
    public = _der(0x30, _number(n), _number(65_537))
    key_id = hashlib.sha1(public, usedforsecurity=False).digest()
    subject = _named(paper.name)
    names = _der(0x30, _der(0x87, bytes(paper.address)), _der(0x82, paper.name.encode()))
    dates = [_der(0x18, b"%d0101000000Z" % year) for year in paper.years]
    yes = _der(1, b"\xff")
    extensions = _der(
        0x30,
        _extension("0603551d13", _der(0x30, yes), yes),
        _extension("0603551d0f", _der(3, b"\x02\x84"), yes),
        _extension("0603551d0e", _der(4, key_id)),
        _extension("0603551d23", _der(0x30, _der(0x80, key_id))),
        _extension("0603551d11", names),
    )
    algorithm = _der(0x30, bytes.fromhex(_SHA256_RSA))
    told = _der(
        0x30,
        _der(0xA0, _number(2)),
        _number(random.getrandbits(60) + 1),
        algorithm,
        _named(paper.issuer or paper.name),
        _der(0x30, *dates),
        subject,
        _der(0x30, _der(0x30, bytes.fromhex(_RSA)), _der(3, b"\0" + public)),
        _der(0xA3, extensions),
    )
    hashed = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(told).digest()
    padded = b"\0\1" + b"\xff" * (256 - 3 - len(hashed)) + b"\0" + hashed
    signature = pow(int.from_bytes(padded, "big"), d, n).to_bytes(256, "big")
    return _der(0x30, told, algorithm, _der(3, b"\0" + signature))


def _pem(kind: str, der: bytes) -> str:
    return f"-----BEGIN {kind}-----\n{base64.encodebytes(der).decode()}-----END {kind}-----\n"


def make_context(
    folder: Path, name: str = "localhost", paper: Paper | None = None
) -> tuple[ssl.SSLContext, Path]:
    """A server's TLS context, and the file of its certificate for those who trust it."""
    paper = paper or Paper(name)
    n, d, p, q = _keys()
    numbers = (0, n, 65_537, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))
    trusted, both = folder / "trusted.pem", folder / "both.pem"
    trusted.write_text(_pem("CERTIFICATE", _certificate(paper)))
    key = _pem("RSA PRIVATE KEY", _der(0x30, *map(_number, numbers)))
    both.write_text(key + trusted.read_text())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context, trusted


def make_authority(folder: Path, name: str) -> Path:
    """The file of a certificate that vouches for those which name it as their issuer."""
    file = folder / "authority.pem"
    file.write_text(_pem("CERTIFICATE", _certificate(Paper(name))))
    return file
