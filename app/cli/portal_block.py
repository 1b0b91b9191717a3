# SPDX-License-Identifier: EUPL-1.2
"""The block of one portal as it stands in config.toml, with what is only likely commented out."""

from typing import NamedTuple

from app.vocabulary.update.tables import quote

# A catalogue of a whole Land or of the Bund takes longer than the common ceilings allow.
_WIDE = ("[portal.limits]", "run_mb = 4000", "run_minutes = 180")


class Block(NamedTuple):
    """What a block says. note: the comment above it. key: official key of who runs the portal.

    doubts: why the key is only likely, which puts it into a comment; empty where it is sure.
    of_page: remark behind the title where the catalogue has none of its own.
    """

    id: str
    kind: str
    url: str
    title: str
    note: str
    key: str = ""
    doubts: str = ""
    of_page: str = ""
    is_wide: bool = False
    is_enabled: bool = False

    @property
    def text(self) -> str:
        """The block as TOML, with the line break at its end."""
        lines = [f"# {_line(self.note)}", "[[portal]]"]
        lines += [_pair("id", self.id), _pair("kind", self.kind), _pair("url", self.url)]
        remark = f"  # {_line(self.of_page)}" if self.of_page else ""
        lines += [_pair("title", self.title) + remark] if self.title else []
        if self.key and self.doubts:
            lines.append(f"# {_pair('ags', self.key)}  # {_line(self.doubts)}")
        elif self.key:
            lines.append(_pair("ags", self.key))
        lines.append(f"enabled = {str(self.is_enabled).lower()}")
        return "\n".join([*lines, *(_WIDE if self.is_wide else ())]) + "\n"


def _pair(name: str, value: str) -> str:
    return f"{name} = {quote(value)}"


def _line(text: str) -> str:
    """A comment ends with its line, whatever a portal has said."""
    return "".join(char if char.isprintable() else " " for char in text)
