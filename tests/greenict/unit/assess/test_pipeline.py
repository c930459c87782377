"""From a file to a result, and what is said on the way."""

import pytest
from builders import assessed, factor, factor_set, inventory, item, parts, totals

from greenict.assess import Result, compare, example_inventory_path, explain
from greenict.errors import BadArgument, BadFactorSet, BadFile, BadRows, UnknownName
from greenict.scenario import assess, check

LAPTOP = {"item": "laptop", "quantity": 2, "country": "FRA", "year": 2024, "site": "a"}


def codes(result):
    return {warning["code"] for warning in result.warnings}


@pytest.mark.parametrize("profile", ["l1410", "l1420", "pcr-digital-services", "ghg-protocol"])
def test_the_example_is_assessed_by_every_profile(profile, tmp_path):
    result = assess(example_inventory_path(), profile=profile, by=["site", "network"], draws=50)
    assert totals(result)["climate_change"] > 0
    assert result.left_out == []
    result.save(tmp_path / "r")
    again = Result.open(tmp_path / "r")
    assert again.to_json() == result.to_json()
    assert all(
        compare(result, again).categories[name]["difference"] == 0 for name in result.meta["indicators"]
    )


def test_the_result_says_what_it_was_made_of(tmp_path):
    meta = assessed(inventory(tmp_path, LAPTOP), by=["site", "stage"], draws=5, seed=9, name="mine").meta
    assert (meta["name"], meta["profile"], meta["draws"], meta["seed"], meta["by"]) == (
        "mine",
        "l1410",
        5,
        9,
        ["site", "stage"],
    )
    assert (meta["gwp_set"], meta["tags"], meta["engine"]) == ("AR6", ["site"], "duckdb")
    assert meta["input"]["file"] == "inventory.csv"
    assert len(meta["input"]["sha256"]) == 64
    assert set(assessed(inventory(tmp_path, LAPTOP)).to_json()) == {
        "meta",
        "totals",
        "rows",
        "left_out",
        "warnings",
        "coverage",
    }


def test_rows_are_by_stage_unless_asked_otherwise(tmp_path):
    path = inventory(tmp_path, LAPTOP)
    assert {tuple(row)[:2] for row in assessed(path).rows} == {("stage", "category")}
    assert {tuple(row)[:2] for row in assessed(path, by=["category"]).rows} == {("category", "value")}
    assert {tuple(row)[:3] for row in assessed(path, by=["site", "category", "stage"]).rows} == {
        ("site", "stage", "category")
    }


def test_progress_ends_at_the_whole(tmp_path):
    heard = []
    assess(inventory(tmp_path, LAPTOP), draws=0, progress=lambda step, share: heard.append((step, share)))
    shares = [share for _, share in heard]
    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"by": ["nothing"]}, BadArgument, "nothing"),
        ({"profile": "nothing"}, UnknownName, "nothing"),
        ({"factors": ["nothing"]}, UnknownName, "nothing"),
        ({"engine": "abacus"}, BadArgument, "abacus"),
        ({"decimal": "x"}, BadArgument, "decimal"),
        ({"colour": "red"}, BadArgument, "colour"),
    ],
)
def test_what_is_asked_wrongly_is_refused(asked, error, words, tmp_path):
    for ask in (assess, check):
        with pytest.raises(error, match=words):
            ask(inventory(tmp_path, LAPTOP), **asked)


def test_a_check_says_what_would_be_used_and_computes_nothing(tmp_path):
    path = inventory(tmp_path, LAPTOP, {**LAPTOP, "quantity": 3}, {**LAPTOP, "quantity": -1})
    made = check(path, factors=[factor_set(tmp_path)], default_factors=False)
    assert (made.rows, made.bad_count, [row.row for row in made.bad]) == (3, 1, [4])
    assert made.columns == ("item", "quantity", "country", "year", "site")
    assert made.tags == ("site",)
    assert [(row["item"], row["lines"], row["quantity"], row["unit"]) for row in made.items] == [
        ("laptop", 2, 5, "piece")
    ]
    assert {"laptop.production.manufacturing.climate_change.WORLD.2000."} <= {
        row["factor_id"] for row in made.factors
    }
    assert [row["id"] for row in made.sets] == ["tiny"]


def test_bad_rows_stop_an_assessment_unless_it_is_to_keep_going(tmp_path):
    path = inventory(tmp_path, LAPTOP, {**LAPTOP, "quantity": -1})
    with pytest.raises(BadRows, match=r"inventory.csv: 1 bad row"):
        assessed(path)
    result = assessed(path, keep_going=True)
    assert totals(result)["climate_change"] == 242
    assert [(row["row"], row["column"], row["value"]) for row in result.left_out] == [(3, "quantity", "-1")]


def test_defaults_are_said(tmp_path):
    assert {"default_energy", "default_lifetime"} <= codes(assessed(inventory(tmp_path, LAPTOP)))
    own = {**LAPTOP, "annual_energy_kwh": 3, "lifetime_years": 2}
    assert not {"default_energy", "default_lifetime"} & codes(assessed(inventory(tmp_path, own)))
    assert "default_lifetime" not in codes(assessed(inventory(tmp_path, LAPTOP), profile="ghg-protocol"))
    assert "no_purchase_year" in codes(assessed(inventory(tmp_path, LAPTOP), profile="ghg-protocol"))


