# SPDX-License-Identifier: EUPL-1.2
"""Harvests by the clock: which portal is due, who takes it, and a process for each run.

An entrance beside the command line; it reads the configuration and is told by the caller how a run
is started and where to report. One machine works from lanes in this process (``direct``), several
share a queue in PostgreSQL (``queue``).
"""
