"""Smart systems: the accounts that every one of them keeps, whatever it steers.

Reference, with ICT, saving, rebound and the footprint of the ICT itself are five figures. The net effect is a
sixth, asked for by its own name; no other formula takes one off another.
"""

from __future__ import annotations

import numpy as np

from greenict.methods.checks import divided, require, require_same_length
from greenict.methods.declaration import Quantity, Series, method


@method
def smart_saving_ghg_kg(*, reference_ghg_kg: Quantity, with_ict_ghg_kg: Quantity) -> Quantity:
    """Saving of a smart system: what the steered activity emits less, before rebound and the footprint of the ICT.

    Parameters
    ----------
    reference_ghg_kg : kg CO2e, >= 0
        the activity without the system
    with_ict_ghg_kg : kg CO2e, >= 0
        the same activity with it, without the system's own footprint

    Returns
    -------
    kg CO2e
        second order effect; below 0 where emissions rise

    Equation
    --------
    SOE = E_reference - E_with

    Validity
    --------
    One boundary, place and period for both; a measured saving with its source, year and context.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022); ITU-T L.1430 (12/2013).

    Status
    ------
    V

    Examples
    --------
    >>> smart_saving_ghg_kg(reference_ghg_kg=10000, with_ict_ghg_kg=9000)
    1000
    """
    return reference_ghg_kg - with_ict_ghg_kg


@method
def rebound_ghg_kg(*, saving_ghg_kg: Quantity, rebound_share: Quantity) -> Quantity:
    """Rebound: the part of a saving that more use eats up.

    Parameters
    ----------
    saving_ghg_kg : kg CO2e, >= 0
        saving as the engineering says
    rebound_share : share, >= 0
        part of it that is lost to more use; above 1 where the saving backfires

    Returns
    -------
    kg CO2e
        emissions that the saving brings about

    Equation
    --------
    I_rebound = share * saving

    Validity
    --------
    The share is local and from a source; shown beside the saving, not in it.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L Suppl. 54 (10/2022); ITU-T L.1480 (12/2022).

    Status
    ------
    V on the concept

    Examples
    --------
    >>> rebound_ghg_kg(saving_ghg_kg=1000, rebound_share=0.25)
    250.0
    """
    return saving_ghg_kg * rebound_share


@method
def solution_own_ghg_kg_per_year(
    *,
    solution_pieces: Series,
    embodied_ghg_kg_per_piece: Series,
    lifetime_years: Series,
    yearly_energy_kwh_per_piece: Series,
    grid_ghg_kg_per_kwh: float,
    service_ghg_kg_per_year: float = 0.0,
) -> float:
    """Footprint of the ICT of a smart system itself in a year: meters, gateways, communication, servers.

    Parameters
    ----------
    solution_pieces : list of pieces, >= 0
        number of each kind of device
    embodied_ghg_kg_per_piece : list of kg CO2e/piece, >= 0
        embodied GHG of one of each kind
    lifetime_years : list of yr, > 0
        years in use of each kind
    yearly_energy_kwh_per_piece : list of kWh/piece, >= 0
        electricity of one of each kind in a year
    grid_ghg_kg_per_kwh : kg CO2e/kWh, >= 0
        factor of the electricity
    service_ghg_kg_per_year : kg CO2e/yr, >= 0
        networks and data centres that the system uses

    Returns
    -------
    kg CO2e/yr
        first order effect

    Equation
    --------
    FOE = sum_i n_i * ( I_emb,i / L_i + E_i * EF ) + I_service

    Validity
    --------
    Production spread over the years in use. Devices that would be there anyway count by their added share only.

    Raises
    ------
    BadArgument where the lists differ in length or a lifetime is 0.

    Source
    ------
    ITU-T L.1410 (11/2024); ITU-T L.1480 (12/2022), first order effect (background reading of the form).

    Status
    ------
    B-high

    Examples
    --------
    >>> solution_own_ghg_kg_per_year(
    ...     solution_pieces=[100, 2], embodied_ghg_kg_per_piece=[20, 500], lifetime_years=[10, 5],
    ...     yearly_energy_kwh_per_piece=[5, 100], grid_ghg_kg_per_kwh=0.5, service_ghg_kg_per_year=50)
    800.0
    """
    columns = [np.asarray(solution_pieces, dtype=float)]
    for name, values in (
        ("embodied_ghg_kg_per_piece", embodied_ghg_kg_per_piece),
        ("lifetime_years", lifetime_years),
        ("yearly_energy_kwh_per_piece", yearly_energy_kwh_per_piece),
    ):
        require_same_length(values, solution_pieces, name, "solution_pieces")
        columns.append(np.asarray(values, dtype=float))
    pieces, embodied, life, energy = columns
    yearly = divided(embodied, life, "lifetime_years") + energy * grid_ghg_kg_per_kwh
    return float(np.dot(pieces, yearly)) + service_ghg_kg_per_year


