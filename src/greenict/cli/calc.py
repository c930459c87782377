"""`greenict calc`: one formula of the catalogue, with numbers, lists and tables from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from greenict.cli.printing import LEFT_OUT
from greenict.methods.asking import read_inputs, read_vary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greenict.methods.answer import Answer
    from greenict.methods.declaration import Method

_EXAMPLES = """\b
Examples:
  greenict calc pue_ratio facility_energy_kwh=13000000 it_energy_kwh=10000000
  greenict calc iteu_sv_percent server_utilisation_percent:='[10, 20, 60]' --format json
  greenict calc embodied_ghg_kg_per_year embodied_ghg_kg=300 lifetime_years=4..8
  greenict calc embodied_ghg_kg_per_year embodied_ghg_kg=300 --vary lifetime=4:8
  greenict calc pue_ratio --table centres.csv --out centres-with-pue.csv
  greenict calc --list
"""


def _catalogue() -> Mapping[str, Method]:
    # The formulas need NumPy, which takes a tenth of a second: not for `greenict --help`.
    from greenict.methods.catalogue import catalogue  # noqa: PLC0415

    return catalogue()


def _find(name: str) -> Method:
    # As above: NumPy is slow to import.
    from greenict.methods.catalogue import find  # noqa: PLC0415

    return find(name)


def _complete(_context: click.Context, _parameter: click.Parameter, start: str) -> list[CompletionItem]:
    return [
        CompletionItem(name, help=known.title)
        for name, known in _catalogue().items()
        if name.startswith(start)
    ]


@click.command("calc", epilog=_EXAMPLES)
@click.argument("method", required=False, shell_complete=_complete)
@click.argument("inputs", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--list", "listed", is_flag=True, help="List every method with its arguments and units.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the answer is written.",
)
@click.option(
    "--vary",
    metavar="NAME=LOW:HIGH[:STEPS]",
    help="Also the result along a range of one input, as a table and a chart.",
)
@click.option("--defaults", is_flag=True, help="Name the defaults taken, with their source, in JSON too.")
@click.option(
    "--table",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Compute every row of a CSV, XLSX or Parquet file; its columns are the inputs.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With --table: write a .csv, .xlsx, .parquet or .json instead of to the terminal.",
)
@click.option(
    "--keep-going", is_flag=True, help="With --table: compute the good rows and say what was left out."
)
@click.option(
    "--decimal",
    type=click.Choice(["point", "comma"]),
    default="point",
    show_default=True,
    help="With --table: the decimal sign of the file.",
)
@click.pass_context
def calc(
    context: click.Context, /, *, method: str | None, inputs: tuple[str, ...], listed: bool, **options: Any
) -> None:
    """Compute METHOD from its inputs, given as name=value.

    A number stands in the unit that its name ends in. A number that is known only by its range is
    given as name=low..high or name=low..middle..high; the result then has a range too. A list or a table is
    given as JSON after name:=, and so is a column of numbers.
    """
    if listed:
        if method:
            raise click.UsageError("--list takes no method")
        click.echo(_list(options["style"]))
        return
    if not method:
        raise click.UsageError("give the name of a method, or --list")
    found = _find(method)
    if options["table"] is None:
        _refuse_alone(options)
        click.echo(_answer(found, inputs, options))
    else:
        _over_table(context, found, inputs, options)


def _list(style: str) -> str:
    from greenict.cli.calc_listing import list_as_json, list_as_text  # noqa: PLC0415 - only for the list

    methods = _catalogue().values()
    return list_as_json(methods) if style == "json" else list_as_text(methods)


def _refuse_alone(options: Mapping[str, Any]) -> None:
    for name in ("out", "keep_going"):
        if options[name]:
            raise click.UsageError(f"--{name.replace('_', '-')} goes with --table")
    if options["decimal"] == "comma":
        raise click.UsageError("--decimal goes with --table; on the command line a number has a point")


def _answer(method: Method, inputs: tuple[str, ...], options: Mapping[str, Any]) -> str:
    from greenict.cli.calc_answer import as_text  # noqa: PLC0415 - as below
    from greenict.methods.answer import as_json  # noqa: PLC0415 - as below

    answer = _computed(method, inputs, options["vary"], with_defaults=options["defaults"])
    return as_json(answer) if options["style"] == "json" else as_text(answer)


def _computed(method: Method, inputs: tuple[str, ...], vary: str | None, *, with_defaults: bool) -> Answer:
    from greenict.methods.answer import Answer  # noqa: PLC0415 - imported when something is computed
    from greenict.methods.what_if import ranged, varied  # noqa: PLC0415 - imports NumPy, slow

    given = read_inputs(method, inputs)
    moved = read_vary(method, vary) if vary else None
    if moved and moved[0].required and moved[0].name not in given.values:
        given.values[moved[0].name] = (moved[1][0] + moved[1][-1]) / 2
    checked = method.read(given.values)
    value = method.compute(**checked)
    rest = {name: one for name, one in checked.items() if name not in given.spans}
    return Answer(
        method,
        checked,
        value,
        frozenset(given.values),
        given.spans,
        range=ranged(method, rest, given.spans) if given.spans else None,
        varied=(*moved, varied(method, checked, moved[0].name, moved[1])) if moved else None,
        with_defaults=with_defaults,
    )


def _over_table(
    context: click.Context, method: Method, inputs: tuple[str, ...], options: Mapping[str, Any]
) -> None:
    from greenict.cli.calc_files import save, show, writer  # noqa: PLC0415 - imports DuckDB and Arrow, slow
    from greenict.cli.calc_table import fill, summary  # noqa: PLC0415 - as above

    given = read_inputs(method, inputs)
    path, out = options["table"], options["out"]
    if given.spans or options["vary"]:
        raise click.UsageError("ranges and --vary go with single numbers, not with --table")
    if out is not None:
        writer(out)
        if out.resolve() == path.resolve():
            raise click.UsageError("--out would overwrite the table; give another name")
    decimal: Any = "," if options["decimal"] == "comma" else "."
    filled = fill(path, method, given.values, decimal=decimal, keep_going=options["keep_going"])
    if out is not None:
        save(filled, out)
    else:
        show(filled, options["style"])
    click.echo(summary(filled), err=True)
    if filled.left_out_count:
        context.exit(LEFT_OUT)
