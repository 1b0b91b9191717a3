# SPDX-License-Identifier: EUPL-1.2
"""What programs read: the interface /api/v1, the DCAT-AP.de feed and its dump, single datasets as
RDF, SPARQL, CKAN's actions, vocabularies as SKOS, and the files robots look for."""

from app.web.api.catalog import api as feed
from app.web.api.dataset import api as single
from app.web.api.licences import api as licences
from app.web.api.v1.routes import api as versioned
from app.web.api.v1.routes import page as described
from app.web.api.vocab import api as vocabularies

BLUEPRINTS = (feed, single, licences, versioned, vocabularies)
# For people: each in both languages.
PAGES = (described,)
