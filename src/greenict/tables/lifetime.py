"""Lifetimes: Weibull shape and scale by UNU-KEY, and by year of sale where they change."""

from __future__ import annotations

from greenict.tables.schema import Column, RowRule, Table

LIFETIME = Table(
    name="lifetime",
    columns=(
        Column("unu_key", "text", "one of the 54 UNU-KEYs, four digits", required=True),
        Column("shape", "number", "Weibull shape", required=True, low=0.05, high=50),
        Column("scale", "number", "Weibull scale", "years", required=True, low=0.05, high=200),
        Column("year_from", "integer", "first year of sale it holds for", low=1900, high=2200),
        Column("year_to", "integer", "last year of sale it holds for", low=1900, high=2200),
    ),
    rules=(
        RowRule(
            "ends before it begins",
            "year_to",
            "{year_to} < {year_from}",
            "give year_to the same year or a later one",
            ("year_from", "year_to"),
        ),
    ),
)
