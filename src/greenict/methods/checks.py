"""What a formula itself refuses, whichever way it is called.

Bounds of one argument stand in its declaration. Here are the rules that tie arguments together, for
numbers and columns alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from greenict.errors import BadArgument

if TYPE_CHECKING:
    from numpy.typing import NDArray

Number = TypeVar("Number")


class RowsRefused(BadArgument):
    """Some rows of a column break a rule; `holds` tells which do not."""

    def __init__(self, argument: str, value: object, mend: str, holds: NDArray[np.bool_]) -> None:
        super().__init__(argument, value, mend)
        self.holds = holds


def require(holds: object, argument: str, value: object, mend: str) -> None:
    """Raise BadArgument unless the condition holds, everywhere where it is a column."""
    held = np.asarray(holds)
    if held.all():
        return
    if held.ndim == 1:
        raise RowsRefused(argument, value, mend, held.astype(bool))
    raise BadArgument(argument, value, mend)


def divided(value: Number, by: object, argument: str) -> Number:
    """Return the value divided by an argument, which is named in the error where it is zero."""
    require(np.asarray(by) != 0, argument, by, "give a number other than 0: it divides")
    return value / by  # type: ignore[operator, no-any-return]


def require_sum_of_one(shares: object, argument: str) -> None:
    """Raise BadArgument unless the shares add up to 1 (to one in a million)."""
    total = float(np.sum(np.asarray(shares, dtype=float)))
    require(
        abs(total - 1) <= 1e-6, argument, shares, f"the shares add up to {total:g}; they must add up to 1"
    )


def require_same_length(first: object, second: object, argument: str, other: str) -> None:
    """Raise BadArgument unless two lists have the same number of entries."""
    left, right = np.size(np.asarray(first)), np.size(np.asarray(second))
    require(left == right, argument, first, f"it has {left} entries and {other} has {right}; give as many")


def require_same_keys(first: dict[str, float], second: dict[str, float], argument: str, other: str) -> None:
    """Raise BadArgument unless two tables name the same things."""
    odd = sorted(set(first) ^ set(second))
    require(not odd, argument, odd, f"{argument} and {other} must name the same things")
