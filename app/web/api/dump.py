# SPDX-License-Identifier: EUPL-1.2
"""/dump/catalog.nt.gz: everything in one file, made after each run."""

from collections.abc import Iterator
from pathlib import Path

from flask import Blueprint, Response, request

from app.export import kept
from app.web.desk import desk, open_data
from app.web.errors import refuse

api = Blueprint("dump", __name__)
GZIP = "application/gzip"
PART = 65_536


@api.get("/dump/catalog.nt.gz")
def catalog() -> Response:
    """The newest dump; parts by Range, 304 by ETag. 404 while there is none."""
    found = kept.newest_dump(desk().index.parent)
    if found is None:
        return refuse(404, "dump.not_there")
    tag = found.name.partition(".")[0]
    size = found.stat().st_size
    response = Response(_parts(found), mimetype=GZIP, direct_passthrough=True)
    response.content_length = size
    response.set_etag(tag)
    response.headers["Content-Disposition"] = 'attachment; filename="catalog.nt.gz"'
    response.make_conditional(request, accept_ranges=True, complete_length=size)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Content-Length"
    return open_data(response)


def _parts(path: Path) -> Iterator[bytes]:
    """The file piece by piece, opened when the first one is asked for."""
    with path.open("rb") as source:
        while part := source.read(PART):
            yield part
