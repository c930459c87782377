"""The reference page of the tables, made from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greenict.tables.factor import FACTOR, ITEM
from greenict.tables.inventory import INVENTORY
from greenict.tables.lifetime import LIFETIME
from greenict.tables.sales import SALES

if TYPE_CHECKING:
    from greenict.tables.schema import Column, Table

TABLES: dict[str, Table] = {
    "Inventory": INVENTORY,
    "Sales": SALES,
    "Lifetimes": LIFETIME,
    "Factors of a set: `factors.csv`": FACTOR,
    "Items of a set: `items.csv`": ITEM,
}
_HEAD = """# Tables

Made from the declarations in `greenict.tables` by `make docs`. A column in **bold** is required. Every file may be CSV, XLSX or
Parquet; every rule is checked for every row, and a row that breaks one is named with its column, value and mend.
"""


def page() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *(_section(title, table) for title, table in TABLES.items())])


def _section(title: str, table: Table) -> str:
    rows = "\n".join(_row(column) for column in table.columns)
    rules = "\n".join(f"- `{rule.column}` {rule.name}: {rule.mend}." for rule in table.rules)
    tags = "\nEvery further column is a tag: text, free for `--by`.\n" if table.tags else ""
    refused = f"\nRefused where\n\n{rules}\n" if rules else ""
    return f"## {title}\n\n| column | holds | meaning | between |\n| --- | --- | --- | --- |\n{rows}\n{tags}{refused}"


def _row(column: Column) -> str:
    name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
    bounds = "" if column.kind == "text" else column.bounds.removeprefix("between ")
    return f"| {name} | {column.kind} | {column.meaning} | {bounds} |"
