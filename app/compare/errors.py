# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a question.

SelectionError: a filter is unknown or has a bad value (web: status 400; command line: status 2)
"""


class SelectionError(Exception):
    """A filter cannot be used as given; params (parameter, value, ...) fill the message of code."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(f"{code} {params}")
        self.code = code
        self.params = params
