"""Each group meets its factors: the terms whose sum is the result.

A term is an amount of activity times one factor, or times two where a consumption factor (kWh of a
piece in a year) first turns pieces into electricity. It belongs to one stage, category and scope, and
remembers the steps it took to find its factors. A figure is a sum of terms and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from greenict.assess.groups import Groups, joint
from greenict.factors.choice import Choice, Step, choose
from greenict.factors.layers import RESIDUAL
from greenict.factors.places import WORLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np

    from greenict.factors.layers import Layers
    from greenict.factors.sets import Factor, Item
    from greenict.profiles import Profile

ELECTRICITY = "electricity"
CLIMATE, MARKET, ENERGY, WASTE = "climate_change", "climate_change_market_based", "final_energy", "e_waste"
KEY_PARTS = ("item", "country", "year", "data_class", "has_lifetime", "has_energy", "has_pue")
IDLE_KINDS = ("component", "gas", "fuel", "travel", "energy")  # what draws no electricity of its own


class Term(NamedTuple):
    """Amount x sign x first factor x second factor, for one key. A factor of -1 is the number one."""

    key: int
    driver: str
    sign: float
    first: int
    second: int
    stage: str
    process: str
    category: str
    scope: str
    data_class: str
    steps: tuple[Step, ...]


class Gap(NamedTuple):
    """A category that no factor serves for an item, in a stage."""

    item: str
    stage: str
    category: str


@dataclass
class Matched:
    """Keys, the key of each group, the terms, the factors they use, and what no factor serves."""

    keys: list[dict[str, str | None]]
    key_of_group: np.ndarray[tuple[int], np.dtype[np.int64]]
    terms: list[Term]
    factors: list[Factor]
    items: dict[str, Item]
    gaps: dict[Gap, set[int]] = field(default_factory=dict)
    idle: frozenset[tuple[str, str]] = frozenset()


def match(groups: Groups, layers: Layers, profile: Profile, *, sales: bool = False) -> Matched:
    """The terms of every key that occurs in the groups."""
    parts = [groups.keys[name] for name in KEY_PARTS if name in groups.keys]
    names = [name for name in KEY_PARTS if name in groups.keys]
    first, key_of_group = joint(parts, groups.size)
    columns = {name: key.at(first) for name, key in zip(names, parts, strict=True)}
    keys = [
        {name: columns[name][i] if name in columns else None for name in KEY_PARTS} for i in range(len(first))
    ]
    items = {str(name): layers.item(str(name)) for name in sorted({str(key["item"]) for key in keys})}
    matcher = _Matcher(layers, profile, sales=sales)
    for number, key in enumerate(keys):
        matcher.add(number, key)
    return Matched(
        keys, key_of_group, matcher.terms, matcher.factors, items, dict(matcher.gaps), frozenset(matcher.idle)
    )


class _Matcher:
    """Collects terms; remembers every choice, since a few factors serve many keys."""

    def __init__(self, layers: Layers, profile: Profile, *, sales: bool) -> None:
        self.layers, self.profile, self.sales = layers, profile, sales
        self.terms: list[Term] = []
        self.factors: list[Factor] = []
        self.gaps: defaultdict[Gap, set[int]] = defaultdict(set)
        self.idle: set[tuple[str, str]] = set()  # column and item: what a line gives and no term takes
        self._number: dict[int, int] = {}
        self._choices: dict[tuple[str, str, str, str | None, str | None], Choice] = {}
        # terms of one key that others share but for the key's number: nearly all of them do
        self._direct_terms: dict[tuple[str | None, ...], list[Term]] = {}
        self._measured_terms: dict[tuple[str | None, ...], list[Term]] = {}
        self._expected_of: dict[str, list[tuple[Gap, tuple[str, ...]]]] = {}

    def add(self, number: int, key: dict[str, str | None]) -> None:
        """The terms of one key, and its gaps."""
        item = self.layers.item(str(key["item"]))
        found = list(self._of(number, item, key))
        if self.profile.scopes and MARKET in self.profile.indicators:
            found += self._by_market(key, found)
        self.terms += found
        served = {(term.stage, term.category) for term in found}
        if item.id not in self._expected_of:
            self._expected_of[item.id] = [(gap, _alike(gap.stage)) for gap in self._expected(item)]
        for gap, stages in self._expected_of[item.id]:
            if not any((stage, gap.category) in served for stage in stages):
                self.gaps[gap].add(number)

    def _of(self, number: int, item: Item, key: dict[str, str | None]) -> Iterator[Term]:
        electric = False
        for stage, category in self.layers.by_item.get(item.id, {}):
            if stage not in self.profile.stages:
                continue
            if (stage, category) == ("use", ENERGY) and item.id != ELECTRICITY:
                electric = True
                if key["has_energy"] != "true":
                    yield from self._chained(number, item, key)
            elif category in self.profile.indicators:
                yield from self._direct(number, item, key, stage, category)
        own = key["has_energy"] == "true" and (electric or item.is_good)
        if own and "use" in self.profile.stages:
            yield from self._measured(number, key)
        if key["has_energy"] == "true" and not own:
            self.idle.add(("annual_energy_kwh", item.id))  # its factors hold the energy already
        if key["has_pue"] == "true" and not own and not item.is_good:
            self.idle.add(("pue", item.id))
        if self.sales and WASTE in self.profile.indicators and "end_of_life" in self.profile.stages:
            yield Term(
                number, "discarded_kg", 1.0, -1, -1, "end_of_life", "discarded", WASTE, "3", "generic", ()
            )

    def _direct(
        self, number: int, item: Item, key: dict[str, str | None], stage: str, category: str
    ) -> Iterator[Term]:
        if self.sales and category == WASTE:
            return  # the discards are known in kg already
        driver = self._driver(item, stage)
        if (
            driver in ("made", "discarded")
            and self.profile.goods == "annualised"
            and not self._life_known(item, key)
        ):
            return
        place = key["country"] if self._placed(item.id, stage, category) else None
        alike = (item.id, stage, category, place, key["year"], key["data_class"])
        if alike not in self._direct_terms:
            choice = self._choice(item.id, stage, category, key)
            self._direct_terms[alike] = [
                self._term(number, key, driver, None, factor, stage, choice.steps, scope=_scope(item))
                for factor in choice.factors
            ]
        for term in self._direct_terms[alike]:
            yield Term(number, *term[1:])

    def _chained(self, number: int, item: Item, key: dict[str, str | None]) -> Iterator[Term]:
        """Pieces (or GB) to kWh by a consumption factor, kWh to impacts by the electricity of the place."""
        driver = "run" if item.is_good else "flow"
        if self._endless(item, key):
            return
        consumed = self._choice(item.id, "use", ENERGY, key)
        for consumption in consumed.factors:
            for electricity, steps in self._electricity(key):
                yield self._term(
                    number, key, driver, consumption, electricity, "use", (*consumed.steps, *steps), scope="2"
                )

    def _measured(self, number: int, key: dict[str, str | None]) -> Iterator[Term]:
        """The line's own kWh to impacts by the electricity of the place."""
        if self._endless(self.layers.item(str(key["item"])), key):
            return
        alike = (key["country"], key["year"], key["data_class"])
        if alike not in self._measured_terms:
            self._measured_terms[alike] = list(self._of_meter(number, key))
        for term in self._measured_terms[alike]:
            yield Term(number, *term[1:])

    def _of_meter(self, number: int, key: dict[str, str | None]) -> Iterator[Term]:
        for electricity, steps in self._electricity(key):
            term = self._term(number, key, "run", None, electricity, "use", steps, scope="2")
            measured = not steps and key["data_class"] is None and electricity.kind != "stand_in"
            yield term._replace(data_class="measured") if measured else term

    def _electricity(self, key: dict[str, str | None]) -> Iterator[tuple[Factor, tuple[Step, ...]]]:
        for category in self.profile.indicators:
            choice = self._choice(ELECTRICITY, "use", category, key)
            for factor in choice.factors:
                yield factor, choice.steps

    def _by_market(self, key: dict[str, str | None], found: Iterable[Term]) -> list[Term]:
        """Scope 2 by market: contracts at their own factor, the rest at the residual mix; other scopes as they are."""
        climate = [term for term in found if term.category == CLIMATE]
        made = [term._replace(category=MARKET) for term in climate if term.scope != "2"]
        residual = (
            self._choice(RESIDUAL, "use", CLIMATE, key) if RESIDUAL in self.layers.by_item else Choice()
        )
        instead = [self._numbered(factor) for factor in residual.factors]
        # each consumption meets the residual mix once, and the contracts of the line count once, however
        # many processes its electricity or its consumption has
        met: set[tuple[int, int]] = set()
        under_contract: set[int] = set()
        for term in (term for term in climate if term.scope == "2"):
            for second in instead or [term.second]:
                if (term.first, second) in met:
                    continue
                met.add((term.first, second))
                own = term._replace(category=MARKET, second=second, steps=(*term.steps, *residual.steps))
                made.append(own)
                if second not in under_contract:
                    made.append(own._replace(driver="contract_kwh", sign=-1.0, first=-1))
                if not under_contract:
                    paid = own._replace(driver="contract_kg", process="contract", first=-1, second=-1)
                    made.append(paid._replace(steps=(), data_class="supplier"))
                under_contract.add(second)
        return made

    def _driver(self, item: Item, stage: str) -> str:
        if not item.is_good:
            return "flow"
        return {"use": "served", "end_of_life": "discarded"}.get(stage, "made")

    def _life_known(self, item: Item, key: dict[str, str | None]) -> bool:
        """Whether the line or the catalogue says how long the piece lives; a stock model needs no saying."""
        return self.sales or key["has_lifetime"] == "true" or item.lifetime_years is not None

    def _endless(self, item: Item, key: dict[str, str | None]) -> bool:
        """Whether use over the whole life is asked of a good whose life nobody knows."""
        return self.profile.goods == "whole_life" and item.is_good and not self._life_known(item, key)

    def _choice(self, item: str, stage: str, category: str, key: dict[str, str | None]) -> Choice:
        by_place = self.layers.by_item.get(item, {}).get((stage, category))
        if by_place is None:
            return Choice()
        country = key["country"] if self._placed(item, stage, category) else None
        wanted = (item, stage, category, country, key["year"])
        if wanted not in self._choices:
            year = int(key["year"]) if key["year"] else None
            self._choices[wanted] = choose(by_place, key["country"], year)
        return self._choices[wanted]

    def _placed(self, item: str, stage: str, category: str) -> bool:
        """Whether the factors of a subject differ by place."""
        return self.layers.by_item[item][stage, category].keys() != {WORLD}

    def _term(
        self,
        number: int,
        key: dict[str, str | None],
        driver: str,
        first: Factor | None,
        second: Factor,
        stage: str,
        steps: tuple[Step, ...],
        *,
        scope: str,
    ) -> Term:
        return Term(
            key=number,
            driver=driver,
            sign=1.0,
            first=-1 if first is None else self._numbered(first),
            second=self._numbered(second),
            stage=stage,
            process=second.process if first is None else first.process or second.process,
            category=second.category,
            scope=scope,
            data_class=_data_class(key, first, second, steps),
            steps=steps,
        )

    def _numbered(self, factor: Factor) -> int:
        number = self._number.setdefault(id(factor), len(self.factors))
        if number == len(self.factors):
            self.factors.append(factor)
        return number

    def _expected(self, item: Item) -> Iterator[Gap]:
        """What a reader may expect to find for an item: production and use of goods, anything of a flow."""
        for category in self.profile.indicators:
            if category == WASTE:
                stages: tuple[str, ...] = (
                    ("end_of_life",) if item.is_good and item.kind != "component" else ()
                )
            elif category == ENERGY:
                stages = ("use",) if item.kind not in IDLE_KINDS else ()
            elif item.is_good:
                stages = ("production",) if item.kind in IDLE_KINDS else ("production", "use")
            else:
                stages = ("",)
            for stage in stages:
                if not stage or stage in self.profile.stages:
                    yield Gap(item.id, stage, category)


def _alike(stage: str) -> tuple[str, ...]:
    """The stages that fill a gap: raw materials count as production; any stage serves a flow."""
    if stage == "production":
        return ("production", "raw_materials")
    return (stage,) if stage else ("raw_materials", "production", "use", "end_of_life")


def _scope(item: Item) -> str:
    """The scope of the GHG Protocol that an item's own factors belong to."""
    return {"gas": "1", "fuel": "1", "energy": "2"}.get(item.kind, "3")


def _data_class(
    key: dict[str, str | None], first: Factor | None, second: Factor, steps: tuple[Step, ...]
) -> str:
    """What a term rests on: the weakest of its links, unless the line itself says."""
    kinds = {factor.kind for factor in (first, second) if factor is not None}
    if steps or "stand_in" in kinds:
        return "stand_in"
    if key["data_class"]:
        return key["data_class"]
    return next((kind for kind in ("generic", "supplier") if kind in kinds), "measured")
