# SPDX-License-Identifier: EUPL-1.2
"""Licences as SKOS concepts and, where they are licences, as ODRL policies (ODRL 2.2).

Only what the files say is sure becomes a permission, prohibition or duty; what is unclear is left
out, and classes and statements are concepts without a policy. Clauses go along as dct:source.
"""

from collections.abc import Iterator

from app.export.terms import DCT, SKOS, TYPE, iri, text, triple
from app.export.vocab_terms import CC, ODRL, RDFS, Scheme, links, page_of
from app.vocabulary import Vocabulary
from app.vocabulary.licences import Licence

ACTIONS = {
    "reproduce": ODRL + "reproduce",
    "distribute": ODRL + "distribute",
    "derive": ODRL + "derive",
    "commercial_use": CC + "CommercialUse",
}
# Duties that ODRL's vocabulary or ccREL has a word for; the others are actions of our own.
DUTIES = {
    "ATTR": CC + "Attribution",
    "LICENCE_NOTICE": CC + "Notice",
    "SHARE_ALIKE": CC + "ShareAlike",
}


def licences(scheme: Scheme, vocabulary: Vocabulary) -> Iterator[list[str]]:
    """Every licence, class and statement of the vocabulary."""
    own: set[str] = set()
    for licence in vocabulary.licences:
        subject = scheme.concept(licence.id)
        lines = [*_concept(scheme, subject, licence), *scheme.top(subject)]
        if licence.kind == "licence":
            lines += _policy(scheme, subject, licence)
            own |= {duty.code for duty in licence.law.obligations} - set(DUTIES)
        yield lines
    for code in sorted(own):
        yield _action(scheme, code, vocabulary.licences.rules.duties.get(code))


def _concept(scheme: Scheme, subject: str, licence: Licence) -> list[str]:
    labels = ((licence.name_de, "de"), (licence.name_en, "en"))
    lines = scheme.basics(subject, licence.id, labels)
    lines += [triple(subject, SKOS + "altLabel", text(name)) for name in _short_names(licence)]
    lines += links(subject, SKOS + "exactMatch", (licence.uri_dcat_ap_de, licence.uri_eu))
    lines += links(subject, RDFS + "seeAlso", (licence.url,))
    for said in licence.law.statements:
        clause = f" ({said.clause})" if said.clause else ""
        for words, lang in zip(said.text, ("de", "en"), strict=True):
            lines.append(triple(subject, SKOS + "scopeNote", text(f"{words}{clause}", lang)))
    return [*lines, page_of(subject, scheme.page(f"/lizenz/{licence.id}"))]


def _short_names(licence: Licence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (licence.law.label, licence.spdx) if name))


def _policy(scheme: Scheme, subject: str, licence: Licence) -> list[str]:
    lines = [f"{subject} {TYPE} <{ODRL}Set> .", f"{subject} {TYPE} <{DCT}LicenseDocument> ."]
    lines.append(triple(subject, ODRL + "uid", subject))
    for answer, kind in (("yes", "permission"), ("no", "prohibition")):
        named = [name for name in ACTIONS if licence.permissions.get(name) == answer]
        if not named:
            continue
        rule = scheme.concept(f"{licence.id}.{kind}")
        lines += _rule(subject, rule, kind, [ACTIONS[name] for name in named])
        lines += _sources(rule, [licence.law.clauses.get(name, "") for name in named])
        if kind == "permission":
            lines += _duties(scheme, rule, licence)
    return lines


def _rule(subject: str, rule: str, kind: str, actions: list[str]) -> list[str]:
    return [
        triple(subject, ODRL + kind, rule),
        f"{rule} {TYPE} <{ODRL}{kind.capitalize()}> .",
        *(triple(rule, ODRL + "action", iri(action)) for action in actions),
    ]


def _sources(rule: str, clauses: list[str]) -> list[str]:
    distinct = dict.fromkeys(clause for clause in clauses if clause)
    return [triple(rule, DCT + "source", text(clause)) for clause in distinct]


def _duties(scheme: Scheme, permission: str, licence: Licence) -> Iterator[str]:
    for number, duty in enumerate(licence.law.obligations, 1):
        term = scheme.concept(f"{licence.id}.duty-{number}")
        action = iri(DUTIES[duty.code]) if duty.code in DUTIES else scheme.concept(duty.code)
        yield triple(permission, ODRL + "duty", term)
        yield f"{term} {TYPE} <{ODRL}Duty> ."
        yield triple(term, ODRL + "action", action)
        yield from _sources(term, [duty.clause])
        for words, lang in zip(duty.text, ("de", "en"), strict=True):
            if words:
                yield triple(term, SKOS + "note", text(words, lang))


def _action(scheme: Scheme, code: str, words: tuple[str, str] | None) -> list[str]:
    subject = scheme.concept(code)
    labels = zip(words or (), ("de", "en"), strict=False)
    return [
        f"{subject} {TYPE} <{ODRL}Action> .",
        triple(subject, RDFS + "label", text(code)),
        *(triple(subject, RDFS + "comment", text(said, lang)) for said, lang in labels),
    ]
