"""Small inventories and factor sets, written to a folder of the test.

The set `tiny` has figures that can be added up by hand:

    laptop     production 100 + distribution 10, end of life 5 kg CO2e; 30 kWh a year; 2 kg e-waste; 4 years
    server_rack    production 1,000 kg CO2e; 2,000 kWh a year; 5 years
    gadget     production 8 kg CO2e; nobody knows how long it lives
    licence    20 kg CO2e of use for each piece and year; 4 years
    data_gb    0.01 kg CO2e and 0.2 kWh for each GB
    gas        AR5 1,924 and AR6 2,256 kg CO2e for each kg
    electricity    1 kWh final energy; kg CO2e: France 0.05, Western Europe 0.2, world 0.5; 9 MJ
"""

import csv
import gzip
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from greenict.scenario import assess

ITEM_COLUMNS = ("item", "name", "kind", "unit", "lifetime_years", "contains")
FACTOR_COLUMNS = (
    "factor_id", "item", "stage", "process", "category", "amount", "unit", "distribution", "spread", "place",
    "year_from", "year_to", "quality", "kind", "gwp_set", "source", "licence",
)  # fmt: skip
UNITS = {
    "climate_change": "kg CO2e",
    "final_energy": "kWh",
    "primary_energy": "MJ",
    "water_use": "m3",
    "abiotic_depletion": "kg Sb-e",
    "e_waste": "kg",
}
PROFILES = ("l1410", "l1420", "pcr-digital-services", "ghg-protocol")


COUNTED = {"data_gb": "GB", "gas": "kg", "electricity": "kWh", "electricity_residual": "kWh"}


def item(name, kind="device", unit="piece", life=None):
    return {"item": name, "name": name.title(), "kind": kind, "unit": unit, "lifetime_years": life}


def factor(subject, stage, category, amount, **more):
    """A row of factors.csv; its name is made of what it is about."""
    row = {
        "item": subject,
        "stage": stage,
        "process": "",
        "category": category,
        "amount": amount,
        "unit": f"{UNITS.get(category, 'points')}/{COUNTED.get(subject, 'piece')}",
        "place": "WORLD",
        "year_from": 2000,
        "year_to": 2030,
        "source": "made for a test",
        "licence": "CC0",
        **more,
    }
    named = (subject, stage, row["process"], category, row["place"], row["year_from"], row.get("gwp_set", ""))
    return {"factor_id": ".".join(str(part) for part in named), **row}


ITEMS = (
    item("laptop", life=4),
    item("server_rack", life=5),
    item("gadget"),
    item("licence", life=4),
    item("data_gb", "network", "GB"),
    item("gas", "gas", "kg"),
    item("electricity", "energy", "kWh"),
)
ELECTRICITY = (
    factor("electricity", "use", "final_energy", 1, process="generation"),
    factor("electricity", "use", "climate_change", 0.05, process="generation", place="FRA"),
    factor("electricity", "use", "climate_change", 0.2, process="generation", place="155"),
    factor("electricity", "use", "climate_change", 0.5, process="generation"),
    factor("electricity", "use", "primary_energy", 9, process="generation"),
)
FACTORS = (
    factor("laptop", "production", "climate_change", 100, process="manufacturing"),
    factor("laptop", "production", "climate_change", 10, process="distribution"),
    factor("laptop", "end_of_life", "climate_change", 5),
    factor("laptop", "use", "final_energy", 30),
    factor("laptop", "end_of_life", "e_waste", 2),
    factor("server_rack", "production", "climate_change", 1000),
    factor("server_rack", "use", "final_energy", 2000),
    factor("gadget", "production", "climate_change", 8),
    factor("licence", "use", "climate_change", 20),
    factor("data_gb", "use", "climate_change", 0.01, process="network"),
    factor("data_gb", "use", "final_energy", 0.2),
    factor("gas", "use", "climate_change", 1924, gwp_set="AR5"),
    factor("gas", "use", "climate_change", 2256, gwp_set="AR6"),
    *ELECTRICITY,
)


def factor_set(folder, name="tiny", *, items=ITEMS, factors=FACTORS, **manifest):
    """A folder that holds a factor set; gives its path as text."""
    path = Path(folder) / name
    path.mkdir(parents=True, exist_ok=True)
    keys = {
        "id": name,
        "title": "Made for a test",
        "version": "1",
        "licence": "CC0",
        "attribution": "nobody",
        **manifest,
    }
    text = "\n".join(f'{key} = "{value}"' for key, value in keys.items() if value is not None)
    (path / "manifest.toml").write_text(text + "\n", "utf-8")
    written(path / "items.csv", items, ITEM_COLUMNS)
    written(path / "factors.csv", factors, FACTOR_COLUMNS)
    return str(path)


def written(path, rows, columns=None, *, delimiter=",", start="", decimal="."):
    """Rows as CSV; the columns of all rows in the order in which they first occur."""
    rows = list(rows)
    names = list(columns or dict.fromkeys(key for row in rows for key in row))
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        file.write(start)
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(names)
        for row in rows:
            writer.writerow([_cell(row.get(name), decimal) for name in names])
    return Path(path)


def _cell(value, decimal):
    text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
    return text.replace(".", decimal) if isinstance(value, float) else text


def inventory(folder, *rows, file="inventory.csv", **how):
    """An inventory in CSV."""
    return written(Path(folder) / file, rows or [{"item": None, "quantity": None}], **how)


def inventory_text(folder, text, file="inventory.csv"):
    """A file with exactly that text or those bytes."""
    path = Path(folder) / file
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def packed(path):
    """The file, packed with gzip beside it."""
    target = path.with_name(path.name + ".gz")
    target.write_bytes(gzip.compress(path.read_bytes()))
    return target


def parquet(path, rows):
    """Rows as Parquet, types as Arrow finds them."""
    names = list(dict.fromkeys(key for row in rows for key in row))
    pq.write_table(pa.table({name: [row.get(name) for row in rows] for name in names}), path)
    return path


def xlsx(path, rows):
    """Rows as the first sheet of a workbook."""
    names = list(dict.fromkeys(key for row in rows for key in row))
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, names)
    for number, row in enumerate(rows, start=1):
        for column, name in enumerate(names):
            if row.get(name) is not None:
                sheet.write(number, column, row[name])
    book.close()
    return path


def assessed(path, folder=None, *sets, **asked):
    """The result with the set `tiny` alone, or with the sets that are named."""
    named = list(sets) or [factor_set(folder or Path(path).parent)]
    return assess(path, **{"factors": named, "default_factors": False, "draws": 0, **asked})


def totals(result):
    """The value of each category."""
    return {name: total["value"] for name, total in result.totals.items()}


def parts(result, *by):
    """The values of a breakdown by its keys."""
    return {tuple(row[name] for name in (*by, "category")): row["value"] for row in result.breakdown(*by)}


def near(expected, rel=1e-12):
    """Figures to compare with, of which some may be None: `assert found == near(expected)`."""
    return {
        name: value if value is None else pytest.approx(value, rel=rel) for name, value in expected.items()
    }
