"""The inputs of a method as people write them: name=value, name=low..high, name:=JSON, --vary."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from greenict.errors import BadArgument, UnknownName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenict.methods.arguments import Argument
    from greenict.methods.declaration import Method
    from greenict.methods.what_if import Span

_RANGE = re.compile(r"(.+?)\.\.(.+?)(?:\.\.(.+))?")


@dataclass
class Given:
    """What stands on the command line: values, and the ranges of those that were given as ranges."""

    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)


def read_inputs(method: Method, inputs: Sequence[str]) -> Given:
    """Return the inputs by name; an input given as a range has its middle among the values.

    Raises
    ------
    BadArgument
        Where a text is no input, stands twice, or is of the wrong kind.
    UnknownName
        Where the method has no such argument.
    """
    arguments = {argument.name: argument for argument in method.arguments}
    found = Given()
    for text in inputs:
        match = re.fullmatch(r"([^=:]+)(:?=)(.*)", text, flags=re.DOTALL)
        if not match:
            raise BadArgument("input", text, "write name=value, or name:=JSON for a list or a table")
        name, sign, value = match[1].strip(), match[2], match[3]
        if name in found.values:
            raise BadArgument(name, value, "it is given twice; give it once")
        if name not in arguments:
            raise _unknown(method, name)
        if sign == ":=":
            found.values[name] = from_json(name, value)
        elif arguments[name].kind == "number" and (ends := _RANGE.fullmatch(value)):
            found.spans[name] = _span(arguments[name], *ends.groups())
            found.values[name] = found.spans[name].mid
        else:
            found.values[name] = from_text(arguments[name], value)
    return found


def from_json(name: str, text: str) -> Any:
    """Return what JSON says; raises BadArgument."""
    try:
        return json.loads(text, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        mend = 'give JSON after :=, such as [1, 2] or {"a": 1}, each name once'
        raise BadArgument(name, text if len(text) < 200 else f"{text[:200]}...", mend) from error


def from_text(argument: Argument, text: str) -> Any:
    """Return a number, or the text where the argument takes one; raises BadArgument."""
    if argument.kind in {"text", "date"}:
        return text
    if argument.kind != "number":
        sample = "[1, 2]" if argument.kind == "list" else '{"a": 1, "b": 2}'
        mend = f"it takes a {argument.kind}; write {argument.name}:='{sample}'"
        raise BadArgument(argument.name, text, mend)
    try:
        return float(text)
    except ValueError as error:
        mend = f"give a plain number of {argument.unit}, with a decimal point and without the unit"
        raise BadArgument(argument.name, text, mend) from error


def read_vary(method: Method, text: str) -> tuple[Argument, list[float]]:
    """Return the argument and its values of `name=low:high[:steps]`; the name may lack its unit.

    Raises
    ------
    BadArgument, UnknownName
        Where the text is not of that form, or names no argument, or more than one.
    """
    from greenict.methods.what_if import steps_between  # noqa: PLC0415 - imports NumPy, slow

    match = re.fullmatch(r"([^=:]+)=([^:]+):([^:]+?)(?::([^:]+))?", text)
    if not match:
        raise BadArgument("--vary", text, "write name=low:high or name=low:high:steps")
    name = match[1].strip()
    exact = [one for one in method.arguments if one.name == name]
    close = exact or [one for one in method.arguments if one.name.startswith(f"{name}_")]
    if not close:
        raise _unknown(method, name)
    if len(close) > 1:
        raise BadArgument("--vary", name, f"it may be {' or '.join(one.name for one in close)}; write which")
    argument = close[0]
    if argument.kind != "number":
        raise BadArgument("--vary", name, f"{argument.name} is a {argument.kind}; only a number can vary")
    if match[4] and not match[4].strip().isdigit():
        raise BadArgument("--vary", text, "give the number of steps as a whole number")
    low, high = from_text(argument, match[2]), from_text(argument, match[3])
    return argument, steps_between(low, high, int(match[4])) if match[4] else steps_between(low, high)


def _span(argument: Argument, *ends: str | None) -> Span:
    from greenict.methods.what_if import Span  # noqa: PLC0415 - as above

    values = [from_text(argument, end) for end in ends if end is not None]
    return Span(values[0], (values[0] + values[1]) / 2 if len(values) == 2 else values[1], values[-1])


def _unknown(method: Method, name: str) -> UnknownName:
    names = ", ".join(argument.name for argument in method.arguments)
    return UnknownName(f"argument of {method.id}", name, mend=f"its arguments are {names}")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in a table")
    return found
