"""`greenict assess`: a file of equipment or of sales to its impacts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from greenict.cli.printing import LEFT_OUT, as_csv, as_json, progress, table
from greenict.errors import BadRows

if TYPE_CHECKING:
    from greenict.assess.previewing import Check
    from greenict.assess.results import Result

_EXAMPLES = """\b
Examples:
  greenict assess inventory.csv
  greenict assess inventory.xlsx --profile l1420 --by site,stage --out result
  greenict assess sales.csv --by year --format csv
  greenict assess inventory.csv --check
"""
SHOWN_WARNINGS = 12
SHOWN_FACTORS = 20


@click.command("assess", epilog=_EXAMPLES)
@click.argument("inventory", type=click.Path(path_type=Path))
@click.argument("more_factors", nargs=-1, metavar="")
@click.option(
    "--profile",
    default="l1410",
    show_default=True,
    help="l1410, l1420, pcr-digital-services or ghg-protocol.",
)
@click.option(
    "--factors",
    multiple=True,
    metavar="SET ...",
    help="Factor sets above the default: a shipped set or a folder.",
)
@click.option("--no-default-factors", is_flag=True, help="Leave the default factor set out.")
@click.option(
    "--by", default="", metavar="a,b", help="Any of stage, category, item, country, year, scope and the tags."
)
@click.option(
    "--draws",
    type=click.IntRange(0, 1_000_000),
    default=1000,
    show_default=True,
    help="Draws of the uncertainty.",
)
@click.option("--seed", type=click.IntRange(min=0), default=73, show_default=True, help="Seed of the draws.")
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True)
@click.option(
    "--decimal",
    type=click.Choice(["point", "comma"]),
    default="point",
    show_default=True,
    help="The decimal sign of the file.",
)
@click.option("--lifetimes", default="nl-fr-be", show_default=True, help="For sales: nl-fr-be, it or a file.")
@click.option(
    "--method",
    type=click.Choice(["midpoint", "conserving"]),
    default="conserving",
    show_default=True,
    help="For sales.",
)
@click.option("--until", type=int, default=None, help="For sales: the last year of the stock model.")
@click.option(
    "--format", "style", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FOLDER",
    help="Keep the result in a folder.",
)
@click.option("--keep-going", is_flag=True, help="Assess the good rows and say what was left out.")
@click.option(
    "--check", "only_check", is_flag=True, help="Check and say what would be used; compute nothing."
)
@click.pass_context
def assess(context: click.Context, /, inventory: Path, more_factors: tuple[str, ...], **options: Any) -> None:
    """Assess INVENTORY (CSV, XLSX or Parquet), or a table of sales.

    An inventory has the columns item and quantity and, where known, country, year, lifetime_years,
    annual_energy_kwh, pue; every further column is a tag. A table of sales has country, unu_key, year,
    amount and unit.
    """
    from greenict.scenario import assess as run  # noqa: PLC0415 - imports NumPy, which help need not wait for

    if more_factors and not options["factors"]:
        raise click.UsageError(f"unexpected argument {more_factors[0]!r}")
    asked = _question(options, more_factors)
    if options["only_check"]:
        _check(context, inventory, asked, options["style"])
        return
    with progress(inventory.name) as say:
        result = run(inventory, progress=say, **asked)
    if options["out"] is not None:
        result.save(options["out"])
    click.echo({"table": _as_table, "json": _as_json, "csv": _as_csv}[options["style"]](result))
    if result.left_out:
        click.echo(_left_out(result), err=True)
        context.exit(LEFT_OUT)


def _question(options: dict[str, Any], more_factors: tuple[str, ...]) -> dict[str, Any]:
    kept = ("profile", "draws", "seed", "engine", "keep_going", "lifetimes", "method", "until")
    return {
        **{name: options[name] for name in kept},
        "factors": (*options["factors"], *more_factors),
        "by": tuple(filter(None, (name.strip() for name in options["by"].split(",")))),
        "decimal": "," if options["decimal"] == "comma" else ".",
        "default_factors": not options["no_default_factors"],
    }


def _check(context: click.Context, inventory: Path, asked: dict[str, Any], style: str) -> None:
    from greenict.scenario import check  # noqa: PLC0415 - as above

    found = check(inventory, **{**asked, "keep_going": True})
    click.echo(as_json(found.to_json()) if style == "json" else _check_as_table(found))
    if found.bad_count:
        click.echo(f"greenict: {BadRows(inventory.name, found.bad, found.bad_count)}", err=True)
        context.exit(LEFT_OUT if asked["keep_going"] else 2)


def _as_json(result: Result) -> str:
    return as_json(result.to_json())


def _as_csv(result: Result) -> str:
    return as_csv(result.rows)


def _as_table(result: Result) -> str:
    meta = result.meta
    totals = [{"category": category, **_spread(total)} for category, total in result.totals.items()]
    ranges = {"value": "value", "unit": "unit", "p05": "5 %", "p50": "median", "p95": "95 %"}
    keys = {name: name for name in (*(meta["by"] or ["stage"]), "category")}
    parts = [
        f"{meta['name']}: {meta['profile_title']} ({meta['gwp_set']})",
        table(totals, {"category": "category", **ranges}, "\nTotals"),
        table(
            [_spread(row) for row in result.rows],
            {**keys, **ranges},
            "\nBy " + ", ".join(meta["by"] or ["stage"]),
        ),
        table(result.coverage, _COVERAGE, "\nWhat it rests on"),
        _warnings(result.warnings),
    ]
    return "\n".join(part for part in parts if part)


def _spread(row: dict[str, Any]) -> dict[str, Any]:
    """The row without a range where none of its factors has a spread: that is not certainty."""
    return {**row, "p05": None, "p50": None, "p95": None} if row["p05"] == row["p95"] else row


_COVERAGE = {
    "category": "category",
    "data_class": "data",
    "share": "share of figure",
    "lines_share": "share of lines",
}


def _warnings(warnings: list[dict[str, Any]]) -> str:
    if not warnings:
        return ""
    shown = [
        f"  {w['message']}" + (f" [{w['lines']} lines]" if w["lines"] else "")
        for w in warnings[:SHOWN_WARNINGS]
    ]
    more = len(warnings) - len(shown)
    return "\n".join(
        ["\nWarnings", *dict.fromkeys(shown), *([f"  ... and {more} more (--format json)"] if more else [])]
    )


def _left_out(result: Result) -> str:
    count = result.meta["input"]["left_out"]
    shown = [
        f"  row {r['row']}, column {r['column']}: {r['value']!r} {r['rule']}; {r['mend']}"
        for r in result.left_out[:10]
    ]
    return "\n".join([f"greenict: {count} of {result.meta['input']['rows']} rows were left out", *shown])


def _check_as_table(found: Check) -> str:
    more = len(found.factors) - SHOWN_FACTORS
    factors = {"factor_id": "factor", "set_id": "set", "amount": "amount", "unit": "unit", "place": "place"}
    return "\n".join(
        part
        for part in (
            (
                f"{found.rows} rows, {found.bad_count} of them bad; profile {found.profile}; "
                f"factor sets {', '.join(s['id'] for s in found.sets)}"
            ),
            f"columns: {', '.join(found.columns)}",
            f"tags: {', '.join(found.tags) or 'none'}",
            table(
                found.items,
                {"item": "item", "lines": "lines", "quantity": "quantity", "unit": "unit"},
                "\nItems",
            ),
            table(found.factors[:SHOWN_FACTORS], factors, "\nFactors that would be used"),
            f"  ... and {more} more (--format json)" if more > 0 else "",
            _warnings(found.warnings),
        )
        if part
    )
