"""The parts of the benchmark. Each gives rows: what, figure, target (None: for the record), note."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import numpy as np

import bare
from data import DATA, inventory
from greenict.scenario import assess
from timing import HERE, best, child, duel, peak_megabytes, seconds

BY = ("site", "network", "service", "stage")
MOST_MEGABYTES = 1000
DEVICES = ("laptop", "monitor", "smartphone", "server_rack")


@dataclass(frozen=True)
class Row:
    """One figure. `most` is the target where less is better, `least` where more is better."""

    part: str
    what: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target."""
        if self.most is not None:
            return self.value <= self.most
        return None if self.least is None else self.value >= self.least


def whole(path: Path, draws: int = 0) -> object:
    """The whole of ours: read, check, match, compute, and the rows of the breakdown."""
    result = assess(path, by=BY, draws=draws)
    return result.totals, result.rows


def parquet(lines: int, rounds: int) -> list[Row]:
    """Ours against the bare query, in both shapes of data; their sums are the same."""
    rows = []
    for shape, target in (("operator", 1.5), ("crossed", None)):
        path = inventory(lines, shape=shape)
        result = assess(path, by=BY, draws=0)
        with duckdb.connect() as connection:
            ways = bare.queries(connection, f"read_parquet('{path}')", bare.factors(result))
            apart = max(
                bare.same(result, bare.cells(connection.sql(q).to_arrow_table())) for q in ways.values()
            )
            if apart > 1e-9:
                raise AssertionError(f"the sums of the bare query differ from ours by {apart:g}")
            runs = {name: partial(_arrow, connection, q) for name, q in ways.items()}
            times = {name: best(run, 3) for name, run in runs.items()}
            fastest = min(times, key=lambda name: times[name])
            found = duel(partial(whole, path), runs[fastest], rounds)
            naive = duel(partial(whole, path), runs["join, then sum"], rounds)
        groups = result.computation.groups.size
        note = f"{groups:,} groups; fastest query: {fastest}; ours {np.median(found.ours):.2f} s; sums differ by {apart:.0e}"
        rows.append(Row("parquet", f"{shape}: ours / bare query", found.ratio, "x", most=target, note=note))
        rows.append(Row("parquet", f"{shape}: ours / naive query", naive.ratio, "x", note="join, then sum"))
        memory = peak_megabytes(f"from parts import whole, Path; whole(Path({str(path)!r}))")
        rows.append(Row("parquet", f"{shape}: peak memory", memory, "MB", most=MOST_MEGABYTES))
    return rows


def _arrow(connection: duckdb.DuckDBPyConnection, query: str) -> object:
    return connection.sql(query).to_arrow_table()


def csv(lines: int, rounds: int) -> list[Row]:
    """Ours against DuckDB's own read of the same text."""
    path = inventory(lines, kind="csv")
    table = f"create or replace table lines as select * from read_csv('{path}')"
    summed = f"select {bare.KEYS}, {bare.TAGS}, sum(quantity), sum(annual_energy_kwh) from read_csv('{path}') group by all"
    with duckdb.connect() as connection:
        read = duel(partial(whole, path), lambda: connection.sql(table), rounds)
        connection.sql("drop table lines")
        sums = duel(partial(whole, path), partial(_arrow, connection, summed), rounds)
    memory = peak_megabytes(f"from parts import whole, Path; whole(Path({str(path)!r}))")
    return [
        Row(
            "csv",
            "ours / read into a table",
            read.ratio,
            "x",
            most=1.3,
            note=f"ours {np.median(read.ours):.2f} s",
        ),
        Row(
            "csv", "ours / sums over the read", sums.ratio, "x", note=f"theirs {np.median(sums.theirs):.2f} s"
        ),
        Row("csv", "peak memory", memory, "MB", most=MOST_MEGABYTES),
    ]


def draws(lines: int, rounds: int) -> list[Row]:
    """What 1,000 draws add."""
    path = inventory(lines)
    asked = ("network", "stage")

    def ours(count: int) -> object:
        result = assess(path, by=asked, draws=count)
        return result.totals, result.rows

    found = duel(partial(ours, 1000), partial(ours, 0), rounds)
    return [
        Row(
            "draws",
            "seconds that 1,000 draws add",
            found.difference,
            "s",
            most=0.5,
            note="totals and rows ranged",
        )
    ]


