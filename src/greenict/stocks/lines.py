"""The rows of a sales table, checked: what they say by position, and which of them break a rule.

Spellings are settled here: keys get four digits, country codes and units their usual case. A table may carry a
column `row`, the number by which its file knows each row; without it rows count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from greenict.errors import BadFile, BadRow, BadRows, UnknownName
from greenict.stocks.keys import normalise_key
from greenict.tables.sales import SALES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from greenict.stocks.kernels import FloatArray

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

UNITS = ("t", "kg", "pieces")
ROW = "row"
MOST_BAD_ROWS = 1000


@dataclass(frozen=True)
class Lines:
    """The columns of a sales table; country and key are positions in the lists of names, unit in UNITS.

    Before the rules are looked at, what means nothing is -1 or NaN.
    """

    country: IntArray
    key: IntArray
    unit: IntArray
    year: FloatArray
    amount: FloatArray
    countries: Sequence[str]
    keys: Sequence[str]


@dataclass(frozen=True)
class _Rule:
    column: str
    broken: BoolArray
    says: str
    mend: str


def read_lines(sales: pa.Table) -> Lines:
    """Return the rows of a sales table.

    Raises
    ------
    BadFile
        If a column is missing or the table has no rows, or (as BadRows) if rows break a rule.

    """
    lines = _lines(sales)
    if sales.num_rows == 0:
        raise BadFile("sales", "the table has no rows", "give at least one row")
    rules = _rules(lines)
    if count := sum(int(rule.broken.sum()) for rule in rules):
        raise BadRows("sales", _bad_rows(sales, rules), count)
    return lines


def split_sales(sales: pa.Table) -> tuple[pa.Table, list[BadRow]]:
    """Return the rows that break no rule, and the rules that the others break (the first thousand).

    Raises
    ------
    BadFile
        If a column is missing.

    """
    rules = _rules(_lines(sales))
    broken = np.any([rule.broken for rule in rules], axis=0)
    return sales.filter(pa.array(~broken)), _bad_rows(sales, rules)


def _lines(sales: pa.Table) -> Lines:
    missing = [name for name in SALES.required if name not in sales.column_names]
    if missing:
        raise BadFile("sales", f"no column {', '.join(missing)}", f"give {','.join(SALES.required)}")
    country, countries = _coded(sales["country"], _country)
    key, keys = _coded(sales["unu_key"], _known_key)
    unit, units = _coded(sales["unit"], _unit)
    in_list = np.array([*(UNITS.index(name) for name in units), -1], dtype=np.int64)  # -1 stays -1
    year, amount = _floats(sales["year"]), _floats(sales["amount"])
    return Lines(country, key, in_list[unit], year, amount, countries, keys)


def _rules(lines: Lines) -> list[_Rule]:
    year, amount = lines.year, lines.amount
    no_year = _outside("year", year) | (year != np.floor(year))
    return [
        _Rule("country", lines.country < 0, "is empty", "give an ISO 3166 code"),
        _Rule("unu_key", lines.key < 0, "is no UNU key", "give one of the 54 keys, such as 0306"),
        _Rule("unit", lines.unit < 0, "is no unit of sales", f"give one of {', '.join(UNITS)}"),
        _Rule("year", no_year, "is no year of sale", f"give a whole year {SALES['year'].bounds}"),
        _Rule(
            "amount",
            _outside("amount", amount),
            "is no amount sold",
            "give a number from 0 on; net exports are no sales: leave such rows out",
        ),
    ]


def _outside(column: str, values: FloatArray) -> BoolArray:
    """Return where values break the bounds of a sales column; what is no number does."""
    low, high = SALES[column].low, SALES[column].high
    return np.asarray(~((values >= low) & (values <= high)))


def _bad_rows(sales: pa.Table, rules: Iterable[_Rule]) -> list[BadRow]:
    numbers = sales[ROW] if ROW in sales.column_names else None
    found = [
        BadRow(
            int(at) + 1 if numbers is None else numbers[int(at)].as_py(),
            rule.column,
            _shown(sales[rule.column][int(at)].as_py()),
            rule.says,
            rule.mend,
        )
        for rule in rules
        for at in np.flatnonzero(rule.broken)[:MOST_BAD_ROWS]
    ]
    return sorted(found, key=lambda bad: bad.row)[:MOST_BAD_ROWS]


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _coded(column: pa.ChunkedArray, meaning: Callable[[object], str | None]) -> tuple[IntArray, list[str]]:
    """Return each row's position in the sorted list of names; -1 where the value means nothing."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    encoded = pc.dictionary_encode(column.combine_chunks(), null_encoding="encode")
    meanings = [meaning(value) for value in encoded.dictionary.to_pylist()]
    names = sorted({name for name in meanings if name is not None})
    position = {name: at for at, name in enumerate(names)}
    codes = np.array([-1 if name is None else position[name] for name in meanings], dtype=np.int64)
    return codes[encoded.indices.to_numpy(zero_copy_only=False)], names


def _country(value: object) -> str | None:
    text = _shown(value).strip()
    return (text.upper() if len(text) <= 3 else text) or None  # codes in capitals, names as they are


def _unit(value: object) -> str | None:
    name = _shown(value).strip().lower()
    return name if name in UNITS else None


def _known_key(value: object) -> str | None:
    try:
        return normalise_key(value)
    except UnknownName:
        return None


def _floats(column: pa.ChunkedArray) -> FloatArray:
    try:
        numbers = pc.cast(column, pa.float64())
    except pa.ArrowInvalid:
        # One word among numbers makes a column of text: read it value by value, so that its row can be named.
        numbers = pa.chunked_array([[_float(value) for value in column.to_pylist()]], pa.float64())
    return np.asarray(numbers.to_numpy(), dtype=np.float64)


def _float(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None
