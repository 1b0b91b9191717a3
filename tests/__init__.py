# SPDX-License-Identifier: EUPL-1.2
"""Tests that mirror app/ and harvesters/; each can fail."""
