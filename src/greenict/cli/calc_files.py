"""Writing a filled table: CSV, XLSX, Parquet or JSON, each with as much of the unit as it can carry."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import xlsxwriter

from greenict.errors import BadArgument
from greenict.methods.answer import defaults_as_json
from greenict.tables.source import literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from greenict.cli.calc_table import Filled

MOST_SHEET_ROWS = 1_048_575


def save(filled: Filled, out: Path) -> None:
    """Write to a file of that name; its ending tells the format. Nothing half written is left behind.

    Raises
    ------
    BadArgument
        Where the ending is unknown, or the folder cannot be written to.
    """
    write = writer(out)
    try:
        with tempfile.TemporaryDirectory(prefix=".greenict-", dir=out.parent) as work:
            made = Path(work) / f"table{out.suffix.lower()}"
            write(filled, made)
            made.replace(out)
    except OSError as error:
        raise BadArgument("--out", str(out), f"it cannot be written ({error.strerror})") from error


def writer(out: Path) -> Callable[[Filled, Path], None]:
    """Return what writes files of that ending; raises BadArgument."""
    writers = {".csv": _csv, ".xlsx": _xlsx, ".parquet": _parquet, ".json": _json}
    if out.suffix.lower() not in writers:
        raise BadArgument("--out", out.name, f"end its name in {', '.join(writers)}")
    return writers[out.suffix.lower()]


def show(filled: Filled, style: str) -> None:
    """Write to standard output, as CSV or as JSON."""
    if style == "json":
        click.echo(_as_text(filled))
        return
    with tempfile.TemporaryDirectory(prefix="greenict-") as work:
        made = Path(work) / "table.csv"
        _csv(filled, made)
        with made.open(encoding="utf-8", newline="") as text:
            shutil.copyfileobj(text, sys.stdout)


def as_json(filled: Filled) -> dict[str, Any]:
    """Return method, units, inputs, defaults, the rows, and the rules that rows left out broke."""
    method = filled.method
    units = {one.name: one.unit for one in filled.arguments} | {method.id: method.unit}
    return {
        "method": method.id,
        "unit": method.unit,
        "source": method.source,
        "columns": units,
        "inputs": dict(filled.fixed),
        "defaults": defaults_as_json(method, filled.defaults),
        "rows": _without_nan(_typed(filled)).to_pylist(),
        "left_out": [
            {"row": row.row, "column": row.column, "value": row.value, "rule": row.rule, "mend": row.mend}
            for row in filled.left_out
        ],
    }


def _typed(filled: Filled) -> pa.Table:
    """The table with its arguments as numbers, whatever the file wrote them as."""
    table = filled.table
    for name, column in filled.numbers.items():
        table = table.set_column(table.column_names.index(name), name, column)
    return table


def _without_nan(table: pa.Table) -> pa.Table:
    """The table with null for NaN, which Parquet may hold and JSON has no word for."""
    for place, field in enumerate(table.schema):
        if pa.types.is_floating(field.type):
            column = table[field.name]
            plain = pc.if_else(pc.is_finite(column), column, pa.scalar(None, field.type))
            table = table.set_column(place, field.name, plain)
    return table


def _csv(filled: Filled, path: Path) -> None:
    table = filled.table
    if filled.decimal == "," and pa.types.is_floating(table[filled.method.id].type):
        commas = pc.replace_substring(pc.cast(table[filled.method.id], pa.string()), ".", ",")
        table = table.set_column(table.num_columns - 1, filled.method.id, commas)
    with duckdb.connect() as connection:
        connection.register("filled", table)
        how = f"format csv, header, delimiter {literal(filled.delimiter)}"
        connection.sql(f"copy (select * from filled) to {literal(str(path))} ({how})")


def _parquet(filled: Filled, path: Path) -> None:
    table = _typed(filled)
    units = {one.name: one.unit for one in filled.arguments} | {filled.method.id: filled.method.unit}
    fields = [
        field.with_metadata({"unit": units[field.name]}) if field.name in units else field
        for field in table.schema
    ]
    about = {"greenict.method": filled.method.id, "greenict.source": filled.method.source}
    about["greenict.inputs"] = json.dumps(dict(filled.fixed), ensure_ascii=False)
    about["greenict.defaults"] = json.dumps(
        defaults_as_json(filled.method, filled.defaults), ensure_ascii=False
    )
    schema = pa.schema(fields, metadata=about)
    pq.write_table(table.cast(schema), path)


def _json(filled: Filled, path: Path) -> None:
    path.write_text(_as_text(filled) + "\n", encoding="utf-8")


def _as_text(filled: Filled) -> str:
    """As JSON; dates and decimals of Parquet are written as text."""
    return json.dumps(as_json(filled), ensure_ascii=False, indent=1, allow_nan=False, default=str)


def _xlsx(filled: Filled, path: Path) -> None:
    """A sheet of rows and a sheet that tells units, source, inputs and defaults."""
    table = _typed(filled)
    if table.num_rows > MOST_SHEET_ROWS:
        mend = f"a sheet holds {MOST_SHEET_ROWS:,} rows; write .parquet or .csv"
        raise BadArgument("--out", f"{table.num_rows:,} rows", mend)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as book:
        sheet = book.add_worksheet("rows")
        sheet.write_row(0, 0, table.column_names)
        row = 0
        for batch in table.to_batches(max_chunksize=10_000):
            for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                row += 1
                sheet.write_row(row, 0, [one if one is None else _cell(one) for one in cells])
        about = book.add_worksheet("about")
        for place, line in enumerate(_about(filled)):
            about.write_row(place, 0, line)


def _cell(value: Any) -> Any:
    return value if isinstance(value, int | float | str) else str(value)


def _about(filled: Filled) -> list[tuple[str, ...]]:
    method = filled.method
    lines: list[tuple[str, ...]] = [("column", "unit"), *((one.name, one.unit) for one in filled.arguments)]
    lines += [(method.id, method.unit), ("",), ("method", method.title), ("source", method.source)]
    lines += [("status", method.status)]
    lines += [(name, json.dumps(value, ensure_ascii=False)) for name, value in filled.fixed.items()]
    lines += [
        (one.name, f"{one.default} {one.unit}", f"default; {method.source_of_default(one)}")
        for one in filled.defaults
    ]
    return lines
