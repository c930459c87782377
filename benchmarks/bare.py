"""The query that an expert would write by hand for one file, without a product around it.

It is given what the engine has to find out: factors that are chosen already, and the knowledge that
every line is right. It sums in doubles. Three ways are written, each as well as we can; the fastest one
is the measure.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    import duckdb

    from greenict.assess import Result

TAGS = "site, network, service"
KEYS = "item, country, year"
Sums = dict[tuple[str, ...], float]


def factors(result: Result) -> pa.Table:
    """What a piece, a kWh and a piece-year of an item cause at a place in a year, by stage and category.

    `a` is met by the quantity, `b` by quantity x yearly energy x life, and `c` by quantity x life of the
    lines that give no energy.
    """
    matched = result.computation.matched
    values = result.computation.unit_values(np.arange(len(matched.terms)))
    summed: dict[tuple[int, str, str, str], float] = defaultdict(float)
    for term, value in zip(matched.terms, values, strict=True):
        measured = matched.keys[term.key]["has_energy"] == "true"
        met = "a" if term.driver != "run" else "b" if measured else "c"
        summed[term.key, term.stage, term.category, met] += float(value)
    found: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for (number, stage, category, met), value in summed.items():
        key = matched.keys[number]
        found[str(key["item"]), str(key["country"]), str(key["year"]), stage, category][met] = value
    rows = [
        {**dict(zip((*KEYS.split(", "), "stage", "category"), at, strict=True)), **f}
        for at, f in sorted(found.items())
    ]
    columns = {
        name: [row.get(name, 0.0) for row in rows]
        for name in (*KEYS.split(", "), "stage", "category", "a", "b", "c")
    }
    columns["year"] = [int(year) for year in columns["year"]]
    return pa.table(columns)


def queries(connection: duckdb.DuckDBPyConnection, relation: str, table: pa.Table) -> dict[str, str]:
    """The three ways, after the small tables were made: group then join long or wide, and join then sum."""
    connection.register("given", table)
    connection.sql("create or replace table long as select * from given")
    cells = sorted(set(zip(table["stage"].to_pylist(), table["category"].to_pylist(), strict=True)))
    wide = ", ".join(
        f"sum({met}) filter (stage = '{stage}' and category = '{category}') as {met}{i}"
        for i, (stage, category) in enumerate(cells)
        for met in "abc"
    )
    connection.sql(f"create or replace table wide as select {KEYS}, {wide} from long group by {KEYS}")
    used = {(i, met) for i in range(len(cells)) for met in "abc" if _any(connection, f"{met}{i}")}
    amounts = {
        "a": "quantity",
        "b": "quantity * annual_energy_kwh * lifetime_years",
        "c": "case when annual_energy_kwh is null then quantity * lifetime_years end",
    }
    totals = ", ".join(f"sum({amount}) as s{met}" for met, amount in amounts.items())
    grouped = f"select {KEYS}, {TAGS}, {totals} from {relation} group by {KEYS}, {TAGS}"

    def sums(name: str) -> str:
        return ", ".join(
            " + ".join(f"coalesce(sum({name}{met} * {met}{i}), 0)" for met in "abc" if (i, met) in used)
            + f' as "{stage}|{category}"'
            for i, (stage, category) in enumerate(cells)
        )

    lines = f"(select {KEYS}, {TAGS}, {', '.join(f'{amount} as s{met}' for met, amount in amounts.items())} from {relation})"
    long = "sum(coalesce(sa * a, 0) + coalesce(sb * b, 0) + coalesce(sc * c, 0)) as value"
    return {
        "group, then join long": f"select {TAGS}, stage, category, {long} from ({grouped}) join long using ({KEYS}) group by all",
        "group, then join wide": f"select {TAGS}, {sums('s')} from ({grouped}) join wide using ({KEYS}) group by {TAGS}",
        "join, then sum": f"select {TAGS}, {sums('s')} from {lines} join wide using ({KEYS}) group by {TAGS}",
    }


def _any(connection: duckdb.DuckDBPyConnection, column: str) -> bool:
    return bool(
        connection.sql(f"select count(*) from wide where coalesce({column}, 0) <> 0").fetchall()[0][0]
    )


def cells(table: pa.Table) -> Sums:
    """The sums by tags, stage and category, whichever way they were made."""
    found: Sums = {}
    for row in table.to_pylist():
        tags = tuple(row.pop(name) for name in TAGS.split(", "))
        if "value" in row:
            found[(*tags, row["stage"], row["category"])] = row["value"]
        else:
            found |= {(*tags, *name.split("|")): value for name, value in row.items()}
    return found


def same(ours: Result, sums: Sums) -> float:
    """The largest relative difference between our rows and the query's; every cell must be there."""
    rows = {
        tuple(row[k] for k in (*TAGS.split(", "), "stage", "category")): row["value"] for row in ours.rows
    }
    missing = {key for key in rows if key not in sums} | {
        key for key, value in sums.items() if value and key not in rows
    }
    if missing:
        raise AssertionError(f"{len(missing)} cells are in one of the two only, such as {min(missing)}")
    return max(
        abs(value - sums[key]) / max(abs(value), abs(sums[key]), 1e-300) for key, value in rows.items()
    )
