# SPDX-License-Identifier: EUPL-1.2
"""The list of all finding codes; each has a sentence and a mend in the message catalogues.

Value: how grave it is for somebody who wants to use the data: note, warning, error.
"""

from typing import Literal

Severity = Literal["note", "warning", "error"]

CODES: dict[str, Severity] = {
    "availability.unrecognised": "note",
    "access_rights.unrecognised": "note",
    "byte_size.invalid": "note",
    "catalogue.licence_missing": "note",
    "dataset.duplicate": "warning",
    "dataset.without_distribution": "warning",
    "date.invalid": "warning",
    "date.implausible": "warning",
    "description.missing": "warning",
    "distribution.without_url": "warning",
    "encoding.repaired": "note",
    "format.contradiction": "warning",
    "format.missing": "note",
    "format.unrecognised": "warning",
    "frequency.unrecognised": "note",
    "hvd.unrecognised": "note",
    "iri.relative": "note",
    "iri.repaired": "note",
    "kommune.ambiguous": "note",
    "kommune.unresolved": "note",
    "language.unrecognised": "note",
    "licence.ambiguous": "warning",
    "licence.contradiction": "warning",
    "licence.default": "warning",
    "licence.missing": "error",
    "licence.unknown": "error",
    "media_type.unrecognised": "note",
    "musterdatensatz.contradiction": "note",
    "musterdatensatz.several": "note",
    "musterdatensatz.unknown_uri": "note",
    "publisher.missing": "warning",
    "standard.metadata_profile": "note",
    "standard.reference_system": "note",
    "standard.unrecognised": "note",
    "statement.unwritable": "warning",
    "temporal.reversed": "warning",
    "text.control_characters": "note",
    "text.mojibake": "warning",
    "text.shortened": "note",
    "theme.missing": "note",
    "theme.unrecognised": "note",
    "title.missing": "error",
    "url.invalid": "warning",
    "xml.repaired": "warning",
    "turtle.repaired": "warning",
    "json.repaired": "warning",
    "language_tag.repaired": "note",
}
