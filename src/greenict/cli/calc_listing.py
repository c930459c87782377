"""`greenict calc --list`: every method with its arguments and units."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greenict.methods.arguments import Argument
    from greenict.methods.declaration import Method


def list_as_json(methods: Iterable[Method]) -> str:
    """Return the catalogue as JSON: the keys are a contract."""
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
        for method in methods
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


def list_as_text(methods: Iterable[Method]) -> str:
    """Return the catalogue for people, by topic."""
    lines: list[str] = []
    topic = ""
    for method in methods:
        if method.topic != topic:
            topic = method.topic
            lines += ["", topic.replace("_", " ")]
        lines.append(f"  {method.id}  [{method.unit}]  {method.title}")
        lines.append("      " + ", ".join(_call(argument) for argument in method.arguments))
    return "\n".join(lines).lstrip("\n")


def _call(argument: Argument) -> str:
    sign = ":=" if argument.kind in {"list", "table"} else "="
    return f"{argument.name}{sign}" + ("" if argument.required else f"{argument.default}")
