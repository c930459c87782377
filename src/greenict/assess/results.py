"""A result: its figures, and the folder that keeps them.

The folder holds everything that a figure is made of, so that it can be broken down, explained and
compared later without the input. Nothing in it depends on when or where it was written: the same input
gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from greenict.assess.computing import Computation
from greenict.assess.coverage import coverage, warnings
from greenict.assess.groups import Groups, Key, joint
from greenict.assess.matching import KEY_PARTS, Gap, Matched, Term
from greenict.assess.uncertainty import Range, Sampler
from greenict.errors import BadArgument, BadResult
from greenict.factors.choice import Step
from greenict.factors.sets import Factor, Item
from greenict.profiles import Profile, profile
from greenict.tables.categories import CATEGORIES
from greenict.tables.result import FILES, KEYS, MANIFEST

MOST_RANGED_ROWS = 100  # more rows than this get their range when they are explained
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
        terms = self.computation.select(lambda term: term.category == category)
        spread = None
        if value is not None:
            variance = self.computation.activity_variance(terms)
            spread = self.sampler.range(self.computation.weights(terms), variance, category)
        return {"value": value, "unit": self.unit(category), **_percentiles(spread)}

    def unit(self, category: str) -> str:
        """The unit of a category's amounts."""
        return UNITS.get(category, self.meta.get("units", {}).get(category, ""))

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
                of_terms[name] = value
            elif name in self.computation.groups.keys and name in self.keys:
                key = self.computation.groups.keys[name]
                if value not in key.values:
                    known = ", ".join(str(v) for v in key.values[:12])
                    raise BadArgument(name, value, f"does not occur in this result; choose from {known}")
                keep &= key.codes == key.values.index(value)
            else:
                raise BadArgument("figure", name, f"is no key of this result; choose from {', '.join(self.keys)}")
        terms = self.computation.select(lambda t: all(getattr(t, n) == v for n, v in of_terms.items()))
        return terms, keep

    def range_of(self, figure: dict[str, str | None]) -> Range | None:
        """The range of one figure."""
        terms, keep = self.pick(figure)
        variance = self.computation.activity_variance(terms, keep)
        return self.sampler.range(self.computation.weights(terms, keep), variance, str(figure.get("category")))

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
        folder = Path(folder)
        if folder.exists() and not (folder / MANIFEST).is_file() and (not folder.is_dir() or any(folder.iterdir())):
            raise BadResult(f"{folder} holds something that is no result; name an empty or a new folder")
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".result-") as work:
            made = Path(work) / "result"
            made.mkdir()
            self._write(made)
            if folder.exists():
                shutil.rmtree(folder)
            os.replace(made, folder)  # noqa: PTH105 - replaces an empty folder too

    def _write(self, folder: Path) -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import, and only needed to write

        for name in FILES:
            pq.write_table(_arrow(self._table(name)), folder / f"{name}.parquet", compression="zstd")
        hashes = {name: _sha256(folder / f"{name}.parquet") for name in FILES}
        manifest = {"format": 1, "meta": self.meta, "files": hashes}
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")

    def _table(self, name: str) -> dict[str, Sequence[Any]]:
        matched, groups = self.computation.matched, self.computation.groups
        if name == "groups":
            every = np.arange(groups.size)
            return {
                **{f"key_{n}": key.at(every) for n, key in groups.keys.items()},
                **{f"sum_{n}": values for n, values in groups.amounts.items()},
                **{f"driver_{n}": values for n, values in self.computation.drivers.items()},
            }
        listed: list[dict[str, Any]] = {
            "totals": lambda: [{"category": c, **total} for c, total in self.totals.items()],
            "rows": lambda: self.rows,
            "terms": lambda: [{**t._asdict(), "steps": json.dumps([asdict(s) for s in t.steps])} for t in matched.terms],
            "items": lambda: [asdict(item) for item in matched.items.values()],
            "factors": lambda: [asdict(factor) for factor in matched.factors],
            "coverage": lambda: [*self.coverage, *self._gaps()],
            "warnings": lambda: self.notes,
            "left_out": lambda: self.left_out,
        }[name]()
        columns = list(dict.fromkeys(key for row in listed for key in row))
        return {column: [row.get(column) for row in listed] for column in columns}

    def _gaps(self) -> list[dict[str, Any]]:
        """The gaps ride with the coverage, so that warnings can be made again."""
        return [{**gap._asdict(), "keys": json.dumps(sorted(at))} for gap, at in sorted(self.computation.matched.gaps.items())]

    @classmethod
    def open(cls, folder: Path) -> Result:
        """Read a folder again; raises BadResult where it is none or was changed."""
        folder = Path(folder)
        try:
            manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise BadResult(f"{folder} is no result folder; give the folder that `greenict assess --out` wrote") from error
        for name in FILES:
            path = folder / f"{name}.parquet"
            if not path.is_file() or _sha256(path) != manifest["files"].get(name):
                raise BadResult(f"{path} was changed since the result was written; assess again")
        return _opened(folder, manifest["meta"])


def _opened(folder: Path, meta: dict[str, Any]) -> Result:
    import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import, and only needed to read

    def rows(name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = pq.read_table(folder / f"{name}.parquet").to_pylist()
        return found

    table = pq.read_table(folder / "groups.parquet")
    named = {name: table.column(name) for name in table.column_names}
    keys = {n.removeprefix("key_"): _key(column.to_pylist()) for n, column in named.items() if n.startswith("key_")}
    sums = {n.removeprefix("sum_"): c.to_numpy() for n, c in named.items() if n.startswith("sum_")}
    drivers = {n.removeprefix("driver_"): c.to_numpy() for n, c in named.items() if n.startswith("driver_")}
    groups = Groups(keys, sums, table.num_rows)
    parts = {name: keys[name] for name in KEY_PARTS if name in keys}
    first, key_of_group = joint(list(parts.values()), groups.size)
    columns = {name: key.at(first) for name, key in parts.items()}
    matched = Matched(
        [{name: columns[name][i] if name in columns else None for name in KEY_PARTS} for i in range(len(first))],
        key_of_group,
        [Term(**{**row, "steps": tuple(Step(**step) for step in json.loads(row["steps"]))}) for row in rows("terms")],
        [Factor(**row) for row in rows("factors")],
        {row["id"]: Item(**row) for row in rows("items")},
        {
            Gap(row["item"], row["stage"], row["category"]): set(json.loads(row["keys"]))
            for row in rows("coverage")
            if row.get("keys")
        },
    )
    return Result(meta, Computation(groups, matched, drivers), rows("left_out"), rows("warnings"))


def _key(cells: list[str | None]) -> Key:
    values = tuple(sorted(set(cells), key=lambda v: (v is not None, v or "")))
    place = {value: code for code, value in enumerate(values)}
    return Key(values, np.array([place[cell] for cell in cells], dtype=np.int64))


def _percentiles(spread: Range | None) -> dict[str, float | None]:
    if spread is None:
        return {"p05": None, "p50": None, "p95": None}
    return {"p05": spread.p05, "p50": spread.p50, "p95": spread.p95}


def _arrow(columns: dict[str, Sequence[Any]]) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - as above

    return pa.table({name: pa.array(values) for name, values in columns.items()})


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
