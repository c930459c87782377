"""A result: its totals, its rows, and every other figure that can be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.assess.coverage import coverage, warnings
from greenict.assess.folder import Kept, read_folder, write_folder
from greenict.assess.uncertainty import Range, Sampler
from greenict.errors import BadArgument
from greenict.profiles import Profile, profile
from greenict.tables.categories import CATEGORIES, STAGES
from greenict.tables.result import KEYS

if TYPE_CHECKING:
    from pathlib import Path

    from greenict.assess.computing import Computation

MOST_RANGED_ROWS = 100  # more rows than this get their range when they are explained
SCOPES = ("1", "2", "3")
UNITS = {name: category.unit for name, category in CATEGORIES.items()}


@dataclass(frozen=True)
class Result:
    """The outcome of an assessment. `meta` says what it was made of; the rest follows from `computation`."""

    meta: dict[str, Any]
    computation: Computation
    left_out: list[dict[str, Any]]
    notes: list[dict[str, Any]]

    @cached_property
    def profile(self) -> Profile:
        """The profile it was made by."""
        return profile(self.meta["profile"])

    @cached_property
    def sampler(self) -> Sampler:
        """The draws of its factors."""
        return Sampler(self.computation.matched.factors, seed=self.meta["seed"], draws=self.meta["draws"])

    @cached_property
    def totals(self) -> dict[str, dict[str, Any]]:
        """Each category of the profile: value, unit and range; a category without any factor has no value."""
        values = self.computation.totals()
        return {name: self._total(name, values.get(name)) for name in self.meta["indicators"]}

    def _total(self, category: str, value: float | None) -> dict[str, Any]:
        terms = self.computation.labelled({"category": category})
        spread = None
        if value is not None:
            variance = self.computation.activity_variance(terms)
            spread = self.sampler.range(self.computation.weights(terms), variance, category)
        return {"value": value, "unit": self.unit(category), **_percentiles(spread)}

    def unit(self, category: str) -> str:
        """The unit of a category's amounts."""
        return UNITS.get(category, "")

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The breakdown that was asked for; by stage where nothing was asked."""
        return self.breakdown(*(self.meta["by"] or ("stage",)))

    def breakdown(self, *by: str) -> list[dict[str, Any]]:
        """Values by any keys of the result; parts always sum to the total. Raises BadArgument."""
        for name in by:
            if name not in self.keys:
                raise BadArgument("by", name, f"is no key of this result; choose from {', '.join(self.keys)}")
        cells = self.computation.breakdown(by)
        ranged = len(cells) <= MOST_RANGED_ROWS and self.meta["draws"] > 0
        return [
            {
                **cell.keys,
                "value": cell.value,
                "unit": self.unit(str(cell.keys["category"])),
                **_percentiles(self.range_of(cell.keys) if ranged else None),
            }
            for cell in cells
        ]

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything that a figure of this result can be asked by."""
        return (*KEYS, *self.meta["tags"])

    def pick(self, figure: dict[str, str | None]) -> tuple[Any, Any]:
        """The terms and the groups that make a figure; raises BadArgument for a key or value it lacks."""
        keep = np.ones(self.computation.groups.size, dtype=bool)
        of_terms: dict[str, str | None] = {}
        for name, value in figure.items():
            if name in ("stage", "category", "scope"):
                allowed = {"stage": tuple(STAGES), "scope": SCOPES}.get(name)
                if allowed is not None and value not in allowed:
                    raise BadArgument(name, value, f"is no {name}; choose from {', '.join(allowed)}")
                of_terms[name] = value
            elif name in self.computation.groups.keys and name in self.keys:
                key = self.computation.groups.keys[name]
                if value not in key.values:
                    known = ", ".join(str(v) for v in key.values[:12])
                    raise BadArgument(name, value, f"does not occur in this result; choose from {known}")
                keep &= key.codes == key.values.index(value)
            else:
                raise BadArgument(
                    "figure", name, f"is no key of this result; choose from {', '.join(self.keys)}"
                )
        terms = self.computation.labelled(of_terms)
        return terms, keep

    def range_of(self, figure: dict[str, str | None]) -> Range | None:
        """The range of one figure."""
        terms, keep = self.pick(figure)
        variance = self.computation.activity_variance(terms, keep)
        return self.sampler.range(
            self.computation.weights(terms, keep), variance, str(figure.get("category"))
        )

    @cached_property
    def coverage(self) -> list[dict[str, Any]]:
        """What the figures rest on."""
        return coverage(self.computation, self.profile)

    @cached_property
    def warnings(self) -> list[dict[str, Any]]:
        """What stood in for what, and what is missing."""
        return [*self.notes, *warnings(self.computation, self.profile)]

    def to_json(self) -> dict[str, Any]:
        """The result as plain data."""
        return {
            "meta": self.meta,
            "totals": self.totals,
            "rows": self.rows,
            "left_out": self.left_out,
            "warnings": self.warnings,
            "coverage": self.coverage,
        }

    def save(self, folder: Path) -> None:
        """Write the folder, whole or not at all; replaces an older result, refuses any other folder."""
        shown = {
            "totals": [{"category": category, **total} for category, total in self.totals.items()],
            "rows": self.rows,
            "coverage": self.coverage,
        }
        write_folder(folder, Kept(self.meta, self.computation, self.left_out, self.notes), shown)

    @classmethod
    def open(cls, folder: Path) -> Result:
        """Read a folder again; raises BadResult where it is none, or was changed."""
        kept = read_folder(folder)
        return cls(kept.meta, kept.computation, kept.left_out, kept.notes)


def _percentiles(spread: Range | None) -> dict[str, float | None]:
    if spread is None:
        return {"p05": None, "p50": None, "p95": None}
    return {"p05": spread.p05, "p50": spread.p50, "p95": spread.p95}
