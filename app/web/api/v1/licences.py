# SPDX-License-Identifier: EUPL-1.2
"""The licences, classes and statements of the vocabulary, as a list in the frame of all lists."""

from flask.typing import ResponseReturnValue

from app.compare.order import fold, ordered
from app.vocabulary import Licence
from app.web.api.licences import short
from app.web.api.v1.listing import Slice, chosen, sized, tell_slice
from app.web.api.v1.operation import PAGING, Operation
from app.web.desk import lang, vocabulary

SORTINGS = ("id", "name", "family")


def licences() -> ResponseReturnValue:
    """All of them, by id where nothing else is asked for."""
    asked = chosen(LICENCES)
    size, start = sized(asked)
    rows, sorting = ordered(vocabulary().licences, asked.sortierung or "id", SORTINGS, _value)
    listed = [short(each) for each in rows[start : start + size]]
    return tell_slice(Slice(listed, len(rows), asked.seite, size, sorting))


def _value(licence: Licence, name: str) -> str:
    values = {"name": fold(licence.name(lang())), "family": licence.family}
    return values.get(name, licence.id)


LICENCES = Operation(
    "licences", "/licences", "LicenceList", licences, parameters=PAGING, sortings=SORTINGS
)
OPERATIONS = (LICENCES,)
