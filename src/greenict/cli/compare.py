"""`greenict compare`: why two results differ."""

from __future__ import annotations

from pathlib import Path

import click

from greenict.cli.printing import as_json, table

_EXAMPLES = """\b
Examples:
  greenict compare result-2023 result-2024
  greenict compare ours theirs --format json
"""


@click.command("compare", epilog=_EXAMPLES)
@click.argument("result_a", type=click.Path(path_type=Path))
@click.argument("result_b", type=click.Path(path_type=Path))
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    help="How many rows behind each category.",
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def compare(result_a: Path, result_b: Path, limit: int, style: str) -> None:
    """Split RESULT_B minus RESULT_A, exactly, into activity, factors, method and coverage."""
    from greenict import assess as engine  # noqa: PLC0415 - imports NumPy, which help need not wait for

    found = engine.compare(engine.Result.open(result_a), engine.Result.open(result_b), limit=limit)
    if style == "json":
        click.echo(as_json(found.to_json()))
        return
    rows = [{"category": name, **values} for name, values in found.categories.items()]
    columns = {
        name: name
        for name in ("category", "a", "b", "difference", "activity", "factors", "method", "coverage", "unit")
    }
    behind = {
        name: name.replace("_", " ")
        for name in (
            "category",
            "effect",
            "item",
            "country",
            "stage",
            "tag",
            "tag_value",
            "value",
            "factor_a",
            "factor_b",
        )
    }
    click.echo(table(rows, columns, f"{found.a['name']} (a) to {found.b['name']} (b)"))
    click.echo(
        table([row for row in found.behind if row["value"]][: 2 * limit], behind, "\nWhat is behind it")
    )
    for text in found.notes:
        click.echo(f"  {text}")
