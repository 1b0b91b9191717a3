# SPDX-License-Identifier: EUPL-1.2
"""Findings (Hinweise): what was noticed about data, as code and parameters, never as a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed about a dataset or a page.

    code: ``noun.problem``, one of app.model.findings.CODES. subject: IRI or identifier of the thing
    it is about. params: values for the sentence made at the edge (``value``: what the portal said).
    """

    code: str
    subject: str
    params: Mapping[str, str] = field(default_factory=dict)
