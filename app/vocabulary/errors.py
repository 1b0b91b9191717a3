# SPDX-License-Identifier: EUPL-1.2
"""VocabularyError: a vocabulary file, or an official file to renew it from, cannot be used."""


class VocabularyError(Exception):
    """code: id of the message (``vocabulary.line_broken``); params: its values, with ``file``.

    Text is made at the edge from the catalogues ``vocabulary.ftl``.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(f"{code} {self.params}")
