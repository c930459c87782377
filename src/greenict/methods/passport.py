"""A product passport as JSON: built, checked against the published schema, and how complete it is.

The schema is `data/product-passport.schema.json`. It uses a small part of JSON Schema (types, bounds, patterns,
enumerations, required fields), and `problems` reads that part itself. Rules that tie fields together, which a
schema cannot say, are `_rules`.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from importlib.resources import files
from sys import float_info
from typing import TYPE_CHECKING, Any

from greenict.errors import BadArgument
from greenict.methods.declaration import method

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

VERSION = "1"
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
}
_OUTSIDE: dict[str, tuple[Callable[[float, float], bool], str]] = {
    "minimum": (lambda value, bound: value < bound, "give {} or more"),
    "maximum": (lambda value, bound: value > bound, "give at most {}"),
    "exclusiveMinimum": (lambda value, bound: value <= bound, "give more than {}"),
}


@cache
def passport_schema() -> Mapping[str, Any]:
    """Return the schema of the passport (JSON Schema, 2020-12)."""
    text = (
        files("greenict.methods").joinpath("data", "product-passport.schema.json").read_text(encoding="utf-8")
    )
    schema: dict[str, Any] = json.loads(text)
    return schema


def build_passport(**parts: Any) -> dict[str, Any]:
    """Return a passport of its parts: product, materials, substances, climate, durability, repair and so on.

    Parts that are None are left out, since an unknown is no zero.

    Raises
    ------
    BadArgument
        Where the passport would break the schema or contradict itself; the message names the first field.

    Examples
    --------
    >>> passport = build_passport(
    ...     product={"identifier": "0001", "name": "Phone", "manufacturer": "Maker", "mass_g": 160},
    ...     evidence={"issuer": "Maker", "issued_on": "2026-01-15"},
    ... )
    >>> passport["schema_version"]
    '1'
    """
    given = {name: part for name, part in parts.items() if part is not None}
    passport = {"schema_version": VERSION, **given}
    found = problems(passport)
    if found:
        field, _, mend = found[0].partition(": ")
        more = f" ({len(found) - 1} more)" if len(found) > 1 else ""
        raise BadArgument(field, _at(passport, field), mend + more)
    return passport


def problems(passport: Any) -> list[str]:
    """Return what is wrong with a passport, a line each: the field, and its mend."""
    broken = list(_broken(passport, passport_schema(), ""))
    return broken or list(_rules(passport))


def _broken(value: Any, schema: Mapping[str, Any], path: str) -> Iterator[str]:
    name = path or "passport"
    kind = schema["type"]
    is_of_kind = isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))
    if not is_of_kind:
        yield f"{name}: give {'an' if kind[0] in 'ao' else 'a'} {kind}"
    elif kind == "object":
        yield from _broken_object(value, schema, path)
    elif kind == "array":
        yield from _broken_array(value, schema, name)
    elif kind == "string":
        yield from _broken_text(value, schema, name)
    elif kind == "number":
        yield from _broken_number(value, schema, name)


def _broken_object(value: Mapping[str, Any], schema: Mapping[str, Any], path: str) -> Iterator[str]:
    dot = f"{path}." if path else ""
    yield from (f"{dot}{name}: missing; give it" for name in schema["required"] if name not in value)
    for name, part in value.items():
        if name in schema["properties"]:
            yield from _broken(part, schema["properties"][name], f"{dot}{name}")
        else:
            yield f"{dot}{name}: no such field; the fields are {', '.join(schema['properties'])}"


def _broken_array(value: list[Any], schema: Mapping[str, Any], name: str) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0):
        yield f"{name}: give {schema['minItems']} or more, or leave it out"
    for place, part in enumerate(value):
        yield from _broken(part, schema["items"], f"{name}[{place}]")


def _broken_text(value: str, schema: Mapping[str, Any], name: str) -> Iterator[str]:
    if len(value) < schema.get("minLength", 0):
        yield f"{name}: empty; give a text or leave it out"
    if value not in schema.get("enum", [value]):
        yield f"{name}: give one of {', '.join(schema['enum'])}"
    if not re.search(schema.get("pattern", ""), value):
        yield f"{name}: write it as {schema['pattern']}"
    if schema.get("format") == "date" and not _is_date(value):
        yield f"{name}: give a date as year-month-day, such as 2026-01-15"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-01-15")


def _broken_number(value: float, schema: Mapping[str, Any], name: str) -> Iterator[str]:
    if not -float_info.max <= value <= float_info.max:  # NaN is in no range; a whole number may be too long
        yield f"{name}: give a finite number"
    for rule, (is_outside, mend) in _OUTSIDE.items():
        if rule in schema and is_outside(value, schema[rule]):
            yield f"{name}: {mend.format(schema[rule])}"


def _rules(passport: Mapping[str, Any]) -> Iterator[str]:
    mass = passport["product"]["mass_g"]
    materials = sum(material["mass_g"] for material in passport.get("materials", []))
    if materials > mass * 1.005:
        yield f"materials: they weigh {materials:g} g together, the product {mass:g} g; mend one of the two"
    climate = passport.get("climate", {})
    stages = sum(climate.get("stages_ghg_kg", {}).values())
    if (
        "stages_ghg_kg" in climate
        and abs(stages - climate["total_ghg_kg"]) > 0.005 * climate["total_ghg_kg"] + 1e-9
    ):
        yield f"climate.total_ghg_kg: the stages add up to {stages:g}; give the same total"
    end = passport.get("end_of_life", {})
    if end.get("recoverability_share", 1) < end.get("recyclability_share", 0):
        yield "end_of_life.recoverability_share: give recyclability_share or more, since it adds energy to it"


def _at(passport: Any, path: str) -> Any:
    """Return what stands at a path such as `materials[0].mass_g`, or none where the field is missing."""
    found = passport
    for name in re.findall(r"[^.\[\]]+", path if path != "passport" else ""):
        try:
            found = found[int(name)] if isinstance(found, list) else found[name]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def completeness(passport: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many fields of the schema a passport fills, and how many there are.

    A list counts as the fields of its items: one is filled where every item has it. An empty list of substances says
    that there are none, so all its fields count as filled.
    """
    filled = [_is_filled(passport, path) for path in _leaves(passport_schema(), ())]
    return sum(filled), len(filled)


