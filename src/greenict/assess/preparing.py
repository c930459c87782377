"""read -> check -> match: an input becomes groups that have met their factors."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.assess.engines import Lines, grouped, open_lines
from greenict.assess.groups import Groups, from_arrow, meanings
from greenict.assess.matching import ENERGY, Matched, match
from greenict.assess.question import Question, standard_and_layers
from greenict.assess.remarks import remarks
from greenict.assess.summing import plan
from greenict.tables.checking import MOST_ROWS_SHOWN
from greenict.tables.inventory import INVENTORY
from greenict.tables.reading import REJECTS
from greenict.tables.source import open_source

if TYPE_CHECKING:
    from pathlib import Path

    from greenict.errors import BadRow
    from greenict.factors.layers import Layers
    from greenict.profiles import Profile

Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Prepared:
    """An input that was read, checked and met with its factors: all but the arithmetic."""

    question: Question
    profile: Profile
    layers: Layers
    groups: Groups
    matched: Matched
    bad: list[BadRow]
    bad_count: int
    columns: tuple[str, ...]
    tags: tuple[str, ...]
    notes: list[dict[str, Any]] = field(default_factory=list)
    sales: bool = False
    digest: str = ""


def prepare(path: Path, question: Question, say: Progress) -> Prepared:
    """Read an inventory, check it and meet it with its factors."""
    standard, layers = standard_and_layers(question)
    say("read", 0.0)
    with (
        open_source(path, decimal=question.decimal, rejects=REJECTS) as source,
        closing(open_lines(source)) as lines,
        ThreadPoolExecutor(1) as beside,
    ):
        digest = beside.submit(sha256, path)
        return replace(_prepared(lines, question, standard, layers, say), digest=digest.result())


def _prepared(lines: Lines, question: Question, standard: Profile, layers: Layers, say: Progress) -> Prepared:
    make_plan = partial(plan, by=question.by, goods=standard.goods, served=_served(layers))
    table, made = grouped(lines, make_plan, question.engine)
    say("check", 0.5)
    groups, unreadable = from_arrow(table, meanings(lambda name: layers.item(name).id))
    torn = lines.torn()
    broken = int(table.column("bad").to_numpy().sum()) if table.num_rows else 0
    bad = [*torn, *(lines.broken(made) if broken else [])]
    count = len(torn) + broken
    if unreadable:
        found = [
            row for name, cells in unreadable.items() for row in lines.holding(name, cells, MOST_ROWS_SHOWN)
        ]
        seen = {row.row for row in bad}
        bad += [row for row in found if row.row not in seen]
        count += _unreadable_lines(table, unreadable)
    say("match", 0.6)
    matched = match(groups, layers, standard)
    free = tuple(field.name for field in lines.source.fields if field.name not in INVENTORY.names)
    return Prepared(
        question,
        standard,
        layers,
        groups,
        matched,
        sorted(bad, key=lambda row: (row.row, row.column))[:MOST_ROWS_SHOWN],
        count,
        tuple(field.name for field in lines.source.fields),
        free,
        remarks(groups, matched, standard, layers),
    )


def _served(layers: Layers) -> bool:
    """Whether a good has a factor of its own in use, beside the electricity that it draws."""
    return any(
        stage == "use" and category != ENERGY
        for item, subjects in layers.by_item.items()
        if layers.item(item).is_good
        for stage, category in subjects
    )


def _unreadable_lines(table: Any, unreadable: dict[str, dict[str | None, tuple[str, str]]]) -> int:
    """How many good lines have a cell that means nothing."""
    wrong = np.zeros(table.num_rows, dtype=bool)
    for name, cells in unreadable.items():
        column = table.column(f"k_{name}").to_pylist()
        wrong |= np.array([(None if cell is None else str(cell)) in cells for cell in column], dtype=bool)
    return int(table.column("lines").to_numpy()[wrong].sum())


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
