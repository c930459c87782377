"""Tables, numbers and progress for a terminal."""

from __future__ import annotations

import csv
import io
import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from greenict.errors import BadArgument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

LEFT_OUT = 3  # exit code


def number(value: float | None, digits: int = 4) -> str:
    """A number for people: four significant digits, thousands apart."""
    if value is None:
        return "not assessed"
    if value == 0:
        return "0"
    if 1e-3 <= abs(value) < 1e15:
        rounded = float(f"{value:.{digits}g}")
        return f"{rounded:,.0f}" if abs(rounded) >= 10 ** (digits - 1) else f"{rounded:,.{digits}g}"
    return f"{value:.{digits}g}"


def table(rows: Sequence[dict[str, Any]], columns: dict[str, str], title: str = "") -> str:
    """Rows as a table: `columns` gives the key and heading of each column; numbers stand right."""
    if not rows:
        return ""
    cells = [[_cell(row.get(key)) for key in columns] for row in rows]
    widths = [max(len(head), *(len(row[i]) for row in cells)) for i, head in enumerate(columns.values())]
    right = [all(isinstance(row.get(key), int | float | None) for row in rows) for key in columns]

    def line(texts: Iterable[str]) -> str:
        aligned = (
            text.rjust(width) if is_right else text.ljust(width)
            for text, width, is_right in zip(texts, widths, right, strict=True)
        )
        return "  " + "  ".join(aligned).rstrip()

    ruled = line("-" * width for width in widths)
    return "\n".join(
        [*([title] if title else []), line(columns.values()), ruled, *(line(row) for row in cells)]
    )


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    return number(value) if isinstance(value, float) else str(value)


def as_json(data: Any) -> str:
    """Plain data as JSON; what is not finite would be no JSON and is refused as a bug."""
    return json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False)


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows as CSV with a header."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().rstrip("\n")


def pairs(text: str, option: str) -> dict[str, str]:
    """`a=1,b=2` as a dictionary; raises BadArgument."""
    found = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, equals, value = part.partition("=")
        if not equals or not name.strip():
            raise BadArgument(option, part, "write key=value, and commas between several")
        found[name.strip()] = value.strip()
    return found


@contextmanager
def progress(label: str) -> Iterator[Callable[[str, float], None]]:
    """A progress bar on standard error; silent where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _step, _share: None
        return
    with click.progressbar(length=100, label=label, file=sys.stderr, show_eta=False) as bar:
        done = 0

        def say(step: str, share: float) -> None:
            nonlocal done
            bar.label = f"{label}: {step}"
            bar.update(max(0, int(share * 100) - done))
            done = max(done, int(share * 100))

        yield say
