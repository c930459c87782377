"""A CSV, XLSX or Parquet file as a relation that DuckDB can read.

`open_source` looks at the first bytes, not at the name: Parquet, XLSX, or text; each of them plain or
packed with gzip. Text is UTF-8 with or without a mark, with comma, semicolon or tab. What is not a
table, or is made to hurt, is refused here with a sentence, before anything large is read.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import re
import shutil
import tempfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from greenict.errors import BadFile
from greenict.tables.spreadsheet import text_parquet

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_COLUMNS = 256
LONGEST_HEADER = 64 * 1024
LARGEST_UNPACKED = 20 * 1024**3  # a gzip member may unpack to this many bytes, no more
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
Decimal = Literal[".", ","]


@dataclass(frozen=True)
class Field:
    """A column of the file: its name for us, its name in the relation, and whether it holds text."""

    name: str
    identifier: str
    is_text: bool


@dataclass(frozen=True)
class Range:
    """Between which numbers a column lies, and whether it has blanks, as the file itself says."""

    low: float
    high: float
    blanks: bool


@dataclass(frozen=True)
class Source:
    """A file as a relation. `relation` follows FROM in DuckDB; `first_row` is its first data row."""

    path: Path
    file: str
    format: Literal["csv", "xlsx", "parquet"]
    relation: str
    fields: tuple[Field, ...]
    decimal: Decimal
    first_row: int
    row_number: str
    delimiter: str = ","
    ranges: dict[str, Range] = dataclass_field(default_factory=dict)

    def field(self, name: str) -> Field | None:
        """The column of that name, if the file has it."""
        return next((field for field in self.fields if field.name == name), None)


@contextmanager
def open_source(path: Path, *, decimal: Decimal = ".", rejects: str | None = None) -> Iterator[Source]:
    """The file as a relation, for as long as the block runs.

    `rejects` names the tables in which DuckDB keeps text rows with too few or too many cells.
    """
    path = Path(path)
    if not path.is_file():
        raise BadFile(str(path), "there is no such file", "check the path")
    if path.stat().st_size == 0:
        raise BadFile(path.name, "the file is empty", "give a table with a header row")
    with tempfile.TemporaryDirectory(prefix="greenict-") as work:
        plain, magic, packed = _unpacked(_plainly_named(path, Path(work)), Path(work))
        if magic.startswith(b"PAR1"):
            yield _parquet(plain, path.name, "parquet", decimal)
        elif magic.startswith(b"PK\x03\x04"):
            yield _parquet(text_parquet(plain, path.name, Path(work)), path.name, "xlsx", decimal)
        else:
            yield _text(plain, path.name, magic, decimal, rejects, packed=packed)


def _plainly_named(path: Path, work: Path) -> Path:
    """The file under a name that no engine takes for a pattern: `a*.csv` must not read `ab.csv` too."""
    if not re.search(r"[*?\[\]{}]", str(path)):
        return path
    link = work / "table"
    link.symlink_to(path.resolve())
    return link


def _unpacked(path: Path, work: Path) -> tuple[Path, bytes, bool]:
    """The file to read, its first bytes, and whether it is text that is still packed with gzip."""
    with path.open("rb") as file:
        magic = file.read(LONGEST_HEADER)
    if not magic.startswith(b"\x1f\x8b"):
        return path, magic, False
    try:
        with gzip.open(path) as packed:
            inside = packed.read(LONGEST_HEADER)
            if not inside.startswith((b"PAR1", b"PK\x03\x04")):
                return path, inside, True
            packed.seek(0)
            plain = work / "unpacked"
            with plain.open("wb") as out:
                shutil.copyfileobj(_Bounded(packed, path.name), out, 1024 * 1024)
            return plain, inside, False
    except (OSError, EOFError, zlib.error) as error:
        raise BadFile(path.name, "the gzip stream is broken", "pack the file again") from error


class _Bounded:
    """A reader that refuses to give more than `LARGEST_UNPACKED` bytes."""

    def __init__(self, file: gzip.GzipFile, name: str) -> None:
        self.file, self.name, self.left = file, name, LARGEST_UNPACKED

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        data = self.file.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise BadFile(self.name, "it unpacks to more than 20 GB", "split it, or give Parquet")
        return data


def _parquet(path: Path, file: str, kind: Literal["xlsx", "parquet"], decimal: Decimal) -> Source:
    import pyarrow.parquet  # noqa: PLC0415 - slow to import, and not every command reads Parquet

    try:
        metadata = pyarrow.parquet.read_metadata(path)
        schema = metadata.schema.to_arrow_schema()
    except (OSError, ValueError) as error:
        raise BadFile(file, "it begins like Parquet but cannot be read as such", "write it again") from error
    names = column_names(schema.names, file)
    if "file_row_number" in names:
        raise BadFile(file, "a column is called 'file_row_number'", "name it otherwise")
    fields = tuple(
        Field(name, given, _is_text(schema.field(position).type, file, given))
        for position, (name, given) in enumerate(zip(names, schema.names, strict=True))
    )
    relation = f"read_parquet({literal(str(path))}, file_row_number=true, hive_partitioning=false)"
    first = 2 if kind == "xlsx" else 1
    try:
        ranges = {
            field.name: found
            for i, field in enumerate(fields)
            if not field.is_text and (found := _range(metadata, i, len(names)))
        }
    except (OSError, ValueError) as error:
        raise BadFile(file, "the statistics of its columns are broken", "write it again") from error
    number = f"file_row_number + {first}"
    return Source(path, file, kind, relation, fields, decimal, first, number, ranges=ranges)


def _range(metadata: Any, column: int, columns: int) -> Range | None:
    """The range of a column of numbers, if the statistics of every row group tell it. They pass over NaN."""
    if metadata.num_columns != columns:
        return None  # a nested column, refused elsewhere
    found = []
    for group in range(metadata.num_row_groups):
        statistics = metadata.row_group(group).column(column).statistics
        if statistics is None or not statistics.has_min_max or not statistics.has_null_count:
            return None
        found.append((statistics.min, statistics.max, statistics.null_count > 0))
    if not found or not all(type(value) in (int, float) for low, high, _ in found for value in (low, high)):
        return None
    return Range(min(f[0] for f in found), max(f[1] for f in found), any(f[2] for f in found))


def _is_text(kind: Any, file: str, name: str) -> bool:
    import pyarrow as pa  # noqa: PLC0415 - as above

    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return True
    numbers = (pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal, pa.types.is_boolean)
    if any(
        is_kind(kind) for is_kind in (*numbers, pa.types.is_null, pa.types.is_date, pa.types.is_timestamp)
    ):
        return False
    raise BadFile(file, f"column {name!r} holds {kind}", "give numbers or text in every column")


def _text(
    path: Path, file: str, start: bytes, decimal: Decimal, rejects: str | None, *, packed: bool
) -> Source:
    header = _header_line(start, file)
    delimiter = max(DELIMITERS, key=_outside_quotes(header).count)
    given = next(csv.reader([header], delimiter=delimiter), [])
    names = column_names(given, file)
    fields = tuple(Field(name, f"c{position}", is_text=True) for position, name in enumerate(names))
    columns = ", ".join(f"'{field.identifier}': 'VARCHAR'" for field in fields)
    keep = (
        f", store_rejects=true, rejects_table='{rejects}', rejects_scan='{rejects}_scan', rejects_limit=10000"
        if rejects
        else ""
    )
    relation = (
        f"read_csv({literal(str(path))}, auto_detect=false, header=true, delim={literal(delimiter)}, quote='\"', "
        f"escape='\"', nullstr='', columns={{{columns}}}, compression='{'gzip' if packed else 'none'}'{keep})"
    )
    return Source(path, file, "csv", relation, fields, decimal, 2, "row_number() over () + 1", delimiter)


def _header_line(start: bytes, file: str) -> str:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadFile(file, "it is UTF-16", "save it as CSV UTF-8")
    if b"\0" in start:
        raise BadFile(
            file, "it holds NUL bytes, so it is no text table", "save it as CSV UTF-8, XLSX or Parquet"
        )
    if b"\r" in start.replace(b"\r\n", b""):
        raise BadFile(
            file, "its lines end with a carriage return alone", "save it with line feeds, as CSV UTF-8"
        )
    text = start.removeprefix(codecs.BOM_UTF8)
    line = text.splitlines()[0] if text.strip() else b""
    if len(line) >= LONGEST_HEADER - 4:
        raise BadFile(file, "the header row is longer than 64 kB", "give a table with at most 256 columns")
    try:
        header = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadFile(file, "the header row is not UTF-8", "save it as CSV UTF-8") from error
    if not header.strip():
        raise BadFile(file, "the first line is blank", "begin with the header row")
    return header


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def column_names(given: list[str], file: str) -> list[str]:
    """Names as we know them: small letters, words joined by underscores; refuses what cannot be a header."""
    if len(given) > MOST_COLUMNS:
        raise BadFile(file, f"it has {len(given)} columns", f"give at most {MOST_COLUMNS}")
    names = [re.sub(r"[^\w]+", "_", name.strip().lower()).strip("_") for name in given]
    for position, name in enumerate(names, start=1):
        if not name:
            raise BadFile(file, f"column {position} has no name", "name every column in the header row")
        if names.index(name) != position - 1:
            raise BadFile(file, f"two columns are called {name!r}", "give every column a name of its own")
    return names


def literal(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'
