"""One input along its range; several inputs anywhere in theirs."""

from __future__ import annotations

import numpy as np
import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.declaration import Method, Quantity, declaration
from greenict.methods.what_if import MOST_RANGES, Outcome, Span, ranged, steps_between, varied

YEARLY = {"embodied_ghg_kg": 300.0}


def test_steps_are_even_and_have_both_ends():
    assert steps_between(0, 1, 3) == [0.0, 0.5, 1.0]
    assert steps_between(0.1, 0.4, 4) == [0.1, 0.2, 0.3, 0.4]
    for low, high, steps in [(1, 1, 5), (2, 1, 5), (1, 2, 1), (1, 2, 1000), (float("nan"), 1, 5)]:
        with pytest.raises(BadArgument, match="vary"):
            steps_between(low, high, steps)


def test_varied_moves_one_input():
    method = find("embodied_ghg_kg_per_year")
    assert varied(method, {**YEARLY, "lifetime_years": 9}, "lifetime_years", [4, 5, 6]) == [75.0, 60.0, 50.0]
    with pytest.raises(BadArgument, match="lifetime_years"):
        varied(method, YEARLY, "lifetime_years", [0, 1])
    with pytest.raises(UnknownName, match="its arguments are"):
        varied(method, YEARLY, "years", [1, 2])
    with pytest.raises(BadArgument, match="only a number"):
        varied(find("gas_ghg_kg"), {}, "gas", [1])
    with pytest.raises(BadArgument, match="a column"):
        varied(method, {"embodied_ghg_kg": [1.0, 2.0]}, "lifetime_years", [1, 2])


def test_corners_are_exact_where_the_formula_rises_or_falls_all_along():
    method = find("embodied_ghg_kg_per_year")
    spans = {"embodied_ghg_kg": Span(200, 300, 500), "lifetime_years": Span(4, 6, 8)}
    assert ranged(method, {}, spans) == Outcome(25.0, 125.0, "corners")


def test_a_method_without_columns_and_one_with_words():
    mean = find("waste_generated_t")
    found = ranged(mean, {"placed_t": [10, 10], "shape_ratio": 1.5}, {"scale_years": Span(5, 6, 7)})
    ends = [mean.compute(placed_t=[10, 10], shape_ratio=1.5, scale_years=years) for years in (5, 7)]
    assert (found.low, found.high, found.basis) == (min(ends), max(ends), "corners")
    letters = ranged(find("eu_repairability_class"), {}, {"repairability_score": Span(2.0, 3.0, 4.0)})
    assert letters == Outcome(None, None, "corners and draws", ("A", "B", "C", "D"))


def bent_kwh(*, level_ratio: Quantity) -> Quantity:
    """A bow.

    Parameters
    ----------
    level_ratio : ratio, -1 to 1
        level

    Returns
    -------
    kWh
        energy

    Equation
    --------
    E = 1 - x^2

    Validity
    --------
    Here.

    Raises
    ------
    Nothing.

    Source
    ------
    Arithmetic.

    Status
    ------
    S

    Examples
    --------
    >>> bent_kwh(level_ratio=0.0)
    1.0
    """
    return 1 - level_ratio**2


def test_draws_show_where_the_formula_bends_and_are_the_same_each_time():
    bent: Method = declaration(bent_kwh)
    found = ranged(bent, {}, {"level_ratio": Span(-0.5, 0.0, 0.5)})
    assert (found.basis, found.low) == ("draws", 0.75)
    assert found.high == pytest.approx(1.0, abs=1e-4)
    assert found == ranged(bent, {}, {"level_ratio": Span(-0.5, 0.0, 0.5)})


def test_a_range_outside_the_domain_is_refused_by_name():
    method = find("embodied_ghg_kg_per_year")
    for span in (Span(0, 2, 4), Span(5, 5, 4), Span(4, 9, 8), Span(4, 4, 4)):
        with pytest.raises(BadArgument, match="lifetime_years"):
            ranged(method, YEARLY, {"lifetime_years": span})
    # more IT energy than the whole centre uses lies in a corner: the refusal names single numbers
    spans = {"facility_energy_kwh": Span(8, 12, 20), "it_energy_kwh": Span(5, 7, 10)}
    with pytest.raises(BadArgument, match=r"it_energy_kwh = 10\.0"):
        ranged(find("pue_ratio"), {}, spans)
    with pytest.raises(BadArgument, match=f"at most {MOST_RANGES}"):
        ranged(method, {}, {f"x{i}": Span(0, 1, 2) for i in range(MOST_RANGES + 1)})
    with pytest.raises(BadArgument, match="a column"):
        ranged(method, {"embodied_ghg_kg": np.array([1.0, 2.0])}, {"lifetime_years": Span(1, 2, 3)})
