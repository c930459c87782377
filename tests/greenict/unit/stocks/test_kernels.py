import math

import numpy as np
import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.stocks import discard_shares

# Reference cases: Weibull lifetimes of mobile phones (0306) in the Netherlands, France and Belgium, annex III of
# the WEEE calculation tool manual (UNITAR for the European Commission, May 2023). The identifiers are those of
# the golden cases; columns are method, first age, number of ages summed, expected share and its tolerance.
PHONES = {"shape": 1.56, "scale": 6.26}
CASES = [
    pytest.param("midpoint", 0, 1, 0.059356, 5e-6, id="EW-WEIBULL-pdf-0306-y0"),
    pytest.param("midpoint", 3, 1, 0.120174, 5e-6, id="EW-WEIBULL-pdf-0306-y3"),
    pytest.param("conserving", 3, 1, 0.119802, 5e-6, id="EW-WEIBULL-cdf-0306-y3"),
    pytest.param("midpoint", 0, 60, 1.005387, 5e-6, id="EW-WEIBULL-pdf-sum-0306"),
    pytest.param("conserving", 0, 60, 1.0, 1e-12, id="conserving sums to 1"),
]


@pytest.mark.parametrize(("method", "age", "ages", "expected", "tolerance"), CASES)
def test_shares_of_phones(method, age, ages, expected, tolerance):
    shares = discard_shares(**PHONES, ages=60, method=method)
    assert shares[age : age + ages].sum() == pytest.approx(expected, abs=tolerance)


@pytest.mark.parametrize(("shape", "scale", "mean"), [(1.56, 6.26, 5.6264), (1.6, 6.57, 5.8905)])
def test_mean_age_at_discard_is_the_mean_lifetime(shape, scale, mean):
    """Cases EW-WEIBULL-mean-*; whole years make the age half a year coarser."""
    shares = discard_shares(shape=shape, scale=scale, ages=200, method="conserving")
    assert (np.arange(200) + 0.5) @ shares == pytest.approx(mean, abs=0.02)
    assert scale * math.gamma(1 + 1 / shape) == pytest.approx(mean, abs=1e-3)


def test_midpoint_below_shape_1_leaves_a_rest():
    assert discard_shares(shape=0.79, scale=7.97, ages=400, method="midpoint").sum() == pytest.approx(
        0.9803, abs=1e-3
    )


def test_columns_of_lifetimes_at_once_are_as_one_by_one():
    shape, scale = np.array([1.56, 2.2]), np.array([6.26, 15.16])
    together = discard_shares(shape=shape, scale=scale, ages=30, method="midpoint")
    alone = [
        discard_shares(shape=k, scale=s, ages=30, method="midpoint")
        for k, s in zip(shape, scale, strict=True)
    ]
    assert together.shape == (2, 30)
    np.testing.assert_array_equal(together, alone)


@pytest.mark.parametrize("method", ["midpoint", "conserving"])
@pytest.mark.parametrize("shape", [0.05, 50.0])
@pytest.mark.parametrize("scale", [0.05, 200.0])
def test_extreme_lifetimes_give_finite_shares(method, shape, scale):
    shares = discard_shares(shape=shape, scale=scale, ages=300, method=method)
    assert np.isfinite(shares).all()
    assert (shares >= 0).all()


@pytest.mark.parametrize("wrong", [0.0, -1.0, math.nan, math.inf])
@pytest.mark.parametrize("argument", ["shape", "scale"])
def test_impossible_lifetime_is_refused(argument, wrong):
    with pytest.raises(BadArgument, match=argument):
        discard_shares(**(PHONES | {argument: wrong}), ages=3, method="midpoint")


def test_unknown_method_is_refused():
    with pytest.raises(UnknownName, match="midpoint"):
        discard_shares(**PHONES, ages=3, method="exact")
