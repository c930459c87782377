"""Weibull lifetimes by UNU key: shipped for two regions, or from a file of one's own.

A file has the columns `unu_key,shape,scale` and, if lifetimes change with time, `year_from,year_to`: the years
of sale for which a row holds. A span may stay open at either end. A key that the file does not name gets the
lifetime of the shipped region `nl-fr-be`, and a year outside the spans gets the nearest span; both are said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from greenict.errors import BadFile, BadRow, BadRows, UnknownName
from greenict.methods.constants import shipped_rows
from greenict.stocks.keys import normalise_key
from greenict.tables.lifetime import LIFETIME
from greenict.tables.reading import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from greenict.stocks.kernels import FloatArray

DEFAULT_REGION = "nl-fr-be"
# The countries whose own studies stand behind a region; for others it is a stand-in.
REGION_COUNTRIES = {"nl-fr-be": ("NLD", "FRA", "BEL"), "it": ("ITA",)}
OPEN_START, OPEN_END = -10_000, 10_000
_FORM = "a CSV, XLSX or Parquet file with the columns unu_key,shape,scale and, if need be, year_from,year_to"


@dataclass(frozen=True)
class Lifetime:
    """The lifetime of what was sold from `year_from` to `year_to`, both included."""

    shape: float
    scale: float
    year_from: int = OPEN_START
    year_to: int = OPEN_END

    def years_away(self, year: int) -> int:
        """Return how many years lie between the span and a year; 0 within it."""
        return max(self.year_from - year, year - self.year_to, 0)


@dataclass(frozen=True)
class Lifetimes:
    """Lifetimes by key. `name` is the region or the file; `countries` are those that it was measured in."""

    name: str
    by_key: Mapping[str, Sequence[Lifetime]]
    countries: tuple[str, ...] | None = None

    def parameters(self, keys: Sequence[str], years: npt.NDArray[np.int64]) -> tuple[FloatArray, FloatArray]:
        """Return shape and scale, each by key (rows) and year of sale (columns)."""
        shape = np.empty((len(keys), len(years)))
        scale = np.empty_like(shape)
        for line, key in enumerate(keys):
            spans = self.by_key.get(key) or _shipped()[DEFAULT_REGION].by_key[key]
            chosen = [min(spans, key=lambda span: span.years_away(int(year))) for year in years]
            shape[line] = [span.shape for span in chosen]
            scale[line] = [span.scale for span in chosen]
        return shape, scale

    def remarks(self, keys: Iterable[str], first_year: int, last_year: int) -> list[str]:
        """Return what stands in for a lifetime that is not there."""
        said = []
        missing = sorted(set(keys) - set(self.by_key))
        if missing:
            said.append(f"{self.name} has no lifetime for {', '.join(missing)}: {DEFAULT_REGION} stands in")
        outside = sorted(
            key
            for key in set(keys) & set(self.by_key)
            if any(
                min(span.years_away(year) for span in self.by_key[key]) > 0
                for year in range(first_year, last_year + 1)
            )
        )
        if outside:
            said.append(
                f"{self.name} does not cover every year of sale for {', '.join(outside)}: the nearest years stand in"
            )
        return said


def lifetime_regions() -> tuple[str, ...]:
    """Return the names of the shipped regions."""
    return tuple(REGION_COUNTRIES)


def load_lifetimes(source: str | Path) -> Lifetimes:
    """Return the lifetimes of a shipped region or of a file.

    Raises
    ------
    UnknownName
        If it is neither a region nor a file.
    BadFile
        If the file cannot be read, or (as BadRows) holds rows that break a rule.

    """
    if isinstance(source, str) and (region := source.strip().lower().replace("_", "-")) in REGION_COUNTRIES:
        return _shipped()[region]
    path = Path(source)
    if not _is_file(path):
        known = ", ".join(REGION_COUNTRIES)
        raise UnknownName("lifetimes", str(source), mend=f"give one of {known}, or {_FORM}")
    return _from_file(path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for the file system
        return False


@cache
def _shipped() -> Mapping[str, Lifetimes]:
    by_region: dict[str, dict[str, list[Lifetime]]] = {}
    for row in shipped_rows("lifetimes.csv"):
        lifetime = Lifetime(float(row["shape"]), float(row["scale"]))
        by_region.setdefault(row["region"], {})[row["unu_key"]] = [lifetime]
    return {
        region: Lifetimes(region, by_key, REGION_COUNTRIES[region]) for region, by_key in by_region.items()
    }


def _from_file(path: Path) -> Lifetimes:
    read = read_table(path, LIFETIME)
    if read.bad_count:
        raise BadRows(path.name, read.bad, read.bad_count)
    first_row = 1 if path.suffix.lower() == ".parquet" else 2  # a header is row 1
    return Lifetimes(path.name, _by_key(path.name, read.table.to_pylist(), first_row))


def _by_key(file: str, rows: Sequence[Mapping[str, Any]], first_row: int) -> dict[str, list[Lifetime]]:
    """Return the lifetimes of checked rows by key; refuse unknown keys and years that are given twice."""
    by_key: dict[str, list[Lifetime]] = {}
    bad: list[BadRow] = []
    for number, row in enumerate(rows, start=first_row):
        try:
            key = normalise_key(row["unu_key"])
        except UnknownName:
            mend = "give one of the 54 keys, such as 0306"
            bad.append(BadRow(number, "unu_key", str(row["unu_key"]), "is no UNU key", mend))
            continue
        lifetime = _lifetime(row)
        if any(_overlap(lifetime, other) for other in by_key.get(key, [])):
            mend = "give year_from and year_to so that no year of sale is covered twice"
            bad.append(BadRow(number, "unu_key", key, "has two lifetimes in one year", mend))
        by_key.setdefault(key, []).append(lifetime)
    if bad:
        raise BadRows(file, bad)
    if not by_key:
        raise BadFile(file, "holds no rows", f"give {_FORM}")
    return by_key


def _lifetime(row: Mapping[str, Any]) -> Lifetime:
    start, end = row["year_from"], row["year_to"]
    return Lifetime(
        row["shape"],
        row["scale"],
        OPEN_START if start is None else start,
        OPEN_END if end is None else end,
    )


def _overlap(one: Lifetime, other: Lifetime) -> bool:
    return one.year_from <= other.year_to and other.year_from <= one.year_to
