"""`greenict factors`: list, show and check factors."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from greenict.cli.printing import as_json, table

if TYPE_CHECKING:
    from greenict.factors.layers import Layers

_FORMAT = click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True
)
_SETS = click.option(
    "--factors", "sets", multiple=True, metavar="SET", help="Sets above the default: shipped or a folder."
)
_GWP = click.option("--gwp-set", type=click.Choice(["AR4", "AR5", "AR6"]), default="AR6", show_default=True)


def _layered(sets: tuple[str, ...], gwp_set: str = "AR6") -> Layers:
    from greenict.factors.layers import layered  # noqa: PLC0415 - reads tables, which help need not wait for

    return layered(sets, gwp_set=gwp_set)


@click.group("factors")
def factors() -> None:
    """List, show and check factors.

    \b
    Examples:
      greenict factors list
      greenict factors show laptop --factors boavizta-pcf
      greenict factors show electricity --country KEN --year 2023
      greenict factors check my-set
    """  # noqa: D301 - \\b keeps click from joining the lines


@factors.command("list", short_help="The sets, the items, and what overrides what.")
@_SETS
@_FORMAT
def list_(sets: tuple[str, ...], style: str) -> None:
    """The shipped sets, the items of the layers asked for, and what overrides what."""
    from greenict.factors.sets import open_set, shipped_sets  # noqa: PLC0415 - as above

    layers = _layered(sets)
    shipped = [_set(open_set(name)) for name in shipped_sets()]
    items = [asdict(item) for _, item in sorted(layers.items.items())]
    overrides = [asdict(override) for override in layers.overrides]
    if style == "json":
        click.echo(
            as_json(
                {
                    "sets": shipped,
                    "layers": [s.id for s in layers.sets],
                    "items": items,
                    "overrides": overrides,
                }
            )
        )
        return
    click.echo(
        table(
            shipped,
            {"id": "set", "version": "version", "factors": "factors", "licence": "licence", "title": "title"},
            "Sets that ship",
        )
    )
    columns = {"id": "item", "name": "name", "kind": "kind", "unit": "unit", "lifetime_years": "lifetime"}
    click.echo(table(items, columns, f"\nItems of {', '.join(s.id for s in layers.sets)}"))
    click.echo(
        table(
            overrides,
            {name: name for name in ("item", "stage", "category", "place", "by", "over")},
            "\nWhat overrides what",
        )
    )


def _set(found: Any) -> dict[str, Any]:
    return {
        "id": found.id, "title": found.title, "version": found.version, "licence": found.licence,
        "share_alike": found.share_alike, "attribution": found.attribution, "items": len(found.items),
        "factors": len(found.factors), "hash": found.digest,
    }  # fmt: skip


@factors.command("show", short_help="Every factor of an item, or the one for a place and year.")
@click.argument("item")
@click.option("--country", default=None, help="Show what would be chosen for this country.")
@click.option("--year", type=int, default=None, help="Show what would be chosen for this year.")
@_SETS
@_GWP
@_FORMAT
def show(
    item: str, country: str | None, year: int | None, sets: tuple[str, ...], gwp_set: str, style: str
) -> None:
    """Every factor of ITEM with its source; with a country or a year, those that would be chosen and why."""
    from greenict.factors.choice import choose  # noqa: PLC0415 - as above
    from greenict.factors.places import place_code  # noqa: PLC0415 - as above

    layers = _layered(sets, gwp_set)
    found = layers.item(item)
    subjects = layers.by_item.get(found.id, {})
    rows: list[dict[str, Any]] = []
    for by_place in subjects.values():
        if country is None and year is None:
            rows += [asdict(factor) for place in by_place.values() for factor in place]
            continue
        choice = choose(by_place, place_code(country) if country else None, year)
        steps = "; ".join(step.message for step in choice.steps) or "exact"
        rows += [{**asdict(factor), "step": steps} for factor in choice.factors]
    if style == "json":
        click.echo(as_json({"item": asdict(found), "factors": rows}))
        return
    columns = {
        n: n.replace("_", " ")
        for n in (
            "factor_id",
            "set_id",
            "amount",
            "unit",
            "spread",
            "place",
            "year_from",
            "year_to",
            "quality",
            "step",
        )
    }
    if not any("step" in row for row in rows):
        del columns["step"]
    shown = [{**row, "year_from": str(row["year_from"]), "year_to": str(row["year_to"])} for row in rows]
    click.echo(table(shown, columns, f"{found.name}, per {found.unit}"))
    click.echo(
        "\n".join(["\nSources", *dict.fromkeys(f"  {row['source']} ({row['licence']})" for row in rows)])
    )


@factors.command("check", short_help="Whether a set of your own holds together.")
@click.argument("name", metavar="SET")
@_FORMAT
def check(name: str, style: str) -> None:
    """Check SET, a folder or a shipped set: every row, its places, years and items."""
    from greenict.factors.sets import open_set  # noqa: PLC0415 - as above

    found = open_set(name)
    layers = _layered((name,))
    bare = sorted(set(found.items) - {factor.item for factor in layers.factors})
    report = {
        **_set(found),
        "items_without_factors": bare,
        "overrides": [asdict(o) for o in layers.overrides if o.by == found.id],
    }
    if style == "json":
        click.echo(as_json(report))
    else:
        click.echo(
            f"{found.id} {found.version}: {len(found.items)} items, {len(found.factors)} factors, {found.licence}"
        )
        click.echo(
            table(
                report["overrides"],
                {n: n for n in ("item", "stage", "category", "place", "over")},
                "\nIt overrides",
            )
        )
    if bare:
        click.echo(
            f"greenict: items without any factor: {', '.join(bare)}; they would be missing from figures",
            err=True,
        )
