"""`greenict calc`: one formula of the catalogue, with numbers, lists and tables from the command line."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from greenict.errors import BadArgument, UnknownName

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greenict.methods.arguments import Argument
    from greenict.methods.declaration import Method

_EXAMPLES = """\b
Examples:
  greenict calc pue_ratio facility_energy_kwh=13000000 it_energy_kwh=10000000
  greenict calc iteu_sv_percent server_utilisation_percent:='[10, 20, 60]' --format json
  greenict calc --list
"""


def _catalogue() -> Mapping[str, Method]:
    # The formulas need NumPy, which takes a tenth of a second: not for `greenict --help`.
    from greenict.methods.catalogue import catalogue  # noqa: PLC0415

    return catalogue()


def _find(name: str) -> Method:
    # As above: NumPy is slow to import.
    from greenict.methods.catalogue import find  # noqa: PLC0415

    return find(name)


def _complete(_context: click.Context, _parameter: click.Parameter, start: str) -> list[CompletionItem]:
    return [
        CompletionItem(name, help=known.title)
        for name, known in _catalogue().items()
        if name.startswith(start)
    ]


@click.command("calc", epilog=_EXAMPLES)
@click.argument("method", required=False, shell_complete=_complete)
@click.argument("inputs", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--list", "listed", is_flag=True, help="List every method with its arguments and units.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the answer is written.",
)
def calc(*, method: str | None, inputs: tuple[str, ...], listed: bool, style: str) -> None:
    """Compute METHOD from its inputs, given as name=value.

    A number stands in the unit that its name ends in. A list or a table is given as JSON after
    name:=, and so is a column of numbers.
    """
    if listed:
        if method:
            raise click.UsageError("--list takes no method")
        click.echo(_list_as_json() if style == "json" else _list_as_text())
        return
    if not method:
        raise click.UsageError("give the name of a method, or --list")
    found = _find(method)
    checked = found.read(_read_inputs(found, inputs))
    value = found.compute(**checked)
    click.echo(_as_json(found, checked, value) if style == "json" else _as_text(found, checked, value))


def _read_inputs(method: Method, inputs: tuple[str, ...]) -> dict[str, Any]:
    arguments = {argument.name: argument for argument in method.arguments}
    found: dict[str, Any] = {}
    for text in inputs:
        match = re.fullmatch(r"([^=:]+)(:?=)(.*)", text, flags=re.DOTALL)
        if not match:
            raise BadArgument("input", text, "write name=value, or name:=JSON for a list or a table")
        name, sign, value = match[1].strip(), match[2], match[3]
        if name in found:
            raise BadArgument(name, value, "it is given twice; give it once")
        if name not in arguments:
            mend = f"its arguments are {', '.join(arguments)}"
            raise UnknownName(f"argument of {method.id}", name, mend=mend)
        found[name] = _from_json(name, value) if sign == ":=" else _from_text(arguments[name], value)
    return found


def _from_json(name: str, text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        mend = 'give JSON after :=, such as [1, 2] or {"a": 1}, each name once'
        raise BadArgument(name, text if len(text) < 200 else f"{text[:200]}...", mend) from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in a table")
    return found


def _from_text(argument: Argument, text: str) -> Any:
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


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: columns as lists, dates as text."""
    if isinstance(value, date):
        return value.isoformat()
    return value.tolist() if hasattr(value, "tolist") else value


def _as_json(method: Method, inputs: Mapping[str, Any], value: Any) -> str:
    answer = {
        "method": method.id,
        "value": _plain(value),
        "unit": method.unit,
        "inputs": {name: _plain(given) for name, given in inputs.items()},
        "source": method.source,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False)


def _as_text(method: Method, inputs: Mapping[str, Any], value: Any) -> str:
    width = max((len(name) for name in inputs), default=0)
    lines = [method.title, "", *(f"  {line}" for line in method.equation.splitlines()), ""]
    for argument in method.arguments:
        shown = _shown(inputs[argument.name], argument.unit)
        lines.append(f"  {argument.name:<{width}}  {shown}")
    lines += ["", f"  {method.id} = {_shown(value, method.unit)}", ""]
    lines += [f"Source: {method.source}", f"Status: {method.status}"]
    return "\n".join(lines)


def _shown(value: Any, unit: str) -> str:
    plain = _plain(value)
    if plain is None:
        return "not given"
    if isinstance(plain, float):
        text = f"{plain:.10g}"
    else:
        text = plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)
    return text if unit in {"text", "date", "class", "code", "verdict"} else f"{text} {unit}"


def _list_as_json() -> str:
    listed = [
        {
            "id": method.id,
            "title": method.title,
            "topic": method.topic,
            "arguments": [_argument(argument) for argument in method.arguments],
            "quantity": method.quantity,
            "unit": method.unit,
            "source": method.source,
            "equation": method.equation,
            "status": method.status,
        }
        for method in _catalogue().values()
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def _argument(argument: Argument) -> dict[str, Any]:
    shape = {"list": " (a list)", "table": " (a table)"}.get(argument.kind, "")
    choices = f"; one of {', '.join(argument.choices)}" if argument.choices else ""
    return {
        "name": argument.name,
        "unit": argument.unit,
        "required": argument.required,
        "default": argument.default,
        "meaning": f"{argument.meaning}{shape}{choices}",
    }


def _list_as_text() -> str:
    lines: list[str] = []
    topic = ""
    for method in _catalogue().values():
        if method.topic != topic:
            topic = method.topic
            lines += ["", topic.replace("_", " ")]
        lines.append(f"  {method.id}  [{method.unit}]  {method.title}")
        lines.append("      " + ", ".join(_call(argument) for argument in method.arguments))
    return "\n".join(lines).lstrip("\n")


def _call(argument: Argument) -> str:
    sign = ":=" if argument.kind in {"list", "table"} else "="
    return f"{argument.name}{sign}" + ("" if argument.required else f"{argument.default}")
