"""What if an input were another: one input along its range, or several inputs anywhere in theirs.

`varied` moves one input in even steps. `ranged` tells between which values the result lies when some inputs
are known only by a range. It computes every corner of the ranges, and draws inside them with a fixed seed.
Where the formula rises or falls all along in each of these inputs, as nearly every one does, the
corners are exact and no draw lies outside them. Where a draw does lie outside, the formula bends in
between: the range is then that of corners and draws together, and is said to rest on draws. No
probability is meant: each value within a range counts as possible, and inputs move apart from each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.errors import BadArgument, GreenictError, UnknownName
from greenict.methods.arguments import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from greenict.methods.arguments import Argument
    from greenict.methods.declaration import Method

DRAWS, SEED = 1000, 73
MOST_STEPS, MOST_RANGES = 201, 10


@dataclass(frozen=True)
class Span:
    """A range of an input, with the value taken for the result itself."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True)
class Outcome:
    """Between which values the result lies; for a result in words, which of them occur."""

    low: float | None
    high: float | None
    basis: str
    texts: tuple[str, ...] = ()


def steps_between(low: float, high: float, steps: int = 5) -> list[float]:
    """Return evenly spaced values from low to high.

    Raises
    ------
    BadArgument
        Where the range is empty or the number of steps is not one that can be shown.

    Examples
    --------
    >>> steps_between(4, 8)
    [4.0, 5.0, 6.0, 7.0, 8.0]
    """
    if not low < high:
        raise BadArgument("vary", f"{low:g}:{high:g}", "give low:high with low below high")
    if not 2 <= steps <= MOST_STEPS:
        raise BadArgument("vary", steps, f"give 2 to {MOST_STEPS} steps")
    return [float(f"{value:.12g}") for value in np.linspace(low, high, steps)]


def varied(method: Method, inputs: Mapping[str, Any], name: str, values: Sequence[float]) -> list[Any]:
    """Return the result at each value of one input, the others as given.

    Raises
    ------
    UnknownName, BadArgument
        As `Method.compute`; and where the input or the result is no single number.
    """
    _number(method, name)
    _refuse_columns(method, inputs)
    return [method.compute(**{**inputs, name: value}) for value in values]


def ranged(method: Method, inputs: Mapping[str, Any], spans: Mapping[str, Span]) -> Outcome:
    """Return between which values the result lies; `inputs` holds the others.

    Raises
    ------
    UnknownName, BadArgument
        As `Method.compute`, for any point of the ranges; and where there are too many ranges.
    """
    if len(spans) > MOST_RANGES:
        raise BadArgument("ranges", len(spans), f"give at most {MOST_RANGES} inputs as ranges")
    _refuse_columns(method, inputs)
    for name, span in spans.items():
        _check(_number(method, name), span)
    corners = np.array(list(product(*((span.low, span.high) for span in spans.values()))))
    lows, highs = corners.min(axis=0), corners.max(axis=0)
    shares = np.random.default_rng(SEED).random((DRAWS, len(spans)))
    at_corners = _results(method, inputs, list(spans), corners)
    inside = _results(method, inputs, list(spans), lows + shares * (highs - lows))
    if isinstance(at_corners[0], str):
        return Outcome(None, None, "corners and draws", tuple(sorted({*at_corners, *inside})))
    low, high = min(at_corners), max(at_corners)
    slack = 1e-9 * max(abs(low), abs(high))
    bends = min(inside) < low - slack or max(inside) > high + slack
    if not bends:
        return Outcome(low, high, "corners")
    return Outcome(min(low, *inside), max(high, *inside), "draws")


def _number(method: Method, name: str) -> Argument:
    for argument in method.arguments:
        if argument.name == name:
            if argument.kind is not Kind.NUMBER:
                raise BadArgument(name, argument.kind.value, "only a number has a range")
            return argument
    known = [argument.name for argument in method.arguments]
    raise UnknownName(f"argument of {method.id}", name, mend=f"its arguments are {', '.join(known)}")


def _check(argument: Argument, span: Span) -> None:
    for value in (span.low, span.mid, span.high):
        argument.read(value)
    if not span.low <= span.mid <= span.high or span.low == span.high:
        shown = f"{span.low:g}..{span.mid:g}..{span.high:g}"
        raise BadArgument(argument.name, shown, "give low..high or low..middle..high, in rising order")


def _results(method: Method, inputs: Mapping[str, Any], names: list[str], points: Any) -> list[Any]:
    """Compute many points: as columns where the method takes them, one by one where it does not."""
    columns = [one.takes_column for one in method.arguments if one.name in names]
    if all(columns):
        try:
            value = method.compute(**inputs, **dict(zip(names, points.T, strict=True)))
        except GreenictError:
            value = None  # one by one, so that the refusal names the numbers themselves
        if np.ndim(value) == 1 and len(value) == len(points):
            return [float(one) for one in value]
    return [method.compute(**inputs, **dict(zip(names, map(float, point), strict=True))) for point in points]


def _refuse_columns(method: Method, inputs: Mapping[str, Any]) -> None:
    for argument in method.arguments:
        if argument.kind is Kind.NUMBER and np.ndim(inputs.get(argument.name, 0)):
            raise BadArgument(argument.name, "a column", "ranges go with single numbers; give one number")
