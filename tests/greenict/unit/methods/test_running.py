"""A method over rows: the same values as one by one, and every bad row known by its place."""

from __future__ import annotations

import numpy as np
import pytest

from greenict.errors import BadArgument, BadRow, UnknownName
from greenict.methods import running
from greenict.methods.catalogue import catalogue, find
from greenict.methods.running import KeyCells, NumberCells, over_rows


def numbers(*cells: float | str | None) -> NumberCells:
    """A column of a file: a number, a text that is none, or a blank."""
    read = [one if isinstance(one, int | float) else np.nan for one in cells]
    return NumberCells(
        np.array(read, dtype=float),
        lambda: np.array([one is None for one in cells]),
        lambda place: "" if cells[place] is None else str(cells[place]),
    )


def keys(*cells: object) -> KeyCells:
    values = [*dict.fromkeys(one for one in cells if one is not None), None]
    return KeyCells(values, np.array([values.index(one) for one in cells]))


def test_a_row_has_the_value_that_it_has_alone():
    pue = find("pue_ratio")
    columns = {"facility_energy_kwh": numbers(20, 30, 12), "it_energy_kwh": numbers(10, 10, 8)}
    found = over_rows(pue, columns, {}, 3)
    assert found.values.tolist() == [2.0, 3.0, 1.5]
    assert (found.good.tolist(), found.broken, found.defaulted) == ([True] * 3, [], {})


def test_each_bad_cell_is_named_with_its_mend_and_the_others_are_computed():
    columns = {
        "facility_energy_kwh": numbers(20, "abc", None, 5, 30, -1),
        "it_energy_kwh": numbers(10, 1, 1, 10, 10, float("inf")),
    }
    found = over_rows(find("pue_ratio"), columns, {}, 6)
    assert found.good.tolist() == [True, False, False, False, True, False]
    assert found.values[found.good].tolist() == [2.0, 3.0]
    assert found.bad_count == 4
    said = {(row.row, row.column): row for row in found.broken}
    wanted = "give a finite number (kWh), above 0"
    assert said[1, "facility_energy_kwh"] == BadRow(
        1, "facility_energy_kwh", "abc", "is no number", f"{wanted}, without the unit"
    )
    assert said[2, "facility_energy_kwh"].rule == "is missing"
    assert said[5, "facility_energy_kwh"] == BadRow(
        5, "facility_energy_kwh", "-1", "is out of bounds", wanted
    )
    assert said[5, "it_energy_kwh"].value == "inf"
    formula = said[3, "it_energy_kwh"]  # more IT energy than the whole centre uses: only the formula knows
    assert (formula.value, formula.rule) == ("10", "is refused by the formula")
    assert "facility_energy_kwh" in formula.mend


def test_a_blank_takes_the_default_and_is_counted():
    power = find("fixed_access_power_w")
    columns = {"user_rate_mbps": numbers(10, 10), "base_power_w": numbers(1, None)}
    found = over_rows(power, columns, {}, 2)
    assert found.values.tolist() == pytest.approx([1.3, 9.85])
    assert found.defaulted == {"base_power_w": 1}


def test_what_is_no_column_is_a_key_and_its_rows_are_computed_together():
    gas = find("gas_ghg_kg")
    columns = {"gas": keys("CH4", "N2O", "CH4", "XYZ"), "gas_mass_kg": numbers(1, 1, 2, 1)}
    found = over_rows(gas, columns, {"gwp_set": "AR6 GWP100"}, 4)
    assert found.values[:3].tolist() == [27.9, 273.0, 55.8]
    assert [(row.row, row.rule) for row in found.broken] == [(3, "is refused by the formula")]
    mean = find("mean_lifetime_years")
    found = over_rows(mean, {"shape_ratio": numbers(1, 1), "scale_years": numbers(5, 6)}, {}, 2)
    assert found.values.tolist() == pytest.approx([5.0, 6.0])


