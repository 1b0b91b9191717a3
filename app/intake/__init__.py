# SPDX-License-Identifier: EUPL-1.2
"""Runs one portal once: stage, open, parse, normalise, swap in one transaction."""

from app.intake.job import Job, Outcome, Progress
from app.intake.run import harvest, try_out

__all__ = ["Job", "Outcome", "Progress", "harvest", "try_out"]
