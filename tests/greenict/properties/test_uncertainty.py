"""Ranges and shares of variance, against draws and against the textbook."""

import math
import tempfile
from pathlib import Path

import numpy as np
import pytest
from builders import ITEMS, assessed, factor, factor_set, inventory, item
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.assess import explain
from greenict.assess.uncertainty import Sampler, Weights, draws_of, mean_of, variance, variance_of
from greenict.errors import BadArgument
from greenict.factors.layers import layered

DRAWS = 200_000
SHAPES = [
    ("lognormal", 1.5),
    ("lognormal", 4.0),
    ("normal", 0.2),
    ("uniform", 0.4),
    ("triangular", 0.5),
    ("none", None),
]


def factors_of(*shapes, amount=10.0):
    """One factor for each shape, as the engine reads them."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            factor(
                "gadget",
                "production",
                "climate_change",
                amount,
                process=str(n),
                distribution=shape,
                spread=spread,
            )
            for n, (shape, spread) in enumerate(shapes)
        ]
        own = factor_set(folder, "own", items=[item("gadget")], factors=rows)
        return layered([own], default=False).factors


@pytest.mark.parametrize(("shape", "spread"), SHAPES)
def test_draws_have_the_mean_and_the_variance_that_are_said(shape, spread):
    (one,) = factors_of((shape, spread))
    drawn = draws_of(one, 73, DRAWS)
    error = math.sqrt(variance_of(one) / DRAWS)
    assert drawn.mean() == pytest.approx(mean_of(one), abs=5 * error + 1e-12)
    kurtosis = np.mean((drawn - drawn.mean()) ** 4) / drawn.var() ** 2 if drawn.std() > 0 else 1
    assert drawn.var() == pytest.approx(
        variance_of(one), rel=6 * math.sqrt((kurtosis + 1) / DRAWS), abs=1e-12
    )
    assert np.median(drawn) == pytest.approx(10, rel=0.02)


@pytest.mark.parametrize(
    ("shape", "spread", "mean", "deviation"),
    [
        ("normal", 0.2, 10, 2),
        ("uniform", 0.4, 10, 4 / math.sqrt(3)),
        ("triangular", 0.5, 10, 5 / math.sqrt(6)),
        ("none", None, 10, 0),
        # ln GSD = s; mean exp(s^2/2), variance (exp(s^2) - 1) exp(s^2); the spread is GSD squared
        ("lognormal", math.e**2, 10 * math.exp(0.5), 10 * math.sqrt((math.e - 1) * math.e)),
        ("lognormal", 1.0, 10, 0),
    ],
)
def test_moments_of_the_textbook(shape, spread, mean, deviation):
    (one,) = factors_of((shape, spread))
    assert mean_of(one) == pytest.approx(mean, rel=1e-12)
    assert math.sqrt(variance_of(one)) == pytest.approx(deviation, rel=1e-12)


def test_the_spread_of_a_lognormal_holds_95_per_cent_within_it():
    (one,) = factors_of(("lognormal", 1.8))
    drawn = draws_of(one, 1, DRAWS)
    assert np.mean((drawn > 10 / 1.8) & (drawn < 10 * 1.8)) == pytest.approx(0.954, abs=0.005)


@settings(max_examples=12, deadline=None)
@given(
    weights=st.lists(
        st.tuples(st.integers(-1, 4), st.integers(0, 4), st.integers(-5, 20)), min_size=1, max_size=8
    ),
    activity=st.sampled_from([0.0, 100.0, 1e6]),
)
def test_the_analytic_variance_is_that_of_the_draws(weights, activity):
    factors = factors_of(
        ("lognormal", 1.6), ("normal", 0.1), ("uniform", 0.5), ("triangular", 0.4), ("none", None)
    )
    pairs = {(first, second): float(weight) for first, second, weight in weights if first != second}
    made = Weights(
        np.array([first for first, _ in pairs], dtype=np.int64),
        np.array([second for _, second in pairs], dtype=np.int64),
        np.array(list(pairs.values())),
    )
    said = variance(factors, made, activity)
    drawn = Sampler(factors, seed=5, draws=DRAWS // 2).values(made, activity, "x")
    assert drawn.var() == pytest.approx(said.total, rel=0.06, abs=1e-9)
    parts = sum(said.by_factor.values()) + said.interaction + said.activity
    assert parts == pytest.approx(said.total, rel=1e-12, abs=1e-12)


def test_the_share_of_a_factor_is_what_fixing_it_takes_away():
    factors = factors_of(("lognormal", 2.0), ("normal", 0.3))
    made = Weights(np.array([-1, -1]), np.array([0, 1]), np.array([1.0, 2.0]))
    said = variance(factors, made)
    fixed = factors_of(("none", None), ("normal", 0.3))
    assert said.total - said.by_factor[0] == pytest.approx(variance(fixed, made).total)


UNSURE = [
    factor("laptop", "production", "climate_change", 100, distribution="lognormal", spread=1.5),
    factor("laptop", "use", "final_energy", 30, distribution="uniform", spread=0.3),
    factor("server_rack", "production", "climate_change", 1000, distribution="normal", spread=0.2),
    factor("server_rack", "use", "final_energy", 2000, distribution="triangular", spread=0.2),
    factor("electricity", "use", "climate_change", 0.5, distribution="lognormal", spread=1.3),
    factor("electricity", "use", "final_energy", 1),
]


@pytest.fixture(scope="module")
def unsure(tmp_path_factory):
    return factor_set(tmp_path_factory.mktemp("sets"), "unsure", items=ITEMS, factors=UNSURE)


def of(folder, unsure, *rows, **asked):
    return assessed(inventory(folder, *rows), None, unsure, **{"draws": 4000, **asked})


def width(result, category="climate_change"):
    total = result.totals[category]
    return (total["p95"] - total["p05"]) / total["value"]


def test_a_factor_that_many_lines_share_keeps_their_sum_as_wide_as_one_line(unsure, tmp_path):
    one = of(tmp_path, unsure, {"item": "laptop", "quantity": 1})
    many = of(
        tmp_path, unsure, *({"item": "laptop", "quantity": 1, "site": n} for n in range(400)), by=["site"]
    )
    assert width(many) == pytest.approx(width(one), rel=1e-9)


def test_lines_that_are_uncertain_on_their_own_average_out(tmp_path):
    sure = factor_set(
        tmp_path, "sure", items=ITEMS, factors=[factor("gadget", "production", "climate_change", 8)]
    )
    one = of(tmp_path, sure, {"item": "gadget", "quantity": 4, "uncertainty_percent": 40}, draws=DRAWS)
    many = of(
        tmp_path, sure, *[{"item": "gadget", "quantity": 4, "uncertainty_percent": 40}] * 100, draws=DRAWS
    )
    assert width(one) == pytest.approx(2 * 1.645 * 0.4 / 1.96, rel=0.02)
    assert width(many) == pytest.approx(width(one) / 10, rel=0.02)


def test_the_whole_variance_of_a_result_is_that_of_drawing_every_line(unsure, tmp_path):
    """Draw factors once and lines one by one, with no engine, and compare means and variances."""
    rows = [
        {"item": "laptop", "quantity": 5, "lifetime_years": 3, "uncertainty_percent": 30},
        {
            "item": "laptop",
            "quantity": 7,
            "lifetime_years": 4,
            "annual_energy_kwh": 50,
            "uncertainty_percent": 60,
        },
        {"item": "server_rack", "quantity": 1, "lifetime_years": 5, "pue": 1.5},
    ]
    result = of(tmp_path, unsure, *rows, draws=DRAWS)
    numbers = np.random.default_rng(11)

    def lognormal(median, spread):
        return median * np.exp(math.log(spread) / 2 * numbers.standard_normal(DRAWS))

    made, grid = lognormal(100, 1.5), lognormal(0.5, 1.3)
    power = 30 * numbers.uniform(0.7, 1.3, DRAWS)
    server, server_power = (
        1000 * (1 + 0.2 * numbers.standard_normal(DRAWS)),
        2000 * numbers.triangular(0.8, 1, 1.2, DRAWS),
    )
    first, second = (n * (1 + u / 1.96 * numbers.standard_normal(DRAWS)) for n, u in ((5, 0.3), (7, 0.6)))
    drawn = (
        first * (made + 3 * power * grid)
        + second * (made + 4 * 50 * grid)
        + server
        + server_power * 1.5 * 5 * grid
    )
    found = explain(result)
    low, middle, high = np.percentile(drawn, (5, 50, 95))
    assert (found.p05, found.p50, found.p95) == pytest.approx((low, middle, high), rel=0.02)


def test_shares_of_variance_sum_to_one(unsure, tmp_path):
    rows = [
        {"item": "laptop", "quantity": 5, "uncertainty_percent": 30},
        {"item": "server_rack", "quantity": 1},
    ]
    found = explain(of(tmp_path, unsure, *rows), limit=100)
    shares = sum(each["share_of_variance"] for each in found.factors)
    assert found.activity_share_of_variance > 0
    assert found.interaction_share_of_variance > 0
    assert shares + found.activity_share_of_variance + found.interaction_share_of_variance == pytest.approx(
        1, rel=1e-12
    )


def test_the_seed_makes_the_numbers(unsure, tmp_path):
    rows = [{"item": "laptop", "quantity": 5}, {"item": "server_rack", "quantity": 1}]
    first, again, other = (of(tmp_path, unsure, *rows, seed=seed).totals for seed in (1, 1, 2))
    assert first == again
    assert first["climate_change"]["p95"] != other["climate_change"]["p95"]
    assert first["climate_change"]["value"] == other["climate_change"]["value"]


def test_another_line_leaves_the_draws_of_the_first_alone(unsure, tmp_path):
    laptop = {"item": "laptop", "quantity": 5}
    alone = of(tmp_path, unsure, laptop, by=["item"]).rows
    beside = of(tmp_path, unsure, laptop, {"item": "server_rack", "quantity": 1}, by=["item"]).rows
    assert [row for row in beside if row["item"] == "laptop"] == alone


def test_the_range_of_a_sum_is_not_wider_than_the_sum_of_the_ranges(unsure, tmp_path):
    result = of(
        tmp_path,
        unsure,
        {"item": "laptop", "quantity": 5},
        {"item": "server_rack", "quantity": 1},
        by=["item"],
    )
    parts = [row["p95"] - row["p05"] for row in result.rows if row["category"] == "climate_change"]
    total = result.totals["climate_change"]
    assert max(parts) < total["p95"] - total["p05"] < sum(parts)


@settings(max_examples=15, deadline=None)
@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {
                "item": st.sampled_from(["laptop", "server_rack"]),
                "quantity": st.integers(1, 1000),
                "uncertainty_percent": st.sampled_from([None, 5, 30]),
            }
        ),
        min_size=1,
        max_size=5,
    ),
    profile=st.sampled_from(["l1410", "l1420"]),
)
def test_the_median_lies_within_the_range_and_near_the_value(unsure, rows, profile):
    with tempfile.TemporaryDirectory() as folder:
        totals = of(Path(folder), unsure, *rows, profile=profile).totals
    for total in totals.values():
        if total["value"] is not None:
            assert total["p05"] <= total["p50"] <= total["p95"]
            assert total["p50"] == pytest.approx(total["value"], rel=0.1)


def test_no_draws_no_range(unsure, tmp_path):
    total = of(tmp_path, unsure, {"item": "laptop", "quantity": 5}, draws=0).totals["climate_change"]
    assert (total["p05"], total["p50"], total["p95"]) == (None, None, None)


@pytest.mark.parametrize("asked", [{"draws": -1}, {"draws": 1_000_001}, {"seed": -1}, {"draws": 1.5}])
def test_draws_and_seeds_that_are_none_are_refused(unsure, tmp_path, asked):
    with pytest.raises(BadArgument, match=next(iter(asked))):
        of(tmp_path, unsure, {"item": "laptop", "quantity": 5}, **asked)


def test_use_by_piece_and_year_is_as_uncertain_as_its_line(tmp_path):
    own = factor_set(tmp_path, "own", items=ITEMS, factors=[factor("licence", "use", "climate_change", 20)])
    for profile in ("l1410", "l1420"):
        result = of(
            tmp_path,
            own,
            {"item": "licence", "quantity": 4, "uncertainty_percent": 40},
            profile=profile,
            draws=DRAWS,
        )
        assert width(result) == pytest.approx(2 * 1.645 * 0.4 / 1.96, rel=0.02)


def test_a_contract_is_as_uncertain_as_nothing_but_the_rest_is(tmp_path):
    own = factor_set(
        tmp_path, "own", items=ITEMS, factors=[factor("electricity", "use", "climate_change", 0.5)]
    )
    line = {
        "item": "electricity",
        "quantity": 1000,
        "uncertainty_percent": 40,
        "contract_energy_kwh": 500,
        "contract_ghg_kg_per_kwh": 0,
    }
    total = of(tmp_path, own, line, profile="l1420", draws=DRAWS).totals["climate_change_market_based"]
    assert total["value"] == 250
    assert total["p95"] - total["p05"] == pytest.approx(500 * 2 * 1.645 * 0.4 / 1.96, rel=0.02)
