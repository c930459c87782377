"""Several factor sets, one above the other.

A set that lies higher overrides the ones below it wherever it speaks of the same item, stage and
category at the same place: then all rows of the lower sets for that place step back, in every process
and year, so that two sources are never mixed in one figure. What overrides what can be listed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from greenict.errors import BadFactorSet, UnknownName
from greenict.factors.sets import DEFAULT_SET, Factor, FactorSet, Item, open_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Subject = tuple[str, str, str]  # item, stage, category
RESIDUAL = (
    "electricity_residual"  # what is left of a grid when contracts are taken out; known without items.csv
)


@dataclass(frozen=True)
class Override:
    """A place where a higher set silences a lower one."""

    item: str
    stage: str
    category: str
    place: str
    by: str
    over: str


@dataclass(frozen=True)
class Layers:
    """Factor sets from the lowest to the highest, met with one set of global warming potentials."""

    sets: tuple[FactorSet, ...]
    gwp_set: str

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by its id; the highest set that declares it has the word."""
        return {name: item for factor_set in self.sets for name, item in factor_set.items.items()}

    def item(self, name: str) -> Item:
        """The item of that id; raises UnknownName with the nearest ids."""
        if name not in self.items:
            raise UnknownName("item", name, list(self.items))
        return self.items[name]

    @cached_property
    def _spoken(self) -> dict[Subject, dict[str, tuple[int, list[Factor]]]]:
        """By subject and place: the layer that has the word, and its rows."""
        spoken: dict[Subject, dict[str, tuple[int, list[Factor]]]] = defaultdict(dict)
        for layer, factor_set in enumerate(self.sets):
            for factor in factor_set.factors:
                if factor.gwp_set and factor.gwp_set.startswith("AR") and factor.gwp_set != self.gwp_set:
                    continue
                at = spoken[factor.item, factor.stage, factor.category]
                if factor.place not in at or at[factor.place][0] < layer:
                    at[factor.place] = (layer, [factor])
                else:
                    at[factor.place][1].append(factor)
        return spoken

    @cached_property
    def by_item(self) -> dict[str, dict[tuple[str, str], dict[str, list[Factor]]]]:
        """By item, then by stage and category, then by place: the rows that hold."""
        found: dict[str, dict[tuple[str, str], dict[str, list[Factor]]]] = defaultdict(dict)
        for (item, stage, category), at in sorted(self._spoken.items()):
            found[item][stage, category] = {place: rows for place, (_, rows) in sorted(at.items())}
        return found

    @cached_property
    def overrides(self) -> tuple[Override, ...]:
        """What overrides what, in order."""
        found = set()
        for lower, below in enumerate(self.sets):
            for factor in below.factors:
                subject = (factor.item, factor.stage, factor.category)
                word = self._spoken.get(subject, {}).get(factor.place)
                if word and word[0] > lower:
                    found.add(Override(*subject, factor.place, self.sets[word[0]].id, below.id))
        return tuple(sorted(found, key=lambda o: (o.item, o.stage, o.category, o.place, o.over)))

    @property
    def factors(self) -> list[Factor]:
        """Every row that holds."""
        return [f for at in self.by_item.values() for rows in at.values() for fs in rows.values() for f in fs]


def layered(names: Sequence[str] = (), *, gwp_set: str = "AR6", default: bool = True) -> Layers:
    """The default set with the named ones above it, in the order given."""
    wanted = list(dict.fromkeys([*([DEFAULT_SET] if default else []), *names]))
    sets = tuple(open_set(name) for name in wanted)
    ids = [factor_set.id for factor_set in sets]
    for twice in sorted({name for name in ids if ids.count(name) > 1}):
        # factors are known by set and name: two sets of one name would take each other's figures
        raise BadFactorSet(
            twice, ["manifest.toml: two of the sets have this id; give each set an id of its own"]
        )
    layers = Layers(sets, gwp_set)
    for factor_set in sets:
        if problems := _strange(factor_set, layers.items):
            raise BadFactorSet(factor_set.id, problems)
    return layers


def _strange(factor_set: FactorSet, items: Mapping[str, Item]) -> list[str]:
    """Factors of an item that no set declares, or for a unit that the item is not counted in."""
    problems = []
    for name, unit in sorted({(factor.item, factor.unit) for factor in factor_set.factors}):
        if name not in items:
            if name != RESIDUAL:
                problems.append(f"factors.csv: item {name!r} is declared nowhere; add it to items.csv")
            continue
        counted = unit.split("/")[1:]
        if counted not in ([items[name].unit], [items[name].unit, "year"]):
            wanted = f"{unit.split('/')[0]}/{items[name].unit}"
            problems.append(
                f"factors.csv: {name}: unit {unit!r} is not for one {items[name].unit}; write {wanted}"
            )
    return problems
