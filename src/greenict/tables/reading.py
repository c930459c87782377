"""A whole small table in memory: factors, items, sales, lifetimes.

An inventory is never read this way: it is summed where it lies (`greenict.assess.summing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greenict.errors import BadRow
from greenict.tables.checking import Expressions, broken_rows
from greenict.tables.source import Decimal, Source, identifier, open_source

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb
    import pyarrow as pa

    from greenict.tables.schema import Table

REJECTS = "rejected"
MENDS = {
    "TOO MANY COLUMNS": ("has more cells than the header", "quote cells that hold the separator"),
    "MISSING COLUMNS": ("has fewer cells than the header", "give every row as many cells as the header"),
    "INVALID ENCODING": ("is not UTF-8", "save the file as CSV UTF-8"),
    "UNQUOTED VALUE": ("has a quote that never ends", 'write "" for a quote inside a quoted cell'),
    "LINE SIZE OVER MAXIMUM": ("is longer than 2 MB", "look for a quote that never ends"),
}


@dataclass(frozen=True)
class Read:
    """The good rows, with a column for each column of the schema and `row`, and the broken rules."""

    table: pa.Table
    bad: list[BadRow]
    bad_count: int
    ignored: tuple[str, ...] = ()


def read_table(path: Path, table: Table, *, decimal: Decimal = ".") -> Read:
    """Every row of a small file, checked. Raises BadFile; broken rules come back as `bad`."""
    import duckdb  # noqa: PLC0415 - 30 ms that the help pages need not pay

    with duckdb.connect() as connection, open_source(path, decimal=decimal, rejects=REJECTS) as source:
        expressions = Expressions(table, source)
        kinds = {"text": "varchar", "number": "double", "integer": "bigint"}
        values = ", ".join(
            f"try_cast({expressions.value(column.name)} as {kinds[column.kind]}) as {identifier(column.name)}"
            for column in table.columns
        )
        good = connection.sql(
            f"select * exclude (is_bad) from (select {source.row_number} as row, {values}, "
            f"({expressions.any_broken()}) as is_bad from {source.relation}) where not is_bad order by row"
        ).to_arrow_table()
        total = connection.sql(f"select count(*) from {source.relation}").fetchall()[0][0]
        torn = torn_rows(connection, source)
        bad = broken_rows(connection, expressions) if total > good.num_rows else []
    ignored = tuple(field.name for field in source.fields if field.name not in table.names)
    rows = sorted([*torn, *bad], key=lambda row: (row.row, row.column))
    return Read(good, rows, len(torn) + total - good.num_rows, ignored)


def torn_rows(connection: duckdb.DuckDBPyConnection, source: Source) -> list[BadRow]:
    """The text rows that fell out because their cells do not fit the header."""
    if source.format != "csv":
        return []
    found = connection.sql(
        f"select distinct line, error_type, left(coalesce(csv_line, ''), 80) from {REJECTS} order by all"
    ).fetchall()
    return [
        BadRow(
            line, "(whole row)", text.rstrip("\n\r"), *MENDS.get(kind, ("cannot be read", "look at the row"))
        )
        for line, kind, text in found
    ]
