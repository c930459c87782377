"""The parts of a method's page: the result, what it was computed from, how to get it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, isfinite, log10
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from babel import numbers as cldr

from greenict_portal.calculators import engine, names
from greenict_portal.foundation.numbers import locale_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DIGITS = 6
LISTED = 100


@dataclass(frozen=True)
class Figure:
    """A value to show: `exact` for machines, `text` for people; `is_text` where it is no number.

    A range goes from `text` to `up_to`.
    """

    exact: str
    text: str
    unit: str
    is_text: bool = False
    up_to: str = ""


@dataclass(frozen=True)
class Input:
    """An input with its unit; `source` says where a default comes from."""

    name: str
    meaning: str
    figures: Sequence[Figure]
    defaulted: bool
    source: str


@dataclass(frozen=True)
class AnswerPage:
    """A result with all that stands beside it."""

    figures: Sequence[Figure]
    count: int
    range: Figure | None
    by_draws: bool
    may_be: Sequence[str]
    inputs: Sequence[Input]
    question: str
    command: str


def answer_page(answer: engine.Answer, given: engine.Given) -> AnswerPage:
    """What the page shows of a result."""
    method, value = answer.method, engine.plain(answer.value)
    found = answer.range
    return AnswerPage(
        figures=figures(value, method.unit),
        count=len(value) if isinstance(value, list) else 1,
        range=range_figure(found.low, found.high, method.unit) if found else None,
        by_draws=found is not None and found.basis != "corners",
        may_be=found.texts if found else (),
        inputs=_inputs(answer),
        question=urlencode(engine.as_texts(method, given)),
        command=engine.command(method, given),
    )


def _inputs(answer: engine.Answer) -> list[Input]:
    taken = {one.name for one in answer.defaults}
    return [
        Input(
            one.name,
            one.meaning,
            _input_figures(answer, one),
            one.name in taken,
            answer.method.source_of_default(one) if one.name in taken else "",
        )
        for one in answer.method.arguments
        if answer.inputs[one.name] is not None
    ]


def _input_figures(answer: engine.Answer, argument: engine.Argument) -> list[Figure]:
    if span := answer.spans.get(argument.name):
        low, high = exact_number(span.low), exact_number(span.high)
        return [Figure(engine.text_of(span), low, names.unit(argument.unit), up_to=high)]
    return figures(engine.plain(answer.inputs[argument.name]), argument.unit)


def figures(value: Any, unit: str) -> list[Figure]:
    """One figure, or the first of a list or a table."""
    if isinstance(value, dict):
        return [
            Figure(engine.text_of(one), f"{name}: {exact_number(one)}", names.unit(unit))
            for name, one in list(value.items())[:LISTED]
        ]
    return [figure(one, unit) for one in (value[:LISTED] if isinstance(value, list) else [value])]


def figure(value: Any, unit: str) -> Figure:
    """A number with its unit, or a text."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Figure(str(value), str(value), "", is_text=True)
    shown = "" if unit in names.UNWRITTEN else names.unit(unit)
    text = f"{value:.10g}" if unit == "calendar year" else exact_number(value)
    return Figure(engine.text_of(value), text, shown)


def range_figure(low: float | None, high: float | None, unit: str) -> Figure | None:
    """The range of a result; nothing where it has none, or is a text."""
    if low is None or high is None:
        return None
    first, last = figure(low, unit), figure(high, unit)
    return Figure(f"{first.exact}..{last.exact}", first.text, first.unit, up_to=last.text)


def refusals(method: engine.Method) -> str:
    """When a method refuses, without the names of the library's errors."""
    words = re.sub(r"\b(?:BadArgument|UnknownName)\b(?:,| and| or)? ?", "", method.refusals).strip()
    return words[:1].upper() + words[1:]


def exact_number(value: float) -> str:
    """A number with six significant digits, whole above that, in the page's language."""
    locale = locale_code()
    if not isfinite(value):
        return "–"
    size = floor(log10(abs(value))) if value else 0
    if not -5 < size < 15:
        pattern = "0." + "#" * (DIGITS - 1) + "E0"
        return cldr.format_scientific(value, format=pattern, locale=locale, numbering_system="default")
    decimals = max(0, DIGITS - 1 - size)
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    return cldr.format_decimal(value, format=pattern, locale=locale, numbering_system="default")


def example_question(method: engine.Method) -> str:
    """The worked example as the question of an address."""
    return urlencode(engine.example_texts(method))


def kept_row(question: Mapping[str, str]) -> str:
    """The question of a calculation that was kept."""
    return urlencode(question)
