# SPDX-License-Identifier: EUPL-1.2
"""What programs read: the interface /api/v1, the DCAT-AP.de feed and its dump, single datasets as
RDF, SPARQL, CKAN's actions, vocabularies as SKOS, and the files robots look for."""

from app.web.api import atom, catalog, dataset, dump, licences, metrics, robots, sparql, vocab
from app.web.api.ckan import routes as ckan
from app.web.api.v1 import routes

BLUEPRINTS = (
    catalog.api,
    dataset.api,
    dump.api,
    licences.api,
    metrics.api,
    routes.api,
    ckan.api,
    vocab.api,
    robots.api,
)
# For people: each in both languages.
PAGES = (routes.page, sparql.page, atom.page)
