"""Agriculture: nitrous oxide of fertiliser, and what precise doses and irrigation save."""

from __future__ import annotations

from greenict.methods.constants import gwp
from greenict.methods.declaration import Quantity, method

_N2O_KG_PER_KG_N = 44 / 28


@method
def fertiliser_n2o_kg(*, nitrogen_kg: Quantity, emitted_share: Quantity = 0.01) -> Quantity:
    """Nitrous oxide that a field gives off directly, from the nitrogen spread on it.

    Parameters
    ----------
    nitrogen_kg : kg, >= 0
        nitrogen in the fertiliser, not the mass of the fertiliser
    emitted_share : share, 0 to 1
        part of the nitrogen given off as N2O-N (EF1); 0.01 by default

    Defaults
    --------
    emitted_share
        IPCC 2006 Guidelines, volume 4, chapter 11, tier 1; background reading

    Returns
    -------
    kg
        nitrous oxide

    Equation
    --------
    m = N * EF1 * 44 / 28

    Validity
    --------
    Direct emissions. Volatilised and leached nitrogen are apart. Wet and dry climates differ from the default.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    IPCC 2006 Guidelines, volume 4, chapter 11, tier 1, EF1 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(fertiliser_n2o_kg(nitrogen_kg=2800), 9)
    44.0
    """
    return nitrogen_kg * emitted_share * _N2O_KG_PER_KG_N


@method
def fertiliser_ghg_kg(
    *,
    nitrogen_kg: Quantity,
    emitted_share: Quantity = 0.01,
    production_ghg_kg_per_kg: Quantity = 0.0,
    gwp_set: str = "AR6 GWP100",
) -> Quantity:
    """GHG of fertiliser: nitrous oxide from the field, and making the fertiliser.

    Parameters
    ----------
    nitrogen_kg : kg, >= 0
        nitrogen in the fertiliser, not the mass of the fertiliser
    emitted_share : share, 0 to 1
        part of the nitrogen given off as N2O-N (EF1); 0.01 by default
    production_ghg_kg_per_kg : kg CO2e/kg, >= 0
        GHG of making a kilogram of nitrogen in the fertiliser; 0 leaves it out
    gwp_set : one of SAR GWP100, TAR GWP100, AR4 GWP100, AR5 GWP100, AR5 GWP100 with feedback, AR6 GWP100
        assessment report of the IPCC

    Defaults
    --------
    emitted_share
        IPCC 2006 Guidelines, volume 4, chapter 11, tier 1; background reading

    Returns
    -------
    kg CO2e
        GHG of the fertiliser

    Equation
    --------
    I = N * ( EF1 * 44 / 28 * GWP(N2O, set) + production )

    Validity
    --------
    One set for all figures of a report. Direct emissions only.

    Raises
    ------
    UnknownName where the table has no value of the set for N2O.

    Source
    ------
    IPCC 2006 Guidelines, volume 4, chapter 11, tier 1 (background reading); IPCC warming potentials.

    Status
    ------
    B-high

    Examples
    --------
    >>> round(fertiliser_ghg_kg(nitrogen_kg=2800, production_ghg_kg_per_kg=2), 6)
    17612.0
    """
    field = emitted_share * _N2O_KG_PER_KG_N * gwp("N2O", gwp_set)
    return nitrogen_kg * (field + production_ghg_kg_per_kg)


@method
def precision_saving_ghg_kg(
    *,
    reference_nitrogen_kg: Quantity,
    with_ict_nitrogen_kg: Quantity,
    emitted_share: Quantity = 0.01,
    production_ghg_kg_per_kg: Quantity = 0.0,
    gwp_set: str = "AR6 GWP100",
) -> Quantity:
    """Saving of precise fertiliser doses, for the same harvest.

    Parameters
    ----------
    reference_nitrogen_kg : kg, >= 0
        nitrogen spread without the system
    with_ict_nitrogen_kg : kg, >= 0
        nitrogen spread with it
    emitted_share : share, 0 to 1
        part of the nitrogen given off as N2O-N (EF1); 0.01 by default
    production_ghg_kg_per_kg : kg CO2e/kg, >= 0
        GHG of making a kilogram of nitrogen in the fertiliser; 0 leaves it out
    gwp_set : one of SAR GWP100, TAR GWP100, AR4 GWP100, AR5 GWP100, AR5 GWP100 with feedback, AR6 GWP100
        assessment report of the IPCC

    Defaults
    --------
    emitted_share
        IPCC 2006 Guidelines, volume 4, chapter 11, tier 1; background reading

    Returns
    -------
    kg CO2e
        second order effect, before rebound and the footprint of the ICT; below 0 where emissions rise

    Equation
    --------
    SOE = ( N_0 - N_1 ) * ( EF1 * 44 / 28 * GWP(N2O, set) + production )

    Validity
    --------
    The same harvest; a lower harvest is grown elsewhere. Sensors and machines are a figure of their own.

    Raises
    ------
    UnknownName where the table has no value of the set for N2O.

    Source
    ------
    IPCC 2006 Guidelines, volume 4, chapter 11; ITU-T L.1480 (12/2022) (form from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(precision_saving_ghg_kg(reference_nitrogen_kg=2800, with_ict_nitrogen_kg=2100), 6)
    3003.0
    """
    field = emitted_share * _N2O_KG_PER_KG_N * gwp("N2O", gwp_set)
    return (reference_nitrogen_kg - with_ict_nitrogen_kg) * (field + production_ghg_kg_per_kg)


@method
def irrigation_saving_ghg_kg(
    *,
    reference_water_m3: Quantity,
    with_ict_water_m3: Quantity,
    pumping_energy_kwh_per_m3: Quantity,
    energy_ghg_kg_per_kwh: Quantity,
) -> Quantity:
    """Saving of irrigation by need, for the same harvest.

    Parameters
    ----------
    reference_water_m3 : m3, >= 0
        water given without the system
    with_ict_water_m3 : m3, >= 0
        water given with it
    pumping_energy_kwh_per_m3 : kWh/m3, >= 0
        electricity or fuel to pump a cubic metre
    energy_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of that energy

    Returns
    -------
    kg CO2e
        second order effect, before rebound and the footprint of the ICT; below 0 where emissions rise

    Equation
    --------
    SOE = ( V_0 - V_1 ) * e_w * EF

    Validity
    --------
    Saved water often irrigates more land: that is rebound. The saved water itself is a figure beside this one.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), applied to irrigation (form from background).

    Status
    ------
    B-high

    Examples
    --------
    >>> irrigation_saving_ghg_kg(
    ...     reference_water_m3=10000, with_ict_water_m3=8000, pumping_energy_kwh_per_m3=0.25, energy_ghg_kg_per_kwh=0.5)
    250.0
    """
    return (reference_water_m3 - with_ict_water_m3) * pumping_energy_kwh_per_m3 * energy_ghg_kg_per_kwh
