# SPDX-License-Identifier: EUPL-1.2
"""Why a connection failed is said in words that people read, whatever a library calls it."""

import pytest
from urllib3.exceptions import ProtocolError

from app.web.messages import say
from harvesters.base.connection import reason_of

RAISED = (
    (ConnectionRefusedError(111, "Connection refused"), "refused"),
    (ConnectionResetError(104, "Connection reset by peer"), "reset"),
    (BrokenPipeError(32, "Broken pipe"), "reset"),
    (TimeoutError("timed out"), "timeout"),
    (OSError(113, "No route to host"), "unreachable"),
    (OSError(101, "Network is unreachable"), "unreachable"),
    (ProtocolError("Remote end closed connection without response"), "closed"),
    (ProtocolError("BadStatusLine('HTTP/9.9 abc')"), "protocol"),
    (OSError("certificate verify failed: certificate has expired"), "expired"),
    (OSError("certificate verify failed: self-signed certificate"), "own"),
    (OSError("certificate verify failed: Hostname mismatch"), "name"),
    (OSError("certificate verify failed: unable to get local issuer"), "certificate"),
    (OSError("[SSL: WRONG_VERSION_NUMBER] wrong version number"), "tls"),
    (OSError("what nobody has seen yet"), "other"),
    (ValueError(), "other"),
)


@pytest.mark.parametrize(("error", "word"), RAISED)
def test_each_failure_has_its_word(error: Exception, word: str) -> None:
    assert reason_of(error) == word


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("code", ["network.no_answer", "network.no_connection", "network.tls"])
def test_no_word_of_a_library_stands_in_a_sentence(lang: str, code: str) -> None:
    for problem in {word for _, word in RAISED} | {"ConnectionError"}:
        params = {"url": "https://daten.example/", "host": "daten.example", "port": 443}
        sentence = say(lang, code, **params, problem=problem)
        assert "Error" not in sentence
        assert f"({problem})" not in sentence
        assert sentence.endswith(".")
