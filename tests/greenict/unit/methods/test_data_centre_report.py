"""The report of a data centre to the Union: indicators, checks, size classes and what is published."""

from __future__ import annotations

import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.data_centre_disclosure import public_means, report
from greenict.methods.data_centre_report import Finding, findings, known_amounts
from greenict.methods.facts import fact_rows

WHOLE = {
    "PDIT": 1500.0,
    "SDC": 4000.0,
    "SCR": 2500.0,
    "EDC": 13e6,
    "EDC-BG": 20e3,
    "EIT": 10e6,
    "CBtG": 200.0,
    "WIN": 18e3,
    "WIN-POT": 6e3,
    "EREUSE": 2.6e6,
    "TWH": 32.0,
    "TIN": 24.0,
    "CDD": 310.0,
    "ERES-TOT": 6.5e6,
    "ERES-GOO": 1.5e6,
    "ERES-PPA": 4e6,
    "ERES-OS": 1e6,
    "CSERV": 250e3,
    "CSTOR": 40.0,
    "BIN": 50.0,
    "BOUT": 60.0,
    "TIN-DATA": 0.3,
    "TOUT": 0.4,
}


def test_the_whole_report_is_consistent_and_misses_nothing():
    found = report(WHOLE)
    assert found.findings == ()
    assert found.missing == ()
    assert (found.size_class, found.duty) == ("1 to 2 MW", "must report")
    assert {each.symbol: each.amount for each in found.indicators} == pytest.approx(
        {"PUE": 1.3, "WUE": 1.8, "ERF": 0.2, "REF": 0.5}
    )
    assert [each.symbol for each in found.reported] == list(WHOLE)
    assert {each.symbol: each.unit for each in found.reported}["WIN"] == "m3"


@pytest.mark.parametrize(
    ("change", "symbol", "says"),
    [
        ({"EIT": 13.1e6}, "EIT", "at most EDC"),
        ({"EDC-BG": 14e6}, "EDC-BG", "at most EDC"),
        ({"EREUSE": 14e6}, "EREUSE", "at most EDC"),
        ({"WIN-POT": 19e3}, "WIN-POT", "at most WIN"),
        ({"SCR": 4001.0}, "SCR", "at most SDC"),
        ({"ERES-GOO": 1.6e6}, "ERES-TOT", "mend the total"),
        ({"ERES-OS": 0.0}, "ERES-TOT", "mend the total"),
        ({"PDIT": 1100.0}, "EIT", "PDIT all year long"),
        ({"TWH": 20.0}, "TWH", "no colder"),
        ({"WIN": -1.0, "WIN-POT": -2.0}, "WIN", "0 or more"),
    ],
)
def test_a_contradiction_is_found(change, symbol, says):
    found = findings({**WHOLE, **change})
    assert symbol in {each.symbol for each in found}
    assert any(says in each.mend for each in found)


def test_each_contradiction_is_found_once():
    assert findings({**WHOLE, "SCR": 5000.0}) == [Finding("SCR", 5000.0, "give at most SDC, 4000")]
    assert find("eu_report_verdict").compute(symbol_amount={**WHOLE, "SCR": 5000.0}) == (
        "mend: SCR = 5000: give at most SDC, 4000"
    )


def test_parts_that_exceed_the_total_are_found_where_one_part_is_missing():
    amounts = {"ERES-TOT": 5.0, "ERES-PPA": 6.0}
    assert [each.symbol for each in findings(amounts)] == ["ERES-TOT"]
    assert findings({"ERES-TOT": 7.0, "ERES-PPA": 6.0}) == []


def test_heat_without_its_temperature_is_found():
    assert [each.symbol for each in findings({"EREUSE": 5.0})] == ["EREUSE"]
    assert findings({"EREUSE": 0.0}) == []


def test_a_part_may_be_the_whole():
    assert findings({"EDC": 5.0, "EIT": 5.0, "ERES-TOT": 5.0, "ERES-PPA": 5.0}) == []


def test_a_temperature_below_zero_is_no_contradiction():
    assert findings({"TWH": -5.0, "TIN": -10.0}) == []


def test_the_indicators_are_those_of_the_single_formulas():
    def indicator(name):
        return find("eu_key_figure_amount").compute(symbol_amount=WHOLE, indicator=name)

    def single(name, **inputs):
        return find(name).compute(**inputs)

    assert indicator("PUE") == single("pue_ratio", facility_energy_kwh=13e6, it_energy_kwh=10e6)
    assert indicator("WUE") == pytest.approx(
        single("wue_m3_per_mwh", water_input_m3=18e3, it_energy_mwh=10e3)
    )
    assert indicator("ERF") == single("erf_ratio", reused_energy_kwh=2.6e6, facility_energy_kwh=13e6)
    assert indicator("REF") == single("ref_ratio", renewable_energy_kwh=6.5e6, facility_energy_kwh=13e6)


