# SPDX-License-Identifier: EUPL-1.2
"""What programs read: the DCAT-AP.de feed and single datasets as RDF."""

from app.web.api.catalog import api as feed
from app.web.api.dataset import api as single

BLUEPRINTS = (feed, single)