@method
def smart_net_effect_ghg_kg(
    *,
    reference_ghg_kg: Quantity,
    with_ict_ghg_kg: Quantity,
    own_ghg_kg: Quantity,
    rebound_ghg_kg: Quantity,
) -> Quantity:
    """Net effect of a smart system: saving less the footprint of its ICT and less the rebound.

    Parameters
    ----------
    reference_ghg_kg : kg CO2e, >= 0
        the activity without the system
    with_ict_ghg_kg : kg CO2e, >= 0
        the same activity with it
    own_ghg_kg : kg CO2e, >= 0
        footprint of the ICT of the system in the same period
    rebound_ghg_kg : kg CO2e, >= 0
        emissions that the saving brings about

    Returns
    -------
    kg CO2e
        net reduction; below 0 where emissions rise

    Equation
    --------
    net = E_reference - E_with - FOE - rebound

    Validity
    --------
    Shown only together with its four parts. It never enters a footprint.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022).

    Status
    ------
    V

    Examples
    --------
    >>> smart_net_effect_ghg_kg(reference_ghg_kg=10000, with_ict_ghg_kg=9000, own_ghg_kg=300, rebound_ghg_kg=250)
    450
    """
    return reference_ghg_kg - with_ict_ghg_kg - own_ghg_kg - rebound_ghg_kg


@method
def ghg_payback_years(
    *,
    embodied_ghg_kg: Quantity,
    saving_ghg_kg_per_year: Quantity,
    use_ghg_kg_per_year: Quantity,
    rebound_ghg_kg_per_year: Quantity,
) -> Quantity:
    """Years until a smart system has saved the GHG that making it took.

    Parameters
    ----------
    embodied_ghg_kg : kg CO2e, >= 0
        embodied GHG of all its devices
    saving_ghg_kg_per_year : kg CO2e/yr, >= 0
        saving in a year
    use_ghg_kg_per_year : kg CO2e/yr, >= 0
        GHG of its own use in a year
    rebound_ghg_kg_per_year : kg CO2e/yr, >= 0
        rebound in a year

    Returns
    -------
    yr
        years

    Equation
    --------
    t = I_emb / ( saving - use - rebound )

    Validity
    --------
    Every year alike. Compare with the lifetime of the devices.

    Raises
    ------
    BadArgument where the saving does not exceed use and rebound: it never pays back.

    Source
    ------
    Arithmetic on the parts of ITU-T L.1480 (12/2022).

    Status
    ------
    D

    Examples
    --------
    >>> ghg_payback_years(
    ...     embodied_ghg_kg=3000, saving_ghg_kg_per_year=2000, use_ghg_kg_per_year=300, rebound_ghg_kg_per_year=200)
    2.0
    """
    yearly = saving_ghg_kg_per_year - use_ghg_kg_per_year - rebound_ghg_kg_per_year
    require(
        np.asarray(yearly) > 0,
        "saving_ghg_kg_per_year",
        saving_ghg_kg_per_year,
        "it does not exceed use and rebound, so that it never pays back",
    )
    return divided(embodied_ghg_kg, yearly, "saving_ghg_kg_per_year")
