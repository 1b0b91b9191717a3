# SPDX-License-Identifier: EUPL-1.2
"""Exceptions that stop a harvest, or one item of it.

HarvestError                 something stopped; carries a message code and its parameters
 ├─ PortalUnreachable        no answer: connection, name, TLS, time limit
 ├─ NotModified              the answer that is known still holds; no failure
 ├─ UnexpectedAnswer         an answer that is not what the kind of portal promises
 │   └─ TooMuch              it says more than may be kept of one page
 └─ MalformedRecord          one item cannot be read; the run goes on
"""


class HarvestError(Exception):
    """code: id of the message (``noun.problem``); params: its values. Text is made at the edge."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(f"{code} {self.params}")


class PortalUnreachable(HarvestError):
    """No answer from the portal."""


class NotModified(HarvestError):
    """What was answered before still holds (RFC 9110, 15.4.5)."""


class UnexpectedAnswer(HarvestError):
    """The answer is not what this kind of portal promises."""


class TooMuch(UnexpectedAnswer):
    """A page says more than may be kept of one page."""


class MalformedRecord(HarvestError):
    """One item has no identity or cannot be read."""
