"""Where the sums run: DuckDB inside the process, or Spark for those who outgrow one machine.

An engine takes a plan and gives one row a group, as an Arrow table. What follows is small and the same
for both.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from greenict.assess.summing import DUCKDB, SPARK, Plan
from greenict.errors import BadArgument, BadFile, BadRow, EngineMissing
from greenict.tables.checking import MOST_ROWS_SHOWN, broken_rows
from greenict.tables.reading import reading, torn_rows, truly_numbered
from greenict.tables.source import Source, identifier, literal

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb
    import pyarrow as pa

ENGINES = ("duckdb", "spark")


@dataclass(frozen=True)
class Lines:
    """A file of lines, open for DuckDB: it can be summed, and asked for rows."""

    source: Source
    connection: duckdb.DuckDBPyConnection

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def grouped(self, plan: Plan) -> pa.Table:
        """One row a group. Most files are right, so it is hoped first, and asked line by line only where needed."""
        import duckdb  # noqa: PLC0415 - 30 ms that the help pages need not pay

        try:
            hoped = with_flags(
                self.connection.sql(plan.hopeful_statement(self.source.relation)).to_arrow_table(), plan
            )
            if not any(chunk.to_numpy().any() for chunk in hoped.column("bad").chunks):
                return hoped
        except duckdb.Error:
            pass  # a line that the rules refuse may be beyond the range of the sums; a broken file is named below
        return self._grouped_with_care(plan)

    def _grouped_with_care(self, plan: Plan) -> pa.Table:
        import duckdb  # noqa: PLC0415 - as above

        try:
            with reading(self.source.file):
                return with_flags(
                    self.connection.sql(plan.statement(self.source.relation)).to_arrow_table(), plan
                )
        except BadFile as error:
            if isinstance(error.__cause__, duckdb.ConversionException | duckdb.OutOfRangeException):
                problem = "the sums leave the range of numbers"
                raise BadFile(self.source.file, problem, "check the units") from error
            raise

    def as_parquet(self, folder: Path) -> Source:
        """The same cells as a Parquet file, which is read alike everywhere; torn rows are found on the way.

        Spark would split quoted line breaks, keep what is not UTF-8 and fill up short rows of a CSV file.
        """
        if self.source.format != "csv":
            return self.source
        path = folder / "lines.parquet"
        with reading(self.source.file):
            self.connection.sql(
                f"copy (select * from {self.source.relation}) to {literal(str(path))} (format parquet, compression snappy)"
            )
        return replace(self.source, path=path)

    def torn(self) -> list[BadRow]:
        """Rows whose cells do not fit the header; known after the file was read once."""
        return torn_rows(self.connection, self.source)

    def broken(self, plan: Plan, most: int = MOST_ROWS_SHOWN) -> list[BadRow]:
        """The rows that break a rule of the schema."""
        expressions = replace(plan.expressions, quote=DUCKDB.quote)
        return truly_numbered(self.connection, self.source, broken_rows(self.connection, expressions, most))

    def holding(self, column: str, values: dict[str | None, tuple[str, str]], most: int) -> list[BadRow]:
        """The rows whose cell in a column is one of `values`, each with what is wrong and the mend."""
        field = self.source.field(column)
        if field is None or not values:
            return []
        cell = f"({identifier(field.identifier)})::varchar"
        wanted = ", ".join(literal(value) for value in values if value is not None) or "null"
        blank = f" or {cell} is null" if None in values else ""
        rows = self.connection.sql(
            f"select row, cell from (select {self.source.row_number} as row, {cell} as cell from {self.source.relation}) "
            f"where cell in ({wanted}){blank.replace(cell, 'cell')} order by row limit {most}"
        ).fetchall()
        found = [BadRow(row, column, cell or "", *values[cell]) for row, cell in rows]
        return truly_numbered(self.connection, self.source, found)


def with_flags(table: pa.Table, plan: Plan) -> pa.Table:
    """The groups with the flags that hold for all of them."""
    import pyarrow as pa  # noqa: PLC0415 - loaded already by the engine

    for flag in plan.always:
        table = table.append_column(f"k_{flag}", pa.array([True] * table.num_rows, pa.bool_()))
    return table


def open_lines(source: Source) -> Lines:
    """A DuckDB connection of its own, which writes nothing beside the file."""
    import duckdb  # noqa: PLC0415 - as above

    scratch = str(Path(tempfile.gettempdir()) / "greenict-duckdb")
    settings: dict[str, Any] = {"temp_directory": scratch}
    return Lines(source, duckdb.connect(config=settings))


def grouped(lines: Lines, make_plan: Callable[..., Plan], engine: str) -> tuple[pa.Table, Plan]:
    """The groups of the lines by the chosen engine, and the plan that made them."""
    if engine not in ENGINES:
        raise BadArgument("engine", engine, f"choose one of {', '.join(ENGINES)}")
    if engine == "duckdb":
        plan = make_plan(lines.source, dialect=DUCKDB)
        return lines.grouped(plan), plan
    try:
        from greenict.assess.spark import grouped_by_spark  # noqa: PLC0415 - an optional extra, slow to import
    except ImportError as error:
        raise EngineMissing(
            'PySpark is not installed; pip install "greenict[spark]", with Java 17'
        ) from error
    plan = make_plan(lines.source, dialect=SPARK)
    with tempfile.TemporaryDirectory(prefix="greenict-spark-") as work:
        return with_flags(grouped_by_spark(lines.as_parquet(Path(work)), plan), plan), plan
