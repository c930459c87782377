"""Targets between anchors, mixed companies, and progress against them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find


def of(name, **inputs):
    return find(name).compute(**inputs)


@pytest.mark.parametrize(
    ("segment", "year", "share"),
    [
        ("ICT sector", 2020, 1),
        ("ICT sector", 2025, 0.775),
        ("ICT sector", 2030, 0.55),
        ("mobile operators", 2030, 0.55),
        ("fixed operators", 2030, 0.38),
        ("data centre operators", 2025, 0.735),
    ],
)
def test_remaining_shares(segment, year, share):
    assert of("segment_remaining_share", segment=segment, target_calendar_year=year) == pytest.approx(share)


@pytest.mark.parametrize("year", [2019, 2031])
def test_years_beyond_the_anchors_are_refused(year):
    with pytest.raises(BadArgument, match="target_calendar_year"):
        of("segment_remaining_share", segment="ICT sector", target_calendar_year=year)


def test_a_mixed_company_lies_between_its_segments():
    company = of(
        "mixed_company_target_ghg_t",
        segment_ghg_t={"mobile operators": 60, "fixed operators": 30, "data centre operators": 10},
        target_calendar_year=2030,
    )
    assert company == pytest.approx(60 * 0.55 + 30 * 0.38 + 10 * 0.47)
    with pytest.raises(UnknownName, match="choose one of ICT sector"):
        of("mixed_company_target_ghg_t", segment_ghg_t={"satellites": 1}, target_calendar_year=2030)


def test_own_anchors():
    anchors = {"anchor_calendar_year": [2015, 2020, 2030], "anchor_share": [1.1, 1.0, 0.5]}
    column = of(
        "interpolated_remaining_share", **anchors, target_calendar_year=np.array([2015, 2017.5, 2026.0])
    )
    assert column == pytest.approx([1.1, 1.05, 0.7])
    for bad in (2014, 2031):
        with pytest.raises(BadArgument, match="target_calendar_year"):
            of("interpolated_remaining_share", **anchors, target_calendar_year=bad)
    with pytest.raises(BadArgument, match="rising"):
        of(
            "interpolated_remaining_share",
            anchor_calendar_year=[2020, 2020],
            anchor_share=[1, 0.5],
            target_calendar_year=2020,
        )


def test_line_and_curve_meet_at_both_ends():
    rate = of("compound_reduction_percent_per_year", reduction_percent=45, span_years=10)
    for years, share in ((0, 1.0), (10, 0.55)):
        line = of("linear_target_ghg_t", base_ghg_t=200, reduction_percent=45, elapsed_years=years)
        curve = of(
            "compound_target_ghg_t", base_ghg_t=200, reduction_percent_per_year=rate, elapsed_years=years
        )
        assert line == pytest.approx(200 * share)
        assert curve == pytest.approx(200 * share)
    with pytest.raises(BadArgument, match="elapsed_years"):
        of("linear_target_ghg_t", base_ghg_t=200, reduction_percent=45, elapsed_years=11)


@settings(max_examples=40, deadline=None)
@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(2, 50))
def test_the_rate_needed_reaches_the_target(current, target, years):
    target = min(current, target)
    rate = of(
        "needed_reduction_percent_per_year", current_ghg_t=current, target_ghg_t=target, remaining_years=years
    )
    reached = current * (1 - rate / 100) ** years
    assert reached == pytest.approx(target, rel=1e-6)


@pytest.mark.parametrize(
    ("actual", "tolerance", "verdict"), [(75, 0, "on track"), (76, 0, "off track"), (76, 5, "on track")]
)
def test_on_or_off_track(actual, tolerance, verdict):
    assert of("track_verdict", actual_ghg_t=actual, target_ghg_t=75, tolerance_percent=tolerance) == verdict


@pytest.mark.parametrize(
    ("actual", "path", "year"),
    [
        ([110, 100, 80], [100, 95, 90], 2021 + 5 / 15),
        ([90, 100, 110], [100, 100, 100], 2021),
        ([100, 90, 95], [100, 95, 90], 2021.5),
        ([120, 110, 90], [100, 100, 90], 2022),
    ],
)
def test_the_year_of_crossing(actual, path, year):
    value = of("crossing_calendar_year", first_calendar_year=2020, yearly_ghg_t=actual, target_ghg_t=path)
    assert value == pytest.approx(year)


@pytest.mark.parametrize(
    ("actual", "path"), [([120, 110], [100, 90]), ([100], [100]), ([100, 100], [100, 100])]
)
def test_no_crossing_is_said(actual, path):
    with pytest.raises(BadArgument, match="do not cross"):
        of("crossing_calendar_year", first_calendar_year=2020, yearly_ghg_t=actual, target_ghg_t=path)


def test_a_level_is_reached_or_refused():
    inputs = {"current_ghg_t": 100, "reduction_percent_per_year": 10, "current_calendar_year": 2020}
    year = of("level_calendar_year", **inputs, level_ghg_t=81)
    assert year == pytest.approx(2022)
    with pytest.raises(BadArgument, match="level_ghg_t"):
        of("level_calendar_year", **inputs, level_ghg_t=101)


@pytest.mark.parametrize(
    ("actual", "removed", "asked", "verdict"),
    [(100, 100, 90, "pass"), (101, 200, 90, "fail"), (90, 89, 90, "fail"), (200, 200, 80, "pass")],
)
def test_net_zero(actual, removed, asked, verdict):
    assert verdict == of(
        "net_zero_verdict",
        base_ghg_t=1000,
        actual_ghg_t=actual,
        removed_ghg_t=removed,
        reduction_percent=asked,
    )
