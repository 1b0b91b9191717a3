# SPDX-License-Identifier: EUPL-1.2
"""/dump/catalog.nt.gz: everything in one file, made after each run."""

from flask import Blueprint, Response, send_file

from app.export import kept
from app.web.desk import desk, open_data
from app.web.errors import refuse

api = Blueprint("dump", __name__)
GZIP = "application/gzip"


@api.get("/dump/catalog.nt.gz")
def catalog() -> Response:
    """The newest dump; parts by Range, 304 by ETag. 404 while there is none."""
    found = kept.newest_dump(desk().index.parent)
    if found is None:
        return refuse(404, "dump.not_there")
    tag = found.name.partition(".")[0]
    response = send_file(
        found.resolve(), GZIP, download_name="catalog.nt.gz", etag=tag, conditional=True, max_age=0
    )
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Content-Length"
    return open_data(response)
