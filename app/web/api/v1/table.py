# SPDX-License-Identifier: EUPL-1.2
"""All operations of /api/v1, those that other modules route included."""

from app.web.api.v1 import datasets, licences, portals, questions
from app.web.api.v1.operation import PARAMETERS, Operation

ELSEWHERE = (
    Operation("licence", "/licences/{licence}", "Licence"),
    Operation(
        "licences-read",
        "/licences/read",
        "Reading",
        own={name: PARAMETERS[name] for name in ("text", "source")},
        required=("text",),
        costly=True,
    ),
    Operation(
        "licences-read-many", "/licences/read", "Readings", method="post", body="Texts",
        costly=True,
    ),
    Operation(
        "licences-check", "/licences/check", "Clearing", method="post", body="Clearing-request",
        costly=True,
    ),
)  # fmt: skip
ROUTED = (
    *datasets.OPERATIONS,
    *questions.OPERATIONS,
    *portals.OPERATIONS,
    *licences.OPERATIONS,
)
OPERATIONS: tuple[Operation, ...] = (*ROUTED, *ELSEWHERE)
