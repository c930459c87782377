"""The web and digital services: a visit of a page, mail, search, streaming and calls.

The services follow the public model of ADEME: user devices for the time of use, the network for the data, and a
share of servers. Its constants stand in `data/services_ademe.csv`; a megabyte is the 1024th part of a gigabyte there.
"""

from __future__ import annotations

from functools import cache

from greenict.errors import UnknownName
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import Quantity, method
from greenict.methods.services import web_embodied_ghg_g, web_use_ghg_g

_MODEL_MB_PER_GB = 1024  # the model's gigabyte


@cache
def _constants() -> dict[str, dict[str, float]]:
    """Return the constants of the model by group and name."""
    found: dict[str, dict[str, float]] = {}
    for row in shipped_rows("services_ademe.csv"):
        found.setdefault(row["group"], {})[row["name"]] = float(row["value"])
    return found


def _of(group: str, name: str) -> float:
    known = _constants()[group]
    if name not in known:
        raise UnknownName(group, name, list(known), mend=f"choose one of {', '.join(known)}")
    return known[name]


def _device_ghg_g_per_hour(device: str, mean_of: str, grid_ghg_g_per_kwh: Quantity) -> Quantity:
    """Return what one hour of a device takes: its production spread over its hours, and its electricity."""
    if device == "mean":
        mix = _constants()[f"mean device for {mean_of}"]
        return sum(
            share * _device_ghg_g_per_hour(one, mean_of, grid_ghg_g_per_kwh) for one, share in mix.items()
        )
    made = _of(device, "manufacturing") + _of(device, "distribution") + _of(device, "end of life")
    hours_of_life = 365 * _of(device, "lifetime") * _of(device, "daily use")
    return made / hours_of_life + _of(device, "power") / 1000 * grid_ghg_g_per_kwh


def _data_centre_ghg_g(servers: Quantity, storage: Quantity = 0.0) -> Quantity:
    """Return the production of a share of servers and storage, with the network and building that serve them."""
    of = _constants()["data centre"]
    around = (
        of["firewalls per server"] * of["firewall production"]
        + of["switches per server"] * of["switch production"]
        + of["routers per server"] * of["router production"]
        + of["floor per server"] * of["building production"] * of["equipment life"] / of["building life"]
    )
    return servers * (of["server production"] + around) + storage * of["storage production"]


def _video_centre_ghg_g(hours: Quantity, data_gb: Quantity, grid_ghg_g_per_kwh: Quantity) -> Quantity:
    """Return the data centre of video, from one provider's electricity, users and hours in a year."""
    of = _constants()["data centre"]
    yearly_mwh = of["video direct electricity"] + of["video indirect electricity"]
    yearly_hours = of["video users"] * of["video hours"]
    servers = yearly_mwh / of["video pue"] * 1e6 / (365 * 24) / of["server installed power"]
    production = _data_centre_ghg_g(servers / yearly_hours / of["equipment life"] * hours)
    energy_kwh_per_gb = yearly_mwh * 1000 / (yearly_hours * of["video data"])
    return production + data_gb * energy_kwh_per_gb * grid_ghg_g_per_kwh


