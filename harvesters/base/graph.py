# SPDX-License-Identifier: EUPL-1.2
"""A whole page as an index from subject to statements, and the part of it that is one dataset's.

Portals scatter the statements of a dataset over the page, so the page is indexed before any dataset
is read. Statements are N-Triples text: (subject, predicate, object).
"""

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from io import BytesIO

from harvesters.base.dcat import SERVICE_TYPE, SERVING
from harvesters.base.mend_terms import TermMender
from harvesters.base.nodes import Node, Nodes, Statement
from harvesters.base.persons import PERSON_TYPES, TELLING_OF_PERSONS
from harvesters.base.rdf import Document
from harvesters.base.record import Repair
from harvesters.base.terms import NAMES, NAMESPACES, TYPE

Index = MutableMapping[str, list[str]]

_TYPE_SPACE = f"{TYPE} "
LINE = re.compile(r"^(<[^>]*>|_:\S+) (<[^>]*>) (.*) \.$")
# Following these would leave the dataset for another thing of the catalogue or for an ontology.
_LEADS_AWAY = {
    "rdf:type",
    "dcat:dataset",
    "dcat:catalog",
    "dcat:servesDataset",
    "dcat:inSeries",
    "dcat:seriesMember",
    "dcat:first",
    "dcat:last",
    "dcat:prev",
    "dcat:next",
    "dcat:hasVersion",
    "dcat:isVersionOf",
    "dcat:previousVersion",
    "dct:hasPart",
    "dct:isPartOf",
    "dct:hasVersion",
    "dct:isVersionOf",
    "dct:replaces",
    "dct:isReplacedBy",
    "foaf:primaryTopic",
    "rdfs:isDefinedBy",
    "skos:inScheme",
}
# What the gathering does with a statement: nothing, else any of: note a date of change, note what
# is named, follow it, note that its subject may be a person or a service.
_PLAIN, _STAMP, _NAMED, _LINK, _TELLING = 0, 1, 2, 4, 8
Split = tuple[str, list[str], int, str]
# A statement about a blank node: subject, property, object, short name, place among the entries.
Pointer = tuple[str, str, str, str, int]
# Properties and types of those that may be persons or services.
_TELL = TELLING_OF_PERSONS | SERVING | {"rdf:type"}
_KINDS = PERSON_TYPES | {SERVICE_TYPE}
_MOST_SPLITS = 30_000
_PIECE = 1 << 13
_DCAT = NAMESPACES["dcat"]
DATASET = f"<{_DCAT}Dataset>"
SERIES = f"<{_DCAT}DatasetSeries>"
CATALOGUE = f"<{_DCAT}Catalog>"
CATALOGUE_RECORD = f"<{_DCAT}CatalogRecord>"
SERVICE = f"<{_DCAT}DataService>"
_ONTOLOGY = tuple(f"<{NAMESPACES[prefix]}" for prefix in ("owl", "rdfs")) + (
    f"<{NAMESPACES['rdf']}Property>",
    f"<{NAMESPACES['skos']}ConceptScheme>",
)
_ENTITIES = {DATASET, SERIES, CATALOGUE, CATALOGUE_RECORD, SERVICE}


@dataclass(frozen=True, slots=True)
class Graph:
    """A page. index: subject -> its statements as ``predicate object``; types: subject -> types.

    repairs: terms that were mended, with the subject they belong to. truncated: its end is missing.
    length: no more bytes are in all its statements.
    """

    index: Index
    types: dict[str, set[str]]
    repairs: tuple[Repair, ...] = ()
    truncated: bool = False
    length: int = sys.maxsize

    def of_type(self, *types: str) -> list[str]:
        """Subjects that have one of the types, in the page's order."""
        wanted = set(types)
        return [subject for subject, own in self.types.items() if not wanted.isdisjoint(own)]


def build(document: Document, base: str) -> Graph:
    """The index of a page; terms that strict RDF or XML 1.0 cannot carry are mended first."""
    if document.strict:
        index = _index(document.lines)
        return Graph(index, _types(index), length=len(document.lines))
    mender = TermMender(base, document.syntax)
    index = _mended_index(document.lines, mender)
    return Graph(index, _types(index), tuple(mender.repairs), document.truncated)


def _index(lines: bytes) -> Index:
    index: Index = {}
    said: dict[str, str] = {}  # two entries in three stand at another subject too
    last = ""
    own: list[str] = []
    for piece in _pieces(lines):
        for line in piece.decode().split("\n"):
            subject, _, ended = line.partition(" ")
            if subject != last:
                own = index.setdefault(subject, [])
                last = subject
            rest = said.get(ended)
            if rest is None:
                rest = said[ended] = ended[:-2]
            own.append(rest)
    index.pop("", None)
    return index


def _pieces(lines: bytes) -> Iterator[bytes]:
    """Whole lines in pieces: a decoded piece takes up to four bytes a character."""
    start = 0
    while start < len(lines):
        end = lines.find(b"\n", min(start + _PIECE, len(lines) - 1)) + 1 or len(lines)
        yield lines[start:end]
        start = end


