"""Water: at the site and at the source of the electricity."""

from __future__ import annotations

from greenict.methods.declaration import Quantity, method


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
        energy of the IT equipment
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
    Withdrawal or consumption, one of them throughout; the energy must be that of the IT equipment, without
    PUE.

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
