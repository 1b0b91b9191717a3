# SPDX-License-Identifier: EUPL-1.2
"""Understands what a portal said: Record in, Dataset and Findings out, by pure functions."""

from app.normalise.dataset import understand
from app.normalise.reader import Reader, make_reader

__all__ = ["Reader", "make_reader", "understand"]
