"""Factors: what one unit of an item causes, in one stage, for one category; and the items themselves."""

from __future__ import annotations

from greenict.tables.schema import Column, RowRule, Table

FACTOR = Table(
    name="factor",
    columns=(
        Column("factor_id", "text", "a name of its own within the set", required=True),
        Column("item", "text", "an item of this set or of one below it", required=True),
        Column("stage", "text", "raw_materials, production, use or end_of_life", required=True),
        Column("process", "text", "what happens in that stage: manufacturing, distribution, operation, ..."),
        Column("category", "text", "impact category", required=True),
        Column("amount", "number", "the median", required=True, low=-1e9, high=1e12),
        Column("unit", "text", "impact unit / item unit", required=True),
        Column("distribution", "text", "none, lognormal, normal, uniform or triangular"),
        Column(
            "spread",
            "number",
            "lognormal: squared geometric standard deviation; normal: relative standard deviation; "
            "uniform and triangular: relative half width",
            high=1000,
        ),
        Column("place", "text", "ISO 3166 alpha-3, M49 code of a region, or WORLD", required=True),
        Column("year_from", "integer", "first year it holds for", required=True, low=1900, high=2200),
        Column("year_to", "integer", "last year it holds for", required=True, low=1900, high=2200),
        Column("quality", "number", "1 (best) to 5", low=1, high=5),
        Column("kind", "text", "measured, supplier, generic or stand_in"),
        Column("gwp_set", "text", "AR4, AR5, AR6 or `as published`"),
        Column("source", "text", "document and place in it", required=True),
        Column("licence", "text", "the terms of that source", required=True),
        Column("note", "text", "what was derived, and how"),
    ),
    rules=(
        RowRule(
            "ends before it begins",
            "year_to",
            "{year_to} < {year_from}",
            "give year_to the same year or a later one",
            ("year_from", "year_to"),
        ),
        RowRule(
            "is no life-cycle stage",
            "stage",
            "{stage} not in ('raw_materials', 'production', 'use', 'end_of_life')",
            "write raw_materials, production, use or end_of_life",
            ("stage",),
        ),
        RowRule(
            "is no distribution",
            "distribution",
            "{distribution} not in ('none', 'lognormal', 'normal', 'uniform', 'triangular')",
            "write none, lognormal, normal, uniform or triangular",
            ("distribution",),
        ),
        RowRule(
            "is too small for a lognormal, whose squared geometric deviation is at least 1",
            "spread",
            "{distribution} = 'lognormal' and coalesce({spread}, 0) < 1",
            "give a number of 1 or more",
            ("distribution", "spread"),
        ),
        RowRule(
            "is no kind of data",
            "kind",
            "{kind} not in ('measured', 'supplier', 'generic', 'stand_in')",
            "write measured, supplier, generic or stand_in",
            ("kind",),
        ),
    ),
)

ITEM = Table(
    name="item",
    columns=(
        Column("item", "text", "a name of its own: small letters, digits and underscores", required=True),
        Column("name", "text", "the name for people", required=True),
        Column(
            "kind",
            "text",
            "device, component, equipment (goods that live for years) or network, service, energy, gas, fuel, travel",
            required=True,
        ),
        Column("unit", "text", "what a quantity of it counts: piece, kWh, GB, ...", required=True),
        Column("unu_key", "text", "the UNU-KEY it belongs to"),
        Column("lifetime_years", "number", "default lifetime of a piece", "years", low=0.01, high=100),
        Column("lifetime_source", "text", "where that lifetime comes from"),
        Column("stand_in_for", "text", "the item whose factors stand for it"),
        Column("note", "text", "anything a reader should know"),
        Column("contains", "text", "items whose impacts its factors hold already, with | between them"),
    ),
)
