"""Columns, bounds and row rules, as data.

From one declaration come the check of a file, the help of the command and the reference page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "number"]


@dataclass(frozen=True)
class Column:
    """One column: what it means, its unit, and between which bounds its values lie.

    `low` and `high` bound numbers and integers, both ends included; every number has both, so that
    what is not finite is always outside.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    required: bool = False
    low: float = 0.0
    high: float = 1e15

    @property
    def bounds(self) -> str:
        """The bounds in words."""
        unit = f" {self.unit}" if self.unit else ""
        return f"between {self.low:g} and {self.high:g}{unit}"


@dataclass(frozen=True)
class RowRule:
    """A rule over several columns of one row.

    `breaks` is a condition in SQL with column names in braces; it is true where the row breaks the
    rule. It is left out where the file lacks its column. `product` says that no row can break the rule
    while the product of some columns stays below a number.
    """

    name: str
    column: str
    breaks: str
    mend: str
    needs: tuple[str, ...]
    product: tuple[tuple[str, ...], float] | None = None


@dataclass(frozen=True)
class Table:
    """A table: its columns, its row rules, and whether further columns are tags."""

    name: str
    columns: tuple[Column, ...]
    rules: tuple[RowRule, ...] = ()
    tags: bool = False

    def __getitem__(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the columns that a file must have."""
        return tuple(column.name for column in self.columns if column.required)
