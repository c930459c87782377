"""The inventory: what is there, how many, where, and for how long.

Every column that is not named here is a tag (site, network, service, ...), free for `--by`.
"""

from __future__ import annotations

from greenict.tables.schema import Column, RowRule, Table

# More electricity than the world uses in a year: a line above it has a wrong unit.
WORLD_ELECTRICITY_KWH = 3e13

INVENTORY = Table(
    name="inventory",
    tags=True,
    columns=(
        Column(
            "item", "text", "what it is: an item of the factor sets (`greenict factors list`)", required=True
        ),
        Column(
            "quantity",
            "number",
            "how many, in the item's unit (pieces, kWh, GB, ...)",
            required=True,
            high=1e12,
        ),
        Column("country", "text", "where it is used: ISO 3166 code or name"),
        Column("year", "integer", "the year of the activity", low=1950, high=2100),
        Column("lifetime_years", "number", "how long one piece is used", "years", low=0.01, high=100),
        Column("annual_energy_kwh", "number", "electricity of one piece in a year", "kWh", high=1e9),
        Column("pue", "number", "power usage effectiveness of the room it stands in", low=1, high=10),
        Column("purchase_year", "integer", "the year in which it was bought", low=1950, high=2100),
        Column(
            "uncertainty_percent",
            "number",
            "half of the 95 % interval of the line's activity, in per cent of it",
            "%",
            high=100,
        ),
        Column(
            "contract_energy_kwh",
            "number",
            "yearly electricity of the line under contracts",
            "kWh",
            high=1e13,
        ),
        Column(
            "contract_ghg_kg_per_kwh",
            "number",
            "emission factor of those contracts",
            "kg CO2e/kWh",
            high=5,
        ),
        Column("data_class", "text", "measured, supplier, generic or stand_in: what the line rests on"),
    ),
    rules=(
        RowRule(
            "is more electricity than the world uses",
            "annual_energy_kwh",
            f"{{quantity}} <= 1e12 and {{quantity}} * {{annual_energy_kwh}} > {WORLD_ELECTRICITY_KWH:.0f}",
            "give kWh of one piece in a year; check the unit",
            ("quantity", "annual_energy_kwh"),
            product=(("quantity", "annual_energy_kwh"), WORLD_ELECTRICITY_KWH),
        ),
        RowRule(
            "is a purchase after the year of the activity",
            "purchase_year",
            "{purchase_year} > {year}",
            "correct one of the two years",
            ("purchase_year", "year"),
        ),
        RowRule(
            "has no factor beside it",
            "contract_energy_kwh",
            "{contract_energy_kwh} > 0 and {contract_ghg_kg_per_kwh} is null",
            "give contract_ghg_kg_per_kwh; write 0 if the contract has no emissions",
            ("contract_energy_kwh", "contract_ghg_kg_per_kwh"),
        ),
        RowRule(
            "has no contract beside it",
            "contract_ghg_kg_per_kwh",
            "{contract_ghg_kg_per_kwh} is not null and {contract_energy_kwh} is null",
            "give contract_energy_kwh, or leave both blank",
            ("contract_energy_kwh", "contract_ghg_kg_per_kwh"),
        ),
        RowRule(
            "is more than the line's electricity",
            "contract_energy_kwh",
            "{contract_energy_kwh} > {quantity} * coalesce({annual_energy_kwh} * coalesce({pue}, 1), "
            "case when lower({item}) = 'electricity' then 1 else 0 end) * 1.000001",
            "give annual_energy_kwh, and at most quantity x annual_energy_kwh x pue",
            ("contract_energy_kwh", "quantity", "annual_energy_kwh", "pue", "item"),
        ),
    ),
)
