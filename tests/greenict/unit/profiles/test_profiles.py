"""Profiles as data."""

import pytest
from builders import PROFILES

from greenict.errors import UnknownName
from greenict.profiles import profile, profiles
from greenict.tables.categories import CATEGORIES, STAGES


def test_the_four_profiles_are_there():
    assert set(PROFILES) <= set(profiles())


@pytest.mark.parametrize("name", sorted(profiles()))
def test_a_profile_names_what_the_engine_knows(name):
    standard = profile(name)
    assert standard.id == name
    assert set(standard.indicators) <= set(CATEGORIES)
    assert set(standard.stages) <= set(STAGES)
    assert standard.gwp_set in ("AR4", "AR5", "AR6")
    assert standard.goods in ("whole_life", "annualised", "purchase_year")
    assert standard.pue_default >= 1
    assert standard.source
    assert standard.statement
    assert standard.scopes == ("climate_change_market_based" in standard.indicators)


@pytest.mark.parametrize(
    ("name", "goods"),
    [
        ("l1410", "whole_life"),
        ("l1420", "annualised"),
        ("pcr-digital-services", "annualised"),
        ("ghg-protocol", "purchase_year"),
    ],
)
def test_each_standard_meets_time_in_its_own_way(name, goods):
    assert profile(name).goods == goods


def test_an_unknown_profile_is_refused_with_the_known_ones():
    with pytest.raises(UnknownName, match=r"l1411.*l1410"):
        profile("l1411")
