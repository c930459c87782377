"""Data centres: the indicators of Regulation (EU) 2024/1364, the checks of a report and what may be published.

A data centre reports one amount for each symbol of `data/eu_2024_1364.csv`. From them come four indicators, the
size class, the duty to report, and the findings of the checks. `data_centre_disclosure` puts them into one report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from greenict.errors import BadArgument, UnknownName
from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, Table, method
from greenict.methods.facts import fact_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_CENTRES = 3
_CLASSES = (  # lowest power in kW, and the class from there on
    (10_000.0, "above 10 MW"),
    (2_000.0, "2 to 10 MW"),
    (1_000.0, "1 to 2 MW"),
    (500.0, "500 to 1,000 kW"),
    (100.0, "100 to 500 kW"),
    (0.0, "below 100 kW"),
)
_RENEWABLE_PARTS = ("ERES-GOO", "ERES-PPA", "ERES-OS")
_MAY_BE_NEGATIVE = ("TWH", "TIN")
_PARTS_OF = (  # a part, and the whole that it cannot exceed
    ("EIT", "EDC"),
    ("EDC-BG", "EDC"),
    ("ERES-TOT", "EDC"),
    ("EREUSE", "EDC"),
    ("WIN-POT", "WIN"),
    ("SCR", "SDC"),
)
_HOURS_OF_A_LEAP_YEAR = 8784
_RATIOS = {  # what is divided by what; WUE takes EIT in MWh
    "PUE": ("EDC", "EIT"),
    "WUE": ("WIN", "EIT"),
    "ERF": ("EREUSE", "EDC"),
    "REF": ("ERES-TOT", "EDC"),
}


@dataclass(frozen=True)
class Finding:
    """What a check found: the symbol, its value, and how to mend it."""

    symbol: str
    value: float
    mend: str

    def __str__(self) -> str:
        """Say the finding in one line."""
        return f"{self.symbol} = {self.value:g}: {self.mend}"


def known_amounts(symbol_amount: Mapping[str, float]) -> dict[str, float]:
    """Return the amounts by symbol, with the total of renewable energy where only its parts are given.

    Raises
    ------
    UnknownName
        Where a symbol is none that a data centre reports.
    BadArgument
        Where an amount is no finite number.
    """
    symbols = [row["symbol"] for row in fact_rows("eu_2024_1364.csv") if row["role"] == "reported"]
    for symbol, amount in symbol_amount.items():
        if symbol not in symbols:
            raise UnknownName("symbol of Regulation (EU) 2024/1364", symbol, symbols)
        require(np.isfinite(amount), _entry(symbol), amount, "give a finite number")
    amounts = dict(symbol_amount)
    if "ERES-TOT" not in amounts and all(part in amounts for part in _RENEWABLE_PARTS):
        amounts["ERES-TOT"] = sum(amounts[part] for part in _RENEWABLE_PARTS)
    return amounts


def findings(symbol_amount: Mapping[str, float]) -> list[Finding]:
    """Return what contradicts itself in a report; an empty list where nothing does."""
    amounts = known_amounts(symbol_amount)
    found = [
        Finding(symbol, amount, "give 0 or more")
        for symbol, amount in amounts.items()
        if amount < 0 and symbol not in _MAY_BE_NEGATIVE
    ]
    for part, whole in _PARTS_OF:
        if part in amounts and whole in amounts and amounts[part] > amounts[whole] * (1 + 1e-9):
            found.append(Finding(part, amounts[part], f"give at most {whole}, {amounts[whole]:g}"))
    return found + _renewable_findings(amounts) + _demand_findings(amounts) + _heat_findings(amounts)


def _renewable_findings(amounts: Mapping[str, float]) -> list[Finding]:
    given = [part for part in _RENEWABLE_PARTS if part in amounts]
    if "ERES-TOT" not in amounts or not given:
        return []
    total, parts = amounts["ERES-TOT"], sum(amounts[part] for part in given)
    whole = len(given) == len(_RENEWABLE_PARTS)
    too_much = parts > total * (1 + 1e-6) + 1e-9
    if too_much or (whole and parts < total * (1 - 1e-6) - 1e-9):
        return [Finding("ERES-TOT", total, f"{' + '.join(given)} is {parts:g}; mend the total or its parts")]
    return []


def _demand_findings(amounts: Mapping[str, float]) -> list[Finding]:
    if "EIT" not in amounts or "PDIT" not in amounts:
        return []
    most = amounts["PDIT"] * _HOURS_OF_A_LEAP_YEAR
    if amounts["EIT"] <= most:
        return []
    return [
        Finding("EIT", amounts["EIT"], f"PDIT all year long gives {most:g} kWh at most; mend one of them")
    ]


def _heat_findings(amounts: Mapping[str, float]) -> list[Finding]:
    found = []
    if amounts.get("EREUSE", 0) > 0 and "TWH" not in amounts:
        found.append(Finding("EREUSE", amounts["EREUSE"], "give TWH too, the temperature of the heat"))
    if "TWH" in amounts and "TIN" in amounts and amounts["TWH"] < amounts["TIN"]:
        found.append(
            Finding("TWH", amounts["TWH"], f"waste heat is no colder than the intake, {amounts['TIN']:g}")
        )
    return found


@method
def eu_key_figure_amount(*, symbol_amount: Table, indicator: str) -> float:
    """One indicator of the report of a data centre to the Union, from its reported amounts.

    Parameters
    ----------
    symbol_amount : table of own unit
        amounts by the symbols of the act: EDC and EIT in kWh, WIN in m3, EREUSE and ERES-TOT in kWh, ...
    indicator : one of PUE, WUE, ERF, REF
        indicator wanted; WUE is in m3/MWh, the others are ratios

    Returns
    -------
    own unit
        the indicator, in its own unit

    Equation
    --------
    PUE = E_DC / E_IT
    WUE = 1000 * W_IN / E_IT
    ERF = E_REUSE / E_DC
    REF = E_RES-TOT / E_DC

    Validity
    --------
    One data centre and one calendar year; fuels and cooling are in EDC.

    Raises
    ------
    UnknownName for a symbol that the act does not know; BadArgument where a symbol is missing or EIT exceeds
    EDC.

    Source
    ------
    Delegated Regulation (EU) 2024/1364, annexes II and III.

    Status
    ------
    V

    Examples
    --------
    >>> eu_key_figure_amount(symbol_amount={"EDC": 13000000, "EIT": 10000000, "WIN": 18000}, indicator="WUE")
    1.8
    """
    amounts = known_amounts(symbol_amount)
    top, below = _RATIOS[indicator]
    for symbol in (top, below):
        if symbol not in amounts:
            raise BadArgument(
                "symbol_amount", sorted(amounts), f"{indicator} needs {symbol}; give its amount"
            )
        require(amounts[symbol] >= 0, _entry(symbol), amounts[symbol], "give 0 or more")
    for part, whole in _PARTS_OF:
        if {part, whole} == {top, below}:
            require(amounts[part] <= amounts[whole], _entry(part), amounts[part], f"give at most {whole}")
    ratio = divided(amounts[top], amounts[below], _entry(below))
    return 1000 * ratio if indicator == "WUE" else ratio


def _entry(symbol: str) -> str:
    return f"symbol_amount[{symbol!r}]"


@method
def eu_report_verdict(*, symbol_amount: Table) -> str:
    """Whether the amounts of a report to the Union agree with one another.

    Parameters
    ----------
    symbol_amount : table of own unit
        amounts by the symbols of the act, in their units: energy in kWh, water in m3, power in kW, areas in m2

    Returns
    -------
    verdict
        "consistent", or what to mend

    Equation
    --------
    E_IT, E_DC-BG, E_RES-TOT, E_REUSE <= E_DC; W_IN-POT <= W_IN; S_CR <= S_DC
    E_RES-GOO + E_RES-PPA + E_RES-OS = E_RES-TOT
    E_IT <= PD_IT * 8784 h
    T_WH >= T_IN

    Validity
    --------
    Only what is given is checked. A report may be consistent and still be wrong.

    Raises
    ------
    UnknownName for a symbol that the act does not know.

    Source
    ------
    Delegated Regulation (EU) 2024/1364, annex II; the checks follow from its definitions and are ours.

    Status
    ------
    V, checks D

    Examples
    --------
    >>> eu_report_verdict(symbol_amount={"EDC": 100, "EIT": 120})
    'mend: EIT = 120: give at most EDC, 100'
    """
    found = findings(symbol_amount)
    return f"mend: {'; '.join(map(str, found))}" if found else "consistent"


@method
def data_centre_size_class(*, it_demand_kw: float) -> str:
    """Size class of a data centre, by the power that its IT was installed for.

    Parameters
    ----------
    it_demand_kw : kW, >= 0
        installed power demand of the IT (PDIT)

    Returns
    -------
    class
        size class in which the Union publishes means

    Equation
    --------
    100 <= PD_IT < 500; 500 <= PD_IT < 1000; 1000 <= PD_IT < 2000; 2000 <= PD_IT < 10000; PD_IT >= 10000 kW

    Validity
    --------
    A centre at an edge counts to the class above it (our reading of the edges).

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Delegated Regulation (EU) 2024/1364, size classes.

    Status
    ------
    V, edges read by us

    Examples
    --------
    >>> data_centre_size_class(it_demand_kw=1500)
    '1 to 2 MW'
    """
    require(it_demand_kw >= 0, "it_demand_kw", it_demand_kw, "give 0 kW or more")
    return next(name for lowest, name in _CLASSES if it_demand_kw >= lowest)


@method
def eu_reporting_duty_verdict(*, it_demand_kw: float) -> str:
    """Whether a data centre must report to the Union.

    Parameters
    ----------
    it_demand_kw : kW, >= 0
        installed power demand of the IT (PDIT)

    Returns
    -------
    verdict
        "must report" or "no duty"

    Equation
    --------
    PD_IT >= 500 kW

    Validity
    --------
    Every calendar year, by 15 May for the year before; the first report was due on 15 September 2024.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Delegated Regulation (EU) 2024/1364; Directive (EU) 2023/1791, article 12 (number of the article from background).

    Status
    ------
    V

    Examples
    --------
    >>> eu_reporting_duty_verdict(it_demand_kw=500)
    'must report'
    """
    return "must report" if it_demand_kw >= 500 else "no duty"


@method
def published_indicator_amount(*, centre_indicator_amount: Series, centre_energy_kwh: Series) -> float:
    """Mean of an indicator over data centres, as it may be made public.

    Parameters
    ----------
    centre_indicator_amount : list of own unit, >= 0
        PUE, WUE, ERF or REF of each data centre, one of them throughout
    centre_energy_kwh : list of kWh, >= 0
        total energy of each data centre (EDC)

    Returns
    -------
    own unit
        mean weighted by total energy, in the unit of the indicator

    Equation
    --------
    mean = sum_i E_DC,i * k_i / sum_i E_DC,i

    Validity
    --------
    At least three data centres; fewer could be told apart and are withheld.

    Raises
    ------
    BadArgument for fewer than three centres, lists of different length, or energy that adds up to 0.

    Source
    ------
    Delegated Regulation (EU) 2024/1364, public figures.

    Status
    ------
    V

    Examples
    --------
    >>> published_indicator_amount(centre_indicator_amount=[1.2, 1.5, 1.8], centre_energy_kwh=[12000, 15000, 3000])
    1.41
    """
    require_same_length(
        centre_indicator_amount, centre_energy_kwh, "centre_indicator_amount", "centre_energy_kwh"
    )
    count = len(centre_indicator_amount)
    require(
        count >= FEWEST_CENTRES,
        "centre_indicator_amount",
        f"{count} data centres",
        f"fewer than {FEWEST_CENTRES} are not published; join classes or countries",
    )
    energy = np.asarray(centre_energy_kwh, dtype=float)
    weighted = float(np.dot(energy, np.asarray(centre_indicator_amount, dtype=float)))
    return divided(weighted, float(energy.sum()), "centre_energy_kwh")


@method
def renewable_energy_kwh(
    *, guarantee_energy_kwh: Quantity, agreement_energy_kwh: Quantity, on_site_energy_kwh: Quantity
) -> Quantity:
    """Renewable energy of a data centre: guarantees of origin, purchase agreements and own plants.

    Parameters
    ----------
    guarantee_energy_kwh : kWh, >= 0
        cancelled guarantees of origin that belong to no purchase agreement (ERES-GOO)
    agreement_energy_kwh : kWh, >= 0
        purchase agreements (ERES-PPA)
    on_site_energy_kwh : kWh, >= 0
        own plants at the site, used there (ERES-OS)

    Returns
    -------
    kWh
        renewable energy in all (ERES-TOT)

    Equation
    --------
    E_RES-TOT = E_RES-GOO + E_RES-PPA + E_RES-OS

    Validity
    --------
    Each certificate once: one that comes with a purchase agreement is no guarantee besides.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Delegated Regulation (EU) 2024/1364, annex II, 1(o) to 1(r).

    Status
    ------
    V

    Examples
    --------
    >>> renewable_energy_kwh(guarantee_energy_kwh=3000, agreement_energy_kwh=5000, on_site_energy_kwh=500)
    8500
    """
    return guarantee_energy_kwh + agreement_energy_kwh + on_site_energy_kwh


@method
def reused_heat_kwh(*, delivered_heat_kwh: Quantity, returned_cooling_kwh: Quantity) -> Quantity:
    """Heat of a data centre that counts as reused.

    Parameters
    ----------
    delivered_heat_kwh : kWh, >= 0
        heat used outside the boundary of the data centre
    returned_cooling_kwh : kWh, >= 0
        part of it that comes back to cool the data centre

    Returns
    -------
    kWh
        reused heat (EREUSE)

    Equation
    --------
    E_REUSE = Q_out - Q_back

    Validity
    --------
    Heat used inside the data centre, such as for its offices, does not count.

    Raises
    ------
    BadArgument where more comes back than went out.

    Source
    ------
    Delegated Regulation (EU) 2024/1364, annex II, 1(j).

    Status
    ------
    V

    Examples
    --------
    >>> reused_heat_kwh(delivered_heat_kwh=3000, returned_cooling_kwh=400)
    2600
    """
    require(
        np.asarray(returned_cooling_kwh) <= delivered_heat_kwh,
        "returned_cooling_kwh",
        returned_cooling_kwh,
        "give at most delivered_heat_kwh",
    )
    return delivered_heat_kwh - returned_cooling_kwh


@method
def shared_floor_m2(
    *, building_floor_m2: Quantity, centre_power_kw: Quantity, building_power_kw: Quantity
) -> Quantity:
    """Floor area of a data centre that shares its building.

    Parameters
    ----------
    building_floor_m2 : m2, >= 0
        floor area of the building
    centre_power_kw : kW, >= 0
        rated power of the data centre
    building_power_kw : kW, > 0
        rated power of all that the building holds

    Returns
    -------
    m2
        floor area of the data centre (SDC)

    Equation
    --------
    A = A_building * P_centre / P_building

    Validity
    --------
    Buildings that hold more than a data centre.

    Raises
    ------
    BadArgument where the data centre has more power than the building.

    Source
    ------
    Delegated Regulation (EU) 2024/1364, annex II, 1(b).

    Status
    ------
    V

    Examples
    --------
    >>> shared_floor_m2(building_floor_m2=4000, centre_power_kw=600, building_power_kw=800)
    3000.0
    """
    require(
        np.asarray(centre_power_kw) <= building_power_kw,
        "centre_power_kw",
        centre_power_kw,
        "give at most building_power_kw",
    )
    return divided(building_floor_m2 * centre_power_kw, building_power_kw, "building_power_kw")
