"""A method over a million rows, against the bare expression of it, in one run: `python benchmarks/methods.py`.

Three ways to have the rows: in memory as NumPy columns, in a Parquet file, in a CSV file. The measure is what an
expert would write by hand without any check: one NumPy expression, or one DuckDB query that reads the file,
computes the column and writes the file again. `measure` returns the ratios; the target is 2 at most.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from greenict.cli.calc_files import save
from greenict.cli.calc_table import fill
from greenict.methods.catalogue import find

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS, ROUNDS = 1_000_000, 7
CASES = {
    "pue_ratio": (
        {"facility_energy_kwh": (12.0, 20.0), "it_energy_kwh": (5.0, 10.0)},
        "facility_energy_kwh / it_energy_kwh",
        lambda c: c["facility_energy_kwh"] / c["it_energy_kwh"],
    ),
    "device_ghg_kg_per_year": (
        {
            "embodied_ghg_kg": (50.0, 500.0),
            "lifetime_years": (2.0, 8.0),
            "annual_energy_kwh_per_year": (5.0, 500.0),
            "grid_ghg_kg_per_kwh": (0.01, 0.9),
        },
        "embodied_ghg_kg / lifetime_years + annual_energy_kwh_per_year * grid_ghg_kg_per_kwh",
        lambda c: (
            c["embodied_ghg_kg"] / c["lifetime_years"]
            + c["annual_energy_kwh_per_year"] * c["grid_ghg_kg_per_kwh"]
        ),
    ),
    "cpu_power_w": (
        {"load_percent": (0.0, 100.0)},
        "171.1813 * ln(0.0354 * (load_percent + 36.8953)) - 10.1336",
        lambda c: 171.1813 * np.log(0.0354 * (c["load_percent"] + 36.8953)) - 10.1336,
    ),
}


def measure(rows: int = ROWS, rounds: int = ROUNDS) -> list[dict[str, Any]]:
    """Return seconds and ratio of each method and way; the two sides take turns, the quickest round counts."""
    found = []
    with tempfile.TemporaryDirectory() as work:
        for name, (columns, expression, bare) in CASES.items():
            random = np.random.default_rng(73)
            data = {column: random.uniform(*ends, rows) for column, ends in columns.items()}
            sides = {"memory": _in_memory(name, data, bare)}
            for ending in ("parquet", "csv"):
                path = Path(work) / f"{name}.{ending}"
                _write(pa.table(data), path)
                sides[ending] = _in_file(name, path, expression)
            for way, (ours, theirs) in sides.items():
                us, them = _quickest(rounds, ours, theirs)
                found.append(
                    {"method": name, "from": way, "rows": rows, "s": us, "bare_s": them, "ratio": us / them}
                )
    return found


def _in_memory(
    name: str, data: dict[str, Any], bare: Callable[[dict[str, Any]], Any]
) -> tuple[Callable[[], Any], Callable[[], Any]]:
    method = find(name)
    np.testing.assert_allclose(method.compute(**data), bare(data), rtol=1e-12)
    return lambda: method.compute(**data), lambda: bare(data)


def _in_file(name: str, path: Path, expression: str) -> tuple[Callable[[], Any], Callable[[], Any]]:
    method = find(name)
    ours, theirs = path.with_stem(f"{name}-ours"), path.with_stem(f"{name}-bare")
    how = "format csv, header" if path.suffix == ".csv" else "format parquet"

    def query() -> None:
        with duckdb.connect() as connection:
            connection.sql(f"copy (select *, {expression} as {name} from '{path}') to '{theirs}' ({how})")

    return lambda: save(fill(path, method, {}), ours), query


def _write(table: pa.Table, path: Path) -> None:
    if path.suffix == ".parquet":
        pq.write_table(table, path)
        return
    with duckdb.connect() as connection:
        connection.register("made", table)
        connection.sql(f"copy (select * from made) to '{path}' (format csv, header)")


def _quickest(rounds: int, *sides: Callable[[], Any]) -> list[float]:
    best = [float("inf")] * len(sides)
    for _ in range(rounds):
        for place, side in enumerate(sides):
            start = perf_counter()
            side()
            best[place] = min(best[place], perf_counter() - start)
    return best


if __name__ == "__main__":
    results = measure(*(int(word) for word in sys.argv[1:3]))
    print(f"{'method':<26}{'from':<10}{'ours s':>9}{'bare s':>9}{'ratio':>8}")
    for one in results:
        print(
            f"{one['method']:<26}{one['from']:<10}{one['s']:>9.4f}{one['bare_s']:>9.4f}{one['ratio']:>8.2f}"
        )
    print(json.dumps(results))
