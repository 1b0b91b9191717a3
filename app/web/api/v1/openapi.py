# SPDX-License-Identifier: EUPL-1.2
"""The description of /api/v1 as OpenAPI 3.1, made from the tables that route and check it."""

import re
from typing import Any

from app import version
from app.web import messages
from app.web.api.v1.operation import KEY, PARAMETERS, Operation
from app.web.api.v1.schemas import SCHEMAS
from app.web.api.v1.table import OPERATIONS
from app.web.desk import desk, lang, say

Json = dict[str, Any]
JSON = "application/json"
PROBLEM = "application/problem+json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document() -> Json:
    """The whole description in the request's language."""
    paths: dict[str, Json] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{desk().site.title} – API",
            "version": version(),
            "description": say("api.about"),
        },
        "jsonSchemaDialect": DIALECT,
        "servers": [{"url": f"{desk().site.url}/api/v1"}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }


def sentence(operation: Operation) -> str:
    """What the operation answers, in one sentence."""
    if "code" in operation.given:
        return say(operation.given["code"])
    return say(f"api.op.{operation.name}")


def variables(operation: Operation) -> list[str]:
    """Names in the path."""
    return re.findall(r"{(\w+)}", operation.path)


def _operation(operation: Operation) -> Json:
    found: Json = {
        "operationId": f"{operation.method}-{operation.name}",
        "summary": sentence(operation),
        "parameters": [*_in_path(operation), *_in_query(operation)],
        "responses": _responses(operation),
    }
    if operation.body:
        content = {JSON: {"schema": _named(operation.body)}}
        found["requestBody"] = {"required": True, "content": content}
    return found


def _in_path(operation: Operation) -> list[Json]:
    return [
        {"name": name, "in": "path", "required": True, "schema": KEY}
        for name in variables(operation)
    ]


def _in_query(operation: Operation) -> list[Json]:
    return [_parameter(operation, name) for name in operation.allowed()]


def _parameter(operation: Operation, name: str) -> Json:
    found: Json = {
        "name": name,
        "in": "query",
        "required": name in operation.required,
        "schema": schema_of(operation, name),
        "description": described(name),
    }
    if found["schema"]["type"] == "array":
        found |= {"style": "form", "explode": True}
    return found


def described(name: str) -> str:
    """What a parameter does; a choice of one question alone has one sentence for all."""
    code = f"api.parameter.{name}"
    return say(code if messages.has(lang(), code) else "api.parameter.choice")


def schema_of(operation: Operation, name: str) -> Json:
    """What a parameter may be."""
    if name == "sortierung":
        return {"type": "string", "enum": list(operation.sort_values)}
    return dict(operation.own.get(name) or PARAMETERS[name])


def _responses(operation: Operation) -> Json:
    found: Json = {"200": _answer("api.done", JSON, operation.schema)}
    if variables(operation):
        found["404"] = _answer("api.not_there", PROBLEM, "Problem")
    if operation.body:
        found["413"] = _answer("api.too_much", PROBLEM, "Problem")
    if operation.costly:
        found["429"] = _answer("api.too_often", PROBLEM, "Problem")
    common = {"400": "api.wrong", "414": "web.error_414", "503": "web.error_503"}
    return found | {at: _answer(code, PROBLEM, "Problem") for at, code in common.items()}


def _answer(code: str, media_type: str, schema: str) -> Json:
    return {"description": say(code), "content": {media_type: {"schema": _named(schema)}}}


def _named(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
