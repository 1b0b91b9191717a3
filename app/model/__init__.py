# SPDX-License-Identifier: EUPL-1.2
"""What is understood: plain frozen types without any I/O."""

from app.model.body import Body
from app.model.dataset import DataService, Dataset, Distribution, Series, StandardUse
from app.model.finding import Finding
from app.model.reading import Reading, Status
from app.model.run import ItemOutcome, Run, RunState

__all__ = [
    "Body",
    "DataService",
    "Dataset",
    "Distribution",
    "Finding",
    "ItemOutcome",
    "Reading",
    "Run",
    "RunState",
    "Series",
    "StandardUse",
    "Status",
]
