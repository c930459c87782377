"""What a report is built of. HTML, PDF and DOCX print these blocks and add nothing, so they say the same.

A `foreign` text comes from outside (a name, a source, a warning): it keeps its language and direction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its text, a smaller line below, and how it is set."""

    text: str
    below: str = ""
    number: bool = False
    foreign: bool = False


@dataclass(frozen=True)
class Column:
    """A column: its heading, a smaller line below, its width beside the others, whether it heads its rows."""

    title: str
    below: str = ""
    width: float = 1
    number: bool = False
    heads: bool = False
    foreign: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its caption; `foot` says whether the last row is a total."""

    caption: str
    columns: list[Column]
    rows: list[list[Cell]]
    foot: bool = False
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; quiet ones explain."""

    text: str
    quiet: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Bar:
    """A bar of a chart: shares of the chart's width, and the texts on it."""

    label: str
    value: str
    length: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Chart:
    """A bar chart. The table beside it says the same, so it carries no figure of its own."""

    caption: str
    bars: list[Bar]
    kind: Literal["chart"] = "chart"


Block = Table | Paragraph | Chart


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    id: str
    title: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """A whole report, ready to print."""

    title: str
    name: str
    subtitle: str
    language: str
    direction: Literal["ltr", "rtl"]
    software: str
    page_numbers: str
    code_points: str
    scroll: str
    sections: list[Section]
