# SPDX-License-Identifier: EUPL-1.2
"""One module a kind of portal: fetch() reads the network, the rest reads bytes."""

from harvesters import ckan, dcat
from harvesters.base.record import Harvester

HARVESTERS: dict[str, Harvester] = {
    "ckan": ckan.HARVESTER,
    "dcat": dcat.HARVESTER,
}
