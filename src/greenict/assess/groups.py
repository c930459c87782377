"""Groups of lines: keys that were made canonical, and the sums that belong to them.

The engine groups by what stands in the cells; here ` fr`, `FR` and `France` become one place, and a
cell that means nothing becomes a bad row. Groups are sorted, so that the order of the lines leaves no
trace in what follows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from greenict.assess.summing import FLAGS
from greenict.errors import UnknownName
from greenict.factors.places import place_code
from greenict.tables.categories import DATA_CLASSES

if TYPE_CHECKING:
    import pyarrow as pa

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
Meaning = Callable[[str], "str | None"]
SAYS = {"item": "is in no factor set", "control character": "holds a control character"}
MENDS = {
    "item": "choose one of `greenict factors list`, or add it in a set of your own",
    "country": "write an ISO 3166 code or the country's name; leave it blank if it is not known",
}
Unreadable = dict[str, dict[str | None, tuple[str, str]]]


@dataclass(frozen=True)
class Key:
    """One key of the groups: its distinct values, sorted with None first, and a code for each group."""

    values: tuple[str | None, ...]
    codes: Codes

    def at(self, groups: NDArray[np.intp]) -> list[str | None]:
        """The values of some groups."""
        return [self.values[code] for code in self.codes[groups]]


@dataclass(frozen=True)
class Groups:
    """Sums by group: keys, amounts, and which groups give a lifetime, an energy or a PUE of their own."""

    keys: dict[str, Key]
    amounts: dict[str, Floats]
    size: int

    def amount(self, name: str, otherwise: str = "quantity") -> Floats:
        """An amount; where the file has no column for it, the one that takes its place."""
        return self.amounts[name] if name in self.amounts else self.amounts[otherwise]

    def flag(self, name: str) -> NDArray[np.bool_]:
        """For each group, whether its lines give that value."""
        if name not in self.keys:
            return np.zeros(self.size, dtype=bool)
        key = self.keys[name]
        return np.array([value == "true" for value in key.values], dtype=bool)[key.codes]

    def select(self, keep: NDArray[np.bool_]) -> Groups:
        """Some of the groups, with only the values that they hold."""
        keys = {name: _compact(Key(key.values, key.codes[keep])) for name, key in self.keys.items()}
        return Groups(keys, {name: values[keep] for name, values in self.amounts.items()}, int(keep.sum()))


def _compact(key: Key) -> Key:
    held, codes = np.unique(key.codes, return_inverse=True)
    return Key(tuple(key.values[code] for code in held), codes.astype(np.int64))


def added(place: NDArray[np.int64], values: NDArray[Any], size: int) -> Floats:
    """Values added up by place, one after the other, so that the sum has one order."""
    return np.bincount(place, weights=values, minlength=size).astype(np.float64)


def joint(keys: Sequence[Key], size: int) -> tuple[NDArray[np.intp], Codes]:
    """Groups with equal keys joined: a representative of each, in sorted order, and each group's place in it."""
    code = np.zeros(size, dtype=np.int64)
    most = 1
    for key in keys:
        width = max(1, len(key.values))
        if most * width >= 2**62:
            distinct, code = np.unique(code, return_inverse=True)
            most = len(distinct)
        code = code * width + key.codes
        most *= width
    _, first, inverse = np.unique(code, return_index=True, return_inverse=True)
    return first, inverse.astype(np.int64)


def from_arrow(table: pa.Table, meanings: Mapping[str, Meaning]) -> tuple[Groups, Unreadable]:
    """Canonical groups out of the engine's rows, and the cells that could not be understood.

    `meanings` gives for a key the function that makes its text canonical; it raises UnknownName, whose
    sentence becomes the mend. Groups with such a cell are left out.
    """
    raw = {
        name.removeprefix("k_"): _key(table.column(name))
        for name in table.column_names
        if name.startswith("k_")
    }
    first, _ = joint(list(raw.values()), table.num_rows)  # sorts by the raw cells: sums add in one order
    sums = [name for name in table.column_names if not name.startswith("k_") and name != "bad"]
    amounts = {name: table.column(name).to_numpy().astype(np.float64)[first] for name in sums}
    keys, unreadable, keep = {}, {}, amounts["lines"] > 0
    for name, key in raw.items():
        meant, wrong = _meant(key, meanings.get(name, clean))
        keys[name] = Key(meant.values, meant.codes[first])
        if wrong:
            unreadable[name] = wrong
            keep &= keys[name].codes >= 0
    groups = Groups(keys, amounts, len(first)).select(keep)
    return _merged(groups), unreadable


