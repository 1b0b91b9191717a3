# SPDX-License-Identifier: EUPL-1.2
"""A harvester that lets no blocked term through: what it answers holds dots instead (S11).

The hash of an item is of what the portal said, so the same again is still the same.
"""

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from harvesters.base.blocked import Guard
from harvesters.base.errors import HarvestError
from harvesters.base.record import Contents, Harvester, Item, Page, Portal, Record

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Masked:
    """Payload of an item whose identifier names somebody: the item as the portal has it."""

    item: Item


def discreet(harvester: Harvester, guard: Guard) -> Harvester:
    """The same harvester, its items, records, catalogues, repairs and errors masked."""
    if not guard:
        return harvester

    def open_masked(portal: Portal, page: Page) -> Contents:
        with _Errors(guard):
            contents = harvester.open(portal, page)
        return replace(
            contents,
            items=tuple(_item(guard, item) for item in contents.items),
            broken=deep(guard, contents.broken),
            catalogues=deep(guard, contents.catalogues),
            repairs=deep(guard, contents.repairs),
        )

    def parse_masked(portal: Portal, item: Item) -> Record:
        with _Errors(guard):
            whole = item.payload.item if isinstance(item.payload, _Masked) else item
            return _record(guard, harvester.parse(portal, whole))

    return replace(harvester, open=open_masked, parse=parse_masked)


class _Errors:
    """Masks what an error quotes."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if isinstance(error, HarvestError):
            error.params = deep(self._guard, error.params)
            error.args = (f"{error.code} {error.params}",)


def _item(guard: Guard, item: Item) -> Item:
    identifier = guard.masked(item.identifier)
    position = guard.masked(item.position)
    if (identifier, position) == (item.identifier, item.position):
        return item
    return replace(item, identifier=identifier, position=position, payload=_Masked(item))


def _record(guard: Guard, record: Record) -> Record:
    personal = "" if guard.names(record.personal) else record.personal
    found = deep(guard, replace(record, personal=""))
    return replace(found, portal=record.portal, media_type=record.media_type, personal=personal)


def deep(guard: Guard, value: T) -> T:
    """The value with every text in it masked; the very same object where nothing was found."""
    made: Any = _deep(guard, value)
    return value if made == value else made


def _deep(guard: Guard, value: Any) -> Any:
    if isinstance(value, str):
        return guard.masked(value)
    if isinstance(value, tuple):
        inner = [_deep(guard, each) for each in value]
        return type(value)(*inner) if hasattr(value, "_fields") else tuple(inner)
    if isinstance(value, list):
        return [_deep(guard, each) for each in value]
    if isinstance(value, dict):
        return {key: _deep(guard, each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: _deep(guard, getattr(value, field.name)) for field in fields(value)}
        return type(value)(**named)
    return value