@method
def web_visit_ghg_g(
    *,
    page_data_mb: Quantity,
    visits_pieces: Quantity = 1.0,
    new_visitor_share: Quantity = 1.0,
    cached_share: Quantity = 0.0,
    green_hosting_share: Quantity = 0.0,
    data_centre_grid_ghg_g_per_kwh: Quantity = 494.0,
    network_grid_ghg_g_per_kwh: Quantity = 494.0,
    device_grid_ghg_g_per_kwh: Quantity = 494.0,
) -> Quantity:
    """GHG of the visits of a web page, new and returning, by the Sustainable Web Design model 4.

    Parameters
    ----------
    page_data_mb : MB, >= 0
        data of the page when nothing is stored in the browser
    visits_pieces : pieces, >= 0
        visits
    new_visitor_share : share, 0 to 1
        part of the visits that are first visits; the others return
    cached_share : share, 0 to 1
        part of the data that a returning visitor has stored already
    green_hosting_share : share, 0 to 1
        part of the hosting on renewable electricity
    data_centre_grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        electricity of the data centre
    network_grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        electricity of the network
    device_grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        electricity of the users

    Returns
    -------
    g CO2e
        GHG of the visits

    Equation
    --------
    I = n * (I_use + I_embodied) * ( new + (1 - new) * (1 - cached) )

    Validity
    --------
    World means; not what one more visit causes. Embodied GHG goes with the mean of the world whatever the
    grids.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Sustainable Web Design model 4; co2.js (Apache-2.0), which asks for the part loaded again: 1 less the
    cached share.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(web_visit_ghg_g(page_data_mb=1000, new_visitor_share=0.75, cached_share=0.8), 6)
    118.56
    """
    use_ghg_g_per_gb = web_use_ghg_g(
        transferred_data_gb=1.0,
        data_centre_grid_ghg_g_per_kwh=data_centre_grid_ghg_g_per_kwh,
        network_grid_ghg_g_per_kwh=network_grid_ghg_g_per_kwh,
        device_grid_ghg_g_per_kwh=device_grid_ghg_g_per_kwh,
        green_hosting_share=green_hosting_share,
    )
    whole_ghg_g_per_gb = use_ghg_g_per_gb + web_embodied_ghg_g(transferred_data_gb=1.0)
    loaded_share = new_visitor_share + (1 - new_visitor_share) * (1 - cached_share)
    return (visits_pieces * loaded_share * whole_ghg_g_per_gb / 1000) * page_data_mb


@method
def web_page_class(*, view_ghg_g: float) -> str:
    """Class of a web page by its GHG for one view, A+ to F.

    Parameters
    ----------
    view_ghg_g : g CO2e, >= 0
        GHG of one view

    Returns
    -------
    class
        class of the page

    Equation
    --------
    A+ to 0.040, A to 0.079, B to 0.145, C to 0.209, D to 0.278, E to 0.359 g CO2e, else F

    Validity
    --------
    Percentiles of measured pages; a rating of transfer, not of the content.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Sustainable Web Design, digital carbon ratings for model 4, as in co2.js (Apache-2.0).

    Status
    ------
    V

    Examples
    --------
    >>> web_page_class(view_ghg_g=0.2)
    'C'
    """
    limits = {"A+": 0.040, "A": 0.079, "B": 0.145, "C": 0.209, "D": 0.278, "E": 0.359}
    return next((letter for letter, limit in limits.items() if view_ghg_g <= limit), "F")


