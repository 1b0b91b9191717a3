# SPDX-License-Identifier: EUPL-1.2
"""A page taken apart, for tests that ask what is on it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

Element = tuple[str, dict[str, str]]
SILENT = {"script", "style", "head"}


@dataclass
class Page:
    """Elements in their order, and the text a reader sees with single spaces."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""

    def count(self, tag: str) -> int:
        """How often an element occurs."""
        return sum(name == tag for name, _ in self.elements)

    def attribute(self, tag: str, name: str) -> list[str]:
        """Values of an attribute of all such elements (``*`` for any)."""
        return [has[name] for each, has in self.elements if tag in (each, "*") and name in has]

    def names_of_attributes(self) -> set[str]:
        """All attribute names."""
        return {name for _, has in self.elements for name in has}

    def fields(self) -> list[tuple[str, str]]:
        """Name and value of hidden fields."""
        return [
            (has["name"], has["value"])
            for tag, has in self.elements
            if tag == "input" and has.get("type") == "hidden"
        ]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page, self.open, self.words = Page(), [""], [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in SILENT:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == self.open[-1]:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1] not in SILENT:
            self.words.append(data)


def read(html: str) -> Page:
    """The page of an HTML text."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.page.text = " ".join(" ".join(parser.words).split())
    return parser.page
