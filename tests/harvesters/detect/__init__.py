# SPDX-License-Identifier: EUPL-1.2
"""Tests of finding out what an address offers, against servers good and bad."""
