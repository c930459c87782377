"""The rows of a result for programs and spreadsheets: CSV and JSON. Same words in every language."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from greenict.report.model import Figures

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
FIGURES = ("category", "value", "unit", "p05", "p50", "p95")


def csv_bytes(figures: Figures) -> bytes:
    """The breakdown in long form: its keys, then category, value, unit and range.

    UTF-8 with a byte-order mark, because spreadsheets read other files in the alphabet of the machine.
    Numbers are whole, with a decimal point.
    """
    asked = figures.breakdowns[-1] if figures.meta["by"] else figures.breakdowns[0]
    columns = [*asked.keys, *FIGURES]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(guarded(name) for name in columns)
    for row in asked.rows:
        writer.writerow(guarded(row[name]) for name in columns)
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: Any) -> Any:
    """A text that a spreadsheet would run as a formula, with an apostrophe before it; all else as it is."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return "" if cell is None else cell


def json_bytes(figures: Figures) -> bytes:
    """The result as plain data."""
    return (json.dumps(figures.data, ensure_ascii=False, indent=1) + "\n").encode()
