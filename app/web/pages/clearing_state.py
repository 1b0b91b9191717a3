# SPDX-License-Identifier: EUPL-1.2
"""What a clearing is asked, as it stands in the address: read, checked, and written back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, get_args
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from app.compare.errors import SelectionError
from app.compare.selecting import select
from app.licensing.model import NO_TARGET, PROPRIETARY, ResultType
from app.vocabulary import Vocabulary
from app.web.basket import MOST, NAME, ids_of

RESULTS: tuple[ResultType, ...] = get_args(ResultType)
ANSWERS = {"ja": True, "nein": False}
SUGGEST = "vorschlag"
OWN = {
    *("datensatz", "ergebnis", "kommerziell", "veraendern", "ziel", "suche", "csv"),
    *("datensatz_weg", "lizenz_weg", "kommune_weg"),
}
SINGLE = ("ergebnis", "kommerziell", "veraendern", "ziel", "suche")
MOST_LICENCES = 20
SPLIT = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class State:
    """One question. target: "" asks for suggestions; found: text of the search for datasets."""

    datasets: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    kommunen: tuple[str, ...] = ()
    topic: str = ""
    result: ResultType = "derived_database"
    commercial: bool = True
    modify: bool = True
    target: str = ""
    search: str = ""

    @property
    def changes(self) -> bool:
        """Whether the data are changed; what is passed on unmodified never is."""
        return self.modify and self.result != "unmodified_redistribution"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen that could be cleared."""
        return not (self.datasets or self.licences or (self.kommunen and self.topic))


def read(args: MultiDict[str, str], collected: Iterable[str], vocabulary: Vocabulary) -> State:
    """The question of these parameters; SelectionError names what is wrong with one of them."""
    shared = {"lizenz", "kommune", "musterdatensatz"}
    pairs = [(name, value) for name, value in args.items(multi=True) if name in shared | OWN]
    unknown = [pair for pair in args.items(multi=True) if pair not in pairs]
    chosen = select([*pairs, *unknown], vocabulary, also=OWN)
    if len(chosen.lizenz) > MOST_LICENCES:
        raise too_many("lizenz", MOST_LICENCES)
    if len(chosen.musterdatensatz) > 1:
        raise SelectionError("selection.repeated", parameter="musterdatensatz")
    _refuse_repeated(args)
    datasets = tuple(dict.fromkeys((*collected, *typed(args))))
    if len(datasets) > MOST:
        raise too_many("datensatz", MOST)
    return State(
        datasets=datasets,
        licences=tuple({"none": "unspecified"}.get(key, key) for key in chosen.lizenz),
        kommunen=chosen.kommune,
        topic="".join(chosen.musterdatensatz),
        result=_one_of(args, "ergebnis", {name: name for name in RESULTS}, RESULTS[0]),
        commercial=_one_of(args, "kommerziell", ANSWERS, True),
        modify=_one_of(args, "veraendern", ANSWERS, True),
        target=_target(args.get("ziel", ""), vocabulary),
        search=_tidy(args.get("suche", "")),
    )


def query(state: State, **changes: Any) -> str:
    """The query string of the question with some fields changed; a permalink."""
    asked = replace(state, **changes) if changes else state
    held = asked.datasets or state.datasets  # taking out the last one has to be said
    pairs = [(NAME, ",".join(asked.datasets))] if held else []
    pairs += [("lizenz", key) for key in asked.licences]
    pairs += [("kommune", key) for key in asked.kommunen]
    pairs += [("musterdatensatz", asked.topic)] if asked.topic else []
    pairs += [("ergebnis", asked.result)]
    pairs += [("kommerziell", _answer(asked.commercial)), ("veraendern", _answer(asked.modify))]
    pairs += [("ziel", asked.target)] if asked.target else []
    return urlencode(pairs, safe=",")


def typed(args: MultiDict[str, str]) -> tuple[str, ...]:
    """Ids of datasets that somebody typed or pasted, not those of the basket."""
    return tuple(dict.fromkeys(_named(args.getlist("datensatz"))))


def _refuse_repeated(args: MultiDict[str, str]) -> None:
    for name in SINGLE:
        if len(set(args.getlist(name))) > 1:
            raise SelectionError("selection.repeated", parameter=name)


def _answer(yes: object) -> str:
    return "ja" if yes else "nein"


def _named(given: Iterable[str]) -> list[str]:
    """Ids typed or pasted, also as addresses of their pages."""
    found: list[str] = []
    for text in given:
        for word in SPLIT.split(text.strip()):
            id = re.sub(r"^(?:dataset:|.*/datensatz/)", "", word)
            if word and not ids_of(id):
                raise SelectionError(
                    "selection.bad_value", parameter="datensatz", value=ascii(word)[1:-1][:100]
                )
            found += ids_of(id)
    return found


def _one_of(args: MultiDict[str, str], name: str, allowed: dict[str, Any], default: Any) -> Any:
    given = args.get(name, "")
    if not given:
        return default
    if given not in allowed:
        listed = ", ".join(allowed)
        value = ascii(given)[1:-1][:100]
        raise SelectionError("selection.not_in_list", parameter=name, value=value, allowed=listed)
    return allowed[given]


def _target(given: str, vocabulary: Vocabulary) -> str:
    if given in {"", SUGGEST}:
        return ""
    known = vocabulary.licences.get(given)
    if given not in {NO_TARGET, PROPRIETARY} and (known is None or known.kind != "licence"):
        raise SelectionError(
            "selection.bad_value", parameter="ziel", value=ascii(given)[1:-1][:100]
        )
    return given


def _tidy(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:200]


def too_many(name: str, most: int) -> SelectionError:
    """The error for a list that is longer than a question may be."""
    return SelectionError("selection.too_many", parameter=name, most=str(most))
