"""A whole small table in memory: factors, items, sales, lifetimes.

An inventory is never read this way: it is summed where it lies (`greenict.assess.summing`).
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greenict.errors import BadFile, BadRow
from greenict.tables.checking import Expressions, broken_rows
from greenict.tables.source import Decimal, Source, identifier, open_source

if TYPE_CHECKING:
    from collections.abc import Iterator
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


@contextmanager
def reading(file: str) -> Iterator[None]:
    """What DuckDB says of a file that it cannot read, as BadFile; a fault of our own statement stays a bug."""
    import duckdb  # noqa: PLC0415 - 30 ms that the help pages need not pay

    try:
        yield
    except duckdb.InvalidInputException as error:
        raise BadFile(file, _first_line(error), "save it again as CSV UTF-8") from error
    except (duckdb.ProgrammingError, duckdb.InternalError):
        raise
    except duckdb.Error as error:
        raise BadFile(
            file, f"it cannot be read to its end ({_first_line(error)})", "write it again"
        ) from error


def _first_line(error: Exception) -> str:
    """The first line of a message, without its kind and without the folders of this machine."""
    line = (str(error).splitlines() or [""])[0]
    if "state machine" in line.lower():
        return "its line ends are mixed, or a quote never ends"
    return re.sub(r"^[A-Z][\w ]* Error: ", "", re.sub(r"/\S*/", "", line))


def true_rows(connection: duckdb.DuckDBPyConnection, source: Source, rows: list[int]) -> list[int]:
    """Row numbers of the last statement as an editor shows them.

    A text row that DuckDB rejects is not there when it numbers the rows, so every row below a rejected
    one is moved down by one.
    """
    if source.format != "csv" or not rows:
        return rows
    found = connection.sql(
        f"select distinct line from {REJECTS} where scan_id = (select max(scan_id) from {REJECTS}_scan) order by line"
    ).fetchall()
    gone = [line for (line,) in found]
    true = []
    place = 0
    for row in sorted(rows):
        while place < len(gone) and gone[place] <= row + place:
            place += 1
        true.append(row + place)
    moved = dict(zip(sorted(rows), true, strict=True))
    return [moved[row] for row in rows]


def truly_numbered(connection: duckdb.DuckDBPyConnection, source: Source, rows: list[BadRow]) -> list[BadRow]:
    """Broken rows of the last statement under the numbers that an editor shows."""
    numbers = true_rows(connection, source, [row.row for row in rows])
    return [replace(row, row=number) for row, number in zip(rows, numbers, strict=True)]


def read_table(path: Path, table: Table, *, decimal: Decimal = ".") -> Read:
    """Every row of a small file, checked. Raises BadFile; broken rules come back as `bad`."""
    import duckdb  # noqa: PLC0415 - 30 ms that the help pages need not pay
    import pyarrow.compute as pc  # noqa: PLC0415 - as above

    with (
        duckdb.connect() as connection,
        open_source(path, decimal=decimal, rejects=REJECTS) as source,
        reading(source.file),
    ):
        expressions = Expressions(table, source)
        kinds = {"text": "varchar", "number": "double", "integer": "bigint"}
        values = ", ".join(
            f"try_cast({expressions.value(column.name)} as {kinds[column.kind]}) as {identifier(column.name)}"
            for column in table.columns
        )
        every = connection.sql(
            f"select {source.row_number} as row, {values}, ({expressions.any_broken()}) as is_bad "
            f"from {source.relation} order by row"
        ).to_arrow_table()
        torn = torn_rows(connection, source)
        numbers = true_rows(connection, source, every["row"].to_pylist())
        every = every.set_column(0, "row", [numbers])
        good = every.filter(pc.invert(every["is_bad"])).drop_columns(["is_bad"])
        broken = every.num_rows - good.num_rows
        bad = truly_numbered(connection, source, broken_rows(connection, expressions)) if broken else []
    ignored = tuple(field.name for field in source.fields if field.name not in table.names)
    rows = sorted([*torn, *bad], key=lambda row: (row.row, row.column))
    return Read(good, rows, len(torn) + broken, ignored)


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
