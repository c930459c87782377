"""Groups times factors: values by any keys, the weights of a figure, and the variance of its activity.

Nothing is multiplied line by line. For each kind of term the amounts of the groups meet one intensity a
key, and a count with weights adds them up in one fixed order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from greenict.assess.driving import DRIVERS
from greenict.assess.groups import Floats, Groups, added, joint
from greenict.assess.summing import BASES, SECOND_MOMENTS
from greenict.assess.uncertainty import Weights, mean_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from greenict.assess.matching import Matched, Term

BASE_OF = {"made": "made", "discarded": "made", "run": "run", "served": "served", "flow": "flow"}
TERM_KEYS = ("stage", "category", "scope")


@dataclass(frozen=True)
class Cell:
    """One value of a breakdown: its keys, the groups it sums and the terms it takes."""

    keys: dict[str, str | None]
    value: float


@dataclass(frozen=True)
class Computation:
    """Groups, their drivers and the matched terms: every figure of a result comes from here."""

    groups: Groups
    matched: Matched
    drivers: dict[str, Floats]

    @cached_property
    def _medians(self) -> Floats:
        return np.array([*(factor.amount for factor in self.matched.factors), 1.0])

    @cached_property
    def _means(self) -> Floats:
        return np.array([*(mean_of(factor) for factor in self.matched.factors), 1.0])

    @cached_property
    def _columns(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], Floats]:
        """Key, first factor, second factor and sign of each term."""
        terms = self.matched.terms
        whole = [
            np.array([getattr(t, name) for t in terms], dtype=np.int64) for name in ("key", "first", "second")
        ]
        return whole[0], whole[1], whole[2], np.array([t.sign for t in terms], dtype=np.float64)

    @cached_property
    def _intensity(self) -> Floats:
        _, first, second, sign = self._columns
        return sign * self._medians[first] * self._medians[second]

    def breakdown(self, by: Sequence[str]) -> list[Cell]:
        """Values by some keys and always by category, in the order of the keys; parts sum to the total."""
        of_groups = [name for name in by if name not in TERM_KEYS]
        first, row = joint([self.groups.keys[name] for name in of_groups], self.groups.size)
        labels = [self.groups.keys[name].at(first) for name in of_groups]
        of_terms = [name for name in by if name in TERM_KEYS and name != "category"]
        sums: dict[tuple[str | None, ...], tuple[Floats, NDArray[np.bool_]]] = {}
        for (label, driver), terms in self._kinds((*of_terms, "category")).items():
            value, present = self._add_up(terms, driver, row, len(first))
            before = sums.get(label)
            sums[label] = (value + before[0], present | before[1]) if before else (value, present)
        order = [*of_groups, *of_terms, "category"]
        wanted = [*(name for name in by if name != "category"), "category"]
        cells = []
        for label, (value, present) in sums.items():
            for r in np.flatnonzero(present):
                named = dict(zip(order, [*(column[r] for column in labels), *label], strict=True))
                cells.append(Cell({name: named[name] for name in wanted}, float(value[r])))
        return sorted(cells, key=lambda cell: [(v is not None, v or "") for v in cell.keys.values()])

    def _kinds(self, names: Sequence[str]) -> dict[tuple[tuple[str | None, ...], str], list[int]]:
        """Numbers of the terms by label and driver."""
        kinds: dict[tuple[tuple[str | None, ...], str], list[int]] = {}
        for number, term in enumerate(self.matched.terms):
            kinds.setdefault((tuple(getattr(term, name) for name in names), term.driver), []).append(number)
        return kinds

    def _add_up(
        self, terms: list[int], driver: str, row: NDArray[np.int64], rows: int
    ) -> tuple[Floats, NDArray[np.bool_]]:
        keys = self._columns[0][terms]
        size = len(self.matched.keys)
        intensity = added(keys, self._intensity[terms], size)
        served = np.bincount(keys, minlength=size) > 0
        amount = self.drivers[driver]
        of_group = self.matched.key_of_group
        value = added(row, amount * intensity[of_group], rows)
        present = added(row, served[of_group] & (self.groups.amounts["lines"] > 0), rows) > 0
        return value, present

    def totals(self) -> dict[str, float]:
        """The value of each category."""
        return {str(cell.keys["category"]): cell.value for cell in self.breakdown(())}

    def amounts(self, keep: NDArray[np.bool_] | None = None) -> dict[str, Floats]:
        """The sum of each driver over the groups of each key; only over the groups to keep."""
        size = len(self.matched.keys)
        chosen = slice(None) if keep is None else keep
        of_group = self.matched.key_of_group[chosen]
        return {name: added(of_group, self.drivers[name][chosen], size) for name in DRIVERS}

    def select(self, wanted: Callable[[Term], bool]) -> NDArray[np.int64]:
        """The numbers of the terms that are wanted."""
        return np.array([n for n, term in enumerate(self.matched.terms) if wanted(term)], dtype=np.int64)

    def labelled(self, labels: Mapping[str, str | None]) -> NDArray[np.int64]:
        """The numbers of the terms that carry some labels, such as a stage or a category."""
        keep = np.ones(len(self.matched.terms), dtype=bool)
        for name, value in labels.items():
            keep &= self._labels[name] == value
        return np.flatnonzero(keep).astype(np.int64)

    @cached_property
    def _labels(self) -> dict[str, NDArray[np.object_]]:
        terms = self.matched.terms
        return {name: np.array([getattr(t, name) for t in terms], dtype=object) for name in TERM_KEYS}

    def term_amounts(self, terms: NDArray[np.int64], keep: NDArray[np.bool_] | None = None) -> Floats:
        """The amount, with its sign, that each term multiplies."""
        amounts = self.amounts(keep)
        own = [amounts[self.matched.terms[n].driver][self.matched.terms[n].key] for n in terms]
        return np.array(own, dtype=np.float64) * self._columns[3][terms]

    def weights(self, terms: NDArray[np.int64], keep: NDArray[np.bool_] | None = None) -> Weights:
        """The figure that some terms make over some groups, as a sum over factors."""
        return Weights(self._columns[1][terms], self._columns[2][terms], self.term_amounts(terms, keep))

    def unit_values(self, terms: NDArray[np.int64]) -> Floats:
        """What one unit of each term's amount makes."""
        return self._intensity[terms]

    def values(self, terms: NDArray[np.int64], keep: NDArray[np.bool_] | None = None) -> Floats:
        """The value of each term."""
        return self.term_amounts(terms, keep) * (
            self._medians[self._columns[1][terms]] * self._medians[self._columns[2][terms]]
        )

    def activity_variance(self, terms: NDArray[np.int64], keep: NDArray[np.bool_] | None = None) -> float:
        """What the uncertainty of independent lines adds to the variance, factors at their means."""
        amounts = self.groups.amounts
        if len(terms) == 0 or not set(SECOND_MOMENTS) <= set(amounts):
            return 0.0
        key, first, second, sign = (column[terms] for column in self._columns)
        strength = sign * self._means[first] * self._means[second]
        bases = np.array([BASE_OF.get(self.matched.terms[n].driver, "") for n in terms])
        by_base = {
            base: added(key[bases == base], strength[bases == base], len(self.matched.keys))[
                self.matched.key_of_group
            ]
            * self.drivers[f"{base}_scale"]
            for base in BASES
        }
        each = np.zeros(self.groups.size)
        for name, (a, b) in SECOND_MOMENTS.items():
            each += (1 if a == b else 2) * by_base[a] * by_base[b] * amounts[name]
        return float((each if keep is None else each[keep]).sum())
