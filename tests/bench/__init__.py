# SPDX-License-Identifier: EUPL-1.2
"""Figures of this machine, as ratios where a ratio can be had: python -m tests.bench."""
