"""The one door to the library `greenict`. It computes nothing of its own."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TextIO

import greenict
from greenict import assess as library
from greenict import report, scenario, stocks
from greenict.assess import Explanation, Result
from greenict.errors import BadArgument, GreenictError
from greenict.factors.places import place_name
from greenict.factors.sets import open_set, shipped_sets
from greenict.profiles import profiles
from greenict.tables.categories import CATEGORIES, DATA_CLASSES, STAGES
from greenict.tables.inventory import INVENTORY
from greenict.tables.reading import read_table
from greenict.tables.sales import SALES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "CATEGORIES",
    "DATA_CLASSES",
    "STAGES",
    "BadArgument",
    "Explanation",
    "GreenictError",
    "Result",
    "place_name",
]

Progress = Callable[[str, float], None]
SHOWN = 200
DEFAULT_PROFILE = "l1410"
BAD_COLUMNS = ("row", "column", "value", "rule", "mend")


@dataclass(frozen=True)
class Choice:
    """Something to choose: its id, its title, a sentence about it."""

    id: str
    title: str
    about: str = ""


def profile_choices() -> list[Choice]:
    """The standards by which an inventory can be assessed."""
    return [Choice(each.id, each.title, each.statement) for each in profiles().values()]


def factor_set_choices() -> list[Choice]:
    """The factor sets that ship, the one that is always used left out; a folder is never taken from a visitor."""
    return [Choice(each.id, each.title, each.licence) for each in map(open_set, shipped_sets()[1:])]


def check(inventory: Path, bad_rows: Path, **arguments: Any) -> dict[str, Any]:
    """What the library understood of an inventory; every bad row goes to the file `bad_rows`."""
    found = scenario.check(inventory, **arguments)
    with bad_rows.open("w", encoding="utf-8-sig", newline="") as file:
        write_table(file, BAD_COLUMNS, [asdict(row) for row in found.bad])
    return {
        "rows": found.rows,
        "columns": list(found.columns),
        "tags": list(found.tags),
        "bad": [asdict(row) for row in found.bad[:SHOWN]],
        "bad_count": found.bad_count,
        "items": found.items[:SHOWN],
        "item_count": len(found.items),
        "warnings": found.warnings[:SHOWN],
    }


def assess(inventory: Path, folder: Path, *, progress: Progress | None = None, **arguments: Any) -> None:
    """Assess an inventory and keep the result in a folder."""
    result = scenario.assess(inventory, progress=progress, **arguments)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    result.save(folder)


def open_result(folder: Path) -> Result:
    """A result that was kept."""
    return Result.open(folder)


def item_names(result: Result) -> dict[str, str]:
    """What the items of a result are called in the factor sets."""
    return {name: item.name for name, item in result.computation.matched.items.items()}


def explain(result: Result, figure: Mapping[str, str | None], limit: int = 20) -> Explanation:
    """What stands behind a figure."""
    return library.explain(result, limit=limit, **figure)


def lines(
    result: Result, inventory: Path, figure: Mapping[str, str | None], limit: int = 10
) -> list[dict[str, Any]]:
    """The largest inventory lines behind a figure."""
    return library.lines(result, inventory, limit=limit, **figure)


def write_report(result: Result, path: Path) -> None:
    """A result as a document or a workbook, by the ending of the path."""
    report.write(result, path)


def write_rows(result: Result, file: TextIO) -> None:
    """The rows of a result as CSV."""
    rows = result.to_json()["rows"]
    columns = list(rows[0]) if rows else ["category", "value", "unit"]
    write_table(file, columns, rows)


def write_table(file: TextIO, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows as CSV in which no text can pass for a formula when a spreadsheet opens it."""
    writer = csv.writer(file)
    writer.writerow([_harmless(column) for column in columns])
    writer.writerows([_harmless(row.get(column)) for column in columns] for row in rows)


def _harmless(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return "'" + value
    return value


def example_inventory() -> Path:
    """The operator's inventory that ships as an example."""
    return library.example_inventory_path()


def prepare_example(folder: Path) -> None:
    """Assess the example country once for each version of the library, and keep it."""
    stamp = folder / "prepared.json"
    sales = stocks.example_sales_path()
    wanted = {"greenict": greenict.__version__, "bytes": sales.stat().st_size}
    if stamp.is_file() and json.loads(stamp.read_text(encoding="utf-8"))["made_with"] == wanted:
        return
    assess(sales, folder / "result", by=["year", "stage"], name="United Kingdom, 2001 to 2022")
    by_year = stocks.run(read_table(sales, SALES).table).by_year.to_pylist()
    stamp.write_text(json.dumps({"made_with": wanted, "by_year": by_year}), encoding="utf-8")


def example_by_year(folder: Path) -> list[dict[str, Any]]:
    """Sold, in use and discarded in the example country, by year."""
    kept: list[dict[str, Any]] = json.loads((folder / "prepared.json").read_text(encoding="utf-8"))["by_year"]
    return kept


def inventory_columns() -> list[tuple[str, str, bool]]:
    """The columns of an inventory: name, unit where it is a sign, whether it must be there."""
    return [
        (column.name, "" if column.unit in {"year", "years"} else column.unit, column.required)
        for column in INVENTORY.columns
    ]


def column_meaning(name: str) -> str:
    """What a column of an inventory holds, in the library's words."""
    return INVENTORY[name].meaning
