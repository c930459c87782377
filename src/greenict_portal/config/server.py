"""The web server and its worker: started together, stopped together."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import django
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

PATIENCE_SECONDS = 30.0
RESTART_SECONDS = 2.0
STOP_SECONDS = 10.0
THREADS = 4


class Worker:
    """The process that works on the queue; it is started again when it dies."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process = self._started()
        self._watch = threading.Thread(target=self._keep_alive, name="worker-watch", daemon=True)
        self._watch.start()

    @staticmethod
    def _started() -> subprocess.Popen[bytes]:
        # A session of its own: a Ctrl-C at the terminal reaches the server, which then stops the worker.
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "greenict_portal", "manage", "work"], start_new_session=True
        )

    def _keep_alive(self) -> None:
        while not self._stopping.is_set():
            self._process.wait()
            if self._stopping.wait(RESTART_SECONDS):
                return
            sys.stderr.write("the worker ended; starting it again\n")
            self._process = self._started()

    def stop(self) -> None:
        """End the process: kindly first, then not."""
        self._stopping.set()
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def serve(*, host: str, port: int) -> int:
    """Prepare, start worker and server, and say the address once it answers. Returns the exit code."""
    if not _is_free(host, port):
        sys.stderr.write(f"port {port} is taken on {host}; choose another one with --port\n")
        return 2
    django.setup()
    from greenict_portal.config.prepare import prepare  # noqa: PLC0415  (needs Django to be set up)

    prepare()
    worker = Worker()
    server = Granian(
        "greenict_portal.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        process_name=None,
    )
    threading.Thread(target=_announce, args=(host, port), daemon=True).start()
    try:
        server.serve()
    finally:
        worker.stop()
    return 0


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _announce(host: str, port: int) -> None:
    """Print the address when the first page answers."""
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104  (it is only compared)
    address = f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address + "health", timeout=2):  # noqa: S310  (our own address)
                break
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.05)
    sys.stdout.write(f"GreenICT answers at {address} (stop with Ctrl-C)\n")
    sys.stdout.flush()