def _mended_index(lines: bytes, mender: TermMender) -> Index:
    index: Index = defaultdict(list)
    for line in BytesIO(lines):
        match = LINE.match(line.decode().rstrip("\n"))
        if match is None:
            continue
        mended = mender.mend(*match.groups())
        if mended is not None:
            subject, predicate, object_ = mended
            index[subject].append(f"{predicate} {object_}")
    return dict(index)


def _types(index: Index) -> dict[str, set[str]]:
    types: dict[str, set[str]] = {}
    start = len(_TYPE_SPACE)
    for subject, rests in index.items():
        for rest in rests:
            if rest.startswith(_TYPE_SPACE):
                types.setdefault(subject, set()).add(rest[start:])
    return types


def split(rest: str) -> tuple[str, str]:
    """Predicate and object of an index entry."""
    predicate, _, object_ = rest.partition(" ")
    return predicate, object_


def boundaries(graph: Graph) -> set[str]:
    """Subjects that are no part of a dataset: other datasets, catalogues, ontology terms."""
    kinds = set().union(*graph.types.values())
    parting = {name for name in kinds if name in _ENTITIES or name.startswith(_ONTOLOGY)}
    return {subject for subject, types in graph.types.items() if not parting.isdisjoint(types)}


class Splits(dict[str, Split]):
    """Index entry -> short name, object, what the gathering does with it, and the property.

    The files of a page say much the same of themselves, so that two entries in three are known.
    The object stands in a list that all nodes share which say it; nobody may change it.
    """

    def __init__(self, index: Index) -> None:
        super().__init__()
        self.index = index

    def __missing__(self, rest: str) -> Split:
        if len(self) > _MOST_SPLITS:
            self.clear()
        predicate, object_ = rest.split(" ", 1)
        name = NAMES[predicate]
        use = _TELLING if name in _TELL and _tells(name, object_) else _PLAIN
        if object_[0] == '"':
            use |= _STAMP if name == "dct:modified" else _PLAIN
        elif object_[0] == "_" or object_ in self.index:
            use |= _NAMED if name in _LEADS_AWAY else _NAMED | _LINK
        found = self[rest] = (name, [object_], use, predicate)
        return found


def _tells(name: str, object_: str) -> bool:
    """Whether such a property shows that the subject may be a person or a service."""
    return name != "rdf:type" or NAMES[object_] in _KINDS


@dataclass(slots=True)
class Part:
    """The statements of one dataset as they are gathered.

    rests: subject -> index entries. nodes: the same by short property name. blank: the statements
    whose object is a blank node, each with its short name and place among the entries. stamps:
    texts of dct:modified; services: what dcat:accessService names on the page. telling: subjects
    that may be persons or services.
    """

    rests: dict[str, list[str]] = field(default_factory=dict)
    nodes: Nodes = field(default_factory=dict)
    blank: list[Pointer] = field(default_factory=list)
    stamps: set[str] = field(default_factory=set)
    services: set[str] = field(default_factory=set)
    telling: set[str] = field(default_factory=set)

    def add(self, statement: Statement) -> None:
        """Adds one statement."""
        subject, predicate, object_ = statement
        name = NAMES[predicate]
        self.telling.add(subject)
        rests = self.rests.setdefault(subject, [])
        rests.append(f"{predicate} {object_}")
        node = self.nodes.setdefault(subject, {})
        if name not in node:
            node[name] = [object_]
        else:
            _append(node, name, object_)
        if object_[0] == "_":
            self.blank.append((subject, predicate, object_, name, len(rests) - 1))
        elif name == "dct:modified":
            self.stamps.add(object_)


def _append(node: Node, name: str, object_: str) -> None:
    """Adds one more; a list of one may belong to many nodes (Splits), a longer one does not."""
    if len(node[name]) == 1:
        node[name] = [*node[name], object_]
    else:
        node[name].append(object_)


def gather(part: Part, splits: Splits, roots: Iterable[str], boundary: set[str]) -> None:
    """Adds all statements of the roots and of what they lead to (distributions, agents, ...)."""
    index, rests = splits.index, part.rests
    stack = [root for root in dict.fromkeys(roots) if root not in rests]
    seen = {*stack, *rests}
    while stack:
        subject = stack.pop()
        own = index.get(subject)
        if own is None:
            continue
        own = rests[subject] = sorted(set(own))  # RDF has no order; ours must not be the page's
        node: dict[str, list[str]] = {}
        part.nodes[subject] = node
        for rest in own:
            known = splits[rest]
            name, terms, use, _ = known
            if name not in node:
                node[name] = terms
            else:
                _append(node, name, terms[0])
            if use:  # most say nothing of the kind
                _note(part, subject, rest, known)
                if use & _LINK and terms[0] not in seen and terms[0] not in boundary:
                    seen.add(terms[0])
                    stack.append(terms[0])


def _note(part: Part, subject: str, rest: str, known: Split) -> None:
    name, terms, use, predicate = known
    if use & _TELLING:
        part.telling.add(subject)
    if use & _STAMP:
        part.stamps.add(terms[0])
    if not use & _NAMED:
        return
    if terms[0][0] == "_":
        place = bisect_left(part.rests[subject], rest)
        part.blank.append((subject, predicate, terms[0], name, place))
    if name == "dcat:accessService":
        part.services.add(terms[0])
