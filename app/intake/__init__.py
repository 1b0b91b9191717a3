# SPDX-License-Identifier: EUPL-1.2
"""Runs one portal once: stage, open, parse, normalise, swap in one transaction."""
