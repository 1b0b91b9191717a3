# SPDX-License-Identifier: EUPL-1.2
"""``musterdatensatz correct``: an editor says which kind a dataset or title is of."""

from datetime import UTC, datetime
from difflib import get_close_matches

import click

from app.cli.desk import Desk, pass_desk
from app.cli.failures import WrongUse
from app.cli.localised import Command, option
from app.store import dataset_queries
from app.vocabulary import Vocabulary
from app.vocabulary.files import packaged_folder
from app.vocabulary.musterdaten_corrections import Correction, keep_correction

NONE = "sonstiges"


@click.command("correct", cls=Command)
@click.argument("subject")
@click.argument("uri")
@option("--reason", default="")
@option("--packaged", is_flag=True)
@pass_desk
def correct_command(desk: Desk, subject: str, uri: str, reason: str, packaged: bool) -> None:
    """Keeps the correction; ``renormalise`` applies it."""
    slug = read_kind(desk.vocabulary, uri)
    title = _title(desk, subject)
    target = packaged_folder() if packaged else desk.overlay
    today = datetime.now(UTC).date()
    correction = Correction(title, slug, today, reason)
    file = keep_correction(desk.vocabulary.shelf, target, correction)
    entry = desk.vocabulary.musterdaten.get(slug)
    label = entry.label if entry else desk.say("cli.musterdatensatz.none")
    desk.tell("cli.musterdatensatz.corrected", title=title, label=label, file=str(file))


def read_kind(vocabulary: Vocabulary, text: str) -> str:
    """The slug of a URI (also an old one), slug or label; "" for Sonstiges. WrongUse."""
    musterdaten = vocabulary.musterdaten
    found = musterdaten.by_uri(text) or musterdaten.get(text) or musterdaten.by_label(text)
    if found is None:
        known = [each for entry in musterdaten for each in (entry.uri, entry.slug)]
        near = get_close_matches(text[:200], known, 1, cutoff=0)[0]
        raise WrongUse("cli.musterdatensatz.no_kind", value=text[:200], near=near)
    return "" if found.slug.startswith(NONE) else found.slug


def _title(desk: Desk, subject: str) -> str:
    """The title of the dataset with this id, else the subject itself."""
    store = desk.glance
    if store is None:
        return subject
    with store.session() as session:
        found = dataset_queries.get(session, subject)
    if found is None:
        return subject
    if not found.dataset.title:
        raise WrongUse("cli.musterdatensatz.untitled", id=subject)
    return found.dataset.title
