# SPDX-License-Identifier: EUPL-1.2
"""One module a version: rNNNN_what.py, NNNN counting up; a published one is never changed."""
