"""The one door to the library's methods. It computes nothing of its own.

A question is a method with a text for each argument, written as `greenict calc` takes them: `13000000`,
`4..8` for a range, JSON for a list or a table. What the page, the permanent address and the command say is
therefore the same.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from greenict.errors import BadArgument, GreenictError, UnknownName
from greenict.methods.answer import Answer, as_json, plain
from greenict.methods.arguments import Argument, Kind
from greenict.methods.asking import Given, read_inputs
from greenict.methods.catalogue import TOPICS, catalogue, find
from greenict.methods.declaration import Method
from greenict.methods.reference import as_command
from greenict.methods.what_if import ranged

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "TOPICS",
    "Answer",
    "Argument",
    "BadArgument",
    "Given",
    "GreenictError",
    "Kind",
    "Method",
    "UnknownName",
    "as_json",
    "catalogue",
    "find",
    "plain",
]

MOST_RANGES = 4
# One comma and no group of three behind it: a decimal comma beyond doubt. `1,250` may be either and is refused.
_COMMA = re.compile(r"([-+]?)(\d+),(\d+)")
_UNSAID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def search(words: str, topic: str = "") -> list[Method]:
    """The methods in which every word occurs, best first; all of a topic where there are no words."""
    wanted = words.casefold().split()
    found = []
    for place, (method, text) in enumerate(_texts()):
        if topic and method.topic != topic:
            continue
        if all(word in text for word in wanted):
            head = f"{method.id} {method.title}".casefold()
            found.append((-sum(word in head for word in wanted), place, method))
    return [method for _score, _place, method in sorted(found, key=lambda each: each[:2])]


@cache
def _texts() -> list[tuple[Method, str]]:
    """Each method with all that it says of itself, to search in."""
    return [
        (
            one,
            " ".join(
                [
                    one.id,
                    one.id.replace("_", " "),
                    one.title,
                    TOPICS.get(one.topic, ""),
                    one.quantity,
                    one.unit,
                    one.source,
                    *(argument.meaning for argument in one.arguments),
                ]
            ).casefold(),
        )
        for one in catalogue().values()
    ]


def read_text(method: Method, argument: Argument, text: str) -> Given:
    """What a text says for an argument; a value, or a range with its middle.

    Raises
    ------
    BadArgument
        Where it says nothing that the argument could take.
    """
    if _UNSAID.search(text):
        raise BadArgument(argument.name, _UNSAID.sub("?", text), "leave out the signs that cannot be seen")
    sign = "="
    if argument.kind in {Kind.LIST, Kind.TABLE} or (argument.kind is Kind.NUMBER and text.startswith("[")):
        sign = ":="
    elif argument.kind is Kind.NUMBER:
        text = "..".join(_with_point(part) for part in text.split(".."))
    return read_inputs(method, [f"{argument.name}{sign}{text}"])


def check(argument: Argument, given: Given) -> None:
    """Hold what was read against the argument's kind and bound.

    Raises
    ------
    BadArgument, UnknownName
        Where the argument refuses it.
    """
    ends = [end for span in given.spans.values() for end in (span.low, span.high)]
    for value in (*given.values.values(), *ends):
        argument.read(value)


def _with_point(text: str) -> str:
    text = text.strip().replace("٫", ".")
    match = _COMMA.fullmatch(text)
    if match and (len(match[3]) != 3 or match[2] == "0"):
        return f"{match[1]}{match[2]}.{match[3]}"
    return text


def read_json(method: Method, inputs: Mapping[str, Any]) -> Given:
    """What the inputs of the API say: as JSON has them, and a range as the text `4..8`.

    Raises
    ------
    BadArgument, UnknownName
        Where a range cannot be read.
    """
    numbers = {argument.name for argument in method.arguments if argument.kind is Kind.NUMBER}
    given = Given()
    for name, value in inputs.items():
        if name in numbers and isinstance(value, str) and ".." in value:
            one = read_inputs(method, [f"{name}={value}"])
            given.values.update(one.values)
            given.spans.update(one.spans)
        else:
            given.values[name] = value
    return given


def answer(method: Method, given: Given, *, with_defaults: bool = False) -> Answer:
    """The result as `greenict calc` has it, with its range where an input has one.

    Raises
    ------
    BadArgument, UnknownName
        Where the method refuses.
    """
    if len(given.spans) > MOST_RANGES:
        last = list(given.spans)[MOST_RANGES]
        raise BadArgument(last, "a range", f"give at most {MOST_RANGES} inputs as ranges")
    checked = method.read(given.values)
    value = method.compute(**checked)
    rest = {name: one for name, one in checked.items() if name not in given.spans}
    return Answer(
        method,
        checked,
        value,
        frozenset(name for name, one in given.values.items() if one is not None),
        given.spans,
        range=ranged(method, rest, given.spans) if given.spans else None,
        with_defaults=with_defaults,
    )


def as_texts(method: Method, given: Given) -> dict[str, str]:
    """The question in its plainest form, for a permanent address."""
    return {
        argument.name: text_of(given.spans.get(argument.name, given.values[argument.name]))
        for argument in method.arguments
        if given.values.get(argument.name) is not None
    }


def example_texts(method: Method) -> dict[str, str]:
    """The worked example of a method as a question."""
    return {name: text_of(value) for name, value in method.example.inputs.items() if value is not None}


def text_of(value: Any) -> str:
    """A value as a person writes it into a field."""
    if isinstance(value, str):
        return value
    if hasattr(value, "low"):
        return "..".join(text_of(end) for end in _ends(value))
    return json.dumps(_short(plain(value)), ensure_ascii=False)


def _ends(span: Any) -> list[float]:
    middle = [] if span.mid == (span.low + span.high) / 2 else [span.mid]
    return [span.low, *middle, span.high]


def _short(value: Any) -> Any:
    """Whole numbers without `.0`."""
    if isinstance(value, dict):
        return {name: _short(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_short(one) for one in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def command(method: Method, given: Given) -> str:
    """The command that computes the same."""
    inputs = {
        name: text_of(given.spans[name]) if name in given.spans else _short(plain(value))
        for name, value in given.values.items()
        if value is not None
    }
    return as_command(method, inputs)


def declaration(method: Method) -> dict[str, Any]:
    """All that a method says of itself, with the schema of its inputs."""
    return {
        **listed(method),
        "quantity": method.quantity,
        "equation": method.equation,
        "validity": method.validity,
        "refuses": method.refusals,
        "source": method.source,
        "status": method.status,
        "arguments": [_argument(method, one) for one in method.arguments],
        "inputs_schema": inputs_schema(method),
        "example": {"inputs": method.example.inputs, "command": as_command(method, method.example.inputs)},
    }


def listed(method: Method) -> dict[str, Any]:
    """A method as a list names it."""
    return {
        "id": method.id,
        "topic": method.topic,
        "topic_title": TOPICS.get(method.topic, method.topic),
        "title": method.title,
        "unit": method.unit,
    }


def _argument(method: Method, argument: Argument) -> dict[str, Any]:
    return {
        "name": argument.name,
        "kind": argument.kind.value,
        "unit": argument.unit,
        "meaning": argument.meaning,
        "required": argument.required,
        "default": plain(argument.default),
        "default_source": method.source_of_default(argument),
        "bound": "" if argument.kind in {Kind.TEXT, Kind.DATE} else str(argument.bound),
        "choices": list(argument.choices),
        "takes_column": argument.takes_column,
    }


def inputs_schema(method: Method) -> dict[str, Any]:
    """The JSON Schema of a method's inputs."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {one.name: _argument_schema(one) for one in method.arguments},
        "required": [one.name for one in method.arguments if one.required],
        "additionalProperties": False,
    }


