# SPDX-License-Identifier: EUPL-1.2
"""A second opinion on combinations, written from the texts of the licences, not from vocab/.

It knows kinds of licences (free, attribution, share-alike with its closed list, non-commercial, no
derivatives, no licence) and gives the verdicts that can be defended; wide where lawyers disagree.
"""

from collections.abc import Sequence
from itertools import product

OK, STEP, OPEN, NO = "compatible", "conditional", "unclear", "incompatible"
ORDER = (OK, STEP, OPEN, NO)

FREE = ("cc0-1.0", "pddl-1.0", "dl-zero-de-2.0")
ATTRIBUTION = (
    *("cc-by-4.0", "cc-by-3.0-de", "cc-by-3.0-at", "dl-by-de-2.0", "dl-by-de-1.0"),
    *("geonutzv-2013", "ogl-uk-3.0", "ogl-uk-2.0", "etalab-2.0", "etalab-1.0"),
    *("nlod-2.0", "nlod-1.0", "iodl-2.0", "com-reuse", "cdla-permissive-2.0"),
)
# Attribution without a grant of the database right: sui generis databases stay open.
GAP = ("cc-by-3.0", "cc-by-2.0")
# Share-alike: what an adaptation may be put under, beside the licence itself (same elements and a
# later version, ports of the same version, licences that the steward lists as compatible).
SHARE_ALIKE = {
    "cc-by-sa-4.0": ("fal-1.3", "gpl-3.0"),
    "cc-by-sa-3.0": ("cc-by-sa-3.0-de", "cc-by-sa-4.0"),
    "cc-by-sa-3.0-de": ("cc-by-sa-3.0", "cc-by-sa-4.0"),
    "cc-by-sa-2.0": ("cc-by-sa-3.0", "cc-by-sa-3.0-de", "cc-by-sa-4.0"),
    "cc-by-nc-sa-4.0": (),
    "cc-by-nc-sa-3.0": ("cc-by-nc-sa-3.0-de", "cc-by-nc-sa-4.0"),
    "cc-by-nc-sa-3.0-de": ("cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0"),
    "odbl-1.0": (),
    "fal-1.3": ("cc-by-sa-4.0",),
}
NON_COMMERCIAL = (
    *("cc-by-nc-4.0", "cc-by-nc-3.0", "cc-by-nc-3.0-de", "dl-by-nc-de-1.0"),
    *("cc-by-nc-nd-4.0", "cc-by-nc-nd-3.0", "cc-by-nc-sa-4.0", "cc-by-nc-sa-3.0"),
    "cc-by-nc-sa-3.0-de",
)
NO_DERIVATIVES = ("cc-by-nd-4.0", "cc-by-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-nd-3.0")
LABELS = ("official-work", "cc-pdm-1.0", "inspire-no-conditions")
NOTHING = ("unknown", "unspecified", "other-open", "ambiguous-cc", "access-no-limitations")
CLOSED = ("other-closed", "other-commercial")
INPUTS = tuple(
    dict.fromkeys(
        (*FREE, *ATTRIBUTION, *GAP, *SHARE_ALIKE, *NON_COMMERCIAL, *NO_DERIVATIVES)
        + (*LABELS, *NOTHING, *CLOSED)
    )
)
TARGETS = (
    *("none", "proprietary", *FREE, "cc-by-4.0", "dl-by-de-2.0", "cc-by-3.0-de", "ogl-uk-3.0"),
    *(*SHARE_ALIKE, "cc-by-nc-4.0", "dl-by-nc-de-1.0", "cc-by-nd-4.0", "cc-by-nc-nd-4.0"),
)
# Texts that say nothing of other terms on a copy, and one that names licences for it (s. 9).
SILENT = (
    *("ogl-uk-3.0", "ogl-uk-2.0", "etalab-2.0", "etalab-1.0", "nlod-2.0", "nlod-1.0"),
    *("iodl-2.0", "com-reuse", "cdla-permissive-2.0"),
)
NAMED_FOR_COPIES = {"nlod-2.0": ("cc-by-4.0", "ogl-uk-3.0")}


