# SPDX-License-Identifier: EUPL-1.2
"""LicensingError: a request cannot be cleared as it was put; nothing is said about the licences."""


class LicensingError(Exception):
    """code: id of the message (``licensing.input_unknown``); params: its values.

    Web: status 400 (413 for too many inputs); command line: status 2.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(f"{code} {self.params}")
