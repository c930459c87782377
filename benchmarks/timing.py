"""How things are timed: two contenders in turn, A B A B, in one process; the figure is the median of ratios."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HERE = Path(__file__).resolve().parent
MEGABYTE = 1e6


@dataclass(frozen=True)
class Duel:
    """Seconds of both sides, round by round."""

    ours: list[float]
    theirs: list[float]

    @property
    def ratio(self) -> float:
        """The median of ours over theirs."""
        return statistics.median(a / b for a, b in zip(self.ours, self.theirs, strict=True))

    @property
    def difference(self) -> float:
        """The median of ours less theirs, in seconds."""
        return statistics.median(a - b for a, b in zip(self.ours, self.theirs, strict=True))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, on the clock."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def duel(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> Duel:
    """Both in turn, after one round that does not count."""
    ours()
    theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return Duel([a for a, _ in pairs], [b for _, b in pairs])


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest of some runs."""
    return min(seconds(work) for _ in range(rounds))


def child(arguments: Sequence[str], python: str = sys.executable) -> str:
    """What a child process prints on its last line."""
    done = subprocess.run([python, *arguments], check=True, stdout=subprocess.PIPE, text=True, cwd=HERE)
    return done.stdout.strip().splitlines()[-1]


def peak_megabytes(statement: str) -> float:
    """The most memory that a Python process takes which runs a statement and nothing else.

    Linux hands ru_maxrss on from the parent, so its own mark of the new process is read there.
    """
    return float(child(["-c", f"from timing import own_peak\n{statement}\nprint(own_peak())"]))


def own_peak() -> float:
    """The most memory that this process took so far, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        marked = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(marked.split()[1]) * 1024 / MEGABYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE  # bytes on macOS
