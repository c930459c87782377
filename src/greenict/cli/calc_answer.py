"""How `greenict calc` writes its answer for people: as text with a chart of bars."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from greenict.cli.printing import number
from greenict.methods.answer import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenict.methods.answer import Answer
    from greenict.methods.what_if import Span

_BAR = 40
_UNWRITTEN = {"text", "date", "class", "code", "verdict"}
_BASES = {
    "corners": "computed at the ends of the ranges",
    "draws": "computed at the ends of the ranges and at 1000 points between: the formula bends, so nearly",
    "corners and draws": "computed at the ends of the ranges and at 1000 points between",
}


def as_text(answer: Answer) -> str:
    """Return the answer for people: equation, inputs, value, range, defaults, chart, source."""
    method, inputs = answer.method, answer.inputs
    width = max((len(name) for name in inputs), default=0)
    lines = [method.title, "", *(f"  {line}" for line in method.equation.splitlines()), ""]
    defaulted = {one.name for one in answer.defaults}
    for argument in method.arguments:
        name = argument.name
        note = f"  ({_span_in_words(answer.spans[name])})" if name in answer.spans else ""
        note = "  (default)" if name in defaulted else note
        lines.append(f"  {name:<{width}}  {shown(inputs[name], argument.unit)}{note}")
    lines += ["", f"  {method.id} = {shown(answer.value, method.unit)}"]
    lines += _range_in_words(answer)
    lines += _chart(answer)
    lines += _defaults_in_words(answer)
    lines += ["", f"Source: {method.source}", f"Status: {method.status}"]
    return "\n".join(lines)


def _span_in_words(span: Span) -> str:
    return f"from {span.low:.10g} to {span.high:.10g}"


def _range_in_words(answer: Answer) -> list[str]:
    found = answer.range
    if found is None:
        return []
    if found.texts:
        return [f"  it may be {', '.join(found.texts)}", f"  ({_BASES[found.basis]})"]
    low, high = number(found.low), number(found.high)
    unit = answer.method.unit
    return [f"  range {low} to {high} {unit}", f"  ({_BASES[found.basis]})"]


def _defaults_in_words(answer: Answer) -> list[str]:
    if not answer.defaults:
        return []
    return [
        "",
        "Defaults taken",
        *(
            f"  {one.name} = {shown(one.default, one.unit)}: {answer.method.source_of_default(one)}"
            for one in answer.defaults
        ),
    ]


def _chart(answer: Answer) -> list[str]:
    """A table of the values, each with its bar; bars begin at zero, so that their lengths compare."""
    if answer.varied is None:
        return []
    argument, values, results = answer.varied
    method = answer.method
    cells = [
        (f"{value:.10g}", one if isinstance(one, str) else number(one))
        for value, one in zip(values, results, strict=True)
    ]
    left = max(len(argument.name), *(len(cell) for cell, _ in cells))
    right = max(len(cell) for _, cell in cells)
    bars = [""] * len(cells) if isinstance(results[0], str) else _bars(results)
    lines = ["", f"If {argument.name} were another ({argument.unit}; result in {method.unit}):"]
    lines += [
        f"  {value:>{left}}  {result:>{right}}  {bar}".rstrip()
        for (value, result), bar in zip(cells, bars, strict=True)
    ]
    return lines


def _bars(results: Sequence[float]) -> list[str]:
    low, high = min(0.0, *results), max(0.0, *results)
    scale = _BAR / (high - low) if high > low else 0.0
    zero = round(-low * scale)
    bars = []
    for result in results:
        length = round(abs(result) * scale)
        start = zero - length if result < 0 else zero
        bars.append(" " * start + "█" * length)
    return bars


def shown(value: Any, unit: str) -> str:
    """Return a value with its unit, in words."""
    bare = plain(value)
    if bare is None:
        return "not given"
    if isinstance(bare, float):
        text = f"{bare:.10g}"
    else:
        text = bare if isinstance(bare, str) else json.dumps(bare, ensure_ascii=False)
    return text if unit in _UNWRITTEN else f"{text} {unit}"
