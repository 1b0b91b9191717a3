# SPDX-License-Identifier: EUPL-1.2
"""Datenspiegel: harvests municipal open-data catalogues, understands and compares them."""
