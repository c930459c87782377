"""`greenict stocks`: sales to units in use and units discarded."""

from __future__ import annotations

from pathlib import Path

import click

from greenict.cli.printing import LEFT_OUT, as_csv, as_json, table
from greenict.errors import BadRows

_EXAMPLES = """\b
Examples:
  greenict stocks sales.csv
  greenict stocks sales.csv --method midpoint --until 2035 --format json
  greenict assess sales.csv --by year          (the impacts of the same stock)
"""


@click.command("stocks", epilog=_EXAMPLES)
@click.argument("sales", type=click.Path(path_type=Path))
@click.option("--lifetimes", default="nl-fr-be", show_default=True, help="nl-fr-be, it or a file.")
@click.option(
    "--method", type=click.Choice(["midpoint", "conserving"]), default="conserving", show_default=True
)
@click.option("--until", type=int, default=None, help="The last year; the last year of sales if not given.")
@click.option("--decimal", type=click.Choice(["point", "comma"]), default="point", show_default=True)
@click.option(
    "--format", "style", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)
@click.option("--keep-going", is_flag=True, help="Use the good rows and say what was left out.")
@click.pass_context
def stocks(
    context: click.Context,
    sales: Path,
    lifetimes: str,
    method: str,
    until: int | None,
    decimal: str,
    style: str,
    keep_going: bool,
) -> None:
    """From SALES (country, unu_key, year, amount, unit) to what is in use and what is discarded.

    The unit is t, kg or pieces. `conserving` takes differences of the cumulative distribution, so no mass
    is lost; `midpoint` takes densities at half years, as statistical offices publish.
    """
    from greenict.scenario.country import read_sales  # noqa: PLC0415 - imports NumPy, which help need not wait for
    from greenict.stocks import run  # noqa: PLC0415 - as above

    read = read_sales(sales, "," if decimal == "comma" else ".")
    if read.bad_count and not keep_going:
        raise BadRows(sales.name, read.bad, read.bad_count)
    flow = run(read.table, lifetimes=lifetimes, method=method, until=until)
    data = flow.to_json()
    if style == "json":
        click.echo(as_json(data))
    elif style == "csv":
        click.echo(as_csv(data["rows"]))
    else:
        columns = {name: name.replace("_", " ") for name in ("year", "sold", "in_use", "discarded", "unit")}
        rows = [{**row, "year": str(row["year"])} for row in data["by_year"]]
        click.echo(table(rows, columns, "All countries and keys, by year"))
    for warning in flow.warnings:
        click.echo(f"greenict: {warning}", err=True)
    if read.bad_count:
        click.echo(f"greenict: {read.bad_count} rows were left out", err=True)
        context.exit(LEFT_OUT)