def _leaves(schema: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if schema["type"] == "object":
        for name, part in schema["properties"].items():
            yield from _leaves(part, (*path, name))
    elif schema["type"] == "array" and schema["items"]["type"] == "object":
        yield from _leaves(schema["items"], (*path, "[]"))
    else:
        yield path


def _is_filled(value: Any, path: tuple[str, ...]) -> bool:
    if not path:
        return value is not None
    if path[0] == "[]":
        return all(_is_filled(item, path[1:]) for item in value)
    return path[0] in value and _is_filled(value[path[0]], path[1:])


def _parsed(passport: str) -> Any:
    try:
        return json.loads(passport)
    except (ValueError, RecursionError) as error:
        shown = passport if len(passport) < 200 else f"{passport[:200]}..."
        raise BadArgument("passport", shown, "give the passport as JSON") from error


@method
def passport_verdict(*, passport: str) -> str:
    """Whether a product passport keeps the published schema and does not contradict itself.

    Parameters
    ----------
    passport : text
        the passport as JSON

    Returns
    -------
    verdict
        pass, or fail with each field and its mend

    Equation
    --------
    pass where every field keeps the schema, materials weigh no more than the product and stages add up to the total

    Validity
    --------
    The schema is this project's own form of the data that the Recommendations name.

    Raises
    ------
    BadArgument where the text is no JSON.

    Source
    ------
    ITU-T L.1070 (11/2023) and L.1071 (11/2024), kinds of data (background reading); schema urn:greenict:product-passport:1.

    Status
    ------
    B-med

    Examples
    --------
    >>> passport_verdict(passport='{"schema_version": "1", "product": {"identifier": "1", "name": "Phone", "manufacturer": "M", "mass_g": 160}, "evidence": {"issuer": "M"}}')
    'fail: evidence.issued_on: missing; give it'
    """
    found = problems(_parsed(passport))
    return f"fail: {'; '.join(found)}" if found else "pass"


@method
def passport_filled_percent(*, passport: str) -> float:
    """How complete a product passport is: the part of the schema's fields that it fills.

    Parameters
    ----------
    passport : text
        the passport as JSON

    Returns
    -------
    %
        fields filled, of all that the schema has

    Equation
    --------
    p = 100 * filled fields / fields of the schema

    Validity
    --------
    Of a passport that keeps the schema. A field in a list counts where every entry has it.

    Raises
    ------
    BadArgument where the text is no JSON or the passport breaks the schema.

    Source
    ------
    ITU-T L.1070 (11/2023) and L.1071 (11/2024), kinds of data (background reading); the measure is this project's own.

    Status
    ------
    B-med

    Examples
    --------
    >>> round(passport_filled_percent(passport='{"schema_version": "1", "product": {"identifier": "1", "name": "Phone", "manufacturer": "M", "mass_g": 160}, "evidence": {"issuer": "M", "issued_on": "2026-01-15"}}'), 2)
    16.28
    """
    content = _parsed(passport)
    found = problems(content)
    if found:
        raise BadArgument("passport", content, f"mend it first: {found[0]}")
    filled, fields = completeness(content)
    return 100 * filled / fields
