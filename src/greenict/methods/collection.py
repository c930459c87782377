"""Collection and treatment of e-waste: targets of the Union by year and category, collected per head, gases set free."""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require
from greenict.methods.constants import gwp
from greenict.methods.declaration import Quantity, method

# Recovery, and preparation for re-use and recycling, in per cent of what is collected; lamps have only the second.
TREATMENT_TARGETS: dict[str, tuple[float | None, float]] = {
    "1": (85.0, 80.0),
    "2": (80.0, 70.0),
    "3": (None, 80.0),
    "4": (85.0, 80.0),
    "5": (75.0, 55.0),
    "6": (75.0, 55.0),
}


@method
def collection_target_percent(*, collection_years: float) -> float:
    """Collection target of the Union, in per cent of what was put on the market in the three years before.

    Parameters
    ----------
    collection_years : yr, 2016 to 2100
        calendar year of the collection

    Returns
    -------
    %
        45 for 2016 to 2018, 65 from 2019

    Equation
    --------
    r = 45 before 2019, else 65

    Validity
    --------
    Some Member States had later years. Until 2015 the target was 4 kg per inhabitant from households.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Directive 2012/19/EU, article 7 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> collection_target_percent(collection_years=2024)
    65.0
    """
    return 45.0 if collection_years < 2019 else 65.0


@method
def collected_kg_per_person(*, collected_t: Quantity, population_persons: Quantity) -> Quantity:
    """E-waste collected for each inhabitant.

    Parameters
    ----------
    collected_t : t, >= 0
        collected and documented
    population_persons : persons, > 0
        inhabitants in the same year

    Returns
    -------
    kg/person
        collected for one inhabitant; the target of the Union until 2015 was 4, from households

    Equation
    --------
    c = 1000 * collected / population

    Validity
    --------
    Of one year and one place.

    Raises
    ------
    BadArgument where nobody lives there.

    Source
    ------
    Global E-waste Monitor 2024; Directive 2012/19/EU, article 7, first form (background reading).

    Status
    ------
    V

    Examples
    --------
    >>> collected_kg_per_person(collected_t=7500, population_persons=1000000)
    7.5
    """
    return divided(1000 * collected_t, population_persons, "population_persons")


@method
def treatment_target_verdict(
    *, category: str, treated_t: float, recovered_t: float, recycled_t: float
) -> str:
    """Whether treatment meets the targets of the Union for a category.

    Parameters
    ----------
    category : one of 1, 2, 3, 4, 5, 6
        1 temperature exchange, 2 screens, 3 lamps, 4 large, 5 small, 6 small IT
    treated_t : t, > 0
        collected and sent to treatment
    recovered_t : t, >= 0
        recovered, energy among it
    recycled_t : t, >= 0
        prepared for re-use and recycled

    Returns
    -------
    verdict
        pass, or fail and which rate is short

    Equation
    --------
    recovery: 85 % (1, 4), 80 % (2), 75 % (5, 6); re-use and recycling: 80 % (1, 3, 4), 70 % (2), 55 % (5, 6)

    Validity
    --------
    From 15 August 2018, by mass. Lamps have no target of recovery.

    Raises
    ------
    BadArgument where more is recycled than recovered, or recovered than treated.

    Source
    ------
    Directive 2012/19/EU, annex V, part 3 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> treatment_target_verdict(category="6", treated_t=100, recovered_t=78, recycled_t=50)
    'fail: re-use and recycling 50 % of 55 %'
    """
    require(recovered_t <= treated_t, "recovered_t", recovered_t, "give at most treated_t")
    require(recycled_t <= recovered_t, "recycled_t", recycled_t, "give at most recovered_t")
    recovery_percent, recycling_percent = TREATMENT_TARGETS[category]
    short = []
    for name, amount, target in (
        ("recovery", recovered_t, recovery_percent),
        ("re-use and recycling", recycled_t, recycling_percent),
    ):
        reached = 100 * amount / treated_t
        if target is not None and reached < target:
            short.append(f"{name} {reached:.4g} % of {target:g} %")
    return f"fail: {'; '.join(short)}" if short else "pass"


@method
def waste_refrigerant_ghg_kg(
    *,
    gas: str,
    discarded_pieces: Quantity,
    charge_g_per_piece: Quantity,
    recovered_share: Quantity = 0.0,
    gwp_set: str = "AR6 GWP100",
) -> Quantity:
    """GHG of the refrigerant or blowing agent that discarded equipment sets free.

    Parameters
    ----------
    gas : text
        gas as the table of gases writes it, such as HFC134a
    discarded_pieces : pieces, >= 0
        equipment discarded
    charge_g_per_piece : g/piece, >= 0
        gas left in a piece at the end of its life
    recovered_share : share, 0 to 1
        part of the gas that is taken out and destroyed
    gwp_set : one of SAR GWP100, TAR GWP100, AR4 GWP100, AR5 GWP100, AR5 GWP100 with feedback, AR6 GWP100
        assessment report of the IPCC

    Returns
    -------
    kg CO2e
        GHG of the gas set free

    Equation
    --------
    I = n * m / 1000 * (1 - r) * GWP

    Validity
    --------
    All gas that is not recovered escapes. What leaked in use is counted there.

    Raises
    ------
    UnknownName where the table has no such gas, or no value of the set for it.

    Source
    ------
    IPCC warming potentials; mass times potential. No verified charge for each kind of equipment was found: give your own.

    Status
    ------
    B-high

    Examples
    --------
    >>> round(float(waste_refrigerant_ghg_kg(
    ...     gas="HFC134a", discarded_pieces=1000, charge_g_per_piece=100, recovered_share=0.4)), 6)
    91800.0
    """
    return (
        discarded_pieces * charge_g_per_piece / 1000 * np.subtract(1.0, recovered_share) * gwp(gas, gwp_set)
    )


@method
def hazardous_in_waste_kg(
    *, discarded_pieces: Quantity, content_mg_per_piece: Quantity, decontaminated_share: Quantity = 0.0
) -> Quantity:
    """Mass of a hazardous substance in e-waste that is not taken out by treatment.

    Parameters
    ----------
    discarded_pieces : pieces, >= 0
        equipment discarded
    content_mg_per_piece : mg/piece, >= 0
        substance in a piece, such as mercury in a lamp
    decontaminated_share : share, 0 to 1
        part that treatment takes out and makes safe

    Returns
    -------
    kg
        substance left in the waste

    Equation
    --------
    m = n * c / 1000000 * (1 - d)

    Validity
    --------
    Give the content as a range and vary it: no verified content by device was found.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Arithmetic; inventory of hazardous substances in waste.

    Status
    ------
    D

    Examples
    --------
    >>> hazardous_in_waste_kg(discarded_pieces=1000000, content_mg_per_piece=4, decontaminated_share=0.25)
    3.0
    """
    return discarded_pieces * content_mg_per_piece / 1_000_000 * (1 - decontaminated_share)
