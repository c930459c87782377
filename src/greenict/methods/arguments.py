"""An argument of a method: its unit and bound, and how an input is read or refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf, isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from greenict.errors import BadArgument, UnknownName

Column = NDArray[np.float64]


class Kind(StrEnum):
    """What an argument takes. A number may also be a column of numbers."""

    NUMBER = "number"
    LIST = "list"
    TABLE = "table"
    TEXT = "text"
    DATE = "date"


@dataclass(frozen=True)
class Bound:
    """The range that a number must lie in."""

    lower: float = -inf
    upper: float = inf
    lower_is_out: bool = False

    @classmethod
    def parse(cls, text: str) -> Bound:
        """Return the bound of `>= 0`, `> 0`, `0 to 1` or nothing (any finite number).

        Raises
        ------
        ValueError
            For any other text: a mistake in a formula's docstring.

        Examples
        --------
        >>> str(Bound.parse("0 to 1"))
        'from 0 to 1'
        """
        if not text:
            return cls()
        if match := re.fullmatch(r"(>=?) (\S+)", text):
            return cls(lower=float(match[2]), lower_is_out=match[1] == ">")
        if match := re.fullmatch(r"(\S+) to (\S+)", text):
            return cls(lower=float(match[1]), upper=float(match[2]))
        raise ValueError(f"{text!r} is no bound; write '>= 0', '> 0' or '0 to 1'")

    def holds(self, values: Column) -> bool:
        """Whether every value is a finite number within the bound.

        Smallest and largest tell it without a column of truths: a NaN spreads to both.
        """
        lowest, highest = float(values.min()), float(values.max())
        above = lowest > self.lower if self.lower_is_out else lowest >= self.lower
        return isfinite(lowest) and isfinite(highest) and above and highest <= self.upper

    def where(self, values: Column) -> NDArray[np.bool_]:
        """Which values are finite numbers within the bound, one by one."""
        above = values > self.lower if self.lower_is_out else values >= self.lower
        return np.isfinite(values) & above & (values <= self.upper)

    def __str__(self) -> str:
        """Say the range in words."""
        if self.upper < inf:
            return f"from {self.lower:g} to {self.upper:g}"
        if self.lower > -inf:
            return f"above {self.lower:g}" if self.lower_is_out else f"{self.lower:g} or more"
        return "of any sign"


@dataclass(frozen=True)
class Argument:
    """One argument of a method, as its docstring and signature declare it."""

    name: str
    kind: Kind
    unit: str
    bound: Bound
    choices: tuple[str, ...]
    required: bool
    default: Any
    takes_column: bool
    meaning: str
    default_source: str = ""

    def read(self, value: Any) -> Any:
        """Return the input as the formula takes it: float, column, mapping, text or date.

        Raises
        ------
        BadArgument
            Where the value is of the wrong kind or outside its bound.
        UnknownName
            Where a text is none of the choices.
        """
        readers = {
            Kind.TEXT: self._text,
            Kind.DATE: self._date,
            Kind.TABLE: self._table,
            Kind.LIST: self._list,
        }
        return readers.get(self.kind, self._number)(value)

    def _number(self, value: Any) -> float | Column:
        numbers = self._numbers(value)
        if numbers.ndim > 1:
            raise BadArgument(self.name, value, "give a number, or one flat column of numbers")
        self._within(numbers, value)
        return numbers if numbers.ndim else float(numbers)

    def _list(self, value: Any) -> Column:
        if isinstance(value, str | Mapping) or not isinstance(value, Sequence | np.ndarray) or not len(value):
            raise BadArgument(self.name, value, f"give a list of {self.unit}, such as [1, 2, 3]")
        numbers = self._numbers(value)
        if numbers.ndim != 1:
            raise BadArgument(self.name, value, "give a flat list of numbers")
        self._within(numbers, value)
        return numbers

    def _table(self, value: Any) -> dict[str, float]:
        if not isinstance(value, Mapping) or not value:
            raise BadArgument(self.name, value, f'give a table of {self.unit}, such as {{"a": 1, "b": 2}}')
        for key, entry in value.items():
            numbers = self._numbers(entry)
            if numbers.ndim:
                raise BadArgument(f"{self.name}[{key!r}]", entry, f"give one number of {self.unit}")
            self._within(numbers, entry, f"{self.name}[{key!r}]")
        return {str(key): float(entry) for key, entry in value.items()}

    def _text(self, value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            raise BadArgument(self.name, value, "give a text")
        if not self.choices:
            return value.strip()
        for choice in self.choices:
            if choice.casefold() == value.strip().casefold():
                return choice
        raise UnknownName(self.name, value, self.choices, mend=f"choose one of {', '.join(self.choices)}")

    def _date(self, value: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError as error:
            raise BadArgument(
                self.name, value, "give a date as year-month-day, such as 2024-11-20"
            ) from error

    def _numbers(self, value: Any) -> Column:
        if not isinstance(value, Mapping | str):
            try:
                numbers = np.asarray(value)
            except ValueError:  # lists of unequal length inside a list
                numbers = np.empty(0)
            if numbers.dtype.kind in "iuf" and numbers.size:
                return np.asarray(numbers, dtype=np.float64)
        wanted = "a number" if self.kind is Kind.NUMBER else "numbers"
        name, shown = self._culprit(value)
        raise BadArgument(name, shown, f"give {wanted} ({self.unit}), {self.bound}")

    def _culprit(self, value: Any) -> tuple[str, Any]:
        """Return the first entry that is no number, so that a long list is not shown whole."""
        if isinstance(value, list | tuple):
            for place, entry in enumerate(value, start=1):
                if isinstance(entry, bool) or not isinstance(entry, int | float):
                    return f"{self.name}, entry {place}", entry
        return self.name, value

    def _within(self, numbers: Column, value: Any, name: str = "") -> None:
        if self.bound.holds(numbers):
            return
        name = name or self.name
        if numbers.ndim:
            place = next(place for place, one in enumerate(numbers) if not self.bound.holds(one))
            name, value = f"{name}, entry {place + 1}", float(numbers[place])
        raise BadArgument(name, value, f"give a finite number ({self.unit}), {self.bound}")
