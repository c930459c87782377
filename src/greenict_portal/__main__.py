"""`python -m greenict_portal serve|manage|messages`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenict_portal.config.settings")

ANYTHING = {"ignore_unknown_options": True, "help_option_names": []}


@click.group()
def main() -> None:
    """Run the GreenICT web site."""


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on."
)
def serve(host: str, port: int) -> None:
    """Prepare what is missing, then serve until stopped.

    Example: python -m greenict_portal serve --port 8000
    """
    from greenict_portal.config import server  # noqa: PLC0415  (loads Django, 0.3 s)

    raise SystemExit(server.serve(host=host, port=port))


@main.command(context_settings=ANYTHING)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: Sequence[str]) -> None:
    """Django's own commands, such as `manage migrate`."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415  (loads Django)

    execute_from_command_line([f"{sys.argv[0]} manage", *arguments])


@main.command()
@click.argument("step", type=click.Choice(["extract", "update", "compile", "check"]))
def messages(step: str) -> None:
    """Keep the translations: extract, update, compile or check them.

    Example: python -m greenict_portal messages check
    """
    from greenict_portal.foundation import catalogues  # noqa: PLC0415  (loads Babel)

    problems = catalogues.run(step)
    for problem in problems:
        click.echo(problem, err=True)
    raise SystemExit(1 if problems else 0)


if __name__ == "__main__":
    main()
