"""Services: web pages and calls."""

from __future__ import annotations

from greenict.methods.declaration import Quantity, method


@method
def web_use_ghg_g(
    *,
    transferred_data_gb: Quantity,
    data_centre_grid_ghg_g_per_kwh: Quantity = 494.0,
    network_grid_ghg_g_per_kwh: Quantity = 494.0,
    device_grid_ghg_g_per_kwh: Quantity = 494.0,
    green_hosting_share: Quantity = 0.0,
) -> Quantity:
    """GHG of the electricity of moving web data, in data centre, network and device.

    Parameters
    ----------
    transferred_data_gb : GB, >= 0
        data moved
    data_centre_grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        electricity of the data centre
    network_grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        electricity of the network
    device_grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        electricity of the users
    green_hosting_share : share, 0 to 1
        part of the hosting on renewable electricity

    Returns
    -------
    g CO2e
        GHG of the electricity

    Equation
    --------
    I = GB * ( 0.055 * EF_dc * (1 - g) + 0.059 * EF_net + 0.080 * EF_dev )

    Validity
    --------
    World means; not what one more page causes.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Sustainable Web Design model 4, as in co2.js (Apache-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(web_use_ghg_g(
    ...     transferred_data_gb=1, data_centre_grid_ghg_g_per_kwh=100, network_grid_ghg_g_per_kwh=200,
    ...     device_grid_ghg_g_per_kwh=300), 6)
    41.3
    """
    data_centre = 0.055 * data_centre_grid_ghg_g_per_kwh * (1 - green_hosting_share)
    network = 0.059 * network_grid_ghg_g_per_kwh
    return transferred_data_gb * (data_centre + network + 0.080 * device_grid_ghg_g_per_kwh)


@method
def web_embodied_ghg_g(
    *, transferred_data_gb: Quantity, world_grid_ghg_g_per_kwh: Quantity = 494.0
) -> Quantity:
    """Embodied GHG of moving web data, in data centre, network and device.

    Parameters
    ----------
    transferred_data_gb : GB, >= 0
        data moved
    world_grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        electricity of production, world mean

    Returns
    -------
    g CO2e
        embodied GHG

    Equation
    --------
    I = GB * (0.012 + 0.013 + 0.081) * EF

    Validity
    --------
    World means; not what one more page causes.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Sustainable Web Design model 4, as in co2.js (Apache-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(web_embodied_ghg_g(transferred_data_gb=1), 6)
    52.364
    """
    return transferred_data_gb * (0.012 + 0.013 + 0.081) * world_grid_ghg_g_per_kwh


@method
def web_ghg_g(
    *,
    transferred_data_gb: Quantity,
    green_hosting_share: Quantity = 0.0,
    grid_ghg_g_per_kwh: Quantity = 494.0,
) -> Quantity:
    """GHG of moving web data, electricity and embodied.

    Parameters
    ----------
    transferred_data_gb : GB, >= 0
        data moved
    green_hosting_share : share, 0 to 1
        part of the hosting on renewable electricity
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        electricity of all parts, world mean

    Returns
    -------
    g CO2e
        GHG of the data

    Equation
    --------
    I = I_use + I_embodied

    Validity
    --------
    World means; not what one more page causes.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Sustainable Web Design model 4, as in co2.js (Apache-2.0).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(web_ghg_g(transferred_data_gb=1, green_hosting_share=1), 6)
    121.03
    """
    use = web_use_ghg_g(
        transferred_data_gb=transferred_data_gb,
        data_centre_grid_ghg_g_per_kwh=grid_ghg_g_per_kwh,
        network_grid_ghg_g_per_kwh=grid_ghg_g_per_kwh,
        device_grid_ghg_g_per_kwh=grid_ghg_g_per_kwh,
        green_hosting_share=green_hosting_share,
    )
    return use + web_embodied_ghg_g(
        transferred_data_gb=transferred_data_gb, world_grid_ghg_g_per_kwh=grid_ghg_g_per_kwh
    )


@method
def video_call_ghg_g(
    *,
    terminals_pieces: Quantity,
    duration_hours: Quantity,
    terminal_embodied_ghg_g_per_hour: Quantity,
    terminal_power_w: Quantity,
    grid_ghg_g_per_kwh: Quantity,
    call_data_gb_per_hour: Quantity,
    network_ghg_g_per_gb: Quantity,
    data_centre_ghg_g_per_gb: Quantity = 0.0505267043571,
    data_centre_embodied_ghg_g_per_hour: Quantity = 0.2366362087,
) -> Quantity:
    """GHG of a call: terminals, network and data centre.

    Parameters
    ----------
    terminals_pieces : pieces, >= 1
        devices in the call
    duration_hours : h, >= 0
        length of the call
    terminal_embodied_ghg_g_per_hour : g CO2e/h, >= 0
        embodied GHG of one device for an hour of use
    terminal_power_w : W, >= 0
        power of one device
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        factor of the electricity
    call_data_gb_per_hour : GB/h, >= 0
        data of one device in an hour: 0.7 for standard definition
    network_ghg_g_per_gb : g CO2e/GB, >= 0
        factor of the network
    data_centre_ghg_g_per_gb : g CO2e/GB, >= 0
        electricity of the data centre for a gigabyte
    data_centre_embodied_ghg_g_per_hour : g CO2e/h, >= 0
        embodied GHG of the data centre for an hour of the call

    Returns
    -------
    g CO2e
        GHG of the call

    Equation
    --------
    I = h * ( n * (I_emb + P / 1000 * EF) + n * GB * (F_net + F_dc) + D )

    Validity
    --------
    The split of the data centre was derived from two published results of one hour with two devices.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ADEME model publicodes-acv-numerique 2.1.0 (MIT), recomputed.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(video_call_ghg_g(
    ...     terminals_pieces=2, duration_hours=1, terminal_embodied_ghg_g_per_hour=33.80639269406393,
    ...     terminal_power_w=26.5, grid_ghg_g_per_kwh=51.9, call_data_gb_per_hour=0.7,
    ...     network_ghg_g_per_gb=9.26934695867389), 4)
    83.6479
    """
    terminal = terminal_embodied_ghg_g_per_hour + terminal_power_w / 1000 * grid_ghg_g_per_kwh
    data = call_data_gb_per_hour * (network_ghg_g_per_gb + data_centre_ghg_g_per_gb)
    return duration_hours * (terminals_pieces * (terminal + data) + data_centre_embodied_ghg_g_per_hour)
