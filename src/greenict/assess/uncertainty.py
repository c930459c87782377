"""Ranges and shares of variance, right and cheap.

A factor is one random variable, however many lines use it: it is drawn once for all of them. Draws
therefore go over factors, not over lines. Each factor has its own stream of random numbers, made from
the seed and its name: adding a line or a set changes no other factor's draws, and two results that
share factors share their draws.

A figure Y is a sum of terms w x_i x_j over independent factors (x_i is one in most terms). Its variance
is therefore known without drawing:

    Var Y = sum_k (dY/dx_k)^2 Var x_k  +  sum_ij (w_ij)^2 Var x_i Var x_j  +  Var of the activity

with the derivatives taken at the means. The first sum gives each factor's share (its first-order Sobol
index, exact for such a Y), the second what factors only do together.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from greenict.errors import BadArgument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenict.factors.sets import Factor

Floats = NDArray[np.float64]
MOST_NUMBERS = 200_000_000  # draws x factors: 1.6 GB


def log_deviation(factor: Factor) -> float:
    """The standard deviation of the logarithm: half of ln(GSD squared), as 95 % lie within GSD squared."""
    return math.log(factor.spread or 1.0) / 2


def mean_of(factor: Factor) -> float:
    """The mean. The amount is the median, which a lognormal's mean exceeds."""
    if factor.distribution == "lognormal":
        return factor.amount * math.exp(log_deviation(factor) ** 2 / 2)
    return factor.amount


def variance_of(factor: Factor) -> float:
    """The variance."""
    spread = factor.spread or 0.0
    if factor.distribution == "lognormal":
        return mean_of(factor) ** 2 * math.expm1(log_deviation(factor) ** 2)
    if factor.distribution == "normal":
        return (factor.amount * spread) ** 2
    if factor.distribution == "uniform":
        return (factor.amount * spread) ** 2 / 3
    if factor.distribution == "triangular":
        return (factor.amount * spread) ** 2 / 6
    return 0.0


def stream(seed: int, name: str) -> np.random.Generator:
    """The random numbers that belong to a name."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return np.random.default_rng([seed, int.from_bytes(digest, "big")])


def draws_of(factor: Factor, seed: int, draws: int) -> Floats:
    """Draws of one factor."""
    spread = factor.spread or 0.0
    if factor.distribution == "none" or (spread == 0.0 and factor.distribution != "lognormal"):
        return np.full(draws, factor.amount)
    numbers = stream(seed, factor.key)
    if factor.distribution == "lognormal":
        return factor.amount * np.exp(log_deviation(factor) * numbers.standard_normal(draws))
    if factor.distribution == "normal":
        return factor.amount * (1 + spread * numbers.standard_normal(draws))
    if factor.distribution == "uniform":
        return factor.amount * (1 + spread * numbers.uniform(-1, 1, draws))
    return factor.amount * (1 + spread * numbers.triangular(-1, 0, 1, draws))


@dataclass(frozen=True)
class Weights:
    """A figure as a sum of weight x factor x factor; a factor's number of -1 stands for one."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    weight: Floats

    def joined(self) -> Weights:
        """Equal pairs of factors joined."""
        if len(self.weight) == 0:
            return self
        width = int(max(self.first.max(), self.second.max())) + 2
        code = (self.first + 1) * width + self.second + 1
        distinct, place = np.unique(code, return_inverse=True)
        weight = np.bincount(place, weights=self.weight, minlength=len(distinct)).astype(np.float64)
        return Weights(distinct // width - 1, distinct % width - 1, weight)


@dataclass(frozen=True)
class Range:
    """The median and the 90 % interval."""

    p05: float
    p50: float
    p95: float


class Sampler:
    """The draws of every factor of a result, made once and used for each of its figures."""

    def __init__(self, factors: Sequence[Factor], *, seed: int, draws: int) -> None:
        if not isinstance(draws, int) or draws < 0 or draws > 1_000_000:
            raise BadArgument("draws", draws, "give a whole number between 0 and 1,000,000")
        if not isinstance(seed, int) or seed < 0:
            raise BadArgument("seed", seed, "give a whole number of 0 or more")
        if draws * len(factors) > MOST_NUMBERS:
            most = MOST_NUMBERS // len(factors)
            raise BadArgument("draws", draws, f"{len(factors)} factors leave room for at most {most}")
        self.factors, self.seed, self.draws = factors, seed, draws
        ones = np.ones((1, draws))
        made = [draws_of(factor, seed, draws) for factor in factors]
        self._table = np.vstack([*made, ones]) if made else ones  # row -1 is the number one

    def values(self, weights: Weights, activity_variance: float = 0.0, name: str = "") -> Floats:
        """Draws of a figure."""
        drawn = self._of_factors(weights.joined())
        if activity_variance <= 0:
            return drawn
        numbers = stream(self.seed, f"activity {name}").standard_normal(self.draws)
        return drawn + math.sqrt(activity_variance) * numbers

    def _of_factors(self, joined: Weights) -> Floats:
        if len(joined.weight) == 0:
            return np.zeros(self.draws)
        firsts, row = np.unique(joined.first, return_inverse=True)
        seconds, column = np.unique(joined.second, return_inverse=True)
        matrix = np.zeros((len(firsts), len(seconds)))
        matrix[row, column] = joined.weight
        drawn: Floats = np.einsum("fd,fd->d", matrix @ self._table[seconds], self._table[firsts])
        return drawn

    def range(self, weights: Weights, activity_variance: float = 0.0, name: str = "") -> Range | None:
        """The range of a figure; None without draws."""
        if self.draws == 0:
            return None
        low, middle, high = np.percentile(self.values(weights, activity_variance, name), (5, 50, 95))
        return Range(float(low), float(middle), float(high))


@dataclass(frozen=True)
class Variance:
    """The variance of a figure, and what of it each factor, their interplay and the activity bring."""

    total: float
    by_factor: dict[int, float]
    interaction: float
    activity: float


def variance(factors: Sequence[Factor], weights: Weights, activity: float = 0.0) -> Variance:
    """The variance of a figure, exactly."""
    joined = weights.joined()
    means = np.array([*(mean_of(factor) for factor in factors), 1.0])
    spreads = np.array([*(variance_of(factor) for factor in factors), 0.0])
    slope = np.zeros(len(factors) + 1)
    np.add.at(slope, joined.first, joined.weight * means[joined.second])
    np.add.at(slope, joined.second, joined.weight * means[joined.first])
    alone = slope**2 * spreads
    together = float(np.sum(joined.weight**2 * spreads[joined.first] * spreads[joined.second]))
    by_factor = {i: float(alone[i]) for i in range(len(factors)) if alone[i] > 0}
    return Variance(float(alone.sum()) + together + activity, by_factor, together, activity)
