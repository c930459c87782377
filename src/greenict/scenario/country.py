"""One door for an inventory and for a country's sales.

A table of sales goes through the stock model first: pieces sold carry production, pieces in use carry
electricity, pieces discarded carry end of life, and their mass is e-waste. So one run answers GHG,
energy, materials and e-waste of a country together, year by year. What the profile says of goods over
time does not apply here: every flow falls in the year in which it happens.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict import stocks
from greenict.assess.groups import Groups, Key
from greenict.assess.matching import match
from greenict.assess.pipeline import computed, silent
from greenict.assess.preparing import Prepared, Progress, prepare, sha256
from greenict.assess.previewing import Check, checked
from greenict.assess.question import Question, question_of, standard_and_layers
from greenict.assess.remarks import note
from greenict.errors import BadArgument, BadFile, BadRow, BadRows, UnknownName
from greenict.factors.places import place_code
from greenict.tables.reading import read_table
from greenict.tables.result import KEYS
from greenict.tables.sales import SALES
from greenict.tables.source import Decimal, open_source

if TYPE_CHECKING:
    import pyarrow as pa

    from greenict.assess.results import Result


def assess(
    table: Path | str, *, name: str | None = None, progress: Progress | None = None, **asked: Any
) -> Result:
    """Assess an inventory or a table of sales; see `greenict.assess.assess` for arguments and errors."""
    path, say = Path(table), progress or silent
    return computed(path, _prepare(path, question_of(asked), say), name, say)


def check(table: Path | str, *, progress: Progress | None = None, **asked: Any) -> Check:
    """What `assess` would use and refuse; computes nothing."""
    return checked(_prepare(Path(table), question_of(asked), progress or silent))


def is_sales(path: Path, decimal: Decimal = ".") -> bool:
    """Whether a file is a table of sales and no inventory, by its columns."""
    with open_source(path, decimal=decimal) as source:
        names = {field.name for field in source.fields}
    return set(SALES.required) <= names and "item" not in names


@dataclass(frozen=True)
class Sales:
    """A table of sales: the rows that can be used, and those that cannot."""

    table: pa.Table
    bad: list[BadRow]
    bad_count: int


def read_sales(path: Path, decimal: Decimal = ".") -> Sales:
    """The sales of a file, with countries and keys in their usual spelling; raises BadFile."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and only needed here

    read = read_table(path, SALES, decimal=decimal)
    wrong: list[BadRow] = []
    codes: list[str | None] = []
    for row, cell in zip(read.table["row"].to_pylist(), read.table["country"].to_pylist(), strict=True):
        try:
            codes.append(place_code(cell))
        except UnknownName as error:
            codes.append(None)
            mend = error.mend or "write an ISO 3166 code or the country's name"
            wrong.append(BadRow(row, "country", cell, "is no country", mend))
    known = pa.array([code is not None for code in codes], pa.bool_())
    table = read.table.set_column(
        read.table.schema.get_field_index("country"), "country", pa.array(codes, pa.string())
    )
    table = table.filter(known)
    good, broken = stocks.split_sales(table)
    bad = sorted([*read.bad, *wrong, *broken], key=lambda row: (row.row, row.column))
    return Sales(good, bad, read.bad_count + len(wrong) + table.num_rows - good.num_rows)


def _prepare(path: Path, question: Question, say: Progress) -> Prepared:
    if not is_sales(path, question.decimal):
        return prepare(path, question, say)
    if question.engine != "duckdb":
        raise BadArgument("engine", question.engine, "a table of sales is small; leave it to duckdb")
    for tag in question.by:
        if tag not in KEYS:
            raise BadArgument("by", tag, f"is no key of a table of sales; choose from {', '.join(KEYS)}")
    standard, layers = standard_and_layers(question)
    say("read", 0.0)
    sales = read_sales(path, question.decimal)
    if sales.bad_count and not question.keep_going:
        raise BadRows(path.name, sales.bad, sales.bad_count)
    if sales.table.num_rows == 0:
        raise BadFile(path.name, "no row can be used", f"give rows of {', '.join(SALES.required)}")
    say("stock model", 0.3)
    flow = stocks.run(sales.table, lifetimes=question.lifetimes, method=question.method, until=question.until)
    groups = _groups(stocks.activity(flow))
    say("match", 0.6)
    return Prepared(
        question,
        standard,
        layers,
        groups,
        match(groups, layers, standard, sales=True),
        sales.bad,
        sales.bad_count,
        SALES.names,
        (),
        [note("stock_model", text) for text in flow.warnings],
        sales=True,
        digest=sha256(path),
    )


def _groups(activity: pa.Table) -> Groups:
    """Each country, key and year as a group whose amounts are the flows of that year."""
    keys = {
        name: _key([str(cell) for cell in activity[name].to_pylist()]) for name in ("item", "country", "year")
    }
    amounts = {
        name: activity[column].to_numpy().astype(np.float64)
        for name, column in (
            ("sold", "sold_pieces"),
            ("in_use", "in_use_pieces"),
            ("discarded", "discarded_pieces"),
            ("discarded_kg", "discarded_kg"),
        )
    }
    amounts["lines"] = np.ones(activity.num_rows)
    return Groups(keys, amounts, activity.num_rows)


def _key(cells: list[str]) -> Key:
    values = tuple(sorted(set(cells)))
    place = {value: code for code, value in enumerate(values)}
    return Key(values, np.array([place[cell] for cell in cells], dtype=np.int64))
