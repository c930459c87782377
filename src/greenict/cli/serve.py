"""`greenict serve`: starts the portal as a process of its own, for the library knows nothing of the web."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys

import click

PORTAL = "greenict_portal"
NEEDED = ("django", "granian", "whitenoise", "csp", "django_tasks", "django_tasks_db", "babel")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on."
)
def serve(host: str, port: int) -> None:
    """Serve the portal in the browser until stopped.

    \b
    Example:
      greenict serve --port 8000
    """  # noqa: D301  (\\b keeps click from joining the lines)
    missing = [name for name in (PORTAL, *NEEDED) if importlib.util.find_spec(name) is None]
    if missing:
        message = (
            f'the portal is not installed ({", ".join(missing)} missing); run: pip install "greenict[portal]"'
        )
        raise click.UsageError(message)
    # -P: a file in the current folder must not pass for a module of Python.
    command = [sys.executable, "-P", "-m", PORTAL, "serve", "--host", host, "--port", str(port)]
    raise SystemExit(_run(command))


def _run(command: list[str]) -> int:
    """Run until the process ends; a signal to this process is one to that process."""
    process = subprocess.Popen(command)  # noqa: S603  (our own interpreter and module)

    def pass_on(number: int, _frame: object) -> None:
        process.send_signal(number)

    signal.signal(signal.SIGTERM, pass_on)
    # A Ctrl-C at the terminal reaches both; this one waits for the other to tidy up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return process.wait()
