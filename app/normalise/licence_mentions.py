# SPDX-License-Identifier: EUPL-1.2
"""What a text mentions: licences by family, elements, version and port, and what else it says."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.normalise.licence_tokens import Signal, read_signals, version_of
from app.vocabulary.licence_grammar import Grammar, join_elements

# Families that are part of another one's name: Creative Commons Public Domain Mark.
_ISSUERS = frozenset({"cc", "odc"})


@dataclass(slots=True)
class Mention:
    """One licence as far as the text names it at this place.

    loose: the version was a bare number (``CC BY 4``). coded: elements only as codes (``by-nc``).
    ended: the version came after the elements, so that no more belong to it. alternative: an "or"
    stands before it, so it completes nothing.
    """

    family: str = ""
    elements: list[str] = field(default_factory=list)
    version: str = ""
    port: str = ""
    loose: bool = False
    coded: bool = True
    ended: bool = False
    alternative: bool = False

    @property
    def parts(self) -> str:
        """The elements in the order of the grammar."""
        return join_elements(self.elements)


@dataclass(slots=True)
class Scan:
    """A text while it is read. open: whether the last mention may still grow.

    versioned: whether the word before was "version". source: port that the text's own words say the
    licences of its list have.
    """

    mentions: list[Mention] = field(default_factory=list)
    wholes: list[str] = field(default_factory=list)
    open: bool = False
    versioned: bool = False
    alternative: bool = False
    source: str = ""
    leftovers: int = 0
    doubts: int = 0

    def start(self, **known: str) -> Mention:
        """A new mention at the end of the list."""
        mention = Mention(alternative=self.alternative, **known)  # type: ignore[arg-type]
        self.mentions.append(mention)
        self.open, self.alternative = True, False
        return mention

    def current(self) -> Mention | None:
        """The mention that may still grow."""
        return self.mentions[-1] if self.open else None


def scan(grammar: Grammar, text: str) -> Scan:
    """All mentions of a text in their order, and how many words mean nothing here."""
    found = Scan()
    for signal in read_signals(grammar, text):
        _TAKE[signal.kind](found, signal)
        found.versioned = signal.kind == "version"
    return found


def _family(found: Scan, signal: Signal) -> None:
    current = found.current()
    if current is None or current.elements or current.version:
        found.start(family=signal.value)
    elif not current.family or current.family == signal.value:
        current.family = signal.value
    else:
        found.start(family=signal.value)


def _name(found: Scan, signal: Signal) -> None:
    current = found.current()
    fits = current is not None and not current.elements and not current.version
    if current is not None and fits and current.family in ("", signal.value, *_ISSUERS):
        current.family = signal.value
    else:
        found.start(family=signal.value)


def _element(found: Scan, signal: Signal) -> None:
    current = found.current()
    again = current is not None and signal.value in current.elements
    if current is not None and current.family == "geolizenz":
        _word(found, signal)
        return
    if current is None or again or current.ended or "zero" in current.elements:
        current = found.start()
    current.elements.append(signal.value)
    current.coded = current.coded and signal.kind == "code"


def _code(found: Scan, signal: Signal) -> None:
    """An element as a code; "by" may as well be the English word."""
    current = found.current()
    expected = current is not None and current.family and not current.elements
    if signal.token.text == "by" and signal.token.before == " " and not expected:
        _word(found, signal)
    else:
        _element(found, signal)


def _variant(found: Scan, signal: Signal) -> None:
    current = found.current()
    if current is None or current.family != "geolizenz" or current.elements:
        _word(found, signal)
    else:
        current.elements.append(signal.value)


def _port(found: Scan, signal: Signal) -> None:
    current = found.current()
    if current is None or current.port or signal.token.before in (",", ";"):
        found.leftovers += 1
    elif current.family == "dl" and signal.value == "de":
        current.family = "dl-de"
    else:
        current.port = signal.value


def _port_code(found: Scan, signal: Signal) -> None:
    """A country as a code; in small letters after a blank it is a word (``at``, ``es``, ``it``)."""
    current = found.current()
    if current is None or (signal.token.text.islower() and signal.token.before == " "):
        _word(found, signal)
    else:
        _port(found, signal)


def _number(found: Scan, signal: Signal) -> None:
    version = version_of(signal.token)
    current = found.current()
    decimal = "." in version and len(signal.value) > 1
    if not version or (current is None and not decimal and not found.versioned):
        found.leftovers += 1
        return
    if current is None or current.version:
        current = found.start()
    current.version, current.ended = version, bool(current.elements)
    bare = len(signal.value) == 1 and not found.versioned
    current.loose = bare and signal.token.before == " "


def _date(found: Scan, signal: Signal) -> None:
    current = found.current()
    if current is None and found.mentions:
        current = found.mentions[-1]
    if current is not None and current.family.startswith("geonutz") and not current.version:
        current.version = signal.value
    else:
        _word(found, signal)


def _word(found: Scan, signal: Signal) -> None:
    found.leftovers += 1
    found.open = False


def _mark(found: Scan, signal: Signal) -> None:
    found.open = False


def _or(found: Scan, signal: Signal) -> None:
    found.open = False
    found.alternative = True


def _whole(found: Scan, signal: Signal) -> None:
    found.wholes.append(signal.value)
    found.open = False


def _doubt(found: Scan, signal: Signal) -> None:
    found.doubts += 1
    found.open = False


def _source(found: Scan, signal: Signal) -> None:
    found.source = signal.value


def _hint(found: Scan, signal: Signal) -> None:
    found.leftovers += 1


def _noise(found: Scan, signal: Signal) -> None:
    """Words such as "licence" stand anywhere and change nothing."""


_TAKE: dict[str, Callable[[Scan, Signal], None]] = {
    "family": _family,
    "name": _name,
    "element": _element,
    "code": _code,
    "variant": _variant,
    "port": _port,
    "port code": _port_code,
    "number": _number,
    "date": _date,
    "word": _word,
    "detail": _word,
    "hint": _hint,
    "source": _source,
    "whole": _whole,
    "mark": _mark,
    "or": _or,
    "doubt": _doubt,
    "noise": _noise,
    "version": _noise,
}


def merge(found: Scan) -> list[Mention]:
    """The different licences a text names: mentions that complete each other are one."""
    merged: list[Mention] = []
    for mention in sorted(found.mentions, key=lambda each: not each.family):
        if _is_aside(mention, merged, found.leftovers):
            found.leftovers += 1
            continue
        for at, other in enumerate(merged):
            if joined := _join(other, mention):
                merged[at] = joined
                break
        else:
            merged.append(mention)
    return merged


def _is_aside(mention: Mention, merged: list[Mention], leftovers: int) -> bool:
    """Whether words without a family are a duty in a sentence, not another licence.

    ``CC BY-SA 4.0, Namensnennung: Stadt X`` names one licence; ``CC BY 4.0, nicht kommerziell``
    restricts it, so that stays.
    """
    if mention.family or mention.alternative:
        return False
    if not mention.elements:
        return bool(leftovers and merged)
    implied = any(set(mention.elements) < set(other.elements) for other in merged)
    return implied and not mention.version and "by" in mention.elements


def _join(first: Mention, second: Mention) -> Mention | None:
    """Both as one mention, None if they name different licences."""
    if not all(
        _agree(getattr(first, name), getattr(second, name))
        for name in ("family", "version", "port")
    ):
        return None
    if first.parts != second.parts and (second.alternative or not _completes(first, second)):
        return None
    if second.alternative and (first.version, first.port) != (second.version, second.port):
        return None
    longer = max(first, second, key=lambda each: len(set(each.elements)))
    return replace(
        longer,
        family=first.family or second.family,
        version=first.version or second.version,
        port=first.port or second.port,
        loose=first.loose if first.version else second.loose,
        alternative=False,
    )


def _agree(first: str, second: str) -> bool:
    return not first or not second or first == second


def _completes(first: Mention, second: Mention) -> bool:
    """Whether one only says less: no elements, or such as make no licence without "by"."""
    smaller, larger = sorted((set(first.elements), set(second.elements)), key=len)
    return not smaller or (smaller < larger and "by" not in smaller)
