# SPDX-License-Identifier: EUPL-1.2
"""Tests of the vocabularies and of the code that reads them."""
