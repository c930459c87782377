"""`greenict calc`: its JSON, its list, its refusals."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from greenict.cli.calc import calc
from greenict.errors import BadArgument, GreenictError, UnknownName


def run(*words: str):
    return CliRunner().invoke(calc, list(words), catch_exceptions=False)


def test_json_has_exactly_the_fields_of_the_contract():
    answer = json.loads(
        run("scope2_market_ghg_t", "used_energy_mwh=10000", "contract_energy_mwh=6e3", "contract_ghg_t_per_mwh=0",
            "residual_ghg_t_per_mwh=0.5", "--format", "json").output
    )  # fmt: skip
    assert answer == {
        "method": "scope2_market_ghg_t",
        "value": 2000.0,
        "unit": "t CO2e",
        "inputs": {
            "used_energy_mwh": 10000.0,
            "contract_energy_mwh": 6000.0,
            "contract_ghg_t_per_mwh": 0.0,
            "residual_ghg_t_per_mwh": 0.5,
        },
        "source": answer["source"],
    }
    assert "Scope 2" in answer["source"]


def test_lists_tables_texts_and_dates_go_in_and_come_back():
    answer = json.loads(
        run("cluster_split_t", "cluster_t=5000", 'placed_t:={"0304": 1500, "0307": 3500}', "unu_key=0304",
            "--format", "json").output
    )  # fmt: skip
    assert answer["value"] == 1500.0
    assert answer["inputs"] == {
        "cluster_t": 5000.0,
        "placed_t": {"0304": 1500.0, "0307": 3500.0},
        "unu_key": "0304",
    }
    words = ("device_lifespan_years", "purchase=2020-07-08", "retirement=2024-11-20")
    answer = json.loads(run(*words, "--format", "json").output)
    assert answer["inputs"] == {"purchase": "2020-07-08", "retirement": "2024-11-20"}


def test_a_column_gives_a_column():
    words = ("pue_ratio", "facility_energy_kwh:=[20, 30]", "it_energy_kwh=10", "--format", "json")
    assert json.loads(run(*words).output)["value"] == [2.0, 3.0]


def test_text_shows_equation_inputs_defaults_result_and_source():
    shown = run("fixed_access_power_w", "user_rate_mbps=10").output
    assert "P = P_0 + a * R" in shown
    assert "base_power_w      9.55 W" in shown
    assert "fixed_access_power_w = 9.85 W" in shown
    assert "Source: Carbon Trust" in shown


def test_the_list_names_arguments_units_quantity_and_source():
    listed = {one["id"]: one for one in json.loads(run("--list", "--format", "json").output)}
    pue = listed["pue_ratio"]
    assert set(pue) == {
        "id", "title", "topic", "arguments", "quantity", "unit", "source", "equation", "status",
    }  # fmt: skip
    assert (pue["topic"], pue["unit"], pue["equation"]) == ("data_centres", "ratio", "PUE = E_DC / E_IT")
    assert pue["arguments"][1] == {
        "name": "it_energy_kwh",
        "unit": "kWh",
        "required": True,
        "default": None,
        "meaning": "energy of the IT equipment, measured behind the uninterruptible supply (E_IT)",
    }
    assert listed["iteu_sv_percent"]["arguments"][0]["meaning"].endswith("(a list)")
    shown = run("--list").output
    assert "data centres\n  pue_ratio  [ratio]" in shown
    assert set(listed) <= {line.split()[0] for line in shown.splitlines() if line.startswith("  ")}


@pytest.mark.parametrize(
    ("words", "error", "message"),
    [
        (["pue_rato"], UnknownName, "did you mean pue_ratio"),
        (["pue_ratio", "energy=1"], UnknownName, "its arguments are facility_energy_kwh, it_energy_kwh"),
        (["pue_ratio"], BadArgument, "still needs facility_energy_kwh, it_energy_kwh"),
        (["pue_ratio", "facility_energy_kwh=30kWh"], BadArgument, "facility_energy_kwh = '30kWh': .*without the unit"),
        (["pue_ratio", "facility_energy_kwh=1,5"], BadArgument, "decimal point"),
        (["pue_ratio", "facility_energy_kwh=nan", "it_energy_kwh=1"], BadArgument, "facility_energy_kwh = nan"),
        (["pue_ratio", "facility_energy_kwh=-5", "it_energy_kwh=1"], BadArgument, "above 0"),
        (["pue_ratio", "facility_energy_kwh=2", "facility_energy_kwh=3"], BadArgument, "given twice"),
        (["pue_ratio", "facility_energy_kwh"], BadArgument, "write name=value"),
        (["pue_ratio", "facility_energy_kwh:=[1,"], BadArgument, "JSON"),
        (["pue_ratio", "facility_energy_kwh:=" + "[" * 100_000], BadArgument, "JSON"),
        (["iteu_sv_percent", "server_utilisation_percent=10"], BadArgument, r":='\[1, 2\]'"),
        (["iteu_sv_percent", "server_utilisation_percent:=[10, 101]"], BadArgument, "from 0 to 100"),
        (["waste_of_categories_mt", "category_mt=5"], BadArgument, ':=\'{"a": 1'),
        (["waste_of_categories_mt", 'category_mt:={"a": 1, "a": 2}'], BadArgument, "each name once"),
        (["gas_ghg_kg", "gas=CH5"], UnknownName, "gas"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_with_a_mend(words, error, message):
    with pytest.raises(error, match=message) as refusal:
        run(*words)
    assert isinstance(refusal.value, GreenictError)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--list", "pue_ratio"],
        ["pue_ratio", "--format", "xml"],
        ["pue_ratio", "--out", "x.csv"],
        ["pue_ratio", "--keep-going"],
        ["pue_ratio", "--decimal", "comma"],
    ],
)
def test_wrong_usage_exits_with_2(words):
    assert run(*words).exit_code == 2


YEARLY = ("embodied_ghg_kg_per_year", "embodied_ghg_kg=300")


def test_a_range_goes_in_and_a_range_comes_out():
    answer = json.loads(run(*YEARLY, "lifetime_years=4..8", "--format", "json").output)
    assert set(answer) == {"method", "value", "unit", "inputs", "source", "range", "defaults"}
    assert (answer["value"], answer["inputs"]["lifetime_years"]) == (50.0, 6.0)
    assert answer["range"] == {
        "low": 37.5,
        "high": 75.0,
        "basis": "corners",
        "inputs": {"lifetime_years": {"low": 4.0, "high": 8.0}},
    }
    answer = json.loads(run(*YEARLY, "lifetime_years=4..5..8", "--format", "json").output)
    assert (answer["value"], answer["range"]["low"], answer["range"]["high"]) == (60.0, 37.5, 75.0)
    shown = run(*YEARLY, "lifetime_years=4..8").output
    assert "lifetime_years   6 yr  (from 4 to 8)" in shown
    assert "range 37.5 to 75 kg CO2e/yr\n  (computed at the ends of the ranges)" in shown


def test_a_range_of_words_tells_which_may_occur():
    words = ("eu_repairability_class", "repairability_score=3..4")
    answer = json.loads(run(*words, "--format", "json").output)
    assert (answer["value"], answer["range"]["values"]) == ("B", ["A", "B", "C"])
    assert "it may be A, B, C" in run(*words).output


def test_vary_gives_a_table_and_a_chart_and_may_leave_the_unit_out():
    answer = json.loads(run(*YEARLY, "--vary", "lifetime=4:8", "--format", "json").output)
    assert answer["vary"][0] == {"lifetime_years": 4.0, "embodied_ghg_kg_per_year": 75.0}
    assert [round(one["embodied_ghg_kg_per_year"], 2) for one in answer["vary"]] == [75, 60, 50, 42.86, 37.5]
    assert (answer["value"], answer["inputs"]["lifetime_years"]) == (
        50.0,
        6.0,
    )  # the middle, where it is not given
    given = run(*YEARLY, "lifetime_years=5", "--vary", "lifetime_years=4:8:3", "--format", "json")
    assert (json.loads(given.output)["value"], len(json.loads(given.output)["vary"])) == (60.0, 3)
    lines = run(*YEARLY, "--vary", "lifetime=4:8:2").output.splitlines()
    bars = {line.split()[0]: line.count("█") for line in lines if "█" in line}
    assert bars == {"4": 40, "8": 20}


def test_bars_of_losses_and_gains_begin_at_the_same_zero():
    methods = json.loads(run("--list", "--format", "json").output)
    effect = next(one for one in methods if one["id"] == "net_second_order_effect_ghg_t")
    names = [argument["name"] for argument in effect["arguments"]]
    given = [f"{name}={value}" for name, value in zip(names, (100, 60, 20), strict=True)]
    shown = run(effect["id"], *given, "--vary", f"{names[2]}=20:60:3").output
    bars = [line.split("  ")[-1] if "█" in line else "" for line in shown.splitlines() if line.endswith("█")]
    assert [bar.count("█") for bar in bars] == [20, 20]


def test_defaults_are_named_with_their_source():
    words = ("fixed_access_power_w", "user_rate_mbps=10")
    assert set(json.loads(run(*words, "--format", "json").output)) == {
        "method", "value", "unit", "inputs", "source",
    }  # fmt: skip
    answer = json.loads(run(*words, "--defaults", "--format", "json").output)
    assert set(answer["defaults"]) == {"base_power_w", "slope_w_per_mbps"}
    assert answer["defaults"]["base_power_w"]["value"] == 9.55
    assert "Carbon Trust" in answer["defaults"]["base_power_w"]["source"]
    shown = run(*words).output
    assert "base_power_w      9.55 W  (default)" in shown
    assert "  base_power_w = 9.55 W: as the method: Carbon Trust" in shown
    assert (
        "Defaults taken"
        not in run("fixed_access_power_w", "user_rate_mbps=1", "base_power_w=9", "slope_w_per_mbps=1").output
    )


@pytest.mark.parametrize(
    ("words", "error", "message"),
    [
        ([*YEARLY, "lifetime_years=8..4"], BadArgument, "in rising order"),
        ([*YEARLY, "lifetime_years=4..x"], BadArgument, "lifetime_years = 'x'"),
        ([*YEARLY, "lifetime_years=0..4"], BadArgument, "lifetime_years = 0"),
        ([*YEARLY, "--vary", "lifetime=4"], BadArgument, "write name=low:high"),
        ([*YEARLY, "--vary", "lifetime=8:4"], BadArgument, "low below high"),
        ([*YEARLY, "--vary", "lifetime=4:8:1"], BadArgument, "2 to 201 steps"),
        ([*YEARLY, "--vary", "lifetime=4:8:2.5"], BadArgument, "whole number"),
        ([*YEARLY, "--vary", "life=4:8"], UnknownName, "its arguments are"),
        (["gas_ghg_kg", "gas=CH4", "--vary", "gwp_set=1:2"], BadArgument, "only a number can vary"),
        (["cluster_split_t", "--vary", "placed=1:2"], BadArgument, "only a number can vary"),
    ],
)  # fmt: skip
def test_a_bad_range_is_refused(words, error, message):
    with pytest.raises(error, match=message):
        run(*words)


def test_the_list_waits_for_nothing_slow():
    asked = "import sys; from greenict.cli.calc import calc; calc(['--list'], standalone_mode=False)"
    told = "print({'duckdb', 'pyarrow', 'xlsxwriter', 'openpyxl'} & set(sys.modules), file=sys.stderr)"
    words = [sys.executable, "-c", f"{asked}; {told}"]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert "pue_ratio" in ran.stdout
    assert ran.stderr.strip() == "set()"


def test_help_has_an_example():
    assert "greenict calc pue_ratio facility_energy_kwh=" in run("--help").output
