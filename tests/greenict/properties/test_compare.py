"""The difference of two results, split exactly."""

import tempfile
from pathlib import Path

import pytest
from builders import ELECTRICITY, FACTORS, ITEMS, PROFILES, assessed, factor, factor_set, inventory, totals
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.assess import compare
from greenict.errors import BadArgument

EFFECTS = ("activity", "factors", "method", "coverage")
LINE = st.fixed_dictionaries(
    {
        "item": st.sampled_from(["laptop", "server_rack", "data_gb", "gas", "electricity", "licence"]),
        "quantity": st.integers(0, 1000),
        "country": st.sampled_from([None, "FRA", "JPN"]),
        "lifetime_years": st.sampled_from([None, 3, 6]),
        "annual_energy_kwh": st.sampled_from([None, 10, 500]),
        "site": st.sampled_from(["a", "b"]),
    }
)
LINES = st.lists(LINE, min_size=1, max_size=6)


@pytest.fixture(scope="module")
def sets(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sets")
    other = [
        factor("laptop", "production", "climate_change", 150),
        factor("laptop", "use", "final_energy", 25),
        *(f for f in FACTORS if f["item"] not in ("laptop", "electricity", "gas")),
        {**ELECTRICITY[0]},
        factor("electricity", "use", "climate_change", 0.07, place="FRA"),
        factor("electricity", "use", "climate_change", 0.45),
    ]
    return {"tiny": factor_set(folder), "other": factor_set(folder, "other", items=ITEMS, factors=other)}


def of(rows, own, profile="l1420"):
    with tempfile.TemporaryDirectory() as folder:
        return assessed(inventory(Path(folder), *rows), None, own, profile=profile, by=["site"])


@settings(max_examples=20, deadline=None)
@given(
    rows=st.tuples(LINES, LINES),
    profiles=st.tuples(st.sampled_from(PROFILES), st.sampled_from(PROFILES)),
    named=st.tuples(st.sampled_from(["tiny", "other"]), st.sampled_from(["tiny", "other"])),
)
def test_the_effects_sum_to_the_difference_and_turn_with_the_order(sets, rows, profiles, named):
    a, b = (of(r, sets[s], p) for r, s, p in zip(rows, named, profiles, strict=True))
    there, back = compare(a, b), compare(b, a)
    for category, split in there.categories.items():
        before, after = totals(a)[category] or 0, totals(b)[category] or 0
        scale = max(abs(before), abs(after), 1)
        assert split["difference"] == pytest.approx(after - before, abs=1e-9 * scale)
        assert sum(split[effect] for effect in EFFECTS) == pytest.approx(after - before, abs=1e-9 * scale)
        turned = back.categories[category]
        for effect in EFFECTS:
            assert turned[effect] == pytest.approx(-split[effect], abs=1e-9 * scale), effect


@settings(max_examples=6, deadline=None)
@given(rows=LINES, profile=st.sampled_from(PROFILES))
def test_a_result_does_not_differ_from_itself(sets, rows, profile):
    same = compare(of(rows, sets["tiny"], profile), of(rows, sets["tiny"], profile))
    assert {split[effect] for split in same.categories.values() for effect in (*EFFECTS, "difference")} <= {0}
    assert all(row["value"] == 0 for row in same.behind)


def split(a, b, category="climate_change"):
    found = compare(a, b).categories[category]
    return {effect: found[effect] for effect in EFFECTS if abs(found[effect]) > 1e-9}


LAPTOP = {"item": "laptop", "quantity": 2, "country": "FRA", "year": 2024}


def test_other_quantities_are_activity(sets):
    a, b = (of([{**LAPTOP, "quantity": n, "site": "a"}], sets["tiny"]) for n in (2, 5))
    assert split(a, b) == {"activity": pytest.approx(3 * 30.25)}


def test_other_energy_and_lifetime_are_activity(sets):
    a, b = (
        of([{**LAPTOP, "annual_energy_kwh": e, "lifetime_years": y, "site": "a"}], sets["tiny"])
        for e, y in ((20, 5), (40, 2))
    )
    assert split(a, b) == {"activity": pytest.approx(2 * (115 / 2 - 115 / 5 + 20 * 0.05))}


def test_items_that_come_and_go_are_activity(sets):
    a = of([{**LAPTOP, "site": "a"}], sets["tiny"])
    b = of([{"item": "gas", "quantity": 1, "site": "a"}], sets["tiny"])
    assert split(a, b) == {"activity": pytest.approx(2256 - 60.5)}


def test_another_factor_set_is_factors(sets):
    one = [{"item": "electricity", "quantity": 1000, "country": "FRA", "site": "a"}]
    a, b = (of(one, sets[name]) for name in ("tiny", "other"))
    assert split(a, b) == {"factors": pytest.approx(20)}
    behind = [
        row
        for row in compare(a, b).behind
        if row["category"] == "climate_change" and row["effect"] == "factors"
    ]
    assert [(row["factor_a"].split(":")[0], row["factor_b"].split(":")[0]) for row in behind] == [
        ("tiny", "other")
    ]


def test_another_profile_is_method(sets):
    a, b = (of([{**LAPTOP, "site": "a"}], sets["tiny"], profile) for profile in ("l1420", "l1410"))
    assert split(a, b) == {"method": pytest.approx(242 - 60.5)}
    room = [{"item": "server_rack", "quantity": 1, "country": "FRA", "site": "a"}]
    a, b = (of(room, sets["tiny"], profile) for profile in ("l1420", "pcr-digital-services"))
    assert split(a, b) == {"method": pytest.approx(75)}


def test_a_figure_that_one_side_could_not_give_is_coverage(sets):
    gas = [{"item": "gas", "quantity": 1, "site": "a"}]
    a, b = of(gas, sets["other"]), of(gas, sets["tiny"])
    assert split(a, b) == {"coverage": pytest.approx(2256)}


def test_quantity_and_factor_at_once_share_their_product_fairly(sets):
    lines = [[{"item": "electricity", "quantity": n, "country": "FRA", "site": "a"}] for n in (1000, 3000)]
    found = split(of(lines[0], sets["tiny"]), of(lines[1], sets["other"]))
    assert found == {"activity": pytest.approx(2000 * 0.06), "factors": pytest.approx(2000 * 0.02)}


def test_the_tags_that_both_know_are_compared(sets):
    a = of([{**LAPTOP, "site": "a"}, {**LAPTOP, "site": "b"}], sets["tiny"])
    b = of([{**LAPTOP, "site": "a"}, {**LAPTOP, "site": "b", "quantity": 4}], sets["tiny"])
    rows = {
        row["tag_value"]: row["value"]
        for row in compare(a, b).behind
        if row["tag"] == "site" and row["category"] == "climate_change"
    }
    assert rows == {"a": pytest.approx(0, abs=1e-12), "b": pytest.approx(60.5)}


def test_an_inventory_is_not_compared_with_sales(sets, tmp_path):
    from builders import written  # noqa: PLC0415 - only here

    sales = written(
        tmp_path / "s.csv", [{"country": "FRA", "unu_key": "0303", "year": 2020, "amount": 1, "unit": "t"}]
    )
    from greenict.scenario import assess  # noqa: PLC0415 - only here

    with pytest.raises(BadArgument, match="two inventories or two tables of sales"):
        compare(of([{**LAPTOP, "site": "a"}], sets["tiny"]), assess(sales, draws=0))
