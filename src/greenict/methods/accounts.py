"""The account of an organisation: what is consolidated, contracts of electricity, totals, and a change of the base year.

Scope 2 by location and by market are two figures, and so are the two totals; they are shown side by side.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_keys
from greenict.methods.declaration import Quantity, Table, method


@method
def consolidated_ghg_t(*, unit_ghg_t: Table, held_share: Table, approach: str) -> float:
    """GHG of an organisation's units, consolidated by one approach.

    Parameters
    ----------
    unit_ghg_t : table of t CO2e, >= 0
        GHG of each unit, whole
    held_share : table of share, 0 to 1
        part of each unit: of its equity, or 1 where it is controlled and 0 where not
    approach : one of equity share, financial control, operational control
        approach, the same for all units

    Returns
    -------
    t CO2e
        GHG of the organisation

    Equation
    --------
    I = sum_u s_u * I_u

    Validity
    --------
    One approach for the whole inventory. What a control approach leaves out appears in scope 3.

    Raises
    ------
    BadArgument where the tables name different units, or a control approach has a share other than 0 and 1.

    Source
    ------
    ITU-T L.1420 (02/2012), organisational boundary; GHG Protocol Corporate Standard (reading from
    background).

    Status
    ------
    B-high

    Examples
    --------
    >>> consolidated_ghg_t(unit_ghg_t={"network": 1000, "joint venture": 400}, held_share={"network": 1, "joint venture": 0.5},
    ...     approach="equity share")
    1200.0
    """
    require_same_keys(unit_ghg_t, held_share, "unit_ghg_t", "held_share")
    for unit, share in held_share.items():
        require(
            approach == "equity share" or share in {0, 1},
            f"held_share[{unit!r}]",
            share,
            f"give 1 or 0: by {approach} a unit counts whole or not at all",
        )
    return float(sum(held_share[unit] * ghg_t for unit, ghg_t in unit_ghg_t.items()))


@method
def scope2_contracts_ghg_t(
    *,
    used_energy_mwh: float,
    contract_energy_mwh: Table,
    contract_ghg_t_per_mwh: Table,
    residual_ghg_t_per_mwh: float,
) -> float:
    """Scope 2 GHG by market from a table of contracts, with the residual mix for the rest.

    Parameters
    ----------
    used_energy_mwh : MWh, >= 0
        all electricity used in one market
    contract_energy_mwh : table of MWh, >= 0
        electricity of each contract: certificates, purchase agreements, supplier
    contract_ghg_t_per_mwh : table of t CO2e/MWh, >= 0
        factor of each
    residual_ghg_t_per_mwh : t CO2e/MWh, >= 0
        residual mix; the mean of the grid where none is published, and then the report says so

    Returns
    -------
    t CO2e
        scope 2 by market

    Equation
    --------
    I = sum_c E_c * EF_c + (E - sum_c E_c) * EF_residual

    Validity
    --------
    Each certificate once, in its own market and year. Order: certificates, purchase agreements, supplier,
    residual mix.

    Raises
    ------
    BadArgument where the contracts exceed the electricity used or the tables name different contracts.

    Source
    ------
    GHG Protocol, Scope 2 Guidance; ITU-T L.1420 (02/2012) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> scope2_contracts_ghg_t(
    ...     used_energy_mwh=10000, contract_energy_mwh={"certificates": 4000, "supplier": 2000},
    ...     contract_ghg_t_per_mwh={"certificates": 0, "supplier": 0.25}, residual_ghg_t_per_mwh=0.5)
    2500.0
    """
    require_same_keys(
        contract_energy_mwh, contract_ghg_t_per_mwh, "contract_energy_mwh", "contract_ghg_t_per_mwh"
    )
    covered_mwh = sum(contract_energy_mwh.values())
    require(
        covered_mwh <= used_energy_mwh * (1 + 1e-12),
        "contract_energy_mwh",
        covered_mwh,
        "give at most used_energy_mwh in all",
    )
    contracts = sum(energy * contract_ghg_t_per_mwh[name] for name, energy in contract_energy_mwh.items())
    return float(contracts + (used_energy_mwh - covered_mwh) * residual_ghg_t_per_mwh)


@method
def inventory_ghg_t(*, scope1_ghg_t: Quantity, scope2_ghg_t: Quantity, scope3_ghg_t: Quantity) -> Quantity:
    """GHG of an organisation in all three scopes, with scope 2 in one of its two forms.

    Parameters
    ----------
    scope1_ghg_t : t CO2e, >= 0
        scope 1
    scope2_ghg_t : t CO2e, >= 0
        scope 2, by location or by market; state which
    scope3_ghg_t : t CO2e, >= 0
        scope 3, all categories reported

    Returns
    -------
    t CO2e
        scopes 1 to 3

    Equation
    --------
    I = S1 + S2 + S3

    Validity
    --------
    Compute it twice, with either form of scope 2, and show both. Avoided emissions and offsets are never
    part of it.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1420 (02/2012); GHG Protocol Corporate Standard.

    Status
    ------
    V

    Examples
    --------
    >>> inventory_ghg_t(scope1_ghg_t=625, scope2_ghg_t=1357, scope3_ghg_t=18)
    2000
    """
    return scope1_ghg_t + scope2_ghg_t + scope3_ghg_t


@method
def base_year_recalculation_verdict(
    *, base_ghg_t: float, changed_ghg_t: float, threshold_share: float = 0.05
) -> str:
    """Whether a structural change calls for a recalculation of the base year.

    Parameters
    ----------
    base_ghg_t : t CO2e, > 0
        base year as it was reported
    changed_ghg_t : t CO2e, >= 0
        base year as the new structure would have it
    threshold_share : share, 0 to 1
        threshold that the organisation stated; 0.05 is common

    Defaults
    --------
    threshold_share
        common practice with the GHG Protocol, 5 %; background reading

    Returns
    -------
    verdict
        recalculate or keep

    Equation
    --------
    recalculate where | I_new - I_base | / I_base > threshold

    Validity
    --------
    Purchases, sales, outsourcing, a change of method or the mending of an error; not growth.

    Raises
    ------
    BadArgument where the base year is 0.

    Source
    ------
    GHG Protocol Corporate Standard, tracking over time; ITU-T L.1420 (02/2012) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> base_year_recalculation_verdict(base_ghg_t=1000, changed_ghg_t=1080)
    'recalculate'
    """
    change = abs(divided(changed_ghg_t - base_ghg_t, base_ghg_t, "base_ghg_t"))
    return "recalculate" if change > threshold_share else "keep"


@method
def base_year_recalculated_ghg_t(
    *,
    base_ghg_t: Quantity,
    acquired_ghg_t: Quantity = 0.0,
    divested_ghg_t: Quantity = 0.0,
    corrected_ghg_t: Quantity = 0.0,
    threshold_share: Quantity = 0.05,
) -> Quantity:
    """Base year after a structural change: with what was bought, without what was sold.

    Parameters
    ----------
    base_ghg_t : t CO2e, > 0
        base year as it was reported
    acquired_ghg_t : t CO2e, >= 0
        GHG of parts bought or brought in, in the base year
    divested_ghg_t : t CO2e, >= 0
        GHG of parts sold or given out, in the base year
    corrected_ghg_t : t CO2e
        change of method or mended error in the base year
    threshold_share : share, 0 to 1
        threshold; up to it the base year stays

    Defaults
    --------
    threshold_share
        common practice with the GHG Protocol, 5 %; background reading

    Returns
    -------
    t CO2e
        base year to compare with from now on

    Equation
    --------
    I_new = I_base + bought - sold + corrected where | I_new - I_base | / I_base > threshold, else I_base

    Validity
    --------
    Parts that did not exist in the base year change nothing.

    Raises
    ------
    BadArgument where the new base year would be below 0.

    Source
    ------
    GHG Protocol Corporate Standard, tracking over time; ITU-T L.1420 (02/2012) (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> float(base_year_recalculated_ghg_t(base_ghg_t=1000, acquired_ghg_t=200, divested_ghg_t=50))
    1150.0
    """
    changed = np.asarray(base_ghg_t) + acquired_ghg_t - divested_ghg_t + corrected_ghg_t
    require(changed >= 0, "divested_ghg_t", divested_ghg_t, "what was sold cannot exceed the base year")
    moved = np.absolute(divided(changed - base_ghg_t, base_ghg_t, "base_ghg_t")) > threshold_share
    return np.where(moved, changed, base_ghg_t)


@method
def reduction_since_base_percent(*, base_ghg_t: Quantity, current_ghg_t: Quantity) -> Quantity:
    """Reduction since the base year.

    Parameters
    ----------
    base_ghg_t : t CO2e, > 0
        base year, recalculated where the structure changed
    current_ghg_t : t CO2e, >= 0
        year of the report

    Returns
    -------
    %
        reduction; below 0 where emissions rose

    Equation
    --------
    r = 100 * (1 - I / I_base)

    Validity
    --------
    Both years with one boundary, one form of scope 2 and one set of warming potentials.

    Raises
    ------
    BadArgument where the base year is 0.

    Source
    ------
    ITU-T L.1420 (02/2012), yearly assessment; arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> reduction_since_base_percent(base_ghg_t=1000, current_ghg_t=750)
    25.0
    """
    return 100 * (1 - divided(current_ghg_t, base_ghg_t, "base_ghg_t"))


@method
def ict_activities_ghg_t(
    *,
    goods_ghg_t: Table,
    networks_ghg_t: Table | None = None,
    services_ghg_t: Table | None = None,
    counted_twice_ghg_t: float = 0.0,
) -> float:
    """GHG of the ICT activities of an organisation that is not of the ICT sector.

    Parameters
    ----------
    goods_ghg_t : table of t CO2e, >= 0
        ICT goods by kind, for the year
    networks_ghg_t : table of t CO2e, >= 0
        networks, own and rented, for the year
    services_ghg_t : table of t CO2e, >= 0
        ICT services bought, such as cloud, for the year
    counted_twice_ghg_t : t CO2e, >= 0
        equipment that stands in two of the tables

    Returns
    -------
    t CO2e
        GHG of the ICT activities

    Equation
    --------
    I = sum goods + sum networks + sum services - twice

    Validity
    --------
    Results of ITU-T L.1410 for one year, all with production spread over the life. A part of the
    organisation's inventory, not an addition to it.

    Raises
    ------
    BadArgument where what is counted twice exceeds the sum.

    Source
    ------
    ITU-T L.1420 (02/2012), ICT activities in organisations (reading from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> ict_activities_ghg_t(goods_ghg_t={"laptops": 40, "phones": 10}, services_ghg_t={"cloud": 25}, counted_twice_ghg_t=5)
    70.0
    """
    tables = (goods_ghg_t, networks_ghg_t or {}, services_ghg_t or {})
    total = sum(sum(table.values()) for table in tables)
    require(
        counted_twice_ghg_t <= total,
        "counted_twice_ghg_t",
        counted_twice_ghg_t,
        "give at most the sum of the tables",
    )
    return float(total - counted_twice_ghg_t)
