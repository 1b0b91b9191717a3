# SPDX-License-Identifier: EUPL-1.2
"""One SPARQL endpoint: how it is asked (SPARQL 1.1 Protocol) and how its answers are checked."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from harvesters.base import sparql_query as questions
from harvesters.base.errors import HarvestError, TooMuch, UnexpectedAnswer
from harvesters.base.rdf import read
from harvesters.base.record import Body, Http, Page
from harvesters.base.text import decode, shorten
from harvesters.base.windows import is_too_much

_ROWS = "application/sparql-results+json, application/json;q=0.5"
_GRAPH = "application/n-triples;q=1.0, text/turtle;q=0.9, application/rdf+xml;q=0.8, */*;q=0.1"
_LONGEST_GET = 2_000
_MOST_LISTED, _FEWEST_LISTED = 5_000, 50
_MOST_TOGETHER = 50
_MOST_BYTES = 10_000_000  # ten times what a full list takes, or 200 KB for each of a block
_MOST_TOKENS = 250_000  # of rows
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.I)


@dataclass(slots=True)
class Desk:
    """An endpoint. graphs: variable of named graphs where the default graph has no datasets.

    verifies: whether the endpoint can count what an answer has to hold.
    """

    http: Http
    url: str
    base: str
    graphs: str = ""
    listed: int = _MOST_LISTED
    together: int = _MOST_TOGETHER
    pages: int = 1
    verifies: bool = True

    def total(self) -> int | None:
        """How many datasets it has; None where it does not say."""
        return self._count(questions.count(self.graphs))

    def nameless(self) -> int:
        """How many datasets have no address, so that no one can ask for them."""
        return self._count(questions.count(self.graphs, "isBlank")) or 0

    def find_graphs(self) -> None:
        """Looks whether the datasets stand in the default graph or in named ones."""
        if not self._some(""):
            self.graphs = "graph"
            if not self._some(""):
                self.graphs = ""

    def identifiers(self) -> Iterator[str]:
        """Addresses of all datasets, in their order.

        UnexpectedAnswer when the endpoint heeds no filter and gives the same ones again.
        """
        after = ""
        while True:
            found = self._some(after)
            later = [each for each in found if each > after]
            if found and not later:
                raise UnexpectedAnswer("paging.repeats", page=self.url)
            if not later:
                return
            yield from later
            after = max(later)

    def _some(self, after: str) -> list[str]:
        """The next addresses; fewer at once when the endpoint cannot list so many."""
        while True:
            try:
                rows = self._rows(questions.listing(after, self.listed, self.graphs))
            except HarvestError as error:
                if not is_too_much(error) or self.listed <= _FEWEST_LISTED:
                    raise
                self.listed = max(_FEWEST_LISTED, self.listed // 10)
                continue
            said = (row.get("dataset", "") for row in rows)
            return [each for each in said if _ADDRESS.fullmatch(each)]

    def about(self, datasets: Sequence[str]) -> Iterator[Page]:
        """Pages with all that is said of some datasets, each dataset whole.

        Where the answer is too much for the endpoint or lacks statements, the datasets are asked
        for in halves. UnexpectedAnswer where even one alone does not come whole.
        """
        try:
            page = self._ask(questions.about(datasets, self.graphs), _GRAPH)
            if len(page.body) > _MOST_BYTES:
                raise TooMuch("answer.too_much", page=self.url)
            whole = self._is_whole(page, datasets)
        except HarvestError as error:
            if not is_too_much(error) or len(datasets) == 1:
                raise
            whole = False
        if whole and page.body.strip():
            yield replace(page, number=self.pages, name=f"{self.url}#block={self.pages}")
            self.pages += 1
        elif not whole and len(datasets) > 1:
            half = len(datasets) // 2
            self.together = max(1, min(self.together, half))
            yield from self.about(datasets[:half])
            yield from self.about(datasets[half:])
        elif not whole:
            raise UnexpectedAnswer("answer.sparql_cut", page=self.url, dataset=datasets[0])

    def _is_whole(self, page: Page, datasets: Sequence[str]) -> bool:
        """Whether the answer holds as many statements as the endpoint itself counts."""
        lines = read(page, self.base).lines if page.body.strip() else b""
        expected = None
        if self.verifies:
            expected = self._count(questions.count_about(datasets, self.graphs))
            self.verifies = expected is not None
        if expected is not None:
            return len(set(lines.splitlines())) >= expected
        present = {line.partition(b" ")[0] for line in lines.splitlines()}
        return all(f"<{each}>".encode() in present for each in datasets)

    def _count(self, question: str) -> int | None:
        try:
            rows = self._rows(question)
        except UnexpectedAnswer:
            return None
        said = rows[0].get("count", "") if rows else ""
        return int(said) if said.isascii() and said.isdigit() and len(said) < 15 else None

    def _rows(self, question: str) -> list[dict[str, str]]:
        """Rows of a SELECT: variable -> value (SPARQL 1.1 Query Results JSON Format)."""
        page = self._ask(question, _ROWS)
        if len(page.body) > _MOST_BYTES:
            raise TooMuch("answer.too_much", page=self.url)
        text, _ = decode(page)
        if _HTML.match(text):
            raise UnexpectedAnswer("answer.html", page=self.url)
        if sum(map(text.count, ",[{")) > _MOST_TOKENS:  # sixty bytes of memory and more, each
            raise TooMuch("answer.too_much", page=self.url)
        try:
            bindings = json.loads(text)["results"]["bindings"]
            return [_row(each) for each in bindings]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            start = shorten(" ".join(text[:200].split()), 80)
            raise UnexpectedAnswer("answer.sparql_no_rows", page=self.url, start=start) from error

    def _ask(self, question: str, accept: str) -> Page:
        asked = urlencode({"query": question}, quote_via=quote)
        url = f"{self.url}{'&' if '?' in self.url else '?'}{asked}"
        if len(url) <= _LONGEST_GET:
            return self.http.get(url, accept, self.pages)
        body = Body(asked.encode("ascii"), "application/x-www-form-urlencoded")
        return self.http.post(self.url, body, accept, self.pages)


def _row(binding: Any) -> dict[str, str]:
    return {name: str(said["value"]) for name, said in binding.items()}
