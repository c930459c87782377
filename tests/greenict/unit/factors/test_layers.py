"""Several sets, one above the other."""

import pytest
from builders import ELECTRICITY, FACTORS, ITEMS, assessed, factor, factor_set, inventory, item, totals

from greenict.errors import BadFactorSet, UnknownName
from greenict.factors.layers import layered


def figure(tmp_path, *sets, **line):
    path = inventory(tmp_path, {"item": "laptop", "quantity": 1, "country": "FRA", "year": 2024, **line})
    return totals(assessed(path, None, *sets))["climate_change"]


def test_a_higher_set_takes_the_word_at_its_place_only(tmp_path):
    low, high = (
        factor_set(tmp_path, "low"),
        factor_set(
            tmp_path,
            "high",
            items=[],
            factors=[factor("electricity", "use", "climate_change", 0.1, place="FRA")],
        ),
    )
    assert figure(tmp_path, low) == pytest.approx(115 + 120 * 0.05)
    assert figure(tmp_path, low, high) == pytest.approx(115 + 120 * 0.1)
    assert figure(tmp_path, low, high, country="JPN") == pytest.approx(115 + 120 * 0.5)


def test_the_order_of_the_sets_decides(tmp_path):
    one, two = (
        factor_set(tmp_path, name, factors=[factor("laptop", "production", "climate_change", amount)])
        for name, amount in (("one", 1), ("two", 2))
    )
    assert (figure(tmp_path, one, two), figure(tmp_path, two, one)) == (2, 1)


def test_every_process_of_the_lower_set_steps_back(tmp_path):
    """Manufacturing and distribution below, one figure for both above: two sources are never mixed."""
    low = factor_set(tmp_path, "low")
    high = factor_set(
        tmp_path, "high", items=[], factors=[factor("laptop", "production", "climate_change", 70)]
    )
    assert figure(tmp_path, low, high) == pytest.approx(70 + 5 + 120 * 0.05)


def test_what_overrides_what_is_listed(tmp_path):
    low = factor_set(tmp_path, "low")
    high = factor_set(
        tmp_path, "high", items=[], factors=[factor("laptop", "production", "climate_change", 70)]
    )
    listed = layered([low, high], default=False).overrides
    assert [(o.item, o.stage, o.category, o.place, o.by, o.over) for o in listed] == [
        ("laptop", "production", "climate_change", "WORLD", "high", "low")
    ]
    assert layered([low], default=False).overrides == ()


def test_the_highest_set_that_declares_an_item_has_the_word(tmp_path):
    low = factor_set(tmp_path, "low")
    high = factor_set(tmp_path, "high", items=[item("laptop", life=10)], factors=ELECTRICITY[:1])
    assert layered([low, high], default=False).item("laptop").lifetime_years == 10


def test_rows_of_another_gwp_set_are_not_seen(tmp_path):
    own = factor_set(tmp_path)
    for gwp, amount in (("AR5", 1924), ("AR6", 2256)):
        rows = layered([own], gwp_set=gwp, default=False).by_item["gas"]["use", "climate_change"]["WORLD"]
        assert [row.amount for row in rows] == [amount]


def test_two_sets_of_one_name_are_refused(tmp_path):
    """Factors are known by set and name; the second would silently take the figures of the first."""
    one = factor_set(tmp_path, "one", id="own")
    two = factor_set(
        tmp_path, "two", id="own", items=[item("x")], factors=[factor("x", "production", "climate_change", 7)]
    )
    with pytest.raises(BadFactorSet, match=r"own.*\n.*id of its own"):
        layered([one, two], default=False)
    with pytest.raises(BadFactorSet, match="greenict-open"):
        layered([factor_set(tmp_path, "three", id="greenict-open")])


def test_a_set_that_is_named_twice_counts_once(tmp_path):
    own = factor_set(tmp_path)
    assert len(layered([own, own], default=False).sets) == 1


def test_an_unknown_set_and_an_unknown_item_are_refused_by_name(tmp_path):
    with pytest.raises(UnknownName, match="nowhere"):
        layered(["nowhere"])
    with pytest.raises(UnknownName, match=r"lapptop.*laptop"):
        layered([factor_set(tmp_path)], default=False).item("lapptop")


def test_the_result_names_its_sets_and_a_change_of_one_figure_changes_its_hash(tmp_path):
    path = inventory(tmp_path, {"item": "laptop", "quantity": 1})
    first = assessed(path, None, factor_set(tmp_path)).meta["factor_sets"]
    again = assessed(path, None, factor_set(tmp_path)).meta["factor_sets"]
    changed = [factor("laptop", "production", "climate_change", 101), *FACTORS[2:]]
    other = assessed(path, None, factor_set(tmp_path, items=ITEMS, factors=changed)).meta["factor_sets"]
    assert first == again
    assert [s["id"] for s in first] == ["tiny"]
    assert first[0]["hash"] != other[0]["hash"]
