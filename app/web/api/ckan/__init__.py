# SPDX-License-Identifier: EUPL-1.2
"""The reading part of CKAN's action interface: portals as organisations, Themen as groups."""