def test_dates_lists_and_texts_as_keys():
    lifespan = find("device_lifespan_years")
    columns = {
        "purchase": keys("2020-01-01", "2020-01-01", "soon", None),
        "retirement": keys("2024-12-30", "2022-12-31", "2024-12-30", "2024-12-30"),
    }
    found = over_rows(lifespan, columns, {}, 4)
    assert found.values[:2].tolist() == pytest.approx([5.0, 3.0])
    assert [(row.row, row.column, row.value, row.rule) for row in found.broken] == [
        (2, "purchase", "soon", "is refused"),
        (3, "purchase", "", "is missing"),
    ]


def test_words_come_out_and_numbers_that_take_no_column_are_keys():
    columns = {"substance": keys("Pb", "Cd", "Pb", "Pb"), "measured_percent": numbers(0.08, 0.012, 0.2, None)}
    found = over_rows(find("rohs_verdict"), columns, {}, 4)
    assert found.values.tolist() == ["pass", "fail", "fail", None]
    assert [(row.row, row.rule) for row in found.broken] == [(3, "is missing")]


def test_what_is_given_for_all_rows_is_refused_at_once():
    pue = find("pue_ratio")
    columns = {"facility_energy_kwh": numbers(20, 30)}
    with pytest.raises(BadArgument, match="it_energy_kwh = None: missing; give a column of that name"):
        over_rows(pue, columns, {}, 2)
    with pytest.raises(BadArgument, match="above 0"):
        over_rows(pue, columns, {"it_energy_kwh": -1}, 2)
    with pytest.raises(BadArgument, match="one number for all its rows"):
        over_rows(pue, columns, {"it_energy_kwh": [1, 2]}, 2)
    with pytest.raises(UnknownName, match="its arguments are"):
        over_rows(pue, columns, {"energy": 1}, 2)


def test_many_bad_rows_are_counted_and_some_are_told(monkeypatch):
    monkeypatch.setattr(running, "MOST_SHOWN", 5)
    columns = {"facility_energy_kwh": numbers(*[-1] * 100, 2), "it_energy_kwh": numbers(*[1] * 101)}
    found = over_rows(find("pue_ratio"), columns, {}, 101)
    assert (found.bad_count, len(found.broken), found.values[100]) == (100, 5, 2.0)


def test_the_rows_that_a_formula_refuses_are_found_in_one_go_and_by_halves(monkeypatch):
    whole, part = [20.0] * 50, [10.0] * 50
    for place in (3, 17, 49):
        part[place] = 30.0
    columns = {"facility_energy_kwh": numbers(*whole), "it_energy_kwh": numbers(*part)}
    at_once = over_rows(find("pue_ratio"), columns, {}, 50)
    monkeypatch.setattr(running, "_rows_that_hold", lambda *_: None)
    by_halves = over_rows(find("pue_ratio"), columns, {}, 50)
    assert [(row.row, row.value) for row in at_once.broken] == [(3, "30"), (17, "30"), (49, "30")]
    assert at_once.broken == by_halves.broken
    assert at_once.good.tolist() == by_halves.good.tolist()
    assert set(at_once.values[at_once.good]) == {2.0}


@pytest.mark.parametrize("method", catalogue().values(), ids=lambda method: method.id)
def test_every_method_runs_over_rows_as_it_runs_alone(method):
    inputs = method.example.inputs
    columns = {
        argument.name: numbers(*[inputs[argument.name]] * 3)
        if argument.kind == "number" and np.ndim(inputs[argument.name]) == 0
        else KeyCells([inputs[argument.name], None], np.zeros(3, dtype=np.int64))
        for argument in method.arguments
        if argument.name in inputs
    }
    found = over_rows(method, columns, {}, 3)
    alone = method.compute(**inputs)
    assert found.broken == []
    assert found.values.tolist() == [alone if isinstance(alone, str) else pytest.approx(alone, rel=1e-12)] * 3


def test_no_rows_give_no_values():
    columns = {"facility_energy_kwh": numbers(), "it_energy_kwh": numbers()}
    assert over_rows(find("pue_ratio"), columns, {}, 0).values.tolist() == []
