# SPDX-License-Identifier: EUPL-1.2
"""What a licence asks for, as the few conditions that a chip can show."""

from flask import Flask

from app.vocabulary import Vocabulary
from app.vocabulary.licences import Licence
from app.web.desk import vocabulary

SILENT = ("", "unspecified")
SHARED = {"adaptation", "database", "yes", "required"}


def conditions(key: str | None, known: Vocabulary) -> tuple[str, ...]:
    """Codes of ``sign.*`` for a licence's key, the gravest last.

    free, by, sa, nc, nd; unclear where the vocabulary is not sure or does not know the key; silent
    where no licence was given. What is sure is said even where the rest is unclear.
    """
    if key is None or key in SILENT:
        return ("silent",)
    licence = known.licences.get(key)
    if licence is None or licence.kind == "none":
        return ("unclear",)
    return _of(licence)


def _of(licence: Licence) -> tuple[str, ...]:
    asked = {
        "by": licence.duties.get("attribution", ""),
        "sa": licence.duties.get("share_alike", ""),
        "nc": licence.restrictions.get("non_commercial", ""),
        "nd": licence.restrictions.get("no_derivatives", ""),
    }
    sure = [code for code, word in asked.items() if word in SHARED]
    doubtful = any(word not in SHARED | {"no", "none"} for word in asked.values())
    if doubtful:
        sure.append("unclear")
    return tuple(sure) or (("free",) if _asks_nothing(licence) else ("unclear",))


def _asks_nothing(licence: Licence) -> bool:
    """Passing on the licence's text or naming changes are duties too, without a sign."""
    return all(licence.duties.get(duty) == "no" for duty in ("licence_notice", "change_notice"))


def equip(app: Flask) -> None:
    """Gives templates ``conditions(key)``."""
    app.jinja_env.globals["conditions"] = lambda key: conditions(key, vocabulary())
