"""What is asked of an input: by which standard, with which factors, broken down by what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from greenict.errors import BadArgument
from greenict.factors.layers import Layers, layered
from greenict.profiles import Profile, profile

if TYPE_CHECKING:
    from greenict.tables.source import Decimal

DEFAULT_SEED = 73


@dataclass(frozen=True)
class Question:
    """The question, with its defaults. `lifetimes`, `method` and `until` are for tables of sales."""

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


def standard_and_layers(question: Question) -> tuple[Profile, Layers]:
    """The profile and the factor sets that a question names; raises where it names none."""
    standard = profile(question.profile)
    if question.decimal not in (".", ","):
        raise BadArgument("decimal", question.decimal, "write . or ,")
    return standard, layered(question.factors, gwp_set=standard.gwp_set, default=question.default_factors)
