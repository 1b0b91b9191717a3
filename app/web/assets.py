# SPDX-License-Identifier: EUPL-1.2
"""Style sheets, fonts, icons and scripts: what the build made, else our own plain files.

``make install`` builds ``static/build`` (frontend/build.mjs). Its names change with the content, so
they may be kept for a year; without it the pages are whole, in our plain look.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Flask, current_app, request, send_from_directory
from flask.typing import ResponseReturnValue
from markupsafe import Markup

page = Blueprint("built", __name__)
YEAR = 31_536_000
STATIC = Path(__file__).parent / "static"
BUILD = STATIC / "build"
# Where htmx is there, links and forms inside change the page's content and address in place.
IN_PLACE = Markup(
    'hx-boost="true" hx-target="#inhalt" hx-select="#inhalt" hx-swap="outerHTML show:window:top"'
)


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of what a page loads. scripts: name of a module -> address."""

    styles: tuple[str, ...]
    icons: str
    fonts: tuple[str, ...] = ()
    scripts: Mapping[str, str] = field(default_factory=dict)


def find(static: Path) -> Assets:
    """The built files below ``static/build``, or the plain ones where nothing was built."""
    manifest = static / "build" / "manifest.json"
    if not manifest.is_file():
        return _plain(static)
    made = json.loads(manifest.read_text(encoding="utf-8"))
    return Assets(
        styles=tuple(_built(name) for name in made["styles"]),
        icons=_built(made["icons"]),
        fonts=tuple(_built(name) for name in made["fonts"]),
        scripts={key: _built(name) for key, name in made["scripts"].items()},
    )


def _built(name: str) -> str:
    return f"/static/build/{name}"


def _plain(static: Path) -> Assets:
    return Assets(
        styles=tuple(f"/static/css/{path.name}" for path in sorted((static / "css").glob("*.css"))),
        icons="/static/icons.svg",
        scripts={path.stem: f"/static/js/{path.name}" for path in (static / "js").glob("*.js")},
    )


@page.get("/static/build/<name>")
def built(name: str) -> ResponseReturnValue:
    """A built file, compressed where the client takes that."""
    packed = f"{name}.gz"
    zipped = request.accept_encodings["gzip"] > 0 and (BUILD / packed).is_file()
    response = send_from_directory(
        BUILD, packed if zipped else name, mimetype=guess_type(name)[0], max_age=YEAR
    )
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


def equip(app: Flask) -> None:
    """Gives templates ``assets``, ``icon``, ``offered`` and ``in_place``, and serves the build."""
    assets = find(STATIC)
    app.register_blueprint(page)
    names = {"assets": assets, "icon": _icon(assets.icons), "offered": offered}
    app.jinja_env.globals.update(names, in_place=IN_PLACE if "htmx" in assets.scripts else "")


def _icon(sheet: str) -> object:
    template = Markup(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>'
    )
    return lambda name: template.format(sheet, name)


def offered(path: str) -> bool:
    """Whether this application has a page at the path: menus show only what is there."""
    return any(rule.rule == path for rule in current_app.url_map.iter_rules())
