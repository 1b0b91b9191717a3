# SPDX-License-Identifier: EUPL-1.2
"""Tests of the timetable: due times, lanes, child processes, the queue of several machines."""
