# SPDX-License-Identifier: EUPL-1.2
"""Reviewable vocabulary files; only app.vocabulary reads them."""