def test_scopes_of_an_organisation(tmp_path):
    rows = [LAPTOP, {"item": "gas", "quantity": 1}, {"item": "data_gb", "quantity": 1000, "country": "FRA"}]
    found = parts(assessed(inventory(tmp_path, *rows), profile="l1420"), "scope")
    assert found["1", "climate_change"] == 2256
    assert found["2", "climate_change"] == pytest.approx(60 * 0.05 + 200 * 0.05)
    assert found["3", "climate_change"] == pytest.approx(57.5 + 10)


def test_coverage_tells_measured_from_generic_and_missing(tmp_path):
    own = factor_set(
        tmp_path,
        factors=[
            factor("laptop", "production", "climate_change", 100, kind="supplier"),
            factor("electricity", "use", "climate_change", 0.5),
        ],
    )
    rows = [{"item": "laptop", "quantity": 1, "annual_energy_kwh": 50, "lifetime_years": 4}]
    classes = {
        row["data_class"]: row
        for row in assessed(inventory(tmp_path, *rows), None, own).coverage
        if row["category"] == "climate_change"
    }
    assert {name: row["value"] for name, row in classes.items()} == {"measured": 100, "supplier": 100}
    assert [row["share"] for row in classes.values()] == [0.5, 0.5]
    said = assessed(inventory(tmp_path, {**rows[0], "data_class": "Generic"}), None, own).coverage
    assert {row["data_class"] for row in said if row["category"] == "climate_change"} == {"generic"}


def test_an_explanation_names_factor_source_and_place(tmp_path):
    found = explain(assessed(inventory(tmp_path, LAPTOP), draws=20), stage="use")
    (way,) = found.contributions
    assert (way["value"], way["share"], found.lines) == (pytest.approx(12), pytest.approx(1), 1)
    assert (way["factor"], way["factor_unit"], way["place"], way["source"], way["licence"]) == (
        0.05,
        "kg CO2e/kWh",
        "FRA",
        "made for a test",
        "CC0",
    )
    assert (way["amount"], way["amount_unit"], way["via_factor"]) == (8, "pieces x years", 30)
    assert "lifetime" in found.equation


@pytest.mark.parametrize(
    "figure",
    [
        {"stage": "dreaming"},
        {"scope": "4"},
        {"category": "joy"},
        {"country": "JPN"},
        {"item": "gas"},
        {"site": "a"},
        {"year": "1999"},
    ],
)
def test_a_figure_that_the_result_does_not_have_is_refused(figure, tmp_path):
    with pytest.raises(BadArgument):
        explain(assessed(inventory(tmp_path, LAPTOP)), **figure)


def test_lines_of_another_file_are_refused(tmp_path):
    from greenict.assess import lines  # noqa: PLC0415 - only here

    result = assessed(inventory(tmp_path, LAPTOP))
    with pytest.raises(BadFile, match="not the file that was assessed"):
        lines(result, inventory(tmp_path, {**LAPTOP, "quantity": 3}, file="other.csv"))


@pytest.mark.parametrize(
    "line",
    [
        {"item": "electricity", "quantity": 100, "contract_energy_kwh": 1000, "contract_ghg_kg_per_kwh": 0},
        {"item": "laptop", "quantity": 1, "contract_energy_kwh": 1000, "contract_ghg_kg_per_kwh": 0},
        {"item": "data_gb", "quantity": 10, "contract_energy_kwh": 1000, "contract_ghg_kg_per_kwh": 0},
    ],
)
def test_contracts_beyond_the_electricity_are_refused(line, tmp_path):
    with pytest.raises(BadRows, match="is more than the line's electricity"):
        assessed(inventory(tmp_path, {**line, "country": "FRA"}), profile="l1420")


def test_a_factor_of_an_unknown_item_is_refused(tmp_path):
    own = factor_set(tmp_path, factors=[factor("lapptop", "production", "climate_change", 1)])
    with pytest.raises(BadFactorSet, match="item 'lapptop' is declared nowhere"):
        check(inventory(tmp_path, LAPTOP), factors=[own], default_factors=False)


def test_what_is_counted_twice_is_said(tmp_path):
    both = [{**item("net_gb", "network", "GB"), "contains": "box"}, item("box")]
    rows = [factor("box", "production", "climate_change", 1)]
    rows.append({**factor("net_gb", "use", "climate_change", 1), "unit": "kg CO2e/GB"})
    own = factor_set(tmp_path, items=both, factors=rows)
    asked = {"factors": [own], "default_factors": False}
    alone = check(inventory(tmp_path, {"item": "net_gb", "quantity": 1}), **asked)
    together = check(
        inventory(tmp_path, {"item": "net_gb", "quantity": 1}, {"item": "box", "quantity": 1}), **asked
    )
    codes = [[w["code"] for w in found.warnings].count("double_counting") for found in (alone, together)]
    assert codes == [0, 1]


def test_a_pue_that_no_term_takes_is_said(tmp_path):
    lines = [{"item": name, "quantity": 1, "pue": 1.5} for name in ("gas", "laptop")]
    found = check(inventory(tmp_path, *lines), factors=[factor_set(tmp_path)], default_factors=False)
    assert [w["message"].split(":")[0] for w in found.warnings if w["code"] == "unused_pue"] == ["gas"]


def test_a_figure_that_no_factor_serves_is_missing_and_not_zero(tmp_path):
    result = assessed(inventory(tmp_path, {"item": "gadget", "quantity": 1}, LAPTOP))
    found = explain(result, category="e_waste", item="gadget")
    assert (found.value, found.p05, found.contributions) == (None, None, [])
