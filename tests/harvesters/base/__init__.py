# SPDX-License-Identifier: EUPL-1.2
"""Tests of what every harvester shares: texts, syntaxes, mends, graphs, files and the network."""
