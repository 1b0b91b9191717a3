# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas of what the interface answers and takes (draft 2020-12, as OpenAPI 3.1 wants)."""

from typing import Any

from app.licensing.model import RESULT_TYPES
from app.model.findings import CODES

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer"}
FLAG: Json = {"type": "boolean"}
THING: Json = {"type": "object"}
SILENT: Json = {"type": ["string", "null"]}
STATUSES = ("exact", "likely", "ambiguous", "unknown", "missing", "mixed")
VERDICTS = ("compatible", "conditional", "incompatible", "unclear")


def _object(optional: tuple[str, ...] = (), /, **properties: Json) -> Json:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _list(of: Json) -> Json:
    return {"type": "array", "items": of}


def _named(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _nullable(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _counts(*names: str) -> dict[str, Json]:
    return dict.fromkeys(names, NUMBER)


NOTE = _object(code=TEXT, params=THING, text=TEXT)
LINKS = _object(self=TEXT, first=TEXT, prev=SILENT, next=SILENT, last=TEXT)
PAGED = {
    **_counts("total", "page", "page_size", "pages", "generation"),
    "sorting": TEXT,
    "notes": _list(NOTE),
    "links": LINKS,
}
KEYED = _object(("name", "label"), key=TEXT, name=TEXT, label=TEXT)
HIT = _object(
    id=TEXT,
    title=SILENT,
    publisher=SILENT,
    kommune=_nullable(KEYED),
    musterdatensatz=_nullable(KEYED),
    licence=_object(id=SILENT, status={"type": "string", "enum": list(STATUSES)}),
    formats=_list(TEXT),
    data_as_of=SILENT,
    modified=SILENT,
    portal=TEXT,
    url=TEXT,
)
RUN = {
    "run": NUMBER,
    "portal": TEXT,
    "state": TEXT,
    "started": SILENT,
    "ended": SILENT,
    **_counts("received", "added", "changed", "same", "retired", "rejected", "distributions"),
    "announced": {"type": ["integer", "null"]},
    "notes": _list(TEXT),
}
REJECT = _object(identifier=SILENT, position=TEXT, reason=TEXT, message=TEXT, value=TEXT)
PORTAL = {
    "portal": TEXT,
    "title": SILENT,
    "kind": TEXT,
    "url": TEXT,
    **_counts("datasets", "distributions"),
    "last_success": SILENT,
    "last_try": SILENT,
    "state": SILENT,
    "reason": SILENT,
}
FINDING = _object(
    code={"type": "string", "enum": sorted(CODES)},
    gravity=TEXT,
    portal=TEXT,
    dataset=SILENT,
    url=SILENT,
    subject=TEXT,
    run=NUMBER,
    message=TEXT,
    mend=TEXT,
)
LICENCE = _object(
    id=TEXT,
    name=_object(de=TEXT, en=TEXT),
    kind=TEXT,
    family=TEXT,
    version=TEXT,
    spdx=TEXT,
    url=TEXT,
    open=TEXT,
    hvd=TEXT,
)
READING = _object(
    text=TEXT,
    id=SILENT,
    status={"type": "string", "enum": list(STATUSES)},
    candidates=_list(TEXT),
    rule=TEXT,
)
ASKED = _object(("source",), text=SILENT, source=SILENT)
SCHEMAS: dict[str, Json] = {
    "DatasetList": _object(rows=_list(HIT), **PAGED),
    "Dataset": _object(
        id=TEXT,
        url=TEXT,
        first_seen=TEXT,
        changed=TEXT,
        retired=SILENT,
        dataset=THING,
        findings=_list(_object(code=TEXT, subject=TEXT, message=TEXT)),
    ),
    "Answer": _object(
        question=TEXT,
        title=TEXT,
        selection=THING,
        base=NUMBER,
        columns=_list(_object(key=TEXT, kind=TEXT, label=TEXT)),
        rows=_list(THING),
        **PAGED,
    ),
    "Questions": _object(
        count=NUMBER,
        questions=_list(
            _object(question=TEXT, title=TEXT, required=SILENT, sortings=_list(TEXT), choices=THING)
        ),
    ),
    "PortalList": _object(rows=_list(_object(**PORTAL)), **PAGED),
    "Portal": _object(**PORTAL, retired=NUMBER, catalogues=_list(THING)),
    "RunList": _object(rows=_list(_object(**RUN)), **PAGED),
    "Run": _object(**RUN, rejects=_list(REJECT)),
    "FindingList": _object(rows=_list(FINDING), **PAGED),
    "LicenceList": _object(rows=_list(LICENCE), **PAGED),
    "Licence": LICENCE,
    "Reading": READING,
    "Readings": {
        "anyOf": [
            _named("Reading"),
            _object(count=NUMBER, readings=_list(_named("Reading"))),
        ]
    },
    "Texts": {"anyOf": [SILENT, ASKED, _list({"anyOf": [SILENT, ASKED]})]},
    "Clearing-request": _object(
        ("commercial", "modify", "target"),
        inputs={**_list(TEXT), "minItems": 1},
        result_type={"type": "string", "enum": list(RESULT_TYPES)},
        commercial=FLAG,
        modify=FLAG,
        target=SILENT,
    ),
    "Clearing": _object(
        inputs=_list({}),
        result_type=TEXT,
        target=SILENT,
        verdict={"type": "string", "enum": list(VERDICTS)},
        confidence=TEXT,
        steps=_list({}),
        clash=_list({}),
        ask_provider=_list({}),
        duties=_list(THING),
        reasons=_list(THING),
        targets=_list(THING),
    ),
    "Problem": _object(type=TEXT, status=NUMBER, code=TEXT, detail=TEXT),
}