def _key(column: pa.ChunkedArray) -> Key:
    """The distinct cells of a column, sorted with None first, and the code of each row."""
    import pyarrow as pa  # noqa: PLC0415 - loaded already by the engine
    import pyarrow.compute as pc  # noqa: PLC0415 - as above

    flat = column.combine_chunks()
    if pa.types.is_boolean(flat.type):
        flat = pc.if_else(flat, "true", "false")
    if pa.types.is_floating(flat.type) and pc.all(pc.equal(flat, pc.floor(flat))).as_py() is not False:
        flat = pc.cast(flat, pa.int64(), safe=False)  # 2024.0 is the year 2024; a tag of 1.5 stays 1.5
    encoded = pc.cast(flat, pa.string()).dictionary_encode(null_encoding="encode")
    cells = encoded.dictionary.to_pylist()
    order = sorted(range(len(cells)), key=lambda i: (cells[i] is not None, cells[i] or ""))
    rank = np.empty(len(cells), dtype=np.int64)
    rank[order] = np.arange(len(cells))
    codes = rank[np.asarray(encoded.indices)] if len(cells) else np.zeros(0, dtype=np.int64)
    return Key(tuple(cells[i] for i in order), codes)


def _meant(key: Key, meaning: Meaning) -> tuple[Key, dict[str | None, tuple[str, str]]]:
    """The key with canonical values; the code is -1 where the cell means nothing."""
    meant: list[str | None] = []
    wrong: dict[str | None, tuple[str, str]] = {}
    for cell in key.values:
        try:
            meant.append(meaning(cell) if cell is not None else meaning(""))
        except UnknownName as error:
            wrong[cell] = (
                SAYS.get(error.kind, f"is no {error.kind}"),
                error.mend or MENDS.get(error.kind, "correct it"),
            )
            meant.append(None)
    bad = np.array([cell in wrong for cell in key.values], dtype=bool)
    values = tuple(sorted(set(meant), key=lambda v: (v is not None, v or "")))
    place = {value: code for code, value in enumerate(values)}
    codes = np.array([place[value] for value in meant], dtype=np.int64)
    codes[bad] = -1
    return Key(values, codes[key.codes]), wrong


def _merged(groups: Groups) -> Groups:
    """Groups with equal canonical keys joined, in the order of their keys."""
    first, place = joint(list(groups.keys.values()), groups.size)
    keys = {name: Key(key.values, key.codes[first]) for name, key in groups.keys.items()}
    amounts = {name: added(place, sums, len(first)) for name, sums in groups.amounts.items()}
    return Groups(keys, amounts, len(first))


def clean(cell: str) -> str | None:
    """A tag without blanks around it; None where it is blank. Refuses control characters."""
    text = cell.strip()
    if any(ord(character) < 32 for character in text):
        raise UnknownName("control character", text[:40], mend="remove it")
    return text or None


def meanings(known_item: Callable[[str], str]) -> dict[str, Meaning]:
    """What each key of an inventory may hold. `known_item` gives back an item's id or raises UnknownName."""

    def item(cell: str) -> str:
        return known_item("_".join(cell.strip().lower().replace("-", "_").split()))

    def country(cell: str) -> str | None:
        return place_code(cell.strip()) if cell.strip() else None

    def year(cell: str) -> str | None:
        try:
            return str(int(float(cell.replace(",", ".")))) if cell.strip() else None
        except (ValueError, OverflowError):
            return None  # the rules of the table have refused such a line already

    def data_class(cell: str) -> str | None:
        known = [name for name in DATA_CLASSES if name != "missing"]
        text = cell.strip().lower().replace("-", "_")
        if text and text not in known:
            raise UnknownName("data class", cell, known, f"write one of {', '.join(known)}")
        return text or None

    flags = dict.fromkeys(FLAGS, lambda cell: cell or "false")
    return {"item": item, "country": country, "year": year, "data_class": data_class, **flags}
