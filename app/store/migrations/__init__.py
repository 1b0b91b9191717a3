# SPDX-License-Identifier: EUPL-1.2
"""The way from each version of the tables to the next, in order; run by app.store.preparation."""
