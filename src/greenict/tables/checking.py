"""The rules of a schema as SQL, and the rows of a file that break them.

`Expressions` turns a schema and a file into SQL: the value of each column, and for each rule the
condition that a row breaks it. The text is understood by DuckDB and by Spark, so that both engines
check and sum by the same description.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from greenict.errors import BadFile, BadRow
from greenict.tables.source import Source, identifier

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

    from greenict.tables.schema import Column, Table

MOST_ROWS_SHOWN = 1000
MISSING, OUT_OF_BOUNDS = "is missing", "is out of bounds"
# Spark takes more for a number (5d, 0x1p3) and less for a blank than DuckDB does, so both are spelled out.
# The characters stand for themselves: how an escape is read depends on a setting of Spark.
AROUND = "[ \t\n\x0b\f\r]*"
NUMBER = f"^{AROUND}[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?{AROUND}$"
SPACES = "".join(map(chr, (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))


@dataclass(frozen=True)
class Check:
    """One rule: the column it speaks of, what it says of a value that breaks it, the mend, and the SQL."""

    column: str
    says: str
    mend: str
    breaks: str
    product: tuple[tuple[str, ...], float] | None = None


@dataclass(frozen=True)
class Expressions:
    """A schema met with a file. Raises BadFile where a required column is missing."""

    table: Table
    source: Source
    quote: str = '"'
    blank_is_null: bool = False  # spares a look at every cell; a cell of spaces then counts as no number

    def __post_init__(self) -> None:
        """Refuse a file without the columns that every row needs."""
        missing = [name for name in self.table.required if not self.source.field(name)]
        if missing:
            found = ", ".join(field.name for field in self.source.fields[:20])
            raise BadFile(
                self.source.file,
                f"column {missing[0]!r} is missing (found: {found})",
                f"give the columns {', '.join(self.table.required)}",
            )

    @property
    def _for_spark(self) -> bool:
        return self.quote == "`"

    def has(self, name: str) -> bool:
        """Whether the file has that column."""
        return self.source.field(name) is not None

    def raw(self, name: str) -> str:
        """The column as it stands in the file."""
        field = self.source.field(name)
        if field is None:
            return "cast(null as string)" if self._for_spark else "cast(null as varchar)"
        return self.quote + field.identifier.replace(self.quote, self.quote * 2) + self.quote

    def value(self, name: str) -> str:
        """The column as a value of its kind; null where the cell is blank or cannot be read."""
        column, field = self.table[name], self.source.field(name)
        if column.kind == "text":
            return f"nullif(trim({self.raw(name)}), '')" if field else self.raw(name)
        if field is None:
            return "cast(null as double)"
        if not field.is_text:
            return f"cast({self.raw(name)} as double)"
        text = self._number_text(name)
        number = f"try_cast({text} as double)"
        return f"case when {text} rlike '{NUMBER}' then {number} end" if self._for_spark else number

    def _number_text(self, name: str) -> str:
        text = self.raw(name)
        if self.source.decimal == ",":
            return (
                f"replace(replace({text}, '.', 'x'), ',', '.')"  # a point would separate thousands: no number
            )
        return text

    def blank(self, name: str) -> str:
        """Where the cell is blank."""
        field = self.source.field(name)
        if field is None or not field.is_text or self.blank_is_null:
            return f"{self.raw(name)} is null"
        bare = (
            f"translate({self.raw(name)}, '{SPACES}', '')" if self._for_spark else f"trim({self.raw(name)})"
        )
        return f"({self.raw(name)} is null or {bare} = '')"

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Every rule that this file can break."""
        columns = [column for column in self.table.columns if self.has(column.name)]
        found = [check for column in columns for check in self._column_checks(column)]
        return (*found, *self._row_checks())

    def _column_checks(self, column: Column) -> Iterable[Check]:
        if column.required:
            yield Check(column.name, MISSING, f"give {column.meaning}", self.blank(column.name))
        if column.kind == "text":
            return
        value, wanted = self.value(column.name), column.bounds
        number = (
            "write a number with a decimal comma and no thousands separators"
            if self.source.decimal == ","
            else "write a number with a decimal point and no thousands separators, or say that the file has decimal commas"
        )
        if self.source.field(column.name).is_text:  # type: ignore[union-attr]
            yield Check(
                column.name,
                "is no number",
                number,
                f"({value} is null and not {self.blank(column.name)}) or contains({self.raw(column.name)}, '_')",
            )
        within = f"{value} >= {column.low!r} and {value} <= {column.high!r}"
        # Parquet's statistics pass over NaN, and the optimiser believes them
        nan = "" if self.source.field(column.name).is_text else f" or isnan({value})"  # type: ignore[union-attr]
        yield Check(column.name, OUT_OF_BOUNDS, f"give a value {wanted}", f"not ({within}){nan}")
        if column.kind == "integer":
            yield Check(
                column.name,
                "is no whole number",
                f"give a whole number {wanted}",
                f"{value} <> floor({value})",
            )

    def _row_checks(self) -> Iterable[Check]:
        for rule in self.table.rules:
            if rule.name and self.has(rule.column):
                values = {name: self.value(name) for name in rule.needs}
                yield Check(rule.column, rule.name, rule.mend, rule.breaks.format(**values), rule.product)

    def any_broken(self) -> str:
        """True where a row breaks at least one rule (never null)."""
        return " or ".join(f"coalesce({check.breaks}, false)" for check in self.checks) or "false"


def broken_rows(
    connection: duckdb.DuckDBPyConnection, expressions: Expressions, most: int = MOST_ROWS_SHOWN
) -> list[BadRow]:
    """The first `most` broken rules, by row and column. A second read of the file, made only when needed."""
    source = expressions.source
    cells = ", ".join(
        f"({identifier(field.identifier)})::varchar as v{i}" for i, field in enumerate(source.fields)
    )
    flags = ", ".join(
        f"coalesce({check.breaks}, false) as b{i}" for i, check in enumerate(expressions.checks)
    )
    either = " or ".join(f"b{i}" for i in range(len(expressions.checks))) or "false"
    rows = connection.sql(
        f"select * from (select {source.row_number} as row, {cells}, {flags} from {source.relation}) "
        f"where {either} order by row limit {most}"
    ).fetchall()
    positions = {field.name: position for position, field in enumerate(source.fields)}
    first_flag = 1 + len(source.fields)
    found = [
        BadRow(row[0], check.column, _shown(row[1 + positions[check.column]]), check.says, check.mend)
        for row in rows
        for number, check in enumerate(expressions.checks)
        if row[first_flag + number]
    ]
    return _first_per_cell(found)[:most]


def _shown(value: str | None) -> str:
    return "" if value is None else value if len(value) <= 80 else value[:77] + "..."


def _first_per_cell(rows: list[BadRow]) -> list[BadRow]:
    """One rule a cell: a word in a number column is also out of bounds, but says so once."""
    seen: set[tuple[int, str]] = set()
    kept = []
    for row in rows:
        if (row.row, row.column) not in seen:
            seen.add((row.row, row.column))
            kept.append(row)
    return kept
