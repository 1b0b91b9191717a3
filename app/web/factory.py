# SPDX-License-Identifier: EUPL-1.2
"""The web application, put together from the operator's settings."""

import os
from dataclasses import asdict

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from app import vocabulary
from app.config import Settings, load
from app.config.freshness import rhythms
from app.store import open_store
from app.web import (
    api,
    assets,
    basket,
    errors,
    formatting,
    invented,
    licence_conditions,
    pages,
    security,
)
from app.web.desk import ENGLISH, Desk, Site, furnish
from app.web.feeding import feed_site
from app.web.warming import warm

LOCK_SECONDS = 5.0


class _Json(DefaultJSONProvider):
    """Keys in our order, text as it is."""

    sort_keys = False
    ensure_ascii = False


def create(settings: Settings) -> Flask:
    """The application for these settings. Opens no connection; StoreError for a bad store URL."""
    app = Flask(__name__, static_folder="static", static_url_path="/static")
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600
    app.json = _Json(app)
    app.url_map.strict_slashes = False
    furnish(app, _desk(settings))
    security.protect(app)
    errors.handle(app)
    formatting.equip(app)
    assets.equip(app)
    licence_conditions.equip(app)
    basket.equip(app)
    invented.equip(app)
    api.metrics.equip(app)
    for blueprint in (*pages.BLUEPRINTS, *api.PAGES):
        app.register_blueprint(blueprint)
        app.register_blueprint(blueprint, url_prefix=ENGLISH, name=f"en_{blueprint.name}")
    for blueprint in (*pages.PLAIN, *api.BLUEPRINTS):
        app.register_blueprint(blueprint)
    return app


def from_environment() -> Flask:
    """The application of a server's worker process: settings from the environment alone."""
    app = create(load(None, os.environ))
    warm(app)
    return app


def _desk(settings: Settings) -> Desk:
    overlay = settings.store.folder / "vocab"
    return Desk(
        store=open_store(settings.store.database, wait=LOCK_SECONDS),
        vocabulary=vocabulary.load(overlay if overlay.is_dir() else None),
        site=_site(settings),
        feed=feed_site(settings),
        index=settings.store.folder / "index",
        expected={portal.id: portal.expected for portal in settings.portals if portal.expected},
        rhythms=rhythms(settings),
    )


def _site(settings: Settings) -> Site:
    site = settings.site
    return Site(
        title=site.title,
        url=site.url,
        operator=site.operator,
        contact=site.contact,
        authority=site.authority,
        imprint=asdict(site.imprint),
        privacy=asdict(site.privacy),
        accessibility=asdict(site.accessibility),
    )
