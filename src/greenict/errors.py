"""Every error that a user can cause, drawn once.

    GreenictError                    something the user can mend; the command exits with 2
    ├── UnknownName                  a name that no catalogue holds (item, method, profile, set, country)
    ├── BadArgument                  an argument outside what it may be
    ├── BadFile                      a file that cannot be read as what it claims to be
    │   └── BadRows                  a file that can be read, with rows that break a rule
    ├── BadFactorSet                 a factor set that does not hold together
    ├── BadResult                    a folder that is no result, or one that was changed
    └── EngineMissing                an optional engine that is not installed

Anything else that reaches the top is a bug: the command exits with 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class GreenictError(Exception):
    """Something that the user can mend. The message says where, what and how."""


class UnknownName(GreenictError):
    """A name that no catalogue holds."""

    def __init__(self, kind: str, name: str, known: Sequence[str] = (), mend: str = "") -> None:
        self.kind, self.name = kind, name
        close = get_close_matches(name.lower(), [str(k).lower() for k in known], n=3, cutoff=0.6)
        hint = self.mend = mend or (f"did you mean {', '.join(close)}?" if close else "")
        super().__init__(f"unknown {kind} {name!r}" + (f"; {hint}" if hint else ""))


class BadArgument(GreenictError):
    """An argument outside what it may be."""

    def __init__(self, argument: str, value: object, mend: str) -> None:
        self.argument, self.value, self.mend = argument, value, mend
        super().__init__(f"{argument} = {value!r}: {mend}")


class BadFile(GreenictError):
    """A file that cannot be read as what it claims to be."""

    def __init__(self, file: str, problem: str, mend: str) -> None:
        self.file, self.problem, self.mend = file, problem, mend
        super().__init__(f"{file}: {problem}; {mend}")


@dataclass(frozen=True)
class BadRow:
    """One broken rule in one row.

    `row` is what a spreadsheet or an editor shows: the header is row 1 and the data begin at row 2
    (in Parquet, which has no header row, at row 1). `str()` of it is one line of a message.
    """

    row: int
    column: str
    value: str
    rule: str
    mend: str

    def __str__(self) -> str:
        return f"row {self.row}, column {self.column}: {self.value!r} {self.rule}; {self.mend}"


class BadRows(BadFile):
    """A file that can be read, with rows that break a rule.

    `rows` holds the broken rules, at most the first few thousand; `count` holds how many there are.
    """

    def __init__(self, file: str, rows: Sequence[BadRow], count: int | None = None) -> None:
        self.rows = list(rows)
        self.count = len(self.rows) if count is None else count
        shown = "\n".join(f"  {row}" for row in self.rows[:10])
        more = f"\n  ... and {self.count - 10} more" if self.count > 10 else ""
        super().__init__(
            file,
            f"{self.count} bad {'row' if self.count == 1 else 'rows'}",
            "mend them, or leave them out with --keep-going\n" + shown + more,
        )


class BadFactorSet(GreenictError):
    """A factor set that does not hold together. `problems` has one line for each."""

    def __init__(self, name: str, problems: Sequence[str]) -> None:
        self.name, self.problems = name, list(problems)
        listed = "\n".join(f"  {problem}" for problem in self.problems[:20])
        super().__init__(f"factor set {name}: {len(self.problems)} problem(s)\n{listed}")


class BadResult(GreenictError):
    """A folder that is no result of this programme, or one that was changed since it was written."""


class EngineMissing(GreenictError):
    """An optional engine that is not installed."""
