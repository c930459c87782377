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
from greenict.assess.matching import ENERGY, MARKET, Matched, match
from greenict.assess.question import Question, standard_and_layers
from greenict.assess.summing import plan
from greenict.factors.layers import RESIDUAL
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
        _notes(groups, matched, standard, layers),
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


def _notes(groups: Groups, matched: Matched, standard: Profile, layers: Layers) -> list[dict[str, Any]]:
    """What concerns the result as a whole."""
    idle = sorted({str(matched.keys[number]["item"]) for number in matched.idle})
    words = "annual_energy_kwh is not used; its factors hold the energy already"
    notes = [note("unused_energy", f"{item}: {words}") for item in idle]
    if RESIDUAL not in layers.by_item and any(
        term.category == MARKET and term.scope == "2" for term in matched.terms
    ):
        notes.append(
            note("no_residual_mix", "no set brings a residual mix; the grid stands in for scope 2 by market")
        )
    if groups.size == 0:
        notes.append(note("no_lines", "no line could be assessed"))
    if standard.goods == "purchase_year" and (lacking := _without_purchase_year(groups)):
        words = "no purchase_year is given; the pieces count as bought in the year of the activity"
        notes.append({**note("no_purchase_year", words), "lines": lacking})
    if standard.goods == "whole_life" and len({item.is_good for item in matched.items.values()}) > 1:
        words = "whole lives of goods and the yearly activity of networks and services are summed; read them apart by item"
        notes.append(note("mixed_periods", words))
    return notes


def _without_purchase_year(groups: Groups) -> int:
    """How many lines do not say when their pieces were bought."""
    lines = groups.amounts["lines"] if "bought" not in groups.amounts else groups.amounts["no_purchase_year"]
    return int(lines.sum())


def note(code: str, message: str) -> dict[str, Any]:
    """A warning that concerns the whole result."""
    return {
        "code": code,
        "message": message,
        "item": None,
        "country": None,
        "year": None,
        "category": None,
        "lines": 0,
    }


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
