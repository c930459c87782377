"""The inventory of an invented operator, as large as asked for: the same lines on every machine.

Two shapes. `operator`: 200 sites, each in one of 30 countries; every site runs one of five networks and
three of eight services. `crossed`: every site has every network and every service, which makes the most
groups that such keys can make, and so is the hard case for an engine that groups before it multiplies.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

DATA = Path(__file__).resolve().parent / "results" / "data"
SHAPES = ("operator", "crossed")
# Item, yearly kWh of a piece (0: a flow, which has neither an energy nor a lifetime), lifetime in years.
ITEMS = (
    ("server_rack", 2100, 5),
    ("server_blade", 1700, 5),
    ("storage_array", 2600, 6),
    ("laptop", 32, 4),
    ("desktop_office", 110, 5),
    ("monitor", 65, 6),
    ("smartphone", 4, 3),
    ("tablet", 10, 3),
    ("printer", 90, 6),
    ("internet_box", 80, 5),
    ("television", 160, 8),
    ("hdd", 50, 5),
    ("usb_stick", 1, 5),
    ("external_ssd", 5, 5),
    ("speaker", 20, 5),
    ("game_console", 60, 6),
    ("fixed_network_gb", 0, 0),
    ("mobile_network_gb", 0, 0),
    ("cloud_storage_ssd_tbh", 0, 0),
    ("electricity", 0, 0),
)
COUNTRIES = (
    "FRA",
    "DEU",
    "GBR",
    "ITA",
    "ESP",
    "POL",
    "NLD",
    "BEL",
    "SWE",
    "PRT",
    "USA",
    "CAN",
    "MEX",
    "BRA",
    "ARG",
    "CHL",
    "IND",
    "CHN",
    "JPN",
    "KOR",
    "IDN",
    "AUS",
    "ZAF",
    "KEN",
    "NGA",
    "EGY",
    "MAR",
    "SAU",
    "ARE",
    "TUR",
)
NETWORKS = ("mobile", "fixed", "core", "cloud", "office")
SERVICES = ("voice", "broadband", "television", "hosting", "messaging", "roaming", "leased lines", "internal")
FIRST_YEAR, YEARS = 2021, 3


def inventory(lines: int, *, kind: str = "parquet", shape: str = "operator") -> Path:
    """The file of that many lines; written once."""
    DATA.mkdir(parents=True, exist_ok=True)
    path = DATA / f"{shape}_{lines}.{kind}"
    if not path.exists():
        part = path.with_suffix(".part")
        options = "format parquet, compression zstd" if kind == "parquet" else "format csv, header true"
        with duckdb.connect() as connection:
            connection.sql("set preserve_insertion_order = true")
            connection.sql(f"copy ({_lines(lines, shape)}) to '{part}' ({options})")
        part.rename(path)
    return path


def _lines(lines: int, shape: str) -> str:
    """The lines as SQL. Every cell follows from the row's number, by a hash."""
    items = ", ".join(f"({n}, '{item}', {kwh}, {life})" for n, (item, kwh, life) in enumerate(ITEMS))
    network = "(site % 5)" if shape == "operator" else "(b % 5)"
    service = "((site + 3 * (c % 3)) % 8)" if shape == "operator" else "(c % 8)"
    return f"""
        with items(n, item, kwh, life) as (values {items}),
        numbers as (
            select i, {_number(1)} as a, {_number(2)} as b, {_number(3)} as c, {_number(4)} as d, {_number(5)} % 200 as site
            from range({lines}) as r(i)
        )
        select
            item,
            case when kwh = 0 then 1 + d % 100000 else 1 + d % 40 end as quantity,
            {list(COUNTRIES)}[1 + site % {len(COUNTRIES)}] as country,
            ({FIRST_YEAR} + (b // 1000) % {YEARS})::smallint as year,
            case when kwh > 0 then life + (c // 1000) % 3 - 1 end as lifetime_years,
            case when kwh > 0 and a % 1000 >= 100 then round(kwh * (0.6 + ((a // 1000) % 800) / 1000.0), 1) end
                as annual_energy_kwh,
            'site ' || lpad(site::varchar, 3, '0') as site,
            {list(NETWORKS)}[1 + {network}] as network,
            {list(SERVICES)}[1 + {service}] as service
        from numbers join items on n = ({_number(6)} % {len(ITEMS)})
        order by i
    """


def _number(stream: int) -> str:
    return f"(hash(i * 7 + {stream}) >> 1)::bigint"


if __name__ == "__main__":
    for size in (int(float(text)) for text in sys.argv[1:] or ["1e6"]):
        print(inventory(size), inventory(size, kind="csv"))