def growth(largest: int, rounds: int) -> list[Row]:
    """The exponent of time over the number of lines: of the whole time, and of what each step adds to it.

    What a step of ten times the lines adds is free of the fixed cost, which hides growth in the whole time.
    """
    sizes = [10**n for n in range(5, round(math.log10(largest)) + 1)]
    times = [best(partial(whole, inventory(size)), rounds) for size in sizes]
    raw = float(np.polyfit(np.log10(sizes), np.log10(times), 1)[0])
    added = math.log10((times[-1] - times[-2]) / (times[-2] - times[-3]))
    shown = ", ".join(f"{size:.0e}: {t:.2f} s" for size, t in zip(sizes, times, strict=True))
    return [
        Row("growth", "exponent, whole time", raw, "", most=1.05, note=shown),
        Row(
            "growth", "exponent, what the last steps add", added, "", most=1.05, note="without the fixed cost"
        ),
    ]


def start(_: int, rounds: int) -> list[Row]:
    """How long a user waits before anything happens."""
    bare_python = best(lambda: child(["-c", "print(0)"]), rounds)
    imported = max(0.0, best(lambda: child(["-c", "import greenict; print(0)"]), rounds) - bare_python)
    command = str(Path(sys.executable).with_name("greenict"))
    asked = best(lambda: child(["--help"], command), rounds)
    return [
        Row("start", "import greenict", imported, "s", most=0.3, note="less an empty Python"),
        Row("start", "greenict --help", asked, "s", most=0.5, note="with Python's own start"),
    ]


def peers(lines: int, _: int) -> list[Row]:
    """BoaviztAPI and bw2calc on the same devices, each in lines a second."""
    python = _peers_python()
    if python is None:
        print("peers: skipped, their environment could not be made (no package index?)", file=sys.stderr)
        return []
    path, few, many = _devices(lines)
    ours = lines / best(partial(whole, path), 3)
    runs = (
        ("boaviztapi", ["peers/boavizta.py", str(few)], None, 1_000, 1000.0),
        (
            "bw2calc, line by line",
            ["peers/brightway.py", str(few), "line by line"],
            "line by line",
            1_000,
            1000.0,
        ),
        (
            "bw2calc, all at once",
            ["peers/brightway.py", str(many), "all at once"],
            "all at once",
            100_000,
            None,
        ),
    )
    rows = [
        Row("peers", "GreenICT", ours, "lines/s", note=f"{lines:,} lines, all categories and stages, 3 tags")
    ]
    for name, arguments, way, count, target in runs:
        said = json.loads(child(arguments, python))
        if way and way not in said:
            print(f"{name}: skipped, it does not run here", file=sys.stderr)
            continue
        theirs = count / (said[way] if way else said)["seconds"]
        note = f"{theirs:,.0f} lines/s at {count:,} lines, GHG only"
        rows.append(Row("peers", f"ours / {name}", ours / theirs, "x", least=target, note=note))
    return rows


def _devices(lines: int) -> tuple[Path, Path, Path]:
    """The four kinds of devices out of the inventory: a file for us, the first lines of it for the peers."""
    path, few, many = (
        DATA / name for name in ("devices.parquet", "devices_1000.json", "devices_100000.json")
    )
    kept = f"from '{inventory(lines)}' where item in {DEVICES} and annual_energy_kwh is not null"
    repeated = f"select * exclude (n) from (select * {kept}), range(10) as r(n) limit {lines}"
    cells = "item, quantity, country, lifetime_years, annual_energy_kwh"
    duckdb.sql(f"copy ({repeated}) to '{path}' (format parquet, compression zstd)")
    for name, count in ((few, 1_000), (many, 100_000)):
        rows = duckdb.sql(f"select {cells} {kept} limit {count}").to_arrow_table().to_pylist()
        name.write_text(json.dumps(rows), "utf-8")
    return path, few, many


def _peers_python() -> str | None:
    home = HERE / "results" / "peers-venv"
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    ready = home / "ready"
    if not ready.exists():
        venv.create(home, with_pip=True)
        install = [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "-r",
            str(HERE / "peers" / "requirements.txt"),
        ]
        if subprocess.run(install, check=False, capture_output=True).returncode != 0:
            return None
        ready.touch()
    return str(python)


PARTS = {"parquet": parquet, "csv": csv, "draws": draws, "growth": growth, "start": start, "peers": peers}
__all__ = ["PARTS", "Path", "Row", "seconds", "whole"]
