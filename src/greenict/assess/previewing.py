"""What an assessment would use, and the rows that it would refuse."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from greenict.assess.computing import Computation
from greenict.assess.coverage import warnings
from greenict.assess.groups import added

if TYPE_CHECKING:
    from greenict.assess.preparing import Prepared
    from greenict.errors import BadRow
    from greenict.factors.layers import Layers


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
        sets=sets_of(prepared.layers),
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


def sets_of(layers: Layers) -> list[dict[str, str]]:
    """What a result tells of its factor sets."""
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
