# SPDX-License-Identifier: EUPL-1.2
"""Works made of several layers: a map may show what a database must not join."""

from collections.abc import Sequence

from app.licensing.deciding import Source, Use, decide
from app.vocabulary.licence_law import Cell
from app.vocabulary.licences import Licences

KEEP_APART = "keep_layers_separate"


def keep_layers_apart(
    licences: Licences, sources: Sequence[Source], use: Use
) -> dict[Source, Cell]:
    """Sources of a produced work that could not be joined in one database with another of them.

    A licence that binds databases (ODbL 4.4, duty ``SHARE_ALIKE`` when ``database``) leaves works
    made of it free (4.5(b)), but only while the other data are not merged into its database first.
    """
    if use.result_type != "produced_work":
        return {}
    merged = Use("derived_database", use.commercial, use.modify)
    binding = [source for source in sources if _binds_databases(licences, source)]
    found: dict[Source, Cell] = {}
    for owner in binding:
        law = licences.entries[owner.licence].law
        for source in sources:
            if source.licence == owner.licence:
                continue
            if decide(licences, source, merged, owner.licence).verdict == "incompatible":
                clause = law.clauses.get("produced", "")
                why = Cell(
                    "conditional", "disputed", "layers_apart", KEEP_APART, clause, law.source
                )
                found[source] = why
    return found


def _binds_databases(licences: Licences, source: Source) -> bool:
    duties = licences.entries[source.licence].law.obligations
    return any(duty.code == "SHARE_ALIKE" and duty.when == "database" for duty in duties)
