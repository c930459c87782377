"""A figure with the range of its draws, and how far two figures that share draws lie apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from greenict_portal.topics.engine import Floats

INTERVAL = (5, 95)


@dataclass(frozen=True)
class Amount:
    """A figure with the range that holds nine cases in ten; no range where it has no spread."""

    value: float
    low: float | None = None
    high: float | None = None


def amount(value: float, draws: Floats | float) -> Amount:
    """A figure and the range of its draws."""
    if np.ndim(draws) == 0 or np.ptp(draws) == 0:
        return Amount(value)
    return Amount(value, *ends(draws))


def ends(draws: Floats | float) -> tuple[float, float]:
    """Between what and what nine draws in ten lie."""
    low, high = np.percentile(draws, INTERVAL)
    return float(low), float(high)


def more_than(value: float, draws: Floats, least: float, least_draws: Floats) -> dict[str, Any]:
    """How much more a figure is than the lowest; no difference where the range of it holds zero."""
    low, high = ends(draws - least_draws)
    return {"value": value - least, "low": low, "high": high, "none": low <= 0 <= high}
