# SPDX-License-Identifier: EUPL-1.2
"""What every harvester shares: the record types, the errors, the network door, reading RDF."""
