# SPDX-License-Identifier: EUPL-1.2
"""May these data be combined? The question in the address, the answer with its reasons."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from app.compare.options import Option
from app.compare.order import fold
from app.compare.place_links import place_link
from app.licensing import check
from app.licensing.model import RESULT_TYPES, Clearing, Request
from app.model.selection import Selection
from app.store.search_queries import Hit
from app.vocabulary import Vocabulary
from app.web import basket, limits
from app.web.desk import bare_path, href, lang, session, vocabulary
from app.web.errors import refuse
from app.web.pages import clearing_inputs, clearing_state
from app.web.pages.clearing_credit import credit_of
from app.web.pages.clearing_inputs import Chosen
from app.web.pages.clearing_state import State, query
from app.web.pages.clearing_words import words
from app.web.present import fresh
from app.web.searching import search

page = Blueprint("kombinieren", __name__)
SEARCHED = 10
PURPOSES = ((True, True), (False, True), (True, False), (False, False))


class Choice(NamedTuple):
    """Another question a click away; current: the one that is shown."""

    label: str
    href: str
    current: bool = False


@page.get("/lizenzen/kombinieren")
def show() -> ResponseReturnValue:
    """The form, and the answer once something is chosen; at most ten statements."""
    limits.spend()
    if basket.is_overfull():
        raise clearing_state.too_many(basket.NAME, basket.MOST)
    state = clearing_state.read(request.args, basket.collected(), vocabulary())
    chosen = clearing_inputs.gather(session(), vocabulary(), state)
    nowhere = set(clearing_state.typed(request.args)).intersection(chosen.lost)
    if nowhere:
        return refuse(404, "licensing.dataset_unknown", dataset=min(nowhere))
    clearing = _clear(state, chosen)
    body = render_template(
        "pages/kombinieren.html",
        state=state,
        chosen=chosen,
        clearing=clearing,
        words=words(clearing, chosen, vocabulary(), lang()) if clearing else None,
        credit=credit_of(clearing, chosen, vocabulary(), lang()) if clearing else None,
        kept=_kept(state),
        without=_without(state),
        hits=_hits(state),
        add=lambda id: _address(state, datasets=(*state.datasets, id)),
        results=_results(state),
        purposes=_purposes(state),
        aims=lambda target: _address(state, target=target),
        permalink=_address(state),
        place=lambda key: place_link(vocabulary(), key).label,
        topics=_topics(vocabulary()),
        licences=_licences(vocabulary(), {"licence", "class", "statement"}),
        targets=_licences(vocabulary(), {"licence"}),
        result_types=RESULT_TYPES,
    )
    return fresh(make_response(body))


def _clear(state: State, chosen: Chosen) -> Clearing | None:
    if not chosen.inputs:
        return None
    asked = Request(
        chosen.inputs, state.result, state.commercial, state.changes, state.target or None
    )
    return check(vocabulary().licences, asked)


def _address(state: State, **changes: Any) -> str:
    return f"{href(bare_path())}?{query(state, **changes)}"


def _kept(state: State) -> tuple[tuple[str, str], ...]:
    """What the form carries on and no field of it shows."""
    datasets = ((basket.NAME, ",".join(state.datasets)),) if state.datasets else ()
    licences = (("lizenz", key) for key in state.licences)
    return (*datasets, *licences, *(("kommune", key) for key in state.kommunen))


def _without(state: State) -> dict[str, str]:
    """Name of an input or key of a Kommune -> the address without it."""
    found = {}
    for id in state.datasets:
        rest = tuple(each for each in state.datasets if each != id)
        found[clearing_inputs.PREFIX + id] = _address(state, datasets=rest)
    for key in state.licences:
        found[key] = _address(state, licences=tuple(k for k in state.licences if k != key))
    for key in state.kommunen:
        found[key] = _address(state, kommunen=tuple(k for k in state.kommunen if k != key))
    return found


def _hits(state: State) -> tuple[Hit, ...] | None:
    if not state.search:
        return None
    return search(Selection(q=state.search), SEARCHED).hits


def _results(state: State) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"kombinieren.result.{kind}", _address(state, result=kind), kind == state.result)
        for kind in RESULT_TYPES
    )


def _purposes(state: State) -> tuple[Choice, ...]:
    """Commercial or not, changed or not; what is passed on unmodified is not changed."""
    fixed = state.result == "unmodified_redistribution"
    return tuple(
        Choice(
            f"kombinieren.purpose.{_word(commercial)}_{_word(modify)}",
            _address(state, commercial=commercial, modify=modify),
            (commercial, modify) == (state.commercial, state.changes),
        )
        for commercial, modify in PURPOSES
        if not (fixed and modify)
    )


def _word(yes: object) -> str:
    return "yes" if yes else "no"


def _topics(known: Vocabulary) -> tuple[Option, ...]:
    themen = known.musterdaten.themen
    found = []
    for entry in known.musterdaten:
        thema = themen.get(entry.thema)
        name = entry.name_en if lang() == "en" and entry.name_en else entry.name
        found.append(Option(entry.slug, name, (thema.name(lang()) if thema else "") or ""))
    return tuple(sorted(found, key=lambda each: (fold(each.group), fold(each.label or ""))))


def _licences(known: Vocabulary, kinds: Iterable[str]) -> tuple[Option, ...]:
    found = (Option(each.id, each.name(lang())) for each in known.licences if each.kind in kinds)
    return tuple(sorted(found, key=lambda each: fold(each.label or "")))
