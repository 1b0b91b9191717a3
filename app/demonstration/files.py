# SPDX-License-Identifier: EUPL-1.2
"""The files and services of a dataset: addresses, names of formats, licences, standards."""

from app.demonstration.draft import Draft, FileDraft
from app.demonstration.source_files import Entry, FileKind, Kommune, Source

EU_TYPES = "http://publications.europa.eu/resource/authority/file-type"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types"


def drafts(source: Source, kommune: Kommune, entry: Entry, dataset: Draft) -> tuple[FileDraft, ...]:
    """One for each short name in the entry's list, in that order."""
    licence = source.licences[entry.licence or kommune.licence]
    conforms = _conforms(source, kommune, entry)
    return tuple(
        _draft(source.kinds[name], name, kommune, dataset, licence, conforms)
        for name in entry.files.split()
    )


def _draft(
    kind: FileKind,
    name: str,
    kommune: Kommune,
    dataset: Draft,
    licence: str,
    conforms: tuple[str, ...],
) -> FileDraft:
    stem = dataset.iri.rpartition("/")[2]
    service = _service(kind, kommune, stem)
    file = f"https://daten.{kommune.slug}.example/{stem}/{stem}.{kind.end}"
    return FileDraft(
        iri=f"{dataset.iri}/resource/{name}",
        title=f"{dataset.title} ({kind.text})",
        access=service or file,
        download="" if service else file,
        formats=_formats(kind, kommune),
        media=_media(kind, kommune),
        licences=(licence,),
        modified=dataset.modified,
        attribution=_attribution(kommune, licence),
        conforms=conforms,
        endpoint=service.partition("?")[0] if kommune.services else "",
    )


def _service(kind: FileKind, kommune: Kommune, stem: str) -> str:
    if not kind.service:
        return ""
    path, question, query = kind.service.partition("?")
    return f"https://dienste.{kommune.slug}.example/{stem}/{path}{question}{query}"


def _formats(kind: FileKind, kommune: Kommune) -> tuple[str, ...]:
    uri = f"{EU_TYPES}/{kind.uri}"
    if kommune.names == "text" or not kind.uri:
        return (kind.text,)
    return (uri, kind.text) if kommune.names == "both" else (uri,)


def _media(kind: FileKind, kommune: Kommune) -> str:
    """Of a service the type of its answer would say nothing: most catalogues leave it out."""
    if kind.service:
        return ""
    return kind.media if kommune.names == "text" else f"{MEDIA_TYPES}/{kind.media}"


def _conforms(source: Source, kommune: Kommune, entry: Entry) -> tuple[str, ...]:
    named = (source.standards[entry.standard],) if entry.standard else ()
    return (*named, kommune.profile) if kommune.profile else named


def _attribution(kommune: Kommune, licence: str) -> str:
    """A Quellenvermerk where the licence asks for one and the Kommune writes URIs."""
    asks = "/by" in licence or "dl-by" in licence or "cc-by" in licence
    return kommune.publishers[0] if asks and kommune.names != "text" else ""
