# SPDX-License-Identifier: EUPL-1.2
"""Clauses are cited in the language of the page, and every statement has one."""

import re
from collections.abc import Iterator

from app.licensing.wording import cite
from app.vocabulary import load

VOCABULARY = load()
LICENCES = VOCABULARY.licences
# English words that a German citation must not hold; names of licences are taken out first.
ENGLISH = re.compile(
    r"\b(s[.]|paras?|no[.]|art[.]|text of|texts|clause|closing|conditions|grant|class|label|needs"
    r"|elements|every|consent|obligation|attribution of|what|advice|terms of use|after|and)\b"
)
NAMED = re.compile(r"conditionsUnknown|noConditionsApply|noLimitations")


def _clauses() -> Iterator[str]:
    for licence in LICENCES:
        law = licence.law
        yield from law.clauses.values()
        yield from (duty.clause for duty in law.obligations)
        yield from (said.clause for said in law.statements)
        for outbound in law.outbound.values():
            yield from (cell.clause for cell in (outbound.default, *outbound.listed.values()))
        for kind in (None, "produced_work"):
            rule = VOCABULARY.credit_rules.of(licence.id, kind)
            yield from ([rule.clause] if rule else [])


def test_german_citations_are_german() -> None:
    for clause in set(_clauses()):
        german = cite(LICENCES, clause, "de")
        assert not ENGLISH.search(NAMED.sub("", german)), german
        assert cite(LICENCES, clause, "en") == clause


def test_sources_are_cited_in_german() -> None:
    assert cite(LICENCES, "§ 4(1) DNG", "de") == "§ 4 Abs. 1 DNG"
    assert cite(LICENCES, "ABl. Berlin 21/2019 p. 3231", "de").endswith(" S. 3231")


def test_numbers_of_clauses_stay() -> None:
    numbers = re.compile(r"\d+(?:[.]\d+)?(?:\(\w+\))*")
    for clause in set(_clauses()):
        cited = numbers.findall(cite(LICENCES, clause, "de"))
        assert set(numbers.findall(clause)) <= set(cited) | {"5(1)", "4(1)"}, clause


def test_a_clause_reads_as_its_text_numbers_it() -> None:
    assert cite(LICENCES, "ODbL 1.0 s. 4.2(a), (b)", "de") == "ODbL 1.0 Abschn. 4.2(a), (b)"
    assert cite(LICENCES, "CC BY 3.0 DE s. 4(a)", "de") == "CC BY 3.0 DE Ziff. 4(a)"
    assert cite(LICENCES, "dl-de/by-2-0 para 2 no. 1", "de") == "dl-de/by-2-0 Abs. 2 Nr. 1"


def test_every_statement_of_a_licence_has_a_clause() -> None:
    for licence in LICENCES:
        if licence.kind == "licence" and not licence.is_class:
            law = licence.law
            assert all(said.clause for said in law.statements), licence.id
            assert all(duty.clause for duty in law.obligations), licence.id
            for outbound in law.outbound.values():
                cells = (outbound.default, *outbound.listed.values())
                assert all(cell.clause and cell.source for cell in cells), licence.id
