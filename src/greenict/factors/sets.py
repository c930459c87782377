"""A factor set: a folder with `manifest.toml`, `factors.csv` and, where it brings items, `items.csv`.

Shipped sets lie in `greenict/factors/data`; a user's own set is any folder of that form. Every row is
checked when the set is opened, and a set that does not hold together is refused with each problem named.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from greenict.errors import BadFactorSet, BadFile, UnknownName
from greenict.factors.places import places
from greenict.tables.categories import CATEGORIES
from greenict.tables.factor import FACTOR, ITEM
from greenict.tables.reading import read_table

if TYPE_CHECKING:
    from greenict.tables.schema import Table

DEFAULT_SET = "greenict-open"
MANIFEST_KEYS = ("id", "title", "version", "licence", "attribution")
GOODS = ("device", "component", "equipment")


@dataclass(frozen=True)
class Item:
    """Something an inventory can list."""

    id: str
    name: str
    kind: str
    unit: str
    unu_key: str | None = None
    lifetime_years: float | None = None
    lifetime_source: str | None = None
    stand_in_for: str | None = None
    note: str | None = None
    contains: str | None = None

    @property
    def is_good(self) -> bool:
        """Whether it is a thing that lives for years, and not a flow such as a kWh or a GB."""
        return self.kind in GOODS


@dataclass(frozen=True)
class Factor:
    """What one unit of an item causes in one stage, for one category, at a place in some years."""

    factor_id: str
    item: str
    stage: str
    process: str
    category: str
    amount: float
    unit: str
    distribution: str
    spread: float | None
    place: str
    year_from: int
    year_to: int
    quality: float | None
    kind: str
    gwp_set: str | None
    source: str
    licence: str
    note: str | None
    set_id: str

    @property
    def key(self) -> str:
        """Its name over all sets."""
        return f"{self.set_id}:{self.factor_id}"


@dataclass(frozen=True)
class FactorSet:
    """A set of factors: who made it, under which terms, its items and its factors."""

    id: str
    title: str
    version: str
    licence: str
    attribution: str
    share_alike: bool
    description: str
    digest: str
    items: dict[str, Item] = field(repr=False)
    factors: tuple[Factor, ...] = field(repr=False)


def shipped_sets() -> tuple[str, ...]:
    """The ids of the sets that ship, the default first."""
    folder = Path(str(files("greenict.factors").joinpath("data")))
    found = sorted(path.parent.name for path in folder.glob("*/manifest.toml"))
    return tuple(sorted(found, key=lambda name: name != DEFAULT_SET))


def open_set(name: str) -> FactorSet:
    """A shipped set by its id, or a folder. Raises UnknownName, BadFile or BadFactorSet."""
    if name in shipped_sets():
        folder = Path(str(files("greenict.factors").joinpath("data", name)))
    else:
        folder = Path(name)
        if not folder.is_dir():
            raise UnknownName("factor set", name, shipped_sets(), "give a shipped set or a folder")
    if not (folder / "manifest.toml").is_file():
        raise BadFile(str(folder), "it has no manifest.toml", "see docs/how-to/own-factor-set.md")
    return _open(folder, _digest(folder))


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in ("manifest.toml", "items.csv", "factors.csv"):
        path = folder / name
        digest.update(name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b"") + b"\0")
    return digest.hexdigest()


@lru_cache(maxsize=32)
def _open(folder: Path, digest: str) -> FactorSet:
    manifest = _manifest(folder)
    problems: list[str] = []
    declared = [Item(row.pop("item"), **row) for row in _rows(folder, "items.csv", ITEM, problems)]
    items = {item.id: item for item in declared}
    rows = _rows(folder, "factors.csv", FACTOR, problems, needed=True)
    factors = tuple(_factor(row, manifest["id"]) for row in rows)
    problems += _unfit_items(declared)
    problems += [*_repeated(factors), *_unknown_places(factors), *_overlaps(factors), *_other_units(factors)]
    if problems:
        raise BadFactorSet(manifest["id"], problems)
    known = {key: manifest[key] for key in MANIFEST_KEYS}
    return FactorSet(
        **known,
        share_alike=bool(manifest.get("share_alike", False)),
        description=str(manifest.get("description", "")),
        digest=digest,
        items=items,
        factors=factors,
    )


def _manifest(folder: Path) -> dict[str, Any]:
    name = f"{folder.name}/manifest.toml"
    try:
        manifest = tomllib.loads((folder / "manifest.toml").read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFile(name, f"it is no TOML ({error})", "see docs/how-to/own-factor-set.md") from error
    for key in MANIFEST_KEYS:
        if not isinstance(manifest.get(key), str) or not manifest[key].strip():
            raise BadFile(name, f"{key!r} is missing", f'add {key} = "..."')
    return manifest


def _rows(
    folder: Path, name: str, table: Table, problems: list[str], *, needed: bool = False
) -> list[dict[str, Any]]:
    path = folder / name
    if not path.is_file():
        if needed:
            raise BadFile(f"{folder.name}/{name}", "there is no such file", "every set has factors.csv")
        return []
    read = read_table(path, table)
    problems += [f"{name}, {row}" for row in read.bad]
    rows: list[dict[str, Any]] = read.table.drop_columns(["row"]).to_pylist()
    return rows


def _factor(row: dict[str, Any], set_id: str) -> Factor:
    filled = {
        **row,
        "process": row["process"] or "",
        "distribution": row["distribution"] or "none",
        "kind": row["kind"] or "generic",
        "set_id": set_id,
    }
    return Factor(**filled)


def _unfit_items(items: list[Item]) -> list[str]:
    """Items declared twice, or under an id that no inventory could name."""
    ids = [item.id for item in items]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    odd = [name for name in ids if not re.fullmatch(r"[a-z0-9_]+", name)]
    return [
        *(f"items.csv: item {name!r} occurs twice; declare it once" for name in twice),
        *(f"items.csv: item {name!r}; write small letters, digits and underscores" for name in odd),
    ]


def _repeated(factors: tuple[Factor, ...]) -> list[str]:
    seen: set[str] = set()
    repeated = []
    for factor in factors:
        if factor.factor_id in seen:
            repeated.append(f"factors.csv: factor_id {factor.factor_id!r} occurs twice; give each row a name")
        seen.add(factor.factor_id)
    return repeated


def _unknown_places(factors: tuple[Factor, ...]) -> list[str]:
    known = places()
    return [
        f"factors.csv: {factor.factor_id}: place {factor.place!r} is unknown; write an ISO 3166 alpha-3 code, an M49 region or WORLD"
        for factor in factors
        if factor.place not in known
    ]


def _other_units(factors: tuple[Factor, ...]) -> list[str]:
    """A factor in grams would be read as kilograms, a thousand times too large."""
    units = {name: category.unit for name, category in CATEGORIES.items()}
    return [
        f"factors.csv: {factor.factor_id}: unit {factor.unit!r} is none of {factor.category}; "
        f"give the amount in {units[factor.category]} and write {units[factor.category]}/..."
        for factor in factors
        if factor.category in units and factor.unit.split("/")[0].strip() != units[factor.category]
    ]


def _overlaps(factors: tuple[Factor, ...]) -> list[str]:
    """Two rows of one series that hold for the same year leave the choice open."""
    ordered = sorted(
        factors,
        key=lambda f: (f.item, f.stage, f.process, f.category, f.gwp_set or "", f.place, f.year_from),
    )
    return [
        f"factors.csv: {first.factor_id} and {second.factor_id} both hold for {second.year_from}; let the years not overlap"
        for first, second in pairwise(ordered)
        if series(first) == series(second)
        and first.place == second.place
        and second.year_from <= first.year_to
    ]


def series(factor: Factor) -> tuple[str, str, str, str, str]:
    """What the factor is about, whatever its place and year."""
    return (factor.item, factor.stage, factor.process, factor.category, factor.gwp_set or "")
