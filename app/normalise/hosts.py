# SPDX-License-Identifier: EUPL-1.2
"""Kommunen in the names of hosts (``opendata.potsdam.de``, ``kreis-wesel.de``): weak evidence."""

import re

from app.normalise.names import Named, find_framed, spell
from app.normalise.names_after import find_hidden, find_named_after
from app.vocabulary import Register

_HOST = re.compile(
    r"(?:^|@|//|\s|\()((?:[a-z0-9äöüß-]+\.)+(?:de|berlin|hamburg|koeln|cologne|nrw|bayern|saarland|ruhr"
    r"|eu|info|org|net|com|city|digital))(?=$|[/:?#\s)])",
    re.IGNORECASE,
)
_SHORTEST_OWN = 5
_CITY_DOMAINS = frozenset({"berlin", "hamburg", "koeln"})
# Words of host names that stand beside the name: offenedaten-koeln, stadt-muenster, bonn-online.
_FRAMED = frozenset(
    ("stadt", "gemeinde", "kreis", "landkreis", "lk", "lra", "vg", "amt", "samtgemeinde", "markt")
)


def host_of(text: str) -> str | None:
    """The host in a URL, mail address or bare name, lower case; None if there is none."""
    found = _HOST.search(text.strip())
    return found.group(1).lower() if found else None


def find_host(register: Register, host: str) -> Named | None:
    """The Kommune a label of this host names; the label next to the top-level domain first."""
    *labels, top = host.split(".")
    if top in _CITY_DOMAINS:
        labels.append(top)
    for label in reversed(labels):
        if found := _label(register, label):
            return Named(found.kommunen, "host")
    if top == "de" and (found := _own(register, labels[-1])):
        return Named(found.kommunen, "host")
    return None


def _own(register: Register, label: str) -> Named | None:
    """A town of any size that is the whole domain; a large one also with one letter wrong."""
    name = label.capitalize()
    kommunen = tuple(k for k in spell(register, name) if k.level == "gemeinde")
    if len(label) >= _SHORTEST_OWN and kommunen:
        return Named(kommunen, "host")
    return find_hidden(register, name)


def _label(register: Register, label: str) -> Named | None:
    words = label.split("-")
    title = " ".join(word.capitalize() for word in words)
    if words[0] in _FRAMED:
        return find_framed(register, title)
    hyphened = "-".join(word.capitalize() for word in words)
    return find_named_after(register, hyphened) or find_named_after(register, title)
