"""`greenict calc METHOD --table FILE`: a method over every row of a CSV, XLSX or Parquet file.

A column that is named as an argument is that argument; the others are kept as they are. The rows are in
memory while they are computed. Cells are read by the rules of an inventory: blanks, decimal sign, row
numbers as a spreadsheet shows them, and a broken row names its column, value and mend.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from greenict.cli.calc_answer import shown
from greenict.errors import BadArgument, BadFile, BadRow, BadRows
from greenict.methods.arguments import Argument, Kind
from greenict.methods.asking import from_json
from greenict.methods.running import KeyCells, NumberCells, Rows, over_rows
from greenict.tables.checking import Expressions
from greenict.tables.reading import REJECTS, reading, torn_rows, truly_numbered
from greenict.tables.schema import Column, Table
from greenict.tables.source import Source, identifier, open_source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from greenict.methods.declaration import Method
    from greenict.tables.source import Decimal

_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?$")  # a workbook's date is a time at the day's beginning


@dataclass(frozen=True)
class Filled:
    """The good rows with their result, and what was left out.

    `table` has the columns as the file has them, and the result under the method's id; `numbers` has the
    columns of the arguments as numbers.
    """

    method: Method
    file: str
    table: pa.Table
    numbers: Mapping[str, pa.Array]
    arguments: tuple[Argument, ...]
    fixed: Mapping[str, Any]
    defaulted: Mapping[str, int]
    left_out: list[BadRow]
    left_out_count: int
    delimiter: str
    decimal: Decimal

    @property
    def defaults(self) -> list[Argument]:
        """The arguments that stand neither in the file nor on the command line, or are blank in some rows."""
        given = {*self.fixed, *(one.name for one in self.arguments)} - set(self.defaulted)
        return [one for one in self.method.arguments if one.name not in given and one.default is not None]


def fill(
    path: Path, method: Method, fixed: Mapping[str, Any], *, decimal: Decimal = ".", keep_going: bool = False
) -> Filled:
    """Return the rows of a file with the method's value of each.

    Raises
    ------
    BadFile
        Where the file cannot be read, or none of its columns is an argument of the method.
    BadRows
        Where rows break a rule, unless `keep_going`.
    UnknownName, BadArgument
        Where what is given for all rows is refused.
    """
    with duckdb.connect() as connection, open_source(path, decimal=decimal, rejects=REJECTS) as source:
        arguments = _arguments(method, source, fixed)
        with reading(source.file):
            every = connection.sql(_statement(source, arguments)).to_arrow_table()
            torn = torn_rows(connection, source)
        if not every.num_rows and not torn:
            raise BadFile(source.file, "it has no rows below its header", "give at least one")
        raw = every.select([field.name for field in source.fields])
        cells = {one.name: _cells(one, every) for one in arguments}
        found = over_rows(method, cells, fixed, every.num_rows)
        with reading(source.file):
            broken = [replace(row, row=row.row + source.first_row) for row in found.broken]
            broken = truly_numbered(connection, source, broken)
        bad = sorted([*torn, *broken], key=lambda row: (row.row, row.column))
        count = len(torn) + found.bad_count
        if bad and not keep_going:
            raise BadRows(source.file, bad, count)
        return _filled(method, source, arguments, raw, cells, fixed, found, bad, count)


def _filled(
    method: Method,
    source: Source,
    arguments: tuple[Argument, ...],
    raw: pa.Table,
    cells: Mapping[str, NumberCells | KeyCells],
    fixed: Mapping[str, Any],
    found: Rows,
    bad: list[BadRow],
    count: int,
) -> Filled:
    values = pa.array(found.values, pa.string() if found.values.dtype == object else pa.float64())
    table = raw.append_column(method.id, values)
    numbers = {name: cell.numbers for name, cell in cells.items() if isinstance(cell, NumberCells)}
    if found.bad_count:
        table = table.filter(pa.array(found.good))
        numbers = {name: column[found.good] for name, column in numbers.items()}
    typed = {name: pa.array(column, from_pandas=True) for name, column in numbers.items()}
    return Filled(
        method,
        source.file,
        table,
        typed,
        arguments,
        fixed,
        found.defaulted,
        bad,
        count,
        source.delimiter,
        source.decimal,
    )


def _arguments(method: Method, source: Source, fixed: Mapping[str, Any]) -> tuple[Argument, ...]:
    """The arguments that are columns of the file."""
    found = tuple(one for one in method.arguments if source.field(one.name))
    names = ", ".join(one.name for one in method.arguments)
    if not found:
        problem = f"none of its columns is an argument of {method.id}"
        raise BadFile(source.file, problem, f"name columns as the arguments: {names}")
    if source.field(method.id):
        raise BadFile(source.file, f"it has a column {method.id!r} already", "name that column otherwise")
    for one in found:
        if one.name in fixed:
            mend = f"it is also a column of {source.file}; give it in one place"
            raise BadArgument(one.name, fixed[one.name], mend)
    return found


def _statement(source: Source, arguments: tuple[Argument, ...]) -> str:
    """Each column as it stands, and beside it the number of those that are numbers."""
    schema = Table("calc", tuple(Column(one.name, "number", one.meaning, low=-inf) for one in arguments))
    expressions = Expressions(schema, source)
    columns = [f"{identifier(field.identifier)} as {identifier(field.name)}" for field in source.fields]
    for one in arguments:
        if one.kind is Kind.NUMBER:
            value = expressions.value(one.name)
            field = source.field(one.name)
            if field is not None and field.is_text:  # DuckDB takes 1_000 for a number, people do not
                value = f"case when not contains({expressions.raw(one.name)}, '_') then {value} end"
            columns.append(f"{value} as {identifier(_number_name(one.name))}")
    return f"select {', '.join(columns)} from {source.relation}"


def _number_name(name: str) -> str:
    return f"{name} as a number"  # no column of a file has blanks in its name


def _cells(argument: Argument, every: pa.Table) -> NumberCells | KeyCells:
    raw = every[argument.name]
    if argument.kind is not Kind.NUMBER:
        return _keys(argument, raw)
    is_text = pa.types.is_string(raw.type)
    numbers = every[_number_name(argument.name)].to_numpy()

    def blank() -> Any:
        if not is_text:
            return raw.is_null().to_numpy()
        return pc.equal(pc.utf8_trim_whitespace(pc.fill_null(raw, "")), "").to_numpy()

    def text(place: int) -> str:
        value = raw[place].as_py()
        return "" if value is None else str(value)[:80]

    return NumberCells(numbers, blank, text)


def _keys(argument: Argument, raw: pa.ChunkedArray) -> KeyCells:
    """The different values of a column that is a text, a date, a list or a table."""
    plain = pc.utf8_trim_whitespace(pc.cast(raw, pa.string()))
    coded = pc.if_else(pc.equal(plain, ""), pa.scalar(None, pa.string()), plain).combine_chunks()
    coded = coded.dictionary_encode()
    texts = coded.dictionary.to_pylist()
    codes = pc.fill_null(coded.indices, len(texts)).to_numpy().astype(np.int64)
    return KeyCells([*(_value(argument, text) for text in texts), None], codes)


def _value(argument: Argument, text: str) -> Any:
    """What a cell says; JSON that cannot be read stays text, which the argument then refuses."""
    if argument.kind is Kind.DATE:
        return _MIDNIGHT.sub("", text)
    if argument.kind not in {Kind.LIST, Kind.TABLE}:
        return text
    try:
        return from_json(argument.name, text)
    except BadArgument:
        return text


def summary(filled: Filled) -> str:
    """Say what was computed from what, and which rows were left out: for standard error."""
    method = filled.method
    columns = ", ".join(f"{one.name} ({one.unit})" for one in filled.arguments)
    lines = [
        f"greenict: {method.id} ({method.unit}) for {filled.table.num_rows:,} rows of {filled.file}",
        f"  from its columns {columns}",
    ]
    used = {method.id, *(one.name for one in filled.arguments)}
    kept = [name for name in filled.table.column_names if name not in used]
    lines += [f"  kept as they are {', '.join(kept)}"] if kept else []
    given = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in filled.fixed.items()]
    lines += [f"  for all rows {', '.join(given)}"] if given else []
    for one in filled.defaults:
        rows = f" in {filled.defaulted[one.name]:,} rows" if one.name in filled.defaulted else ""
        lines.append(
            f"  default {one.name} = {shown(one.default, one.unit)}{rows}: {method.source_of_default(one)}"
        )
    if filled.left_out_count:
        lines.append(f"  {filled.left_out_count:,} rows were left out")
        lines += [f"  {row}" for row in filled.left_out[:10]]
    return "\n".join(lines)
