"""read -> check -> match factors -> compute -> aggregate: from a file to a result."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

import greenict
from greenict.assess.computing import Computation
from greenict.assess.coverage import warnings
from greenict.assess.engines import Lines, grouped, open_lines
from greenict.assess.groups import Groups, added, from_arrow, meanings
from greenict.assess.matching import Matched, drivers, match
from greenict.assess.results import Result
from greenict.assess.summing import plan
from greenict.errors import BadArgument, BadRow, BadRows
from greenict.factors.layers import Layers, layered
from greenict.profiles import Profile, profile
from greenict.tables.checking import MOST_ROWS_SHOWN
from greenict.tables.inventory import INVENTORY
from greenict.tables.reading import REJECTS
from greenict.tables.result import KEYS
from greenict.tables.source import Decimal, open_source

Progress = Callable[[str, float], None]
DEFAULT_SEED = 73


@dataclass(frozen=True)
class Question:
    """What is asked of an input: by which standard, with which factors, broken down by what."""

    profile: str = "l1410"
    factors: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    draws: int = 1000
    seed: int = DEFAULT_SEED
    engine: str = "duckdb"
    keep_going: bool = False
    decimal: Decimal = "."
    lifetimes: str = "nl-fr-be"
    method: str = "conserving"
    until: int | None = None
    default_factors: bool = True


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


@dataclass(frozen=True)
class Check:
    """What an assessment would use, and the rows that it would refuse."""

    rows: int
    columns: tuple[str, ...]
    tags: tuple[str, ...]
    bad: list[BadRow]
    bad_count: int
    items: list[dict[str, Any]]
    factors: list[dict[str, Any]]
    warnings: list[dict[str, Any]]
    profile: str
    sets: list[dict[str, str]]

    def to_json(self) -> dict[str, Any]:
        """The check as plain data."""
        return asdict(self)


def assess(
    inventory: Path | str, *, name: str | None = None, progress: Progress | None = None, **asked: Any
) -> Result:
    """Assess an inventory; the keywords are those of `Question`.

    Parameters
    ----------
    inventory
        CSV, XLSX or Parquet; see `greenict.tables.inventory`.
    name
        What the result is called; the file's name if not given.
    progress
        Called with the step and the share done.

    Raises
    ------
    BadRows
        A row breaks a rule and `keep_going` is not set.
    GreenictError
        Anything else that the user can mend.

    """
    say = progress or silent
    return computed(Path(inventory), prepare(Path(inventory), question_of(asked), say), name, say)


def check(inventory: Path | str, *, progress: Progress | None = None, **asked: Any) -> Check:
    """What `assess` would use and refuse; computes nothing. Takes the same keywords."""
    return checked(prepare(Path(inventory), question_of(asked), progress or silent))


def silent(step: str, share: float) -> None:
    """Progress that nobody wants to hear."""


def computed(path: Path, prepared: Prepared, name: str | None, say: Progress) -> Result:
    """The result of a prepared input."""
    if prepared.bad_count and not prepared.question.keep_going:
        raise BadRows(path.name, prepared.bad, prepared.bad_count)
    say("compute", 0.7)
    amounts = drivers(prepared.groups, prepared.matched.items, prepared.profile, sales=prepared.sales)
    computation = Computation(prepared.groups, prepared.matched, amounts)
    left_out = [asdict(row) for row in prepared.bad]
    result = Result(_meta(path, prepared, name), computation, left_out, prepared.notes)
    say("aggregate", 0.85)
    result.totals  # noqa: B018 - drawn here, so that the progress tells the truth
    say("done", 1.0)
    return result


def checked(prepared: Prepared) -> Check:
    """What a prepared input would use and refuse."""
    groups, matched = prepared.groups, prepared.matched
    computation = Computation(groups, matched, {})
    return Check(
        rows=int(groups.amounts["lines"].sum()) + prepared.bad_count,
        columns=prepared.columns,
        tags=prepared.tags,
        bad=prepared.bad,
        bad_count=prepared.bad_count,
        items=_items(prepared),
        factors=[asdict(factor) for factor in matched.factors],
        warnings=[*prepared.notes, *warnings(computation, prepared.profile)],
        profile=prepared.profile.id,
        sets=_sets(prepared.layers),
    )


def _items(prepared: Prepared) -> list[dict[str, Any]]:
    """Each item of the input, with its lines and its quantity."""
    groups, known = prepared.groups, prepared.matched.items
    key = groups.keys["item"]
    amount = groups.amounts["sold" if prepared.sales else "quantity"]
    lines = added(key.codes, groups.amounts["lines"], len(key.values))
    quantity = added(key.codes, amount, len(key.values))
    return [
        {
            "item": name,
            "name": known[str(name)].name,
            "lines": int(n),
            "quantity": float(q),
            "unit": known[str(name)].unit,
        }
        for name, n, q in zip(key.values, lines, quantity, strict=True)
        if n > 0
    ]


def question_of(asked: dict[str, Any]) -> Question:
    """The question that some keywords ask; raises BadArgument for a keyword that is none."""
    unknown = set(asked) - set(Question.__dataclass_fields__)
    if unknown:
        known = ", ".join(Question.__dataclass_fields__)
        raise BadArgument("argument", min(unknown), f"is not known; choose from {known}")
    listed: dict[str, Any] = {
        key: tuple(value) if key in ("factors", "by") else value for key, value in asked.items()
    }
    return Question(**listed)


def prepare(path: Path, question: Question, say: Progress) -> Prepared:
    """Read an inventory, check it and meet it with its factors."""
    standard, layers = standard_and_layers(question)
    say("read", 0.0)
    with (
        open_source(path, decimal=question.decimal, rejects=REJECTS) as source,
        closing(open_lines(source)) as lines,
    ):
        return _prepared(path, lines, question, standard, layers, say)


def standard_and_layers(question: Question) -> tuple[Profile, Layers]:
    """The profile and the factor sets that a question names; raises where it names none."""
    standard = profile(question.profile)
    if question.decimal not in (".", ","):
        raise BadArgument("decimal", question.decimal, "write . or ,")
    return standard, layered(question.factors, gwp_set=standard.gwp_set, default=question.default_factors)


def _prepared(
    path: Path, lines: Lines, question: Question, standard: Profile, layers: Layers, say: Progress
) -> Prepared:
    make_plan = partial(plan, by=question.by, goods=standard.goods)
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
        _notes(groups, matched, standard),
        digest=sha256(path),
    )


def _unreadable_lines(table: Any, unreadable: dict[str, dict[str | None, tuple[str, str]]]) -> int:
    """How many good lines have a cell that means nothing."""
    wrong = np.zeros(table.num_rows, dtype=bool)
    for name, cells in unreadable.items():
        column = table.column(f"k_{name}").to_pylist()
        wrong |= np.array([(None if cell is None else str(cell)) in cells for cell in column], dtype=bool)
    return int(table.column("lines").to_numpy()[wrong].sum())


def _notes(groups: Groups, matched: Matched, standard: Profile) -> list[dict[str, Any]]:
    """What concerns the result as a whole."""
    notes = []
    if groups.size == 0:
        notes.append(note("no_lines", "no line could be assessed"))
    if standard.goods == "purchase_year" and "bought" not in groups.amounts:
        notes.append(
            note("no_purchase_year", "no purchase_year is given; every piece counts as bought in the year")
        )
    for item in sorted({str(matched.keys[number]["item"]) for number in matched.idle}):
        notes.append(
            note("unused_energy", f"{item}: annual_energy_kwh is not used; its factors hold the energy already")
        )
    kinds = {item.is_good for item in matched.items.values()}
    if standard.goods == "whole_life" and len(kinds) > 1:
        notes.append(
            note(
                "mixed_periods",
                "whole lives of goods and the yearly activity of networks and services are summed; read them apart by item",
            )
        )
    return notes


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


def _meta(path: Path, prepared: Prepared, name: str | None) -> dict[str, Any]:
    question = prepared.question
    return {
        "name": name or path.stem,
        "table": "sales" if prepared.sales else "inventory",
        "profile": prepared.profile.id,
        "profile_title": prepared.profile.title,
        "statement": prepared.profile.statement,
        "goods": prepared.profile.goods,
        "gwp_set": prepared.profile.gwp_set,
        "indicators": list(prepared.profile.indicators),
        "factor_sets": _sets(prepared.layers),
        "input": {
            "file": path.name,
            "sha256": prepared.digest,
            "rows": int(prepared.groups.amounts["lines"].sum()) + prepared.bad_count,
            "left_out": prepared.bad_count,
            "decimal": question.decimal,
        },
        "stock_model": {"lifetimes": question.lifetimes, "method": question.method, "until": question.until}
        if prepared.sales
        else None,
        "by": [key for key in question.by if key != "category"] or list(question.by[:1]),
        "tags": [tag for tag in dict.fromkeys(question.by) if tag not in KEYS],
        "draws": question.draws,
        "seed": question.seed,
        "engine": question.engine,
        "greenict": greenict.__version__,
    }


def _sets(layers: Layers) -> list[dict[str, str]]:
    return [
        {
            "id": s.id,
            "version": s.version,
            "hash": s.digest,
            "licence": s.licence,
            "attribution": s.attribution,
        }
        for s in layers.sets
    ]


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
