# SPDX-License-Identifier: EUPL-1.2
"""One harvest into the store, gathered. All of it belongs into one transaction of the caller's.

``known`` tells what is there, ``former`` what those that will be touched add to the counts; ``add``
(or ``add_prepared``) and ``replace`` write what is new or different; ``missing`` notes what a
complete run did not see and ``retire`` takes away what stayed away; then ``replace_catalogues``,
``replace_page_findings``, ``find_copies`` of all that was touched, ``recount`` of the portal and of
what this switched in others, and ``bump_generation``.
"""

from app.store.add_writes import add, add_prepared, known
from app.store.catalogue_writes import replace_catalogues
from app.store.cell_writes import rebuild_cells
from app.store.change import Change, Known, Replaced
from app.store.cluster_writes import refresh as find_copies
from app.store.copy_cell_writes import former, recount, recount_copies
from app.store.findings_writes import replace_page_findings
from app.store.prepared import Prepared
from app.store.replace_writes import replace
from app.store.retire_writes import due, missing, retire, seen_again
from app.store.shares import Share
from app.store.state_writes import bump_generation

__all__ = [
    "Change",
    "Known",
    "Prepared",
    "Replaced",
    "Share",
    "add",
    "add_prepared",
    "bump_generation",
    "due",
    "find_copies",
    "former",
    "known",
    "missing",
    "rebuild_cells",
    "recount",
    "recount_copies",
    "replace",
    "replace_catalogues",
    "replace_page_findings",
    "retire",
    "seen_again",
]
