"""The list of units: names, symbols and exact conversions."""

from __future__ import annotations

import numpy as np
import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.units import UNITS, convert, unit, unit_of


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (1.0, "kWh", "MJ", 3.6),
        (3.6, "MJ", "kWh", 1.0),
        (1.0, "TWh", "kWh", 1e9),
        (1.0, "GB", "B", 1e9),
        (1.0, "kg CO2e/kWh", "g CO2e/kWh", 1000.0),
        (475.0, "g CO2e/kWh", "t CO2e/MWh", 0.475),
        (12.0, "%", "share", 0.12),
        (90.0, "min", "h", 1.5),
        (1.0, "Mt CO2e/TWh", "kg CO2e/kWh", 1.0),
        (1.0, "m3", "l", 1000.0),
        (2.0, "h/d", "min/d", 120.0),
    ],
)
def test_conversion_is_exact(value, source, target, expected):
    assert convert(value, source, target) == expected


def test_a_column_is_converted_like_a_number():
    column = np.array([1.0, 2.5])
    assert convert(column, "kWh", "MJ").tolist() == [3.6, 9.0]


@pytest.mark.parametrize(
    ("source", "target"),
    [("kWh", "kW"), ("kg", "kg CO2e"), ("yr", "h"), ("g CO2e/kWh", "g CO2e/GB"), ("kg Sb-e", "kg")],
)
def test_units_of_different_things_are_refused(source, target):
    with pytest.raises(BadArgument, match=target.replace("/", "/")):
        convert(1.0, source, target)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("facility_energy_kwh", "kWh"),
        ("operational_ghg_kg", "kg CO2e"),
        ("gas_mass_kg", "kg"),
        ("server_production_adp_kg", "kg Sb-e"),
        ("grid_ghg_g_per_kwh", "g CO2e/kWh"),
        ("wue_m3_per_mwh", "m3/MWh"),
        ("use_hours_per_day", "h/d"),
        ("use_days_per_year", "d/yr"),
        ("line_data_gb_per_line_per_year", "GB/line/yr"),
        ("sold_pieces", "pieces"),
        ("production_ghg_kg_per_piece", "kg CO2e/piece"),
        ("weighted_eer_gbps_per_w", "Gbit/s/W"),
        ("slope_w_per_mbps", "W/Mbit/s"),
        ("stored_tb_hours", "TBh"),
        ("lifetime_years", "yr"),
    ],
)
def test_a_name_ends_in_its_unit(name, symbol):
    assert unit_of(name).symbol == symbol


@pytest.mark.parametrize("name", ["energy", "kwhs", "energy_kwh_total", "", "energy_per_kwh"])
def test_a_name_without_unit_is_refused(name):
    with pytest.raises(UnknownName):
        unit_of(name)


def test_symbols_suffixes_and_singulars_are_unique():
    for field in ("symbol", "suffix", "below", "symbol_below"):
        values = [getattr(one, field) for one in UNITS]
        assert len(values) == len(set(values)), field


@pytest.mark.parametrize("top", UNITS, ids=lambda one: one.suffix)
def test_a_symbol_and_a_suffix_name_the_same_unit_alone_and_under_a_stroke(top):
    assert unit(top.symbol) == unit(top.suffix) == top
    compound = unit(f"ghg_g_per_{top.below}")
    assert unit(compound.symbol) == compound
    assert compound.factor * top.factor == unit("ghg_g").factor


def test_an_unknown_unit_offers_close_ones():
    with pytest.raises(UnknownName, match="kwh"):
        unit("kwhh")
