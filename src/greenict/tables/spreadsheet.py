"""XLSX, cell by cell, without formulas.

A workbook is a zip of XML: it can unpack to a thousand times its size, and a cell can hold a formula
whose value only the programme that wrote it knows. Both are refused. The first sheet is copied, as
text, into a Parquet file that the rest of the pipeline reads like any other.
"""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from greenict.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LARGEST_UNPACKED = 2 * 1024**3
LARGEST_RATIO = 200  # a real sheet packs 10 to 30 times
MOST_MEMBERS = 2000
BATCH_ROWS = 20_000


def text_parquet(path: Path, file: str, work: Path) -> Path:
    """The first sheet as a Parquet file of text columns in `work`; raises BadFile."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and not every command reads XLSX
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    _refuse_bombs(path, file)
    rows = _rows(path, file)
    header = _trimmed(next(rows, []))
    if not any(header):
        raise BadFile(file, "the first row of the first sheet is blank", "begin with the header row")
    schema = pa.schema([(name or f"\0{position}", pa.string()) for position, name in enumerate(header)])
    if len(set(schema.names)) < len(header):
        raise BadFile(file, "two columns have the same name", "give every column a name of its own")
    if any(not name for name in header):
        raise BadFile(file, f"column {header.index(None) + 1} has no name", "name every column")
    target = work / "sheet.parquet"
    with pq.ParquetWriter(target, schema) as writer:
        for batch in _batches(rows, len(header), file):
            writer.write_batch(pa.record_batch(list(map(list, zip(*batch, strict=True))), schema=schema))
    return target


def _refuse_bombs(path: Path, file: str) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise BadFile(file, "it begins like XLSX but the archive is broken", "save it again") from error
    if "xl/workbook.xml" not in {member.filename for member in members}:
        raise BadFile(file, "it is a zip archive but no XLSX workbook", "give CSV, XLSX or Parquet")
    unpacked = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if unpacked > LARGEST_UNPACKED or len(members) > MOST_MEMBERS:
        raise BadFile(file, f"it unpacks to {unpacked / 1e9:.1f} GB", "give it as CSV or Parquet")
    if unpacked > 10 * 1024**2 and unpacked / packed > LARGEST_RATIO:
        raise BadFile(
            file, f"it unpacks to {unpacked / packed:.0f} times its size", "save it again, or give CSV"
        )


def _rows(path: Path, file: str) -> Iterator[list[Any]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import, and not every command reads XLSX
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - as above

    broken = (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
        OverflowError,
        RuntimeError,  # a member that is encrypted or packed by a method that zipfile does not know
        ParseError,
        zipfile.BadZipFile,
        zlib.error,
    )
    try:
        with path.open("rb") as opened:  # given a path, openpyxl goes by the name's ending
            sheet = load_workbook(opened, read_only=True, data_only=False).worksheets[0]
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(), start=1):
                yield [_text(cell, number, file) for cell in cells]
    except (InvalidFileException, *broken) as error:
        raise BadFile(file, "the workbook cannot be read", "save it again, or give CSV") from error


def _text(cell: Any, row: int, file: str) -> str | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        raise BadFile(
            file, f"cell {cell.coordinate} in row {row} holds a formula", "paste the values over the formulas"
        )
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value).strip() or None


def _trimmed(row: list[str | None]) -> list[str | None]:
    while row and row[-1] is None:
        row = row[:-1]
    return row


def _batches(rows: Iterable[list[Any]], width: int, file: str) -> Iterator[list[list[Any]]]:
    """Rows of equal width, many at a time; blank rows between rows stay, so that row numbers stay true."""
    batch: list[list[Any]] = []
    blank = 0
    for number, row in enumerate(rows, start=2):
        cells = _trimmed(row)
        if len(cells) > width:
            raise BadFile(file, f"row {number} has more cells than the header", "name every column")
        if not cells:
            blank += 1  # spreadsheets like to keep formatted rows below the last one
            continue
        batch += [[None] * width for _ in range(blank)]
        blank = 0
        batch.append(cells + [None] * (width - len(cells)))
        if len(batch) >= BATCH_ROWS:
            yield batch
            batch = []
    if batch:
        yield batch
