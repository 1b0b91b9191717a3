# SPDX-License-Identifier: EUPL-1.2
"""Only addresses that are safe to show and follow are kept."""

import pytest

from app.normalise.urls import first_url, read_url


@pytest.mark.parametrize(
    "url",
    [
        *("https://daten.example/a.csv", "http://[2001:db8::1]:8080/x", "ftp://daten.example/x"),
        *("mailto:amt@stadt.example", "https://müller.example/ä?x=1#y"),
    ],
)
def test_addresses_are_kept(url: str) -> None:
    assert read_url(url) == url


@pytest.mark.parametrize(
    "text",
    [
        *("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "www.stadt.example/x"),
        *("http://", "http:///pfad", "http://http://x", "http://%3C%21--", "siehe Anlage", ""),
        "https://a b/c",
    ],
)
def test_everything_else_is_no_address(text: str) -> None:
    assert read_url(text) is None


def test_blanks_and_brackets_are_encoded() -> None:
    assert read_url(" https://x.example/a b<c>.csv ") == "https://x.example/a%20b%3Cc%3E.csv"


def test_the_first_address_counts_and_what_is_none_is_noted() -> None:
    read = first_url(("siehe oben", "https://x.example/a", "https://x.example/b"), "dcat:accessURL")
    assert read.value == "https://x.example/a"
    assert read.notes == (("url.invalid", "siehe oben", "", "dcat:accessURL"),)
