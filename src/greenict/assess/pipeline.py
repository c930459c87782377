"""read -> check -> match factors -> compute -> aggregate: from a file to a result."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import greenict
from greenict.assess.computing import Computation
from greenict.assess.driving import drivers
from greenict.assess.preparing import Prepared, Progress, prepare
from greenict.assess.previewing import Check, checked, sets_of
from greenict.assess.question import question_of
from greenict.assess.results import Result
from greenict.errors import BadRows
from greenict.tables.result import KEYS


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
        "factor_sets": sets_of(prepared.layers),
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
