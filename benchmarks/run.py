"""Measure the speed of GreenICT: prints one table and writes results/latest.json.

Usage: python benchmarks/run.py [--lines 1e7] [--large] [--rounds 5] [--only parquet,csv,...]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
from pathlib import Path

import duckdb

import greenict
from parts import PARTS, Row

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    asked = _asked()
    rows: list[Row] = []
    for name in asked.only.split(","):
        size = 10 * asked.lines if name == "growth" and asked.large else asked.lines
        print(f"{name} ...", flush=True)
        rows += PARTS[name](size, asked.rounds)
    print("\n".join(["", *_table(rows)]))
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(_record(rows, asked.lines), indent=1) + "\n", "utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--lines", type=lambda text: int(float(text)), default=10**7, help="lines of the inventory"
    )
    parser.add_argument("--large", action="store_true", help="let growth go on to ten times as many lines")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each comparison")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, by comma")
    return parser.parse_args()


def _table(rows: list[Row]) -> list[str]:
    width = max(len(row.what) for row in rows)
    return [
        f"{row.part:8} {row.what:{width}} {_figure(row):>18} {_target(row):22} {row.note}" for row in rows
    ]


def _figure(row: Row) -> str:
    shown = f"{row.value:,.0f}" if abs(row.value) >= 100 else f"{row.value:.2f}"
    return f"{shown} {row.unit}".strip()


def _target(row: Row) -> str:
    if row.met is None:
        return ""
    bound = f"at most {row.most:g}" if row.most is not None else f"at least {row.least:g}"
    return f"{bound}: {'met' if row.met else 'NOT MET'}"


def _record(rows: list[Row], lines: int) -> dict[str, object]:
    machine = {"cores": os.cpu_count(), "system": platform.system(), "python": platform.python_version()}
    versions = {"greenict": greenict.__version__, "duckdb": duckdb.__version__}
    return {
        "lines": lines,
        "machine": machine,
        "versions": versions,
        "rows": [{**vars(r), "met": r.met} for r in rows],
    }


if __name__ == "__main__":
    main()
