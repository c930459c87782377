"""The reference pages of the methods, made from their declarations: an index, and a page for each topic."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING, Any

from greenict.methods.arguments import Argument, Kind
from greenict.methods.catalogue import TOPICS, catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greenict.methods.declaration import Method

_OPENING = """# Methods

Every formula of the catalogue, {count} in {topics} topics. Each is computed with `greenict calc METHOD name=value ...`; a list
or a table goes in as JSON after `name:=`. These pages are made from the formulas by `make docs`.

Status: V seen in a public source, R recomputed, D arithmetic on such figures, S a check with made-up inputs, B read from
background and not yet checked against the text of the Recommendation (high, med or low confidence). What that means
and which tables are missing: [what we do not know](../../explanation/what-we-do-not-know.md).
"""
_CONFIDENCE = re.compile(r"\bB-(high|med|low)\b")


def as_command(method: Method, inputs: Mapping[str, Any]) -> str:
    """Return the command that computes a method with these inputs.

    Examples
    --------
    >>> from greenict.methods.catalogue import find
    >>> as_command(find("ere_ratio"), {"pue_ratio": 1.5, "erf_ratio": 0.5})
    'greenict calc ere_ratio pue_ratio=1.5 erf_ratio=0.5'
    """
    words = ["greenict", "calc", method.id]
    for name, value in inputs.items():
        if isinstance(value, int | float | str):
            words.append(f"{name}={shlex.quote(str(value))}")
        else:
            words.append(f"{name}:={shlex.quote(json.dumps(value, ensure_ascii=False))}")
    return " ".join(words)


def pages() -> dict[str, str]:
    """Return each page as Markdown, by its file name."""
    index = {"README.md": "\n".join([_opening(), *_contents(), *_background()])}
    return index | {f"{topic}.md": _topic_page(topic, title) for topic, title in TOPICS.items() if _of(topic)}


def _of(topic: str) -> list[Method]:
    return [method for method in catalogue().values() if method.topic == topic]


def _opening() -> str:
    return _OPENING.format(count=len(catalogue()), topics=sum(bool(_of(topic)) for topic in TOPICS))


def _contents() -> list[str]:
    """Every method under its topic, with a link."""
    lines = []
    for topic, title in TOPICS.items():
        if methods := _of(topic):
            lines += [f"## [{title}]({topic}.md)", ""]
            lines += [f"- [{one.id}]({topic}.md#{one.id}): {one.title}" for one in methods]
            lines.append("")
    return lines


def _background() -> list[str]:
    """What rests on a background reading, so that nobody has to look for it."""
    lines = ["## Read from background", ""]
    for topic, title in TOPICS.items():
        read = [one for one in _of(topic) if _CONFIDENCE.search(one.status)]
        listed = ", ".join(f"[{one.id}]({topic}.md#{one.id}) ({one.status})" for one in read)
        lines += [f"- {title}: {listed}"] if read else []
    return [*lines, ""]


def _topic_page(topic: str, title: str) -> str:
    entries = [_entry(method) for method in _of(topic)]
    return "\n".join([f"# {title}\n", "[All methods](README.md)\n", *entries]).rstrip("\n") + "\n"


def _entry(method: Method) -> str:
    lines = [f"## {method.id}", "", f"{method.title}.", "", "```text", method.equation, "```", ""]
    if method.arguments:
        lines += ["| argument | unit | range | default | meaning |", "| --- | --- | --- | --- | --- |"]
        lines += [_row(argument) for argument in method.arguments]
        lines.append("")
    lines += [
        f"- Returns: {method.quantity} ({method.unit})",
        f"- Holds for: {method.validity}",
        f"- Refuses: {method.refusals}",
        f"- Source: {method.source}",
        f"- Status: {method.status}",
        "",
        "```console",
        f"$ {as_command(method, method.example.inputs)}",
        "```",
        "",
    ]
    return "\n".join(lines)


def _row(argument: Argument) -> str:
    shape = {Kind.LIST: "list of ", Kind.TABLE: "table of "}.get(argument.kind, "")
    plain = argument.kind in {Kind.TEXT, Kind.DATE}
    span = ", ".join(argument.choices) or ("" if plain else str(argument.bound))
    given = argument.default
    default = "" if given is None else f"{given:g}" if isinstance(given, int | float) else str(given)
    return f"| `{argument.name}` | {shape}{argument.unit} | {span} | {default} | {argument.meaning} |"
