"""The one description of the sums: lines grouped by the keys that choose a factor.

Everything after it is linear, so a million lines become a few thousand groups here, and only groups
meet factors. The same text runs on DuckDB and on Spark; a dialect says where they differ.

Sums must not depend on the order in which threads meet the lines, or the same input would not give
the same bytes. DuckDB therefore adds whole multiples of 2**-56 in 128 bits, which is exact.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

from greenict.errors import BadArgument
from greenict.tables.checking import MISSING, OUT_OF_BOUNDS, Check, Expressions
from greenict.tables.inventory import INVENTORY
from greenict.tables.result import KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greenict.profiles import GoodsRule
    from greenict.tables.source import Source

GRAIN = 2.0**56
FLAGS = {"has_lifetime": "lifetime_years", "has_energy": "annual_energy_kwh", "has_pue": "pue"}
BASES = ("made", "run", "served", "flow")  # what of a line meets factors; see `greenict.assess.driving`
SECOND_MOMENTS = {f"moment_{a}_{b}": (a, b) for a, b in combinations_with_replacement(BASES, 2)}
RESERVED = ("value", "unit", "p05", "p50", "p95", "lines", *FLAGS)
RAW_KEYS = ("item", "country", "year", "data_class")
CHECKED_KEYS = ("item", "year")  # a rule of these alone can be asked of a group instead of its lines
EVERY = "true"
MULTIPLIED = ("quantity", "lifetime_years", "annual_energy_kwh", "pue")


@dataclass(frozen=True)
class Dialect:
    """Where engines differ: how a name is quoted and how a sum is made."""

    quote: str
    exact: bool

    def total(self, expression: str, good: str = "not bad") -> str:
        """The sum of an expression over the good lines of a group; over all lines where `good` is true."""
        kept = expression if good == EVERY else f"case when {good} then {expression} end"
        if not self.exact:
            return f"coalesce(sum({kept}), 0.0)"
        return f"coalesce(sum(cast({kept} * {GRAIN!r} as hugeint))::double / {GRAIN!r}, 0.0)"

    def total_of_products(self, expression: str, good: str = "not bad") -> str:
        """The same for products of two amounts, which span twice the range: small and large apart."""
        if not self.exact:
            return self.total(expression, good)
        small = f"case when {good} and {expression} < 1e6 then {expression} end"
        large = f"case when {good} and {expression} >= 1e6 then {expression} end"
        return (
            f"(coalesce(sum(cast({small} * {2.0**60!r} as hugeint))::double / {2.0**60!r}, 0.0)"
            f" + coalesce(sum(cast({large} as hugeint))::double, 0.0))"
        )


DUCKDB = Dialect(quote='"', exact=True)
SPARK = Dialect(quote="`", exact=False)


@dataclass(frozen=True)
class Plan:
    """What to sum of which file: the keys, the amounts and the statement that sums them."""

    source: Source
    expressions: Expressions
    tags: tuple[str, ...]
    amounts: dict[str, str]
    dialect: Dialect

    @property
    def keys(self) -> dict[str, str]:
        """Each key of a group, and the expression that gives it."""
        raw = {name: self.expressions.raw(name) for name in (*RAW_KEYS, *self.tags) if self._known(name)}
        flags = {
            flag: f"{self.expressions.value(c)} is not null"
            for flag, c in FLAGS.items()
            if self.expressions.has(c) and flag not in self.always
        }
        return {**raw, **flags}

    @property
    def always(self) -> tuple[str, ...]:
        """The flags that hold for every line, as the file's own statistics say: no key is needed for them."""
        ranges = self.source.ranges
        return tuple(flag for flag, column in FLAGS.items() if column in ranges and not ranges[column].blanks)

    def _column(self, key: str) -> str:
        """The name of a key's column; a tag may be a word of SQL, or written in any script."""
        return f"{self.dialect.quote}k_{key}{self.dialect.quote}"

    def _total(self, amount: str, good: str = "not bad") -> str:
        total = self.dialect.total_of_products if amount in SECOND_MOMENTS else self.dialect.total
        return total(self.amounts[amount], good)

    def _known(self, name: str) -> bool:
        return self.source.field(name) is not None

    def statement(self, relation: str) -> str:
        """The whole query: one pass, one row a group; `bad` counts the lines that break a rule."""
        keys = [f"{expression} as {self._column(name)}" for name, expression in self.keys.items()]
        inner = ", ".join([*keys, *self._values(), f"({self.expressions.any_broken()}) as bad"])
        names = ", ".join(self._column(name) for name in self.keys)
        sums = ", ".join(f"{self._total(name)} as {name}" for name in self.amounts)
        return (
            f"select {names}, sum(case when bad then 0 else 1 end) as lines, sum(case when bad then 1 else 0 end) as bad, "
            f"{sums} from (select {inner} from {relation}) as lines group by {names}"
        )

    def hopeful_statement(self, relation: str) -> str:
        """The same sums in about two thirds of the time, right only if `bad` is zero in every group.

        No line is left out, and a rule that speaks of a key alone is asked once a group.
        """
        keys = [f"{expression} as {self._column(name)}" for name, expression in self.keys.items()]
        strict = replace(self.expressions, blank_is_null=True)
        of_lines = [check.breaks for check in strict.checks if not self._needless(check)]
        inner = ", ".join([*keys, *self._values(), f"({_either(of_lines)}) as bad"])
        names = ", ".join(self._column(name) for name in self.keys)
        sums = ", ".join(f"{self._total(name, EVERY)} as {name}" for name in self.amounts)
        grouped = (
            f"select {names}, count(*) as lines, count(case when bad then 1 end) as bad, {sums} "
            f"from (select {inner} from {relation}) as lines group by {names}"
        )
        bad = f"bad + case when {_either(self._checks_of_keys())} then 1 else 0 end as bad"
        return f"select {names}, lines, {bad}, {', '.join(self.amounts)} from ({grouped}) as groups"

    def _needless(self, check: Check) -> bool:
        """Whether no line need be asked: a key is asked once a group, or the file's statistics prove the rule.

        Statistics pass over NaN, but a NaN in one of these columns has no place in an exact sum, which fails.
        """
        if check.column in CHECKED_KEYS:
            return True
        if check.product and self._product_within(*check.product):
            return True
        known = self.source.ranges.get(check.column)
        summed = check.column in MULTIPLIED and any(
            check.column in amount for amount in self.amounts.values()
        )
        if known is None or not summed:
            return False
        column = INVENTORY[check.column]
        within = column.low <= known.low and known.high <= column.high
        return within if check.says == OUT_OF_BOUNDS else check.says == MISSING and not known.blanks

    def _product_within(self, columns: tuple[str, ...], most: float) -> bool:
        """Whether the product of some columns can nowhere be above a number."""
        known = [self.source.ranges.get(column) for column in columns]
        return all(known) and math.prod(column.high for column in known if column) <= most

    def _checks_of_keys(self) -> list[str]:
        keyed = tuple(replace(field, identifier=f"k_{field.name}") for field in self.source.fields)
        checks = replace(self.expressions, source=replace(self.source, fields=keyed)).checks
        return [check.breaks for check in checks if check.column in CHECKED_KEYS]

    def _values(self) -> list[str]:
        """The numbers of a line."""
        lines = self.expressions
        columns = [column for column in INVENTORY.columns if column.kind != "text" and column.name != "year"]
        values = [f"{lines.value(c.name)} as {c.name}" for c in columns if lines.has(c.name)]
        return [*values, f"{lines.value('year')} as year_number"] if lines.has("year") else values


