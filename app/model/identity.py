# SPDX-License-Identifier: EUPL-1.2
"""Stable public identifiers of datasets."""

from harvesters.base.identity import dataset_id

__all__ = ["dataset_id"]
