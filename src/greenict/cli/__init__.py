"""The command: thin doors to the library.

Exit codes: 0 done; 1 a bug; 2 usage or bad input, with a message that names file, row, column and mend;
3 done, with something left out by `--keep-going`. Other programmes call this command: names, codes and
the JSON that it prints change only with a new major version.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from greenict import __version__
from greenict.errors import GreenictError

# Name -> (module, what it does). Modules are imported when their command is called: help stays quick.
COMMANDS = {
    "assess": ("greenict.cli.assess", "Assess an inventory, or a country's sales."),
    "stocks": ("greenict.cli.stocks", "Sales to units in use and units discarded."),
    "calc": ("greenict.cli.calc", "One formula of the methods catalogue."),
    "explain": ("greenict.cli.explain", "Why a figure is what it is."),
    "compare": ("greenict.cli.compare", "Why two results differ."),
    "report": ("greenict.cli.report", "A result as HTML, PDF, XLSX or DOCX."),
    "factors": ("greenict.cli.factors", "List, show and check factors."),
    "serve": ("greenict.cli.serve", "Serve the portal in the browser."),
}
_EXAMPLES = """\b
Examples:
  greenict assess inventory.csv --by site --out result
  greenict explain result --figure category=climate_change,stage=use
  greenict report result --to report.pdf
  greenict calc pue_ratio facility_energy_kwh=13000000 it_energy_kwh=10000000
"""


class _Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name][0]), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """The list of commands, made without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(
    cls=_Commands,
    epilog=_EXAMPLES,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="greenict", message="%(prog)s %(version)s")
def greenict() -> None:
    """Measure what information and communication technology does to the environment."""


def main() -> None:
    """Run the command, with every error that the user can mend as one message and exit code 2."""
    try:
        greenict.main(standalone_mode=True)
    except GreenictError as error:
        click.echo(f"greenict: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe has enough
        sys.exit(0)