@method
def email_ghg_g(
    *,
    mail_mb: Quantity = 1.0,
    recipients_persons: Quantity = 1.0,
    writing_minutes: Quantity = 3.0,
    reading_minutes: Quantity = 0.16666666666666666,
    read_share: Quantity = 1.0,
    stored_years: Quantity = 10.0,
    sender_copies_pieces: Quantity = 3.0,
    recipient_copies_pieces: Quantity = 3.0,
    filled_share: Quantity = 0.5,
    mails_pieces_per_day: Quantity = 117.7,
    device: str = "mean",
    sender_network: str = "fixed France",
    recipient_network: str = "fixed France",
    grid_ghg_g_per_kwh: Quantity = 51.9,
) -> Quantity:
    """GHG of one mail: writing and reading it, sending it, storing it with its copies.

    Parameters
    ----------
    mail_mb : MB, >= 0
        size with attachments
    recipients_persons : persons, >= 0
        recipients
    writing_minutes : min, >= 0
        time to write it
    reading_minutes : min, >= 0
        time of one recipient to read it
    read_share : share, 0 to 1
        part of the recipients who read it
    stored_years : yr, >= 0
        years that it is stored on both sides
    sender_copies_pieces : pieces, >= 0
        copies that the sender's provider keeps
    recipient_copies_pieces : pieces, >= 0
        copies that a recipient's provider keeps
    filled_share : share, 0.000001 to 1
        mean filling of the storage
    mails_pieces_per_day : pieces/d, > 0
        mails that one person sends and gets
    device : one of mean, desktop and screen, laptop, tablet, smartphone
        device of sender and recipients; the mean is 24 % desktops, 24 % laptops, 8 % tablets, 45 %
        smartphones
    sender_network : one of fixed France, mobile France, fixed Europe, mobile Europe
        network of the sender
    recipient_network : one of fixed France, mobile France, fixed Europe, mobile Europe
        network of the recipients
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        factor of the electricity of devices and data centre, that of France by default

    Returns
    -------
    g CO2e
        GHG of the mail

    Equation
    --------
    I = h * F_device + GB * ( F_sender + r * F_recipient + r * F_copies * (1 + c_s + c_r) ) + D_production + D_use
    h = (writing + r * read * reading) / 60
    D_production = 2 servers' shares and 2 stores' shares, D_use = (1 + r) * (mail's share of a server + stored copies) * PUE * EF

    Validity
    --------
    Devices in a household; the shares of the mean device add up to 1.01 in the model and stay so. Copies
    travel over 2.59 g CO2e/GB, the network without home box. The share of the data centre that only depends
    on r in the copies is kept as the model has it.

    Raises
    ------
    BadArgument where nobody writes or gets a mail in a day.

    Source
    ------
    ADEME model publicodes-acv-numerique 2.1.0 (MIT), rules for mail; BIO Intelligence Service for ADEME
    2011 (copies, filling).

    Status
    ------
    V,R

    Examples
    --------
    >>> round(email_ghg_g(), 6)
    2.922036
    """
    hours = (writing_minutes + recipients_persons * read_share * reading_minutes) / 60
    devices = hours * _device_ghg_g_per_hour(device, "mail and search", grid_ghg_g_per_kwh)
    copies = recipients_persons * (1 + sender_copies_pieces + recipient_copies_pieces)
    network = (
        mail_mb
        / _MODEL_MB_PER_GB
        * (
            _of("network", sender_network)
            + recipients_persons * _of("network", recipient_network)
            + copies * _of("network", "fixed France without home box")
        )
    )
    of = _constants()["data centre"]
    users_per_server = of["server installed power"] / of["mail power per user"]
    server = 1 / (users_per_server * mails_pieces_per_day * 365 * of["equipment life"])
    room_mb = of["storage capacity"] * filled_share
    stored_mb = mail_mb * (sender_copies_pieces + recipients_persons * recipient_copies_pieces)
    storage = stored_mb * stored_years / (room_mb * of["equipment life"])
    production = _data_centre_ghg_g(2 * server, storage)
    stored_wh = (
        mail_mb * sender_copies_pieces / room_mb * of["storage active power"] * 24 * 365 * stored_years
    )
    sent_wh = of["mail power per user"] * 24 / mails_pieces_per_day
    use = (1 + recipients_persons) * (sent_wh + stored_wh) * of["mail pue"] / 1000 * grid_ghg_g_per_kwh
    return devices + network + production + use


@method
def web_search_ghg_g(
    *,
    typing_minutes: Quantity = 0.8333333333333334,
    reading_minutes: Quantity = 1.0,
    pages_pieces: Quantity = 1.0,
    query_mb: Quantity = 0.015625,
    page_mb: Quantity = 0.14111328125,
    device: str = "mean",
    network: str = "fixed France",
    grid_ghg_g_per_kwh: Quantity = 51.9,
) -> Quantity:
    """GHG of one search on the web: typing, reading the results, network and data centre.

    Parameters
    ----------
    typing_minutes : min, >= 0
        time to type
    reading_minutes : min, >= 0
        time to read one page of results
    pages_pieces : pieces, >= 0
        pages of results read
    query_mb : MB, >= 0
        data of the query, 16 kB
    page_mb : MB, >= 0
        data of one page of results, 144.5 kB
    device : one of mean, desktop and screen, laptop, tablet, smartphone
        device; the mean is 24 % desktops, 24 % laptops, 8 % tablets, 45 % smartphones
    network : one of fixed France, mobile France, fixed Europe, mobile Europe
        network of the user
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        factor of the electricity of device and data centre, that of France by default

    Returns
    -------
    g CO2e
        GHG of the search

    Equation
    --------
    I = h * F_device + GB * F_network + s * I_server + s * 1000 * E_server * EF
    s = (query + page) / 10052100000 MB, E_server = 400 W over 5 years

    Validity
    --------
    A search without a language model. The public model multiplies the servers' electricity by 1000, as if
    1000 servers answered; kept so, it is 1 % of the result. Its data centre handles one page whatever is
    read.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ADEME model publicodes-acv-numerique 2.1.0 (MIT), rules for web search; BIO Intelligence Service for
    ADEME 2011.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(web_search_ghg_g(), 6)
    1.082983
    """
    hours = (typing_minutes + pages_pieces * reading_minutes) / 60
    devices = hours * _device_ghg_g_per_hour(device, "mail and search", grid_ghg_g_per_kwh)
    moved_gb = (query_mb + pages_pieces * page_mb) / _MODEL_MB_PER_GB
    of = _constants()["data centre"]
    servers = (query_mb + page_mb) / of["search data of a server in its life"]
    life_kwh = of["server active power"] * 24 * 365 / 1000 * of["equipment life"]
    use = life_kwh * servers * 1000 * grid_ghg_g_per_kwh
    return devices + moved_gb * _of("network", network) + _data_centre_ghg_g(servers) + use


