# SPDX-License-Identifier: EUPL-1.2
"""One licence of the vocabulary as facts for programs and as text for a terminal."""

import click

from app.cli import tables
from app.cli.desk import Desk
from app.licensing.wording import cite
from app.normalise.licence_answer import members
from app.vocabulary import Licence, Licences


def summary_of(licence: Licence) -> dict[str, object]:
    """What a list says of a licence."""
    return {
        "id": licence.id,
        "kind": licence.kind,
        "name": {"de": licence.name_de, "en": licence.name_en},
        "family": licence.family,
        "version": licence.version,
        "spdx": licence.spdx,
        "url": licence.url,
        "open": licence.open,
        "hvd": licence.hvd,
        "uris": list(licence.uris),
    }


def facts_of(licences: Licences, licence: Licence) -> dict[str, object]:
    """All facts: permissions, duties, restrictions, and what the text says, with clauses."""
    law = licence.law
    return summary_of(licence) | {
        "members": [member.id for member in members(licences, licence)],
        "permissions": dict(licence.permissions),
        "duties": dict(licence.duties),
        "restrictions": dict(licence.restrictions),
        "scope": law.scope,
        "layers": dict(law.layers),
        "recommended": dict(law.recommended),
        "obligations": [
            {"code": duty.code, "when": duty.when, "clause": duty.clause}
            for duty in law.obligations
        ],
        "statements": [
            {
                "kind": statement.kind,
                "text": {"de": statement.text[0], "en": statement.text[1]},
                "clause": statement.clause,
            }
            for statement in law.statements
        ],
        "aliases": list(licence.aliases),
    }


def word_of(desk: Desk, word: str) -> str:
    """One of the vocabulary's words ("yes if the statement is right") for a reader."""
    return desk.say(f"licence_flag.{word.replace(' ', '_')}")


def show(desk: Desk, licence: Licence) -> None:
    """Name, address, flags and statements; words of the vocabulary, no advice."""
    head = f"{licence.name(desk.lang)} ({licence.id})"
    click.echo(head)
    for name, value in (("spdx", licence.spdx), ("url", licence.url)):
        if value:
            click.echo(f"  {desk.say(f'licence_fact.{name}')}: {tables.plain(value)}")
    for name, word in (("open", licence.open), ("hvd", licence.hvd)):
        click.echo(f"  {desk.say(f'licence_fact.{name}')}: {word_of(desk, word)}")
    _show_members(desk, licence)
    for kind in ("grants", "asks", "excludes"):
        _show_statements(desk, licence, kind)
    desk.tell("licence_fact.no_advice")


def _show_members(desk: Desk, licence: Licence) -> None:
    found = members(desk.vocabulary.licences, licence) if licence.is_class else ()
    if found:
        ids = ", ".join(member.id for member in found)
        click.echo(f"  {desk.say('licence_fact.members')}: {ids}")


def _show_statements(desk: Desk, licence: Licence, kind: str) -> None:
    said = licence.law.said(kind)
    if not said:
        return
    click.echo(f"{desk.say(f'licence_fact.{kind}')}:")
    for statement in said:
        text = statement.text[0 if desk.lang == "de" else 1]
        cited = cite(desk.vocabulary.licences, statement.clause, desk.lang)
        clause = f" ({cited})" if cited else ""
        click.echo(f"  - {tables.plain(text)}{clause}")
