# SPDX-License-Identifier: EUPL-1.2
"""The tables; each noun has a module, and everything SQL knows about is in METADATA."""

from app.store.tables.base import METADATA, table_of
from app.store.tables.blocked import BlockedRow
from app.store.tables.cell import CellRow
from app.store.tables.copy import ContradictionRow, CopyRow, MarkRow
from app.store.tables.daily import DailyRow
from app.store.tables.dataset import DatasetPersonRow, DatasetRow, DatasetSourceRow
from app.store.tables.distribution import DistributionRow, ServiceRow, StandardUseRow
from app.store.tables.licence_change import LicenceChangeRow
from app.store.tables.pack import PackRow
from app.store.tables.portal import CatalogueRow, PortalRow, StateRow
from app.store.tables.relaunch import RelaunchRow
from app.store.tables.run import RunRejectRow, RunRow
from app.store.tables.trace import FindingRow, HistoryRow

__all__ = [
    "METADATA",
    "BlockedRow",
    "CatalogueRow",
    "CellRow",
    "ContradictionRow",
    "CopyRow",
    "DailyRow",
    "DatasetPersonRow",
    "DatasetRow",
    "DatasetSourceRow",
    "DistributionRow",
    "FindingRow",
    "HistoryRow",
    "LicenceChangeRow",
    "MarkRow",
    "PackRow",
    "PortalRow",
    "RelaunchRow",
    "RunRejectRow",
    "RunRow",
    "ServiceRow",
    "StandardUseRow",
    "StateRow",
    "table_of",
]
