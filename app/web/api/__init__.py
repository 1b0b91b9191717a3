# SPDX-License-Identifier: EUPL-1.2
"""What programs read: the DCAT-AP.de feed and single datasets as RDF."""

from app.web.api import catalog, dataset

BLUEPRINTS = (catalog.api, dataset.api)
