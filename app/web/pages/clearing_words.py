# SPDX-License-Identifier: EUPL-1.2
"""A clearing as a page shows it: inputs by their titles, equal reasons and duties together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from app.compare.answer import Link
from app.compare.lizenzen import licence_link
from app.licensing.model import VERDICTS, Clearing, Duty, Reason
from app.licensing.wording import cite
from app.vocabulary import Vocabulary
from app.web.pages.clearing_inputs import Chosen


class Ground(NamedTuple):
    """One reason and all inputs it holds for."""

    licence: Link
    verdict: str
    confidence: str
    text: str
    clause: str
    source: str
    inputs: tuple[Link, ...]


class Due(NamedTuple):
    """One duty of one licence and the datasets that ask it."""

    code: str
    text: str
    clause: str
    licence: Link
    disputed: bool
    datasets: tuple[Link, ...]


class Ask(NamedTuple):
    """What to ask one provider, ready to be sent; provider: "" where it is not known."""

    text: str
    provider: str


@dataclass(frozen=True, slots=True)
class Words:
    """The parts of a clearing in the language of the page. clash: the grounds of the clash.

    names: of inputs; licences: by id.
    """

    names: Mapping[str, Link]
    licences: Mapping[str, Link]
    grounds: tuple[Ground, ...]
    clash: tuple[Ground, ...]
    duties: tuple[Due, ...]
    asks: tuple[Ask, ...]
    targets: tuple[tuple[Link, str, str], ...]
    target: Link | None


def words(clearing: Clearing, chosen: Chosen, vocabulary: Vocabulary, lang: str) -> Words:
    """The clearing with names in place of ids, worst reasons first."""
    named = names(chosen, vocabulary, lang)
    links = {each.id: licence_link(each, lang) for each in vocabulary.licences}
    worst_first = sorted(clearing.reasons, key=lambda each: -VERDICTS.index(each.verdict))
    clashing = [each for each in worst_first if each.input in clearing.clash]
    same = _same(chosen)
    citing = partial(cite, vocabulary.licences, lang=lang)
    return Words(
        names=named,
        licences=links,
        grounds=_grounds(worst_first, same, named, links, lang, citing),
        clash=_grounds(clashing, same, named, links, lang, citing),
        duties=_duties(clearing.duties, named, links, lang, citing),
        asks=_asks(clearing, chosen, lang),
        targets=tuple(
            (links.get(each.id) or Link(each.id, each.id), each.verdict, each.confidence)
            for each in clearing.targets
        ),
        target=_target(clearing.target, links),
    )


def names(chosen: Chosen, vocabulary: Vocabulary, lang: str) -> dict[str, Link]:
    """Name of an input -> the dataset or licence with its page."""
    found = {}
    for line in chosen.lines:
        if line.stored is None:
            licence = vocabulary.licences.get(line.name)
            found[line.name] = (
                licence_link(licence, lang) if licence else Link(line.name, line.name)
            )
        else:
            title = line.stored.dataset.title or line.stored.dataset.identifier
            found[line.name] = Link(line.name, title[:200], f"/datensatz/{line.stored.id}")
    return found


def _target(id: str | None, links: Mapping[str, Link]) -> Link | None:
    return None if id is None else links.get(id) or Link(id, id)


def _same(chosen: Chosen) -> dict[str, list[str]]:
    """Name and licence of an input -> names of all inputs that say the same of their licence."""
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for each in chosen.inputs:
        together.setdefault((each.licence, each.candidates), []).append(each.name)
    return {
        f"{each.name} {each.licence}": list(dict.fromkeys(together[each.licence, each.candidates]))
        for each in chosen.inputs
    }


def _grounds(
    reasons: Iterable[Reason],
    same: Mapping[str, list[str]],
    named: Mapping[str, Link],
    links: Mapping[str, Link],
    lang: str,
    citing: Callable[[str], str],
) -> tuple[Ground, ...]:
    """A reason names the first input it is about; here it names all with that licence."""
    together: dict[tuple[str, str, str, str, str, str], dict[Link, None]] = {}
    for each in reasons:
        said = (each.text.say(lang), citing(each.clause), citing(each.source))
        key = (each.licence, each.verdict, each.confidence, *said)
        inputs = together.setdefault(key, {})
        for name in same.get(f"{each.input} {each.licence}", [each.input]):
            inputs[named.get(name) or links.get(name) or Link(name, name)] = None
    return tuple(
        Ground(links.get(id) or Link(id, id), verdict, sure, text, clause, source, tuple(inputs))
        for (id, verdict, sure, text, clause, source), inputs in together.items()
    )


def _duties(
    duties: Iterable[Duty],
    named: Mapping[str, Link],
    links: Mapping[str, Link],
    lang: str,
    citing: Callable[[str], str],
) -> tuple[Due, ...]:
    together: dict[tuple[str, str, str, str, bool], list[Link]] = {}
    for each in duties:
        text = each.text.say(lang)
        key = (each.code, text, citing(each.clause), each.because_of, each.disputed)
        found = together.setdefault(key, [])
        found += [_dataset(id, named) for id in each.datasets]
    return tuple(
        Due(
            code=code,
            text=text,
            clause=clause,
            licence=links.get(licence) or Link(licence, licence),
            disputed=disputed,
            datasets=tuple(dict.fromkeys(found)),
        )
        for (code, text, clause, licence, disputed), found in together.items()
    )


def _dataset(id: str, named: Mapping[str, Link]) -> Link:
    return named.get(id) or named.get(f"dataset:{id}") or Link(id, id)


def _asks(clearing: Clearing, chosen: Chosen, lang: str) -> tuple[Ask, ...]:
    """One text a provider: what to ask about each of its datasets, each question once."""
    providers = {each.name: each.provider for each in chosen.inputs}
    together: dict[str, dict[str, None]] = {}
    for each in clearing.ask_provider:
        texts = together.setdefault(providers.get(each.input, ""), {})
        texts[each.text.say(lang)] = None
    return tuple(Ask("\n\n".join(texts), provider) for provider, texts in together.items())
