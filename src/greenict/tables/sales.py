"""Sales: electrical and electronic equipment put on the market, by country, UNU-KEY and year."""

from __future__ import annotations

from greenict.tables.schema import Column, RowRule, Table

SALES = Table(
    name="sales",
    columns=(
        Column("country", "text", "where it was put on the market: ISO 3166 code or name", required=True),
        Column("unu_key", "text", "one of the 54 UNU-KEYs, four digits", required=True),
        Column("year", "integer", "the year of sale", required=True, low=1950, high=2100),
        Column("amount", "number", "how much", required=True, high=1e13),
        Column("unit", "text", "t, kg or pieces", required=True),
    ),
    rules=(
        RowRule(
            "is no unit of sales",
            "unit",
            "{unit} not in ('t', 'kg', 'pieces')",
            "write t, kg or pieces",
            ("unit",),
        ),
    ),
)
