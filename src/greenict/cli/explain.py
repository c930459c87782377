"""`greenict explain`: why a figure is what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from greenict.cli.printing import as_json, number, pairs, table

if TYPE_CHECKING:
    from greenict.assess.explaining import Explanation

_EXAMPLES = """\b
Examples:
  greenict explain result
  greenict explain result --figure category=final_energy,item=laptop
  greenict explain result --figure stage=use --lines inventory.csv
"""


@click.command("explain", epilog=_EXAMPLES)
@click.argument("result", type=click.Path(path_type=Path))
@click.option(
    "--figure",
    default="",
    metavar="category=...,stage=...",
    help="Which figure; climate change if not given.",
)
@click.option(
    "--lines",
    "inventory",
    type=click.Path(path_type=Path),
    default=None,
    help="The assessed file, to name its lines.",
)
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=20, show_default=True, help="How many rows."
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(result: Path, figure: str, inventory: Path | None, limit: int, style: str) -> None:
    """Why a figure of RESULT is what it is: its factors, their sources, shares and range, and the lines."""
    from greenict import assess as engine  # noqa: PLC0415 - imports NumPy, which help need not wait for

    opened = engine.Result.open(result)
    asked = pairs(figure, "--figure")
    found = engine.explain(opened, limit=limit, **asked)
    behind = engine.lines(opened, inventory, limit=limit, **asked) if inventory else []
    if style == "json":
        click.echo(as_json({**found.to_json(), **({"largest_lines": behind} if inventory else {})}))
        return
    click.echo(_as_text(found))
    if behind:
        click.echo(table(behind, {name: name for name in behind[0]}, "\nThe largest lines"))


def _as_text(found: Explanation) -> str:
    figure = ", ".join(f"{name} {value}" for name, value in found.figure.items())
    if found.value is None:
        return f"{figure}: not assessed; no factor serves it, so it is missing and not zero"
    spread = f", 90 % between {number(found.p05)} and {number(found.p95)}" if found.p05 != found.p95 else ""
    ways = [{**way, "rests": way["step"]} for way in found.contributions]
    columns = {
        "item": "item", "country": "country", "year": "year", "stage": "stage", "amount": "amount", "amount_unit": "",
        "via_factor": "x", "via_unit": "", "factor": "x factor", "factor_unit": "", "value": found.unit, "share": "share", "step": "found",
    }  # fmt: skip
    sources = dict.fromkeys(
        f"  {name}: {source}"
        for way in found.contributions
        for name, source in (
            (way["factor_id"], f"{way['source']} ({way['licence']})"),
            (way["via_factor_id"], way["via_source"]),
        )
        if name
    )
    shares = {"factor_id": "factor", "factor_set": "set", "share_of_variance": "share of variance"}
    return "\n".join(
        part
        for part in (
            f"{figure}: {number(found.value)} {found.unit}{spread}; {found.lines} lines",
            f"  = {found.equation}",
            table(ways, columns, "\nWhat it is made of"),
            f"  ... and {found.rest['count']} more, {number(found.rest['value'])} {found.unit}"
            if found.rest["count"]
            else "",
            table(found.factors, shares, "\nWhat its uncertainty comes from"),
            f"  activity data {number(found.activity_share_of_variance)}, interplay of factors "
            f"{number(found.interaction_share_of_variance)}"
            if found.factors
            else "",
            "\n".join(["\nSources", *sources]) if sources else "",
        )
        if part
    )
