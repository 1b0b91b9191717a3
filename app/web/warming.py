# SPDX-License-Identifier: EUPL-1.2
"""Makes a new worker process ready, so that its first reader waits no longer than later ones."""

import gc

from flask import Flask

# Together they read every part of the vocabulary that pages use, all templates in common and the
# packed counts and changes of licences.
PATHS = (
    *("/", "/kommunen", "/vergleich/haeufigste-datenbestaende", "/vergleich/lizenzen-je-kommune"),
    *("/vergleich/lizenzwechsel", "/standards"),
)


def warm(app: Flask) -> None:
    """Asks for some pages, then keeps what stays from being searched for garbage ever again.

    A store that does not answer yet is no error: pages say so, here as to readers. Going through
    the vocabulary's million objects would hold up a request for a tenth of a second.
    """
    client = app.test_client()
    for path in PATHS:
        client.get(path)
    gc.collect()
    gc.freeze()
