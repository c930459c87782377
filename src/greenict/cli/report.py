"""`greenict report`: a result for people."""

from __future__ import annotations

from pathlib import Path

import click

_EXAMPLES = """\b
Examples:
  greenict report result --to report.pdf
  greenict report result --to report.xlsx --language fr
"""


@click.command("report", epilog=_EXAMPLES)
@click.argument("result", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="FILE.html, .pdf, .xlsx, .docx, .csv or .json.",
)
@click.option("--language", type=click.Choice(["en", "fr", "ar"]), default="en", show_default=True)
def report(result: Path, target: Path, language: str) -> None:
    """Write RESULT as a report; the ending of FILE chooses the form."""
    from greenict.assess import Result  # noqa: PLC0415 - imports NumPy, which help need not wait for
    from greenict.report import write  # noqa: PLC0415 - as above

    write(Result.open(result), target, language=language)
    click.echo(target)