def _either(conditions: Sequence[str]) -> str:
    """True where one of some conditions holds; null counts as false in a `case`."""
    return " or ".join(f"({condition})" for condition in conditions) or "false"


def plan(
    source: Source, *, by: Sequence[str], goods: GoodsRule, served: bool = True, dialect: Dialect = DUCKDB
) -> Plan:
    """The sums that a file allows and a question needs; raises BadFile and BadArgument.

    `served` says that the factors hold what a good in use causes beside its electricity.
    """
    expressions = Expressions(INVENTORY, source, dialect.quote)
    tags = tuple(dict.fromkeys(name for name in by if name not in KEYS))
    free = [field.name for field in source.fields if field.name not in INVENTORY.names]
    for tag in tags:
        if tag in RESERVED:
            raise BadArgument("by", tag, "is a word that results use themselves; call the column otherwise")
        if tag not in free:
            known = ", ".join([*KEYS, *free])
            raise BadArgument(
                "by", tag, f"is neither a key nor a column of {source.file}; choose from {known}"
            )
    return Plan(source, expressions, tags, _amounts(expressions, goods, served=served), dialect)


def _amounts(lines: Expressions, goods: GoodsRule, *, served: bool) -> dict[str, str]:
    """Each amount of a group, summed over its lines; those of every rule for goods, so that results compare.

    quantity, per_life (quantity a year of life), operated (kWh a year; pieces where no energy is given),
    operated_life (over the life), bought (in the year), and the contracts of scope 2 by market.
    """
    energy = "coalesce(annual_energy_kwh, 1)" if lines.has("annual_energy_kwh") else "1"
    pue = "coalesce(pue, 1)" if lines.has("pue") else "1"
    operated = " * ".join(["quantity", *(part for part in (energy, pue) if part != "1")])
    amounts = {"quantity": "quantity", "operated": operated}
    if lines.has("lifetime_years"):
        amounts["per_life"] = "quantity / coalesce(lifetime_years, 1)"
        amounts["operated_life"] = f"{operated} * coalesce(lifetime_years, 1)"
        if served:
            amounts["lived"] = "quantity * coalesce(lifetime_years, 1)"
    if lines.has("purchase_year") and lines.has("year"):
        # where one of the two years is not known the piece counts: what is missing never becomes zero
        amounts["bought"] = "case when purchase_year <> year_number then 0 else quantity end"
        amounts["no_purchase_year"] = "case when purchase_year is null then 1.0 else 0.0 end"
    if lines.has("contract_energy_kwh"):
        amounts["contract_kwh"] = "coalesce(contract_energy_kwh, 0)"
        rate = "coalesce(contract_ghg_kg_per_kwh, 0)" if lines.has("contract_ghg_kg_per_kwh") else "0"
        amounts["contract_kg"] = f"coalesce(contract_energy_kwh, 0) * {rate}"
    if lines.has("uncertainty_percent"):
        amounts |= _second_moments(amounts, goods)
    return amounts


def _second_moments(amounts: dict[str, str], goods: GoodsRule) -> dict[str, str]:
    """What the variance of independent lines needs: sums of products of the amounts that meet factors.

    A line's relative standard deviation is half its 95 % interval over 1.96; without one it is exact.
    """
    whole = goods == "whole_life"
    made = {"whole_life": "quantity", "annualised": "per_life", "purchase_year": "bought"}[goods]
    base = {
        "made": amounts.get(made, "quantity"),
        "run": amounts.get("operated_life" if whole else "operated", amounts["operated"]),
        "served": amounts.get("lived", "quantity") if whole else "quantity",
        "flow": "quantity",
    }
    variance = "power(coalesce(uncertainty_percent, 0) / 196.0, 2)"
    return {name: f"{variance} * ({base[a]}) * ({base[b]})" for name, (a, b) in SECOND_MOMENTS.items()}