def _argument_schema(argument: Argument) -> dict[str, Any]:
    about: dict[str, Any] = {"description": f"{argument.meaning} ({argument.unit})"}
    if not argument.required:
        about["default"] = plain(argument.default)
    number = _number_schema(argument)
    shapes: dict[Kind, dict[str, Any]] = {
        Kind.LIST: {"type": "array", "items": number, "minItems": 1},
        Kind.TABLE: {"type": "object", "additionalProperties": number, "minProperties": 1},
        Kind.TEXT: {"enum": list(argument.choices)}
        if argument.choices
        else {"type": "string", "pattern": "\\S"},
        Kind.DATE: {"type": "string", "format": "date"},
    }
    if argument.kind is not Kind.NUMBER:
        return {**about, **shapes[argument.kind]}
    ranged_text = {"type": "string", "pattern": "^.+\\.\\..+$", "description": "a range: low..high"}
    columns = [{"type": "array", "items": number, "minItems": 1}] if argument.takes_column else []
    return {**about, "anyOf": [number, *columns, ranged_text]}


def _number_schema(argument: Argument) -> dict[str, Any]:
    bound = argument.bound
    schema: dict[str, Any] = {"type": "number"}
    if bound.lower > float("-inf"):
        schema["exclusiveMinimum" if bound.lower_is_out else "minimum"] = bound.lower
    if bound.upper < float("inf"):
        schema["maximum"] = bound.upper
    return schema
