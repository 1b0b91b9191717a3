# SPDX-License-Identifier: EUPL-1.2
"""``portals detect``: which catalogue an address offers, and the block for the configuration."""

import json
import sys
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

import click

from app.cli import failures, tables
from app.cli.desk import Desk, pass_desk
from app.cli.failures import WrongUse
from app.cli.jobs import door_of, one_off_id, opened
from app.cli.localised import Command, option
from app.cli.portal_block import Block
from app.config import PortalSettings, checks
from app.normalise.kommune import make_finder
from app.normalise.kommune_answer import LONGEST_QUESTION, Asked, answer
from app.vocabulary.portals import KnownPortal
from harvesters.detect import Attempt, Detection, detect, probe_through

_PAGES = frozenset({"answer.html", "answer.ckan_html", "answer.kind_html"})


@click.command("detect", cls=Command)
@click.argument("url", metavar="URL")
@option("--allow-private", multiple=True, metavar="HOST:PORT")
@option("--gap-ms", type=click.IntRange(min=0))
@option("--json", "as_json", is_flag=True)
@pass_desk
def detect_command(
    desk: Desk, url: str, allow_private: tuple[str, ...], gap_ms: int | None, as_json: bool
) -> None:
    """What was asked goes to standard error, the block alone to standard output."""
    opened(desk, allow_private, gap_ms)
    address = url if "://" in url else f"https://{url}"
    if checks.web_address(address) or checks.without_password(address):
        raise WrongUse("cli.portals.no_address", url=url)
    door = door_of(desk, PortalSettings(limits=desk.settings.limits))
    probe = probe_through(door, longest_delay=float(desk.settings.harvest.crawl_delay_s))
    detection = detect(address, probe, lambda attempt: _tell(desk, attempt, as_json))
    block = _block(desk, detection)
    if as_json:
        click.echo(_as_json(desk, url, detection, block, probe.asked))
    elif block:
        desk.warn("cli.portals.found", count=probe.asked)
        if known := _configured(desk, block.url):
            desk.warn("cli.portals.already", portal=known)
        click.echo(block.text, nl=False)
    else:
        desk.warn("cli.portals.nothing", count=probe.asked, url=tables.plain(address))
    sys.exit(0 if block else 1)


def _tell(desk: Desk, attempt: Attempt, as_json: bool) -> None:
    """A line for each attempt as it ends: it is the progress, too."""
    if as_json and not sys.stderr.isatty():
        return
    mark, said = ("✓", _count(desk, attempt)) if attempt.found else ("–", _why_not(desk, attempt))
    click.echo(tables.plain(f"{mark} {attempt.kind:12} {attempt.url}  {said}"), err=True)


def _configured(desk: Desk, url: str) -> str | None:
    """The id under which the configuration has this address."""
    same = (each.id for each in desk.settings.portals if each.url.rstrip("/") == url.rstrip("/"))
    return next(same, None)


def _free_id(desk: Desk, wanted: str, url: str) -> str:
    """An id for this address that no other portal of the configuration has."""
    taken = {each.id for each in desk.settings.portals} - {_configured(desk, url)}
    counted = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (wanted, *counted) if each not in taken)


def _count(desk: Desk, attempt: Attempt) -> str:
    count = attempt.found.datasets if attempt.found else None
    return desk.say("cli.portals.datasets", count="none" if count is None else str(count))


def _why_not(desk: Desk, attempt: Attempt) -> str:
    given = dict(attempt.params)
    if attempt.code == "network.status":  # most addresses are guesses: nobody has to mend them
        return desk.say("cli.portals.status", status=given.get("status", "–"))
    if attempt.code in _PAGES:
        return desk.say("cli.portals.html")
    return failures.sentence(desk.lang, attempt.code, given)


class Guess(NamedTuple):
    """Who runs the portal. status: exact or likely; "" without a key. name: of the Kommune."""

    key: str = ""
    name: str = ""
    status: str = ""


def _block(desk: Desk, detection: Detection) -> Block | None:
    found = detection.found
    if found is None:
        return None
    guess = _whose(desk, detection, found.url)
    doubts = desk.say("cli.portals.likely", name=guess.name) if guess.status == "likely" else ""
    listed = _listed(desk, found.url)
    return Block(
        _free_id(desk, listed.id if listed else one_off_id(found.url), found.url),
        found.kind,
        found.url,
        _title(detection),
        note=desk.say("cli.portals.detected", url=found.url),
        key=guess.key,
        doubts=doubts,
        of_page="" if found.titles else desk.say("cli.portals.page_title"),
    )


def _title(detection: Detection) -> str:
    """What the catalogue calls itself; else the page before it, which a comment says."""
    titles = detection.found.titles if detection.found else ()
    return next(iter((*titles, *detection.pages)), "")[:200]


def _whose(desk: Desk, detection: Detection, url: str) -> Guess:
    """The Kommune by the directory, by titles, by the host; the first that is sure, else likely."""
    listed = _listed(desk, url)
    if listed and listed.key:
        return Guess(listed.key, listed.title, "exact")
    guesses = list(_guesses(desk, detection, url))
    sure = (guess for guess in guesses if guess.status == "exact")
    return next(sure, next(iter(guesses), Guess()))


def _guesses(desk: Desk, detection: Detection, url: str) -> Iterator[Guess]:
    finder = make_finder(desk.vocabulary)
    asked = [Asked(title[:LONGEST_QUESTION]) for title in detection.names]
    for each in (*asked, Asked("", url=url)):
        said = answer(finder, each)
        if said["key"] and said["status"] in ("exact", "likely"):
            yield Guess(str(said["key"]), str(said["name"]), str(said["status"]))


def _listed(desk: Desk, url: str) -> KnownPortal | None:
    """The portal of the directory that has this host to itself."""
    host = urlsplit(url).hostname
    own = [
        each
        for each in desk.vocabulary.portals
        if urlsplit(each.url).hostname == host and "fq=" not in each.url
    ]
    return own[0] if len(own) == 1 and "fq=" not in url else None


def _as_json(desk: Desk, url: str, detection: Detection, block: Block | None, requests: int) -> str:
    found = detection.found
    tried = [
        {
            "kind": each.kind,
            "url": each.url,
            "datasets": each.found.datasets if each.found else None,
            "code": each.code or None,
            "reason": _why_not(desk, each) if each.code else None,
        }
        for each in detection.attempts
    ]
    guess = _whose(desk, detection, found.url) if found else Guess()
    said = {
        "url": url,
        "kind": found.kind if found else None,
        "catalogue": found.url if found else None,
        "datasets": found.datasets if found else None,
        "title": _title(detection) or None if found else None,
        "key": guess.key or None,
        "key_status": guess.status or None,
        "block": block.text if block else None,
        "requests": requests,
        "tried": tried,
    }
    return json.dumps(said, ensure_ascii=False)