@method
def streaming_ghg_g(
    *,
    duration_hours: Quantity = 1.0,
    quality: str = "HD",
    device: str = "mean",
    network: str = "fixed France",
    grid_ghg_g_per_kwh: Quantity = 51.9,
) -> Quantity:
    """GHG of watching a video stream: device, network and data centre.

    Parameters
    ----------
    duration_hours : h, >= 0
        time watched
    quality : one of SD, HD, 4K
        picture: 0.7, 3 and 7 GB in an hour
    device : one of mean, desktop and screen, laptop, tablet, smartphone, television
        device; the mean is 70 % televisions, 15 % laptops, 10 % tablets, 5 % smartphones
    network : one of fixed France, mobile France, fixed Europe, mobile Europe
        network of the user
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        factor of the electricity of device and data centre, that of France by default

    Returns
    -------
    g CO2e
        GHG of the stream

    Equation
    --------
    I = h * F_device + h * q * F_network + h * D_production + h * q * e * EF

    Validity
    --------
    Means: a stream of higher quality does not raise the power of the network as much as the mean says. The
    data centre is that of one provider in 2019.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ADEME model publicodes-acv-numerique 2.1.0 (MIT), rules for streaming.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(streaming_ghg_g(), 4)
    67.8153
    """
    data_gb = duration_hours * _of("video data rate", quality)
    devices = duration_hours * _device_ghg_g_per_hour(device, "streaming", grid_ghg_g_per_kwh)
    centre = _video_centre_ghg_g(duration_hours, data_gb, grid_ghg_g_per_kwh)
    return devices + data_gb * _of("network", network) + centre


@method
def video_meeting_ghg_g(
    *,
    terminals_pieces: Quantity = 2.0,
    duration_hours: Quantity = 1.0,
    quality: str = "SD",
    device: str = "laptop",
    network: str = "fixed France",
    grid_ghg_g_per_kwh: Quantity = 51.9,
) -> Quantity:
    """GHG of a video or audio meeting from its quality, devices and network.

    Parameters
    ----------
    terminals_pieces : pieces, >= 1
        devices in the meeting
    duration_hours : h, >= 0
        length
    quality : one of audio, SD, HD, 4K
        0.164, 0.7, 3 and 7 GB in an hour for each device
    device : one of desktop and screen, laptop, tablet, smartphone, television
        kind of the devices
    network : one of fixed France, mobile France, fixed Europe, mobile Europe
        network of all of them
    grid_ghg_g_per_kwh : g CO2e/kWh, >= 0
        factor of the electricity of devices and data centre, that of France by default

    Returns
    -------
    g CO2e
        GHG of the meeting

    Equation
    --------
    I = h * n * (F_device + q * F_network) + h * D_production + h * q * e * EF

    Validity
    --------
    The data centre is that of streaming and, as in the model, counts one stream whatever the number of
    devices.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ADEME model publicodes-acv-numerique 2.1.0 (MIT), rules for video calls.

    Status
    ------
    V,R

    Examples
    --------
    >>> round(video_meeting_ghg_g(), 6)
    83.647945
    """
    data_gb = duration_hours * _of("video data rate", quality)
    devices = duration_hours * _device_ghg_g_per_hour(device, "streaming", grid_ghg_g_per_kwh)
    centre = _video_centre_ghg_g(duration_hours, data_gb, grid_ghg_g_per_kwh)
    return terminals_pieces * (devices + data_gb * _of("network", network)) + centre
