# SPDX-License-Identifier: EUPL-1.2
"""One module a kind of portal: fetch() reads the network, the rest reads bytes."""

from harvesters import arcgis, ckan, csw, dcat, dkan, opendatasoft, sparql
from harvesters.base.record import Harvester

HARVESTERS: dict[str, Harvester] = {
    "arcgis": arcgis.HARVESTER,
    "ckan": ckan.HARVESTER,
    "csw": csw.HARVESTER,
    "dcat": dcat.HARVESTER,
    "dkan": dkan.HARVESTER,
    "opendatasoft": opendatasoft.HARVESTER,
    "sparql": sparql.HARVESTER,
}
