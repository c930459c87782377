"""Reading a formula's docstring: its sections, its arguments, its worked example."""

from __future__ import annotations

import ast
import doctest
import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Example:
    """The worked example: what goes in, and how it is written in Python."""

    inputs: dict[str, Any]
    code: str


def sections(text: str) -> dict[str, str]:
    """Return the sections of a docstring by title; what stands before the first is under ''."""
    lines = inspect.cleandoc(text).splitlines()
    found: dict[str, list[str]] = {"": []}
    title = ""
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if line and below and set(below) == {"-"} and len(below) == len(line):
            title = line
            found[title] = []
        elif not (title and not found[title] and line and set(line) == {"-"}):
            found[title].append(line)
    return {name: "\n".join(body).strip("\n") for name, body in found.items()}


def entries(section: str) -> dict[str, tuple[str, str]]:
    """Return `name -> (what stands after the colon, the indented text)` of a section of arguments."""
    found: dict[str, tuple[str, list[str]]] = {}
    name = ""
    for line in section.splitlines():
        if line and not line.startswith(" "):
            name, _, kind = (part.strip() for part in line.partition(" : "))
            found[name] = (kind, [])
        elif name:
            found[name][1].append(line.strip())
    return {name: (kind, " ".join(text).strip()) for name, (kind, text) in found.items()}


def example(function: Callable[..., Any], section: str) -> Example:
    """Return the inputs of the first call of the function in its doctest.

    Raises
    ------
    ValueError
        Where the section calls the function nowhere: a mistake in the formula's docstring.
    """
    for step in doctest.DocTestParser().get_examples(section):
        for node in ast.walk(ast.parse(step.source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function.__name__:
                inputs = {str(word.arg): _value(word.value) for word in node.keywords}
                return Example(inputs, step.source.strip())
    raise ValueError(f"{function.__name__}: the section Examples does not call it")


def _value(node: ast.expr) -> Any:
    """Return a literal, or the text of a date written `date(2020, 7, 8)`."""
    if isinstance(node, ast.Call):
        year, month, day = (ast.literal_eval(part) for part in node.args)
        return f"{year:04d}-{month:02d}-{day:02d}"
    return ast.literal_eval(node)
