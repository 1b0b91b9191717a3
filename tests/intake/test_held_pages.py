# SPDX-License-Identifier: EUPL-1.2
"""While one page comes, the one before is not held: a hostile one takes 50 MB (promise H9)."""

from collections.abc import Iterator
from dataclasses import replace

from harvesters import HARVESTERS
from harvesters.base.latest import forget_latest
from harvesters.base.record import Http, Page, Portal
from tests.intake.making import towns
from tests.intake.trial import Trial

DCAT = HARVESTERS["dcat"]


class Told(bytes):
    """A body that tells when it is let go of."""

    gone = 0

    def __del__(self) -> None:
        Told.gone += 1


def test_a_run_holds_no_page_while_the_next_one_comes(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.put(towns(1))
    for number in range(2, 6):
        trial.add(towns(number), f"page-{number}.ttl")
    Told.gone = 0
    gone: list[int] = []

    def fetch(portal: Portal, http: Http) -> Iterator[Page]:
        for page in DCAT.fetch(portal, http):
            page = replace(page, body=Told(page.body))
            yield page
            del page
            forget_latest()
            gone.append(Told.gone)

    run = trial.run(harvester=replace(DCAT, fetch=fetch))
    assert (run.state, run.added) == ("complete", 5)
    assert gone == [1, 2, 3, 4, 5]
