"""Water: at the site and at the source of the electricity, taken and consumed, and weighted by scarcity.

Withdrawal is water taken; consumption is what does not come back. The two are never added or mixed.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_keys
from greenict.methods.declaration import Quantity, Table, method


@method
def data_centre_water_m3(
    *,
    it_energy_mwh: Quantity,
    wue_m3_per_mwh: Quantity,
    pue_ratio: Quantity,
    electricity_water_m3_per_mwh: Quantity,
) -> Quantity:
    """Water of a data centre, at the site and in its electricity.

    Parameters
    ----------
    it_energy_mwh : MWh, >= 0
        energy of the IT equipment, without overhead
    wue_m3_per_mwh : m3/MWh, >= 0
        water usage effectiveness of the site
    pue_ratio : ratio, >= 1
        power usage effectiveness
    electricity_water_m3_per_mwh : m3/MWh, >= 0
        water that the electricity takes

    Returns
    -------
    m3
        water at the site and at the source

    Equation
    --------
    W = E_IT * (WUE + PUE * EWIF)

    Validity
    --------
    Withdrawal or consumption, one of them throughout; the energy must be that of the IT equipment, without PUE.
    Where the whole facility was metered, PUE is in the energy already: use facility_water_m3.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Form used by EcoLogits 0.11.3; recomputed.

    Status
    ------
    V,R

    Examples
    --------
    >>> data_centre_water_m3(it_energy_mwh=100, wue_m3_per_mwh=1.5, pue_ratio=1.25, electricity_water_m3_per_mwh=2)
    400.0
    """
    return it_energy_mwh * (wue_m3_per_mwh + pue_ratio * electricity_water_m3_per_mwh)


@method
def facility_water_m3(
    *,
    facility_energy_mwh: Quantity,
    wue_m3_per_mwh: Quantity,
    pue_ratio: Quantity,
    electricity_water_m3_per_mwh: Quantity,
) -> Quantity:
    """Water of a data centre, where the energy of the whole facility is known.

    Parameters
    ----------
    facility_energy_mwh : MWh, >= 0
        all energy of the data centre, overhead included
    wue_m3_per_mwh : m3/MWh, >= 0
        water usage effectiveness of the site, for each MWh of IT energy
    pue_ratio : ratio, >= 1
        power usage effectiveness
    electricity_water_m3_per_mwh : m3/MWh, >= 0
        water that the electricity takes

    Returns
    -------
    m3
        water at the site and at the source

    Equation
    --------
    W = E_DC * (WUE / PUE + EWIF)

    Validity
    --------
    Withdrawal or consumption, one of them throughout. PUE is in the energy already and is taken out once for
    the water of the site; multiplying by it again is the known error.

    Raises
    ------
    BadArgument where pue_ratio is below 1.

    Source
    ------
    Form used by EcoLogits 0.11.3, solved for the energy of the facility.

    Status
    ------
    D

    Examples
    --------
    >>> facility_water_m3(facility_energy_mwh=125, wue_m3_per_mwh=1.5, pue_ratio=1.25, electricity_water_m3_per_mwh=2)
    400.0
    """
    require(np.asarray(pue_ratio) >= 1, "pue_ratio", pue_ratio, "give 1 or more")
    return facility_energy_mwh * (wue_m3_per_mwh / pue_ratio + electricity_water_m3_per_mwh)


@method
def site_water_m3(*, it_energy_mwh: Quantity, wue_m3_per_mwh: Quantity) -> Quantity:
    """Water of a data centre at its site.

    Parameters
    ----------
    it_energy_mwh : MWh, >= 0
        energy of the IT equipment, without overhead
    wue_m3_per_mwh : m3/MWh, >= 0
        water usage effectiveness of the site

    Returns
    -------
    m3
        water that enters the site

    Equation
    --------
    W_site = E_IT * WUE

    Validity
    --------
    Without the water of power plants, which is source_water_m3.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ISO/IEC 30134-9; Regulation (EU) 2024/1364, annex III(b).

    Status
    ------
    V

    Examples
    --------
    >>> site_water_m3(it_energy_mwh=100, wue_m3_per_mwh=1.5)
    150.0
    """
    return it_energy_mwh * wue_m3_per_mwh


@method
def source_water_m3(*, purchased_energy_mwh: Quantity, electricity_water_m3_per_mwh: Quantity) -> Quantity:
    """Water at the source of electricity.

    Parameters
    ----------
    purchased_energy_mwh : MWh, >= 0
        electricity bought, with all overhead
    electricity_water_m3_per_mwh : m3/MWh, >= 0
        water that power plants take for each unit of electricity

    Returns
    -------
    m3
        water at the source

    Equation
    --------
    W_source = E * EWIF

    Validity
    --------
    Withdrawal or consumption, as the factor is. The electricity is as metered; no PUE comes on top.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    World Resources Institute, water embedded in purchased electricity (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> source_water_m3(purchased_energy_mwh=125, electricity_water_m3_per_mwh=2)
    250
    """
    return purchased_energy_mwh * electricity_water_m3_per_mwh


@method
def wue_source_m3_per_mwh(
    *, wue_m3_per_mwh: Quantity, pue_ratio: Quantity, electricity_water_m3_per_mwh: Quantity
) -> Quantity:
    """Water usage effectiveness with the source (WUEsource): site and electricity for each unit of IT energy.

    Parameters
    ----------
    wue_m3_per_mwh : m3/MWh, >= 0
        water usage effectiveness of the site
    pue_ratio : ratio, >= 1
        power usage effectiveness
    electricity_water_m3_per_mwh : m3/MWh, >= 0
        water that the electricity takes

    Returns
    -------
    m3/MWh
        WUE with the source

    Equation
    --------
    WUE_source = WUE + PUE * EWIF

    Validity
    --------
    One year and one boundary.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    The Green Grid, water usage effectiveness (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> wue_source_m3_per_mwh(wue_m3_per_mwh=1.5, pue_ratio=1.25, electricity_water_m3_per_mwh=2)
    4.0
    """
    return wue_m3_per_mwh + pue_ratio * electricity_water_m3_per_mwh


@method
def consumed_water_m3(*, withdrawn_water_m3: Quantity, returned_water_m3: Quantity) -> Quantity:
    """Water consumed: what was taken and does not come back to the same basin.

    Parameters
    ----------
    withdrawn_water_m3 : m3, >= 0
        water taken from mains, rivers or the ground
    returned_water_m3 : m3, >= 0
        water given back to the same basin, of a quality that others can use

    Returns
    -------
    m3
        water consumed

    Equation
    --------
    C = W - R

    Validity
    --------
    One site and period. Report it beside the withdrawal, never in its place.

    Raises
    ------
    BadArgument where more comes back than was taken.

    Source
    ------
    ISO 14046 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> consumed_water_m3(withdrawn_water_m3=18000, returned_water_m3=6000)
    12000
    """
    require(
        np.asarray(returned_water_m3) <= withdrawn_water_m3,
        "returned_water_m3",
        returned_water_m3,
        "give at most withdrawn_water_m3",
    )
    return withdrawn_water_m3 - returned_water_m3


@method
def cooling_tower_water_m3(
    *, evaporated_water_m3: Quantity, concentration_ratio: Quantity, drift_water_m3: Quantity = 0.0
) -> Quantity:
    """Water withdrawn by a cooling tower.

    Parameters
    ----------
    evaporated_water_m3 : m3, >= 0
        water that evaporates
    concentration_ratio : ratio, > 1
        salt of the circulating water over that of the fresh water: cycles of concentration
    drift_water_m3 : m3, >= 0
        water carried away as drops

    Returns
    -------
    m3
        fresh water withdrawn

    Equation
    --------
    W = evaporation + evaporation / (cycles - 1) + drift

    Validity
    --------
    Drift counts to the blowdown where it is not measured. Evaporation and drift are consumed, blowdown returns.

    Raises
    ------
    BadArgument where the cycles are 1 or fewer.

    Source
    ------
    Mass balance of water and salt of a cooling tower.

    Status
    ------
    D

    Examples
    --------
    >>> cooling_tower_water_m3(evaporated_water_m3=9000, concentration_ratio=4)
    12000.0
    """
    require(
        np.asarray(concentration_ratio) > 1, "concentration_ratio", concentration_ratio, "give more than 1"
    )
    blowdown = divided(evaporated_water_m3, concentration_ratio - 1, "concentration_ratio")
    return evaporated_water_m3 + blowdown + drift_water_m3


@method
def scarcity_weighted_water_m3(*, basin_consumed_m3: Table, basin_aware_ratio: Table) -> float:
    """Water consumed, weighted by how scarce it is where it was taken.

    Parameters
    ----------
    basin_consumed_m3 : table of m3, >= 0
        water consumed by basin or country
    basin_aware_ratio : table of ratio, 0.1 to 100
        AWARE factor by basin or country, 0.1 where water abounds, 100 where it is scarcest

    Returns
    -------
    m3
        cubic metres of the world's mean scarcity (world equivalents)

    Equation
    --------
    W = sum_b C_b * AWARE_b

    Validity
    --------
    Consumption, not withdrawal. A yearly factor hides dry months. The factors are to be supplied.

    Raises
    ------
    BadArgument where the tables name different basins or a factor is outside 0.1 to 100.

    Source
    ------
    AWARE, WULCA working group, doi:10.1007/s11367-017-1333-8 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> scarcity_weighted_water_m3(basin_consumed_m3={"A": 1000, "B": 200}, basin_aware_ratio={"A": 0.5, "B": 40})
    8500.0
    """
    require_same_keys(basin_consumed_m3, basin_aware_ratio, "basin_consumed_m3", "basin_aware_ratio")
    return float(sum(water * basin_aware_ratio[basin] for basin, water in basin_consumed_m3.items()))
