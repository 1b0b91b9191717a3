# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the configuration, as codes and parameters.

ConfigError                  nothing starts; .problems names everything that is wrong with the file
 └─ Problem                  one of them (a value, not an exception)
"""

from collections.abc import Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to mend. params carries ``file``, ``line`` ("none" if unknown) and ``key``."""

    code: str
    params: dict[str, str]


class ConfigError(Exception):
    """The configuration cannot be used.

    code and params are those of the only problem; with several the code is ``config.several`` and
    its params are ``file`` and ``count``. problems always holds each of them, in the file's order.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        only = self.problems[0]
        self.code, self.params = only.code, only.params
        if len(self.problems) > 1:
            self.code = "config.several"
            self.params = {"file": only.params.get("file", ""), "count": str(len(self.problems))}
        super().__init__("; ".join(f"{code} {params}" for code, params in self.problems))
