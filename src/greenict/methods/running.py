"""A method over the rows of a table: the value of each good row, and the rules that the others break.

What may be a column is computed as one column. Every other argument that stands in the table (a text, a
date, a list, a number that takes no column) is a key: rows with the same keys are computed together.
A blank cell of an argument with a default takes the default, and is counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from greenict.errors import BadArgument, BadRow, GreenictError, UnknownName
from greenict.methods.arguments import Kind
from greenict.methods.checks import RowsRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from greenict.methods.arguments import Argument
    from greenict.methods.declaration import Method

MOST_SHOWN = 1000
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class NumberCells:
    """A column of numbers; NaN stands where a cell holds none. `text` shows a cell as the file has it."""

    numbers: NDArray[np.float64]
    blank: Callable[[], Mask]
    text: Callable[[int], str]


@dataclass(frozen=True)
class KeyCells:
    """A column of anything else: its different values, None for a blank, and which of them each row has."""

    values: Sequence[Any]
    codes: NDArray[np.int64]


@dataclass
class Rows:
    """The outcome, row by row. `broken` numbers rows from 0 and holds the first thousand rules broken."""

    values: NDArray[Any]
    good: Mask
    broken: list[BadRow] = field(default_factory=list)
    defaulted: dict[str, int] = field(default_factory=dict)

    @property
    def bad_count(self) -> int:
        """How many rows break a rule."""
        return int(len(self.good) - self.good.sum())

    def refuse(self, places: Places, column: str, say: Callable[[int], tuple[str, str, str]]) -> None:
        """Take rows out. `say` tells value, rule and mend of one; only as many are told as anyone will read."""
        self.good[places] = False
        room = max(0, MOST_SHOWN - len(self.broken))
        self.broken += [BadRow(int(place), column, *say(int(place))) for place in places[:room]]


def over_rows(
    method: Method,
    columns: Mapping[str, NumberCells | KeyCells],
    fixed: Mapping[str, Any],
    rows: int,
) -> Rows:
    """Return the method's value of each row; what is `fixed` is the same for all rows.

    Raises
    ------
    UnknownName, BadArgument
        Where an input that is the same for all rows is refused, or a required one is not given.
    """
    arguments = {argument.name: argument for argument in method.arguments}
    given = _read_fixed(method, columns, fixed)
    found = Rows(np.full(rows, np.nan), np.ones(rows, dtype=bool))
    numbers: dict[str, NDArray[np.float64]] = {}
    keys: dict[str, KeyCells] = {}
    for name, cells in columns.items():
        if isinstance(cells, KeyCells):
            keys[name] = _readable(found, arguments[name], cells)
            continue
        column, blanks = _checked(found, arguments[name], cells)
        if not arguments[name].takes_column:
            keys[name] = _as_keys(column, blanks)
            continue
        numbers[name] = column
        if blanks is not None:  # an input that may be absent: rows with and without it apart
            keys[name] = KeyCells([True, None], blanks.astype(np.int64))
    values = found.values
    for places, key in _groups(found.good, keys):
        inputs = {**given, **{name: value for name, value in key.items() if name not in numbers}}
        used = {name: column for name, column in numbers.items() if key.get(name, True) is not None}
        for part, value in _computed(method, inputs, used, places, found):
            if isinstance(value, str) and values.dtype != object:
                values = np.full(rows, None, dtype=object)
            values[part] = value
    found.values = values
    return found


def _read_fixed(
    method: Method, columns: Mapping[str, NumberCells | KeyCells], fixed: Mapping[str, Any]
) -> dict[str, Any]:
    names = [argument.name for argument in method.arguments]
    for name in fixed:
        if name not in names:
            raise UnknownName(f"argument of {method.id}", name, mend=f"its arguments are {', '.join(names)}")
    missing = [one for one in method.arguments if one.required and one.name not in {*fixed, *columns}]
    if missing:
        wanted = ", ".join(one.name for one in missing)
        mend = f"missing; give a column of that name, or {missing[0].name}=value. {method.id} still needs {wanted}"
        raise BadArgument(missing[0].name, None, mend)
    read = {one.name: one.read(fixed[one.name]) for one in method.arguments if one.name in fixed}
    for name, value in read.items():
        if np.ndim(value) and next(one for one in method.arguments if one.name == name).kind is Kind.NUMBER:
            raise BadArgument(
                name, f"{len(value)} numbers", "beside a table, give one number for all its rows"
            )
    return read


def _checked(found: Rows, argument: Argument, cells: NumberCells) -> tuple[NDArray[np.float64], Mask | None]:
    """Refuse the cells that are no number or out of bounds; fill blanks with the default."""
    numbers = cells.numbers
    if not len(numbers) or argument.bound.holds(numbers):
        return numbers, None
    blank, out = np.isnan(numbers) & cells.blank(), ~argument.bound.where(numbers)
    mend = f"give a finite number ({argument.unit}), {argument.bound}"

    def refuse(mask: Mask, rule: str, how: str = mend) -> None:
        found.refuse(np.flatnonzero(mask), argument.name, lambda place: (cells.text(place), rule, how))

    refuse(out & np.isnan(numbers) & ~blank, "is no number", f"{mend}, without the unit")
    refuse(out & ~np.isnan(numbers), "is out of bounds")
    if not blank.any():
        return numbers, None
    if argument.required:
        refuse(blank, "is missing", f"give {argument.meaning} ({argument.unit})")
        return numbers, None
    found.defaulted[argument.name] = int(blank.sum())
    if argument.default is None:
        return numbers, blank
    return np.where(blank, argument.default, numbers), None


def _as_keys(numbers: NDArray[np.float64], blanks: Mask | None) -> KeyCells:
    """The different numbers of an argument that takes no column."""
    values, codes = np.unique(numbers, return_inverse=True)
    codes = codes if blanks is None else np.where(blanks, len(values), codes)
    return KeyCells([*values.tolist(), None], codes.astype(np.int64))


def _readable(found: Rows, argument: Argument, cells: KeyCells) -> KeyCells:
    """Read each different value once; refuse the rows of those that the argument does not take."""
    read: list[Any] = []
    refused: dict[int, tuple[str, str, str]] = {}
    for code, value in enumerate(cells.values):
        read.append(argument.default)
        if value is None and argument.required:
            refused[code] = ("", "is missing", f"give {argument.meaning} ({argument.unit})")
        elif value is None:
            found.defaulted[argument.name] = int((cells.codes == code).sum())
        else:
            try:
                read[code] = argument.read(value)
            except (BadArgument, UnknownName) as error:
                refused[code] = (_shortened(str(value)), "is refused", error.mend or str(error))
    if refused:
        places = np.flatnonzero(np.isin(cells.codes, list(refused)))
        found.refuse(places, argument.name, lambda place: refused[int(cells.codes[place])])
    return KeyCells(read, cells.codes)


def _groups(good: Mask, keys: Mapping[str, KeyCells]) -> list[tuple[Places, dict[str, Any]]]:
    """Return the places of the good rows, by what is the same in their keys."""
    places = np.flatnonzero(good)
    if not len(places):
        return []
    if not keys:
        return [(places, {})]
    codes = np.stack([cells.codes[places] for cells in keys.values()])
    order = np.lexsort(codes)
    ordered = codes[:, order]
    starts = np.flatnonzero(np.any(ordered[:, 1:] != ordered[:, :-1], axis=0)) + 1
    found = []
    for part in np.split(order, starts):
        key = {name: cells.values[int(cells.codes[places[part[0]]])] for name, cells in keys.items()}
        found.append((np.sort(places[part]), key))
    return found


def _computed(
    method: Method,
    inputs: Mapping[str, Any],
    numbers: Mapping[str, NDArray[np.float64]],
    places: Places,
    found: Rows,
) -> list[tuple[Places, Any]]:
    """Return values by places.

    Where the formula refuses a column and says for which rows, the others are computed again; where it does
    not say, the column is halved until the rows are known.
    """
    whole = len(places) == len(found.good)
    columns = {name: column if whole else column[places] for name, column in numbers.items()}
    try:
        return [(places, method.compute(**inputs, **columns))]
    except GreenictError as error:
        if not columns or len(places) == 1 or _speaks_of_all(error, inputs):
            _refuse_by_formula(found, error, places, inputs, numbers)
            return []
        holds = _rows_that_hold(method, error, len(places))
        if holds is None:
            half = len(places) // 2
            parts = [places[:half], places[half:]]
        else:
            _refuse_by_formula(found, error, places[~holds], inputs, numbers)
            parts = [places[holds]] if holds.any() else []
        return [one for part in parts for one in _computed(method, inputs, numbers, part, found)]


def _rows_that_hold(method: Method, error: GreenictError, rows: int) -> Mask | None:
    """Which rows are not refused, where the error knows; in a method with a list it may speak of its entries."""
    lists = any(argument.kind is Kind.LIST for argument in method.arguments)
    if lists or not isinstance(error, RowsRefused) or len(error.holds) != rows or error.holds.all():
        return None
    return error.holds


def _speaks_of_all(error: GreenictError, inputs: Mapping[str, Any]) -> bool:
    """Whether what is refused is the same for all these rows."""
    return _named(error) in inputs and not isinstance(error, RowsRefused)


def _refuse_by_formula(
    found: Rows,
    error: GreenictError,
    places: Places,
    inputs: Mapping[str, Any],
    numbers: Mapping[str, NDArray[np.float64]],
) -> None:
    name = _named(error)
    mend = getattr(error, "mend", "") or str(error)

    def say(place: int) -> tuple[str, str, str]:
        shown = f"{numbers[name][place]:g}" if name in numbers else str(inputs.get(name, ""))
        return _shortened(shown), "is refused by the formula", mend

    found.refuse(places, name if name in {*inputs, *numbers} else "(whole row)", say)


def _named(error: GreenictError) -> str:
    return str(getattr(error, "argument", getattr(error, "kind", "")))


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."
