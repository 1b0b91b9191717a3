# SPDX-License-Identifier: EUPL-1.2
"""A description as paragraphs, lists and links: what the portal marked up, without its markup.

Nothing of the portal's HTML is passed on. Its text is sorted into blocks of plain runs, and the
template writes the tags; addresses that are neither http nor https are no links.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from app.normalise.text import clean, plain
from app.web.pages.said import Words

LONGEST = 40_000  # characters of markup that are looked at; descriptions themselves end at 20,000
LARGEST = 1_000_000
DEPTH = 4
NAMES = {"description", "notes"}
SILENT = {"script", "style", "head", "title"}
LISTS = {"ul", "ol"}
PARTING = {
    *("p", "div", "section", "article", "blockquote", "pre", "table", "tr", "dl", "dt", "dd"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "hr", "figure", "form", "main"),
}
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(\s[^<>]*)?/?>", re.I)
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""", re.I)
_BLANKS = re.compile(r"\s+")
_BULLET = re.compile(r"[-*•–·]\s+")
_LINK = re.compile(
    r"\[([^\[\]\n]{1,300})\]\((https?://[^\s()<>]{1,1000})\)|(https?://[^\s<>\"']{1,1000})", re.I
)
_END = re.compile(r"[.,;:!?)\]]+$")


class Run(NamedTuple):
    """Words of one kind. url: where they lead, "" for words alone."""

    text: str
    url: str = ""


Item = tuple[Run, ...]


class Block(NamedTuple):
    """A paragraph (kind ``p``, one item) or a list (``ul``, ``ol``)."""

    kind: str
    items: tuple[Item, ...]


def described(description: str, media_type: str, statements: str, words: Words) -> list[Block]:
    """The description in blocks, by the portal's markup where that is what was understood."""
    for raw in (*words.get("description", ()), *_of_json(media_type, statements)):
        if len(raw) <= LONGEST and plain(raw) == description:
            marked = clean(raw if _TAG.search(raw) else unescape(raw))
            found = _of_markup(marked) if _TAG.search(marked) else []
            if _letters(found) == "".join(description.split()):
                return found
    return of_lines(description)


def _letters(blocks: list[Block]) -> str:
    """All that is said without blanks: blocks by markup must say what was understood, no more."""
    said = (run.text for block in blocks for item in block.items for run in item)
    return "".join("".join(said).split())


def of_lines(text: str) -> list[Block]:
    """Paragraphs between empty lines; lines that begin with a bullet are a list."""
    found: list[Block] = []
    kept: list[str] = []
    for line in [*text.split("\n"), ""]:
        bullet = _BULLET.match(line)
        if kept and (bullet or not line.strip()):
            found.append(Block("p", (_runs("\n".join(kept)),)))
            kept = []
        if bullet:
            _add(found, "ul", _runs(line[bullet.end() :]))
        elif line.strip():
            kept.append(line)
    return found


def _add(found: list[Block], kind: str, item: Item) -> None:
    """One more item of the list that is being made, or of a new one."""
    if found and found[-1].kind == kind:
        found[-1] = Block(kind, (*found[-1].items, item))
    else:
        found.append(Block(kind, (item,)))


def _runs(text: str) -> Item:
    """The text with its addresses, bare or in Markdown, as links."""
    runs, done = [], 0
    for match in _LINK.finditer(text):
        label, url = match[1], match[2] or _END.sub("", match[3])
        end = match.end() if label else match.start() + len(url)
        runs += [Run(text[done : match.start()]), Run(label or url, url)]
        done = end
    return tuple(run for run in (*runs, Run(text[done:])) if run.text)


def _of_json(media_type: str, statements: str) -> Iterator[str]:
    """Descriptions in the JSON that a portal gave, wherever its dialect puts them."""
    if "json" not in media_type or len(statements) > LARGEST:
        return
    try:
        yield from _named(json.loads(statements), DEPTH)
    except (ValueError, RecursionError):
        return


def _named(value: Any, depth: int) -> Iterator[str]:
    if not isinstance(value, Mapping) or not depth:
        return
    for name, inner in value.items():
        if isinstance(inner, str) and name in NAMES:
            yield inner
        else:
            yield from _named(inner, depth - 1)


def _of_markup(raw: str) -> list[Block]:
    """Linear in the length: a tag ends before the next one begins, whatever was left open."""
    sorter, done = _Sorter(), 0
    for tag in _TAG.finditer(raw):
        sorter.say(raw[done : tag.start()])
        sorter.turn(tag[2].lower(), tag[3] or "", closing=bool(tag[1]))
        done = tag.end()
    sorter.say(raw[done:])
    sorter.part()
    return sorter.found


class _Sorter:
    """Puts words and tags, as they come, into blocks; ``part`` after the last one."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.lists: list[str] = []
        self.runs: list[Run] = []
        self.url = ""
        self.silent = ""
        self.fresh = True

    def say(self, text: str) -> None:
        """Words between two tags."""
        if self.silent or not text:
            return
        words = _blanks(unescape(text))
        self.runs += [Run(words, self.url)] if self.url else _runs(words)

    def turn(self, name: str, rest: str, *, closing: bool) -> None:
        """One tag; rest: its attributes."""
        if name in SILENT:
            self.silent = "" if closing else name
        elif name == "br":
            self.runs.append(Run("\n"))
        elif name == "a":
            self.url = "" if closing else _address(rest)
        elif name in LISTS or name == "li" or (name in PARTING and not self.lists):
            self.part()
            self._list(name, closing)

    def _list(self, name: str, closing: bool) -> None:
        self.fresh |= name in LISTS
        if name in LISTS and not closing:
            self.lists.append(name)
        elif name in LISTS and self.lists:
            self.lists.pop()

    def part(self) -> None:
        """Ends the paragraph or the item under way."""
        item, self.runs = _tidy(self.runs), []
        if not item:
            return
        kind = self.lists[-1] if self.lists else "p"
        if kind == "p" or self.fresh:
            self.found.append(Block(kind, (item,)))
        else:
            _add(self.found, kind, item)
        self.fresh = False


def _address(attributes: str) -> str:
    """Where the link leads; "" for what is no web address."""
    href = _HREF.search(attributes)
    address = unescape(href[1] or href[2] or href[3] or "").strip() if href else ""
    return address if address.lower().startswith(("http://", "https://")) else ""


def _blanks(text: str) -> str:
    """Blanks and ends of lines between words are one blank, as browsers show them."""
    return _BLANKS.sub(" ", text)


def _tidy(runs: list[Run]) -> Item:
    """The runs without blanks at both ends; nothing where only blanks are left."""
    said = [at for at, run in enumerate(runs) if run.text.strip()]
    if not said:
        return ()
    kept = runs[said[0] : said[-1] + 1]
    kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
    kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return tuple(run for run in kept if run.text)
