"""The report of a data centre to the Union as one whole, and what many centres show together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greenict.errors import BadArgument
from greenict.methods.checks import require
from greenict.methods.data_centre_report import (
    FEWEST_CENTRES,
    Finding,
    data_centre_size_class,
    eu_key_figure_amount,
    eu_reporting_duty_verdict,
    findings,
    known_amounts,
    published_indicator_amount,
)
from greenict.methods.facts import fact_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INDICATORS = ("PUE", "WUE", "ERF", "REF")


@dataclass(frozen=True)
class KeyFigure:
    """One figure of the report; its amount is None where it was not given."""

    symbol: str
    quantity: str
    unit: str
    source: str
    amount: float | None


@dataclass(frozen=True)
class DataCentreReport:
    """All that one data centre reports for a year."""

    reported: tuple[KeyFigure, ...]
    indicators: tuple[KeyFigure, ...]
    size_class: str
    duty: str
    findings: tuple[Finding, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The symbols that are still to be given."""
        return tuple(figure.symbol for figure in self.reported if figure.amount is None)


@dataclass(frozen=True)
class PublicMeans:
    """What the centres of one group show together; None where they are too few."""

    centres: int
    total_energy_kwh: float | None
    indicators: Mapping[str, float] | None


def report(symbol_amount: Mapping[str, float]) -> DataCentreReport:
    """Return the report of one data centre: every key figure, the indicators that can be had, and the findings.

    Raises
    ------
    UnknownName, BadArgument
        As `known_amounts`.

    Examples
    --------
    >>> found = report({"PDIT": 1500, "EDC": 13000000, "EIT": 10000000})
    >>> found.size_class, found.duty, [(each.symbol, each.amount) for each in found.indicators][:2]
    ('1 to 2 MW', 'must report', [('PUE', 1.3), ('WUE', None)])
    """
    amounts = known_amounts(symbol_amount)
    figures: dict[str, list[KeyFigure]] = {"reported": [], "indicator": []}
    for row in fact_rows("eu_2024_1364.csv"):
        symbol, role = row["symbol"], row["role"]
        amount = amounts.get(symbol) if role == "reported" else _indicator(amounts, symbol)
        figures[role].append(KeyFigure(symbol, row["quantity"], row["unit"], row["source"], amount))
    demand_kw = amounts.get("PDIT", -1.0)
    return DataCentreReport(
        reported=tuple(figures["reported"]),
        indicators=tuple(figures["indicator"]),
        size_class=data_centre_size_class(it_demand_kw=demand_kw) if demand_kw >= 0 else "not known",
        duty=eu_reporting_duty_verdict(it_demand_kw=demand_kw) if demand_kw >= 0 else "not known",
        findings=tuple(findings(amounts)),
    )


def _indicator(amounts: Mapping[str, float], indicator: str) -> float | None:
    """Return the indicator, or None where its symbols are missing or contradict each other."""
    try:
        return eu_key_figure_amount(symbol_amount=dict(amounts), indicator=indicator)
    except BadArgument:  # the findings and the missing symbols say why
        return None


def public_means(centres: Sequence[Mapping[str, float]]) -> dict[str, PublicMeans]:
    """Return totals and means of several data centres, by size class and for "all".

    A group of fewer than three shows its count only. Where just one class is withheld, do not publish the means
    of "all" beside the other classes: the withheld one could be worked out from them.

    Raises
    ------
    BadArgument
        Where a centre gives no PDIT, EDC or EIT, or they contradict each other.
    """
    groups: dict[str, list[dict[str, float]]] = {}
    for centre in centres:
        amounts = known_amounts(centre)
        lacking = [symbol for symbol in ("PDIT", "EDC", "EIT") if symbol not in amounts]
        require(not lacking, "centres", dict(centre), f"give {', '.join(lacking)} for every data centre")
        for name in (data_centre_size_class(it_demand_kw=amounts["PDIT"]), "all"):
            groups.setdefault(name, []).append(amounts)
    return {name: _means(group) for name, group in groups.items()}


def _means(group: list[dict[str, float]]) -> PublicMeans:
    if len(group) < FEWEST_CENTRES:
        return PublicMeans(len(group), None, None)
    means = {}
    for indicator in INDICATORS:
        known = [(value, each["EDC"]) for each in group if (value := _indicator(each, indicator)) is not None]
        if len(known) >= FEWEST_CENTRES:
            values, energies = zip(*known, strict=True)
            means[indicator] = published_indicator_amount(
                centre_indicator_amount=values, centre_energy_kwh=energies
            )
    return PublicMeans(len(group), sum(each["EDC"] for each in group), means)