@pytest.mark.parametrize(
    ("change", "indicator", "named"),
    [
        ({"EIT": 14e6}, "PUE", "EIT.*at most EDC"),
        ({"EIT": 0.0}, "WUE", "EIT.*it divides"),
        ({"EREUSE": 14e6}, "ERF", "EREUSE.*at most EDC"),
        ({"ERES-TOT": 14e6}, "REF", "ERES-TOT.*at most EDC"),
        ({"WIN": -1.0}, "WUE", "WIN.*0 or more"),
    ],
)
def test_an_indicator_that_cannot_be_is_refused_by_its_symbol(change, indicator, named):
    with pytest.raises(BadArgument, match=named):
        find("eu_key_figure_amount").compute(symbol_amount={**WHOLE, **change}, indicator=indicator)


def test_the_total_of_renewables_comes_from_its_parts():
    parts = {"EDC": 10.0, "ERES-GOO": 1.0, "ERES-PPA": 2.0, "ERES-OS": 1.0}
    assert known_amounts(parts)["ERES-TOT"] == 4.0
    assert find("eu_key_figure_amount").compute(symbol_amount=parts, indicator="REF") == pytest.approx(0.4)


def test_a_missing_or_unknown_symbol_is_named():
    with pytest.raises(BadArgument, match="WUE needs WIN"):
        find("eu_key_figure_amount").compute(symbol_amount={"EIT": 5.0}, indicator="WUE")
    with pytest.raises(UnknownName, match="E_DC"):
        find("eu_report_verdict").compute(symbol_amount={"E_DC": 5.0})
    with pytest.raises(UnknownName, match="PUE"):
        report({"PUE": 1.2})


def test_a_report_with_little_in_it_tells_what_is_missing():
    found = report({"EDC": 5.0, "EIT": 6.0})
    assert found.size_class == found.duty == "not known"
    assert {each.amount for each in found.indicators} == {None}
    assert [each.symbol for each in found.findings] == ["EIT"]
    assert "PDIT" in found.missing
    assert "EDC" not in found.missing


@pytest.mark.parametrize(
    ("power", "name"),
    [
        (0, "below 100 kW"),
        (99.9, "below 100 kW"),
        (100, "100 to 500 kW"),
        (500, "500 to 1,000 kW"),
        (999, "500 to 1,000 kW"),
        (1000, "1 to 2 MW"),
        (2000, "2 to 10 MW"),
        (10_000, "above 10 MW"),
    ],
)
def test_size_classes(power, name):
    assert find("data_centre_size_class").compute(it_demand_kw=power) == name


@pytest.mark.parametrize(("power", "duty"), [(499.9, "no duty"), (500, "must report")])
def test_duty(power, duty):
    assert find("eu_reporting_duty_verdict").compute(it_demand_kw=power) == duty


def test_two_centres_are_not_published():
    published = find("published_indicator_amount")
    with pytest.raises(BadArgument, match="2 data centres"):
        published.compute(centre_indicator_amount=[1.2, 1.5], centre_energy_kwh=[1, 1])
    assert published.compute(centre_indicator_amount=[1.2, 1.5, 1.8], centre_energy_kwh=[2, 1, 1]) == (
        pytest.approx((2.4 + 1.5 + 1.8) / 4)
    )


def test_public_means_withhold_small_groups():
    def centre(power, energy, it_energy, **more):
        return {"PDIT": power, "EDC": energy, "EIT": it_energy, **more}

    means = public_means(
        [
            centre(600, 12e5, 10e5, WIN=1e3),
            centre(700, 15e5, 10e5),
            centre(800, 11e5, 8e5),
            centre(5000, 30e6, 20e6),
        ]
    )
    assert set(means) == {"500 to 1,000 kW", "2 to 10 MW", "all"}
    assert (means["2 to 10 MW"].centres, means["2 to 10 MW"].total_energy_kwh) == (1, None)
    assert means["2 to 10 MW"].indicators is None
    small = means["500 to 1,000 kW"]
    assert small.total_energy_kwh == 38e5
    assert small.indicators == {"PUE": pytest.approx((12 * 1.2 + 15 * 1.5 + 11 * 1.375) / 38)}
    assert means["all"].centres == 4


def test_public_means_need_the_energies_of_every_centre():
    with pytest.raises(BadArgument, match="EIT"):
        public_means([{"PDIT": 600.0, "EDC": 5.0}])


def test_the_floor_and_the_heat_that_count():
    with pytest.raises(BadArgument, match="centre_power_kw"):
        find("shared_floor_m2").compute(building_floor_m2=10, centre_power_kw=5, building_power_kw=4)
    with pytest.raises(BadArgument, match="returned_cooling_kwh"):
        find("reused_heat_kwh").compute(delivered_heat_kwh=3, returned_cooling_kwh=4)


def test_every_fact_of_the_act_has_source_and_licence():
    rows = fact_rows("eu_2024_1364.csv")
    assert len(rows) == 27
    assert all(row["source"] and row["licence"] and row["unit"] for row in rows)
    assert len({row["symbol"] for row in rows}) == 27
