# SPDX-License-Identifier: EUPL-1.2
"""Clearing and credit lines."""
