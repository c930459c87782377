"""The cleaning of e-waste series: each rule by itself, their order, and the flag of every year."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.errors import BadArgument
from greenict.methods.catalogue import find
from greenict.methods.series_cleaning import Cleaned, clean, is_jump, outliers

SPIKE = {2005: 3.08, 2006: 3.04, 2007: 3.5, 2008: 4.96, 2009: 2.71, 2010: 2.6, 2011: 2.47}


def by_year(series):
    return {str(year): value for year, value in series.items()}


def test_an_outlier_goes_and_its_neighbours_fill_it():
    assert outliers(SPIKE) == [2008]
    cleaned = clean(SPIKE)
    assert cleaned[2008] == Cleaned((3.5 + 2.71) / 2, "outlier; filled from neighbours")
    assert {year: one.value for year, one in cleaned.items() if year != 2008} == {
        year: value for year, value in SPIKE.items() if year != 2008
    }
    assert {one.flag for year, one in cleaned.items() if year != 2008} == {"as given"}


def test_five_values_are_too_few_for_an_outlier():
    assert outliers(dict(list(SPIKE.items())[2:])) == []


def test_equal_values_make_no_outlier_of_the_others():
    assert outliers(dict(enumerate([1, 1, 1, 1, 2, 3], start=2000))) == []


@pytest.mark.parametrize(
    ("before", "value", "after", "second_after", "jumps"),
    [
        (1.0, 1.6, 1.1, None, True),  # first rule, up
        (1.0, 0.45, 1.1, None, True),  # first rule, down
        (1.0, 1.5, 1.1, 1.5, False),  # 50 % exactly; the second year after excuses the second rule
        (1.0, 1.45, 1.1, 1.0, True),  # second rule, up: over 1.2 * 1.1 and over 1.4 * 1.0
        (1.0, 1.45, 1.1, 1.4, False),  # excused
        (1.0, 1.3, 1.1, None, False),  # not 40 % over the lower neighbour
        (1.0, 0.58, 1.0, None, True),  # second rule, down
        (1.0, 0.7, 1.0, None, False),
        (0.2, 0.3, 0.2, None, False),  # too small to matter
        (0.2, 0.31, 0.2, None, True),
        (0.0, 1.0, 0.0, None, False),
    ],
)
def test_jump(before, value, after, second_after, jumps):
    assert is_jump(before, value, after, second_after) is jumps
    found = find("jump_verdict").compute(
        before_kg_per_person=before,
        tested_kg_per_person=value,
        after_kg_per_person=after,
        second_after_kg_per_person=second_after,
    )
    assert found == ("fail" if jumps else "pass")


def test_a_jump_is_filled_from_its_neighbours():
    assert clean({2010: 1.0, 2011: 1.8, 2012: 1.1})[2011] == Cleaned(1.05, "jump; filled from neighbours")


def test_gaps_at_the_ends_follow_the_trend_of_two_years():
    cleaned = clean({2000: 9.0, 2001: 1.0, 2002: 1.2, 2003: 1.1, 2004: 1.3, 2005: 1.2, 2006: 9.0})
    assert cleaned[2000] == Cleaned(pytest.approx(0.8), "outlier; filled from neighbours")
    assert cleaned[2006] == Cleaned(pytest.approx(1.1), "outlier; filled from neighbours")


def test_a_gap_of_three_years_stays_open_and_is_refused():
    series = {2000: 1.0, 2004: 1.4}
    assert [clean(series)[year].flag for year in (2001, 2002, 2003)] == ["not given"] * 3
    with pytest.raises(BadArgument, match="longer than two years"):
        find("cleaned_kg_per_person").compute(observed_kg_per_person=by_year(series), wanted_years=2002)


def test_the_line_from_the_introduction_meets_the_mean_of_the_first_three():
    cleaned = clean({1995: 1.0, 1996: 1.2, 1997: 1.4}, introduced=1985)
    assert [cleaned[year].value for year in (1985, 1990)] == [0, pytest.approx(0.6)]
    assert cleaned[1990].flag == "line from the year of introduction"
    assert cleaned[1990].value == pytest.approx(
        find("before_first_year_kg_per_person").compute(
            first_values_kg_per_person=[1.0, 1.2, 1.4],
            first_years=1995,
            introduction_years=1985,
            wanted_years=1990,
        )
    )


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"wanted_years": 2020}, "give a year from 2005 to 2011"),
        ({"wanted_years": 2007.5}, "whole calendar year"),
        ({"wanted_years": 2007, "observed_kg_per_person": {"last": 1}}, "name each entry by its year"),
        ({"wanted_years": 2007, "observed_kg_per_person": {"2007": -1}}, r"observed_kg_per_person\['2007'\]"),
    ],
)
def test_what_is_no_series_is_refused(inputs, message):
    with pytest.raises(BadArgument, match=message):
        find("cleaned_kg_per_person").compute(**{"observed_kg_per_person": by_year(SPIKE), **inputs})


@pytest.mark.parametrize(("form", "expected"), [("last", 2.2), ("constant", 2.0), ("trend", 3.0)])
def test_the_future(form, expected):
    series = {"2018": 1.6, "2019": 1.8, "2020": 2.0, "2021": 2.2}
    future = find("future_kg_per_person")
    assert future.compute(observed_kg_per_person=series, wanted_years=2025, form=form) == pytest.approx(
        expected
    )
    with pytest.raises(BadArgument, match="after 2021"):
        future.compute(observed_kg_per_person=series, wanted_years=2021, form=form)


def test_a_falling_trend_ends_at_zero():
    falling = {"2019": 0.3, "2020": 0.2, "2021": 0.1}
    assert (
        find("future_kg_per_person").compute(observed_kg_per_person=falling, wanted_years=2030, form="trend")
        == 0
    )


def test_purchasing_power_must_explain_the_values():
    rest = {"last_kg_per_person": 0.8, "last_ppp": 20000, "future_ppp": 20000}
    future = find("future_by_ppp_kg_per_person")
    same = future.compute(group_kg_per_person=[0.5, 1.0, 1.5], group_ppp=[10000, 20000, 30000], **rest)
    assert same == pytest.approx(0.8)
    with pytest.raises(BadArgument, match="last reliable value"):
        future.compute(
            group_kg_per_person=[1.0, 0.5, 0.5, 1.0], group_ppp=[10000, 20000, 30000, 40000], **rest
        )
    with pytest.raises(BadArgument, match="not above 0"):
        future.compute(
            group_kg_per_person=[0.0, 0.1, 1.0], group_ppp=[20000, 25000, 30000], **{**rest, "last_ppp": 5000}
        )


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.integers(1990, 2020), st.floats(0, 50), min_size=1, max_size=25))
def test_a_cleaned_series_has_every_year_a_flag_and_no_value_below_zero(series):
    cleaned = clean(series, introduced=1980)
    assert list(cleaned) == list(range(min(cleaned), max(series) + 1))
    for year, one in cleaned.items():
        assert one.value is None or one.value >= 0
        assert (one.flag == "as given") == (year in series and one.value == series[year]) or ";" in one.flag


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.integers(1990, 2020), st.floats(0, 50), min_size=1, max_size=25))
def test_what_is_kept_is_untouched(series):
    for year, one in clean(series).items():
        if one.flag == "as given" or "kept" in one.flag:
            assert year not in series or one.value == series[year] or "filled" in one.flag
