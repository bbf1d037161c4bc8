"""As much of JSON Schema as the public schemas use: a second reading of them, which pydantic has no part in."""

import re
from collections.abc import Callable, Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
BOUNDS: dict[str, Callable[[Any, Any], bool]] = {
    "minimum": lambda value, bound: value >= bound,
    "maximum": lambda value, bound: value <= bound,
    "minLength": lambda value, bound: len(value) >= bound,
    "maxLength": lambda value, bound: len(value) <= bound,
    "minItems": lambda value, bound: len(value) >= bound,
    "maxItems": lambda value, bound: len(value) <= bound,
    "minProperties": lambda value, bound: len(value) >= bound,
    "pattern": lambda value, pattern: re.search(pattern, value) is not None,
    "const": lambda value, const: value == const and type(value) is type(const),
    "enum": lambda value, values: value in values,
}
PARTS = {
    "$ref",
    "anyOf",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "propertyNames",
    "items",
}
SAID = {"$schema", "$defs", "title", "description"}


def faults(schema: dict[str, Any], value: Any, root: dict[str, Any] | None = None, at: str = "$") -> Iterator[str]:
    """Yield where `value` is not as the schema says, and each word of the schema that is not known here."""
    root = schema if root is None else root
    yield from (f"{at}: unknown word {word}" for word in schema.keys() - PARTS - SAID - BOUNDS.keys())
    if "$ref" in schema:
        yield from faults(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root, at)
    if "anyOf" in schema and all([*faults(part, value, root, at)] for part in schema["anyOf"]):
        yield f"{at}: none of anyOf"
    if "type" in schema and not _is(schema["type"], value):
        yield f"{at}: not of type {schema['type']}"
        return
    yield from (f"{at}: {word}" for word, holds in BOUNDS.items() if word in schema and not holds(value, schema[word]))
    if isinstance(value, dict):
        yield from _keys(schema, value, root, at)
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from faults(schema["items"], item, root, f"{at}[{index}]")


def _keys(schema: dict[str, Any], value: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    yield from (f"{at}: no {key}" for key in schema.get("required", []) if key not in value)
    for key, part in value.items():
        yield from faults(schema.get("propertyNames", {}), key, root, f"{at}: the key {key}")
        fitting = [schema["properties"][key]] if key in schema.get("properties", {}) else []
        fitting += [inner for pattern, inner in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
        rest = schema.get("additionalProperties", True)
        if not fitting and rest is False:
            yield f"{at}: {key} is not known"
        elif not fitting and isinstance(rest, dict):
            fitting = [rest]
        for inner in fitting:
            yield from faults(inner, part, root, f"{at}.{key}")


def _is(name: str, value: Any) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))