def verdicts(
    inputs: Sequence[str], target: str, result: str, commercial: bool, modify: bool
) -> frozenset[str]:
    """The verdicts that can be defended for all inputs together: the worst of each choice."""
    single = [_apart(each, inputs, target, result, commercial, modify) for each in set(inputs)]
    return frozenset(max(chosen, key=ORDER.index) for chosen in product(*single))


def _apart(
    licence: str, inputs: Sequence[str], target: str, result: str, commercial: bool, modify: bool
) -> tuple[str, ...]:
    """A work of layers (ODbL 4.5(b)) is never better than conditional beside what ODbL bars."""
    found = _one(licence, target, result, commercial, modify)
    if result != "produced_work" or "odbl-1.0" not in inputs or licence == "odbl-1.0":
        return found
    if NO in _one(licence, "odbl-1.0", "derived_database", commercial, modify):
        return tuple(max(each, STEP, key=ORDER.index) for each in found)
    return found


def _one(licence: str, target: str, result: str, commercial: bool, modify: bool) -> tuple[str, ...]:
    if licence in NON_COMMERCIAL and commercial:
        return (NO,)
    if licence in NO_DERIVATIVES and (modify or result == "derived_database"):
        return (NO,)
    if licence in NO_DERIVATIVES and result == "produced_work":
        return (OPEN, NO)  # whether showing data unchanged adapts them is left open by the texts
    if licence in NOTHING:
        return (OPEN,)
    if licence in CLOSED:
        return (OPEN, NO)
    if licence in LABELS:
        return (STEP, OPEN)
    if result == "internal_use":
        return (OK,) if licence not in _uncovered() else (OK, STEP, OPEN)
    if result == "unmodified_redistribution":
        return _copied(licence, target)
    if result == "collective_database":
        return (OK, STEP) if licence not in _uncovered() else (OK, STEP, OPEN)
    return _adapted(licence, target, result)


def _uncovered() -> tuple[str, ...]:
    """Licences whose text grants nothing in the database right."""
    old = ("cc-by-sa-3.0", "cc-by-sa-2.0", "cc-by-nc-sa-3.0", "cc-by-nc-3.0", "cc-by-nd-3.0")
    return (*GAP, *old, "cc-by-nc-nd-3.0", "fal-1.3")


def _copied(licence: str, target: str) -> tuple[str, ...]:
    """A copy stays under its licence; only what has no conditions may be offered under others."""
    if licence in FREE:
        return (OK, STEP, OPEN)
    if target in ("none", licence):
        return (OK, STEP) if licence not in _uncovered() else (OK, STEP, OPEN)
    if target in NAMED_FOR_COPIES.get(licence, ()):
        return (OK, STEP, OPEN)
    return (NO, STEP, OPEN) if licence in SILENT else (NO, STEP)


def _adapted(licence: str, target: str, result: str) -> tuple[str, ...]:
    if licence in FREE:
        return (OK,)
    if licence == "odbl-1.0" and result == "produced_work":
        return (OK, STEP, OPEN) if target in FREE else (OK,)
    if licence in SHARE_ALIKE:
        if target not in (licence, *SHARE_ALIKE[licence]):
            return (NO,)
        return (OK,) if licence not in _uncovered() else (OK, OPEN)
    if licence in NON_COMMERCIAL:
        kept = target in ("none", "proprietary", *NON_COMMERCIAL)
        return (OK, STEP, OPEN) if kept else (NO, STEP)
    if licence in GAP:
        return (STEP, OPEN)
    if target == "fal-1.3":  # whether another's attribution notes fit into it, nobody has tested
        return (OK, STEP, OPEN)
    return (STEP,) if target in FREE else (OK, STEP)
