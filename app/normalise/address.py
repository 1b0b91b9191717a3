# SPDX-License-Identifier: EUPL-1.2
"""What the address of a file or service suggests about its format: names and OGC parameters."""

import re
from typing import NamedTuple
from urllib.parse import unquote

_SERVICE = re.compile(r"[?&]service=([a-z][\w.-]{1,20})(?=&|#|$)", re.IGNORECASE)
_OUTPUT = re.compile(r"[?&](?:outputformat|f)=([^&#]{2,60})", re.IGNORECASE)
_REQUEST = re.compile(r"[?&]request=(?:getfeature|getcoverage)(?=&|#|$)", re.IGNORECASE)
_PATHS = (
    (re.compile(r"/FeatureServer(?:/\d+)?/?$", re.IGNORECASE), "ArcGIS FeatureServer"),
    (re.compile(r"/MapServer(?:/\d+)?/?$", re.IGNORECASE), "ArcGIS MapServer"),
)
_EXTENSION = re.compile(r"\.([a-z0-9]{1,10})$", re.IGNORECASE)
_INNER = re.compile(r"[._-]([a-z0-9]{2,10})\.[a-z0-9]{2,4}$", re.IGNORECASE)


class Address(NamedTuple):
    """Hints of the addresses of a distribution, each lower case or empty.

    service: OGC service named. output: format a service is asked for. extension: of the file name,
    download address first; inner: the name part before it (``shp`` in ``x.shp.zip``).
    """

    service: str = ""
    output: str = ""
    extension: str = ""
    inner: str = ""
    download_extension: str = ""


NOWHERE = Address()


def read_address(access: str | None, download: str | None) -> Address:
    """The hints of both addresses; the download address goes first."""
    if not access and not download:
        return NOWHERE
    name = _file_name(download)
    extension = _group(_EXTENSION, name)
    download_extension = extension
    if not extension and access:
        name = _file_name(access)
        extension = _group(_EXTENSION, name)
    inner = _group(_INNER, name) if extension else ""
    service, output = _service(download) if download else ("", "")
    if not service and access and access != download:
        service, output = _service(access)
    return Address(service, output, extension, inner, download_extension)


def _service(url: str) -> tuple[str, str]:
    query = url.find("?")
    if query < 0:
        return next((name for path, name in _PATHS if path.search(url)), ""), ""
    service = _group(_SERVICE, url)
    output = _group(_OUTPUT, url) if service and _REQUEST.search(url) else ""
    return service, unquote(output).replace("+", " ") if "%" in output else output


def _file_name(url: str | None) -> str:
    if not url:
        return ""
    path = url.partition("#")[0].partition("?")[0]
    host, _, rest = path.partition("://")[2].partition("/")
    return rest.rpartition("/")[2] if host else ""


def _group(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group(1).lower() if found else ""
