# SPDX-License-Identifier: EUPL-1.2
"""What programs read: the DCAT-AP.de feed, single datasets as RDF, licences as JSON,
vocabularies as SKOS."""

from app.web.api.catalog import api as feed
from app.web.api.dataset import api as single
from app.web.api.licences import api as licences
from app.web.api.vocab import api as vocabularies

BLUEPRINTS = (feed, single, licences, vocabularies)
